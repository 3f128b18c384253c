package org.ipsisim.cli;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ipsisim.course.Conversation;
import org.ipsisim.document.TextStyle;

/**
 * Where the command reads from and writes to: results to standard output, all else to standard error.
 *
 * @param in standard input, for answers
 * @param err for messages; nobody could be told of a failure to write them
 */
record Terminal(InputStream in, InputFiles files, StandardOutput out, PrintWriter err, Look look) {
    /** Of a terminal that does not say how many lines it has. */
    private static final int USUAL_LINES = 24;

    /** Something that can be written. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    Terminal(InputStream in, OutputStream out, OutputStream err, Look look) {
        this(in, InputFiles.ofDisk(in).withLessons(), new StandardOutput(out), messages(err, look), look);
    }

    private static PrintWriter messages(OutputStream err, Look look) {
        return new PrintWriter(new EncodableWriter(err, look.errCharset()), true) {
            @Override
            public void println() {
                print('\n');
                flush();
            }
        };
    }

    /** The same terminal with other files to read. */
    Terminal reading(InputFiles others) {
        return new Terminal(in, others.withLessons(), out, err, look);
    }

    /** The streams of this process: the descriptors themselves, since {@link System#out} hides failures. */
    static Terminal ofProcess() {
        return new Terminal(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Look.ofProcess(System.getenv()));
    }

    /** The bytes of a file that the user named, at most so many. */
    byte[] content(String name, int most) throws Refused {
        try {
            return files.content(name, most);
        } catch (IOException e) {
            throw Refused.file(InputFiles.spoken(name), e);
        }
    }

    /** Whether a person no longer sees the first lines of what was printed. */
    boolean hasScrolled() {
        return look.interactive() && out.lines() > Integer.getInteger("ipsisim.lines", USUAL_LINES);
    }

    /** The layout of text for it. */
    TextStyle style() {
        return new TextStyle(look.width(), look.outColour(), look.unicode());
    }

    /** What is said to a person and asked. */
    interface Talk {
        void hold(Conversation conversation) throws IOException;
    }

    /** Holds a conversation with the person at the terminal; a failure to write is remembered by standard output. */
    void converse(Talk talk) {
        Writer text = new EncodableWriter(out, look.outCharset());
        try {
            talk.hold(new Conversation(new InputStreamReader(in, look.outCharset()), text, style()));
            text.flush();
        } catch (IOException e) {
            out.keepFailure(e);
        }
    }

    /** Writes text for people to standard output. */
    void print(String text) {
        if (look.outCharset().newEncoder().canEncode(text)) {
            try {
                out.write(text.getBytes(look.outCharset()));
                out.flush();
            } catch (IOException e) {
                out.keepFailure(e);
            }
        } else {
            writeText(to -> to.write(text));
        }
    }

    /** Writes text for programs to standard output. */
    void printUtf8(String text) {
        writeData(to -> to.write(text));
    }

    /** Writes something for people to standard output, in the charset of the terminal; a failure is remembered. */
    void writeText(Content content) {
        write(content, new EncodableWriter(out, look.outCharset()));
    }

    /** Writes something for programs to standard output, in UTF-8; a failure is remembered. */
    void writeData(Content content) {
        write(content, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    private void write(Content content, Writer writer) {
        try {
            content.writeTo(writer);
            writer.flush();
        } catch (IOException e) {
            out.keepFailure(e);
        }
    }

    /** Tells the user that something is wrong. */
    void complain(String message) {
        tell("ipsisim: " + message);
    }

    /** Tells the user something that is not a result. */
    void tell(String message) {
        err.println(visible(message));
    }

    /** A text, such as a file's name, that cannot steer the terminal: control and format characters but the line end are spelled out. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (Character.isISOControl(c) && c != '\n' || Character.getType(c) == Character.FORMAT) {
                visible.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }

    /** Writes what is still buffered. */
    void flush() {
        err.flush();
        try {
            out.flush();
        } catch (IOException e) {
            out.keepFailure(e);
        }
    }
}
