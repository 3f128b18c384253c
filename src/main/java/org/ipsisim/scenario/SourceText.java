package org.ipsisim.scenario;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The characters of a scenario file: UTF-8 of at most 1 MiB, with or without a byte order mark, without control characters. */
final class SourceText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final Problems problems;
    private final Optional<SourceSpan> includedBy;

    SourceText(String name, Problems problems) {
        this(name, problems, Optional.empty());
    }

    SourceText(String name, Problems problems, Optional<SourceSpan> includedBy) {
        this.name = name;
        this.problems = problems;
        this.includedBy = includedBy;
    }

    /** The text without a byte order mark; empty if it cannot be used, with an error. */
    Optional<String> decode(byte[] content) {
        if (content.length > Limits.FILE_BYTES) {
            problems.error(SourceSpan.at(SourceFile.ofFile(name, "", includedBy), 1, 1), "", "the file is too large")
                    .allowed("at most " + Limits.FILE_BYTES + " bytes (1 MiB)");
            return Optional.empty();
        }
        CharBuffer chars = CharBuffer.allocate(content.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CoderResult end = decoder.decode(bytes, chars, true);
        String text = chars.flip().toString();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (end.isError()) {
            int bad = content[bytes.position()] & 0xFF;
            report(text + '\uFFFD', text.length(), "not UTF-8: byte 0x" + hex(bad, 2) + " cannot stand here")
                    .allowed("text in UTF-8");
            return Optional.empty();
        }
        return printable(text) ? Optional.of(text) : Optional.empty();
    }

    private boolean printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t') {
                continue;
            }
            int codePoint = text.codePointAt(i);
            if (codePoint == BYTE_ORDER_MARK || !StreamReader.isPrintable(codePoint)) {
                report(text, i, "a control character: U+" + hex(codePoint, 4)).allowed("printable characters");
                return false;
            }
            i += Character.charCount(codePoint) - 1;
        }
        return true;
    }

    private Finding report(String text, int index, String message) {
        return problems.error(
                SourceFile.ofFile(name, text, includedBy).span(text.codePointCount(0, index), 1), "", message);
    }

    private static String hex(int value, int digits) {
        StringBuilder text = new StringBuilder(Integer.toHexString(value).toUpperCase(Locale.ROOT));
        while (text.length() < digits) {
            text.insert(0, '0');
        }
        return text.toString();
    }
}
