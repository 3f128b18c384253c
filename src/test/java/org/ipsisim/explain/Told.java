package org.ipsisim.explain;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.ipsisim.document.DocumentText;
import org.ipsisim.document.TextStyle;

/** Explanations as text, so wide that no number is broken. */
final class Told {
    private static final TextStyle WIDE = new TextStyle(2000, false, true);

    private Told() {}

    static String text(Explanation explanation, Outlook outlook, Prevention prevention) {
        StringWriter out = new StringWriter();
        try {
            DocumentText.write(ExplanationDocument.of(explanation, List.of(), outlook, prevention), out, WIDE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static String text(Explanation explanation, WhyNot whyNot) {
        StringWriter out = new StringWriter();
        try {
            DocumentText.write(ExplanationDocument.of(explanation, List.of(), whyNot), out, WIDE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
