package org.ipsisim.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import org.ipsisim.document.TextStyle;
import org.ipsisim.golden.GoldenFile;

/** The outputs of studies in every form, as golden files. */
public final class GoldenStudies {
    private static final Path ROOT = GoldenFile.folder("report").resolve("whatif");
    private static final TextStyle COLOUR = new TextStyle(100, true, true);
    private static final TextStyle ASCII = new TextStyle(80, false, false);

    public interface Text {
        void write(Writer out, TextStyle style) throws IOException;
    }

    public interface Data {
        void write(Writer out) throws IOException;
    }

    private GoldenStudies() {}

    /** Checks the text as a file, a terminal with colours and one without Unicode get it. */
    public static void checkText(String name, Text text) {
        check(name + ".txt", out -> text.write(out, TextStyle.PLAIN));
        check(name + ".colour.txt", out -> text.write(out, COLOUR));
        check(name + ".ascii.txt", out -> text.write(out, ASCII));
        String ascii = written(out -> text.write(out, ASCII));
        assertThat(ascii).matches("\\p{ASCII}*").doesNotContain("?");
        assertThat(written(out -> text.write(out, TextStyle.PLAIN)).lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotEndWith(" "));
    }

    public static void check(String name, Data data) {
        GoldenFile.check(ROOT.resolve(name), written(data));
    }

    private static String written(Data data) {
        StringWriter out = new StringWriter();
        try {
            data.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
