package org.ipsisim.report.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsisim.report.TextStyle;

/** Compares an output with the file that holds what it should be; {@code -DupdateGolden=true} rewrites the file. */
final class Golden {
    private static final Path ROOT = Path.of("src", "test", "resources", "golden", "report", "whatif");
    private static final TextStyle COLOUR = new TextStyle(100, true, true);
    private static final TextStyle ASCII = new TextStyle(80, false, false);

    interface Text {
        void write(Writer out, TextStyle style) throws IOException;
    }

    interface Data {
        void write(Writer out) throws IOException;
    }

    private Golden() {}

    /** Checks the text as a file, a terminal with colours and one without Unicode get it. */
    static void checkText(String name, Text text) {
        check(name + ".txt", out -> text.write(out, TextStyle.PLAIN));
        check(name + ".colour.txt", out -> text.write(out, COLOUR));
        check(name + ".ascii.txt", out -> text.write(out, ASCII));
        String ascii = written(out -> text.write(out, ASCII));
        assertThat(ascii).matches("\\p{ASCII}*").doesNotContain("?");
        assertThat(written(out -> text.write(out, TextStyle.PLAIN)).lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotEndWith(" "));
    }

    static void check(String name, Data data) {
        Path file = ROOT.resolve(name);
        String actual = written(data);
        try {
            if ("true".equals(System.getProperty("updateGolden"))) {
                Files.createDirectories(ROOT);
                Files.writeString(file, actual);
            }
            assertThat(actual).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
