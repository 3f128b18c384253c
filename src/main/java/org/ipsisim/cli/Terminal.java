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

/** Where the command reads from and writes to: results to standard output, all else to standard error. */
final class Terminal {
    /** Something that can be written. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private final InputStream in;
    private final InputFiles files;
    private final StandardOutput out;
    private final PrintWriter err;
    private final Look look;

    Terminal(InputStream in, OutputStream out, OutputStream err, Look look) {
        this.in = in;
        this.files = InputFiles.ofDisk(in).withLessons();
        this.out = new StandardOutput(out);
        this.err = new PrintWriter(new EncodableWriter(err, look.errCharset()), true) {
            @Override
            public void println() {
                print('\n');
                flush();
            }
        };
        this.look = look;
    }

    private Terminal(InputFiles files, Terminal other) {
        this.in = other.in;
        this.files = files.withLessons();
        this.out = other.out;
        this.err = other.err;
        this.look = other.look;
    }

    /** The same terminal with other files to read. */
    Terminal reading(InputFiles others) {
        return new Terminal(others, this);
    }

    /** The streams of this process: the descriptors themselves, since {@link System#out} hides failures. */
    static Terminal ofProcess() {
        return new Terminal(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                new LookOfProcess(System.getenv()).look());
    }

    /** Standard input, for answers. */
    InputStream in() {
        return in;
    }

    InputFiles files() {
        return files;
    }

    StandardOutput out() {
        return out;
    }

    /** For messages. Nobody could be told of a failure to write them. */
    PrintWriter err() {
        return err;
    }

    Look look() {
        return look;
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
        Writer text = textOut();
        try {
            talk.hold(new Conversation(new InputStreamReader(in, look.outCharset()), text, style()));
            text.flush();
        } catch (IOException e) {
            out.keepFailure(e);
        }
    }

    /** For people: in the charset of the terminal. */
    Writer textOut() {
        return new EncodableWriter(out, look.outCharset());
    }

    /** For programs: always UTF-8. */
    Writer utf8Out() {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Writes text for people to standard output. */
    void print(String text) {
        writeText(to -> to.write(text));
    }

    /** Writes text for programs to standard output. */
    void printUtf8(String text) {
        writeData(to -> to.write(text));
    }

    /** Writes something for people to standard output; a failure is remembered. */
    void writeText(Content content) {
        write(content, textOut());
    }

    /** Writes something for programs to standard output; a failure is remembered. */
    void writeData(Content content) {
        write(content, utf8Out());
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
