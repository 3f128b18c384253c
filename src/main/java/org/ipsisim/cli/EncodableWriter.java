package org.ipsisim.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;

/** Writes text in a charset; characters that the charset lacks are written as <code>&#92;u00FC</code>, not as question marks. */
final class EncodableWriter extends Writer {
    private final Writer out;
    private final CharsetEncoder encoder;
    private char high;

    EncodableWriter(OutputStream out, Charset charset) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, charset));
        this.encoder = charset.newEncoder();
    }

    @Override
    public void write(char[] chars, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(chars[i]);
        }
    }

    private void write(char c) throws IOException {
        if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            writeIfEncodable(new String(new char[] {high, c}));
        } else if (c < 0x80) {
            out.write(c);
        } else {
            writeIfEncodable(String.valueOf(c));
        }
    }

    private void writeIfEncodable(String character) throws IOException {
        if (encoder.canEncode(character)) {
            out.write(character);
        } else {
            for (char c : character.toCharArray()) {
                out.write(String.format(Locale.ROOT, "\\u%04X", (int) c));
            }
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
