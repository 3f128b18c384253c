package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.cli.Outcome.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports for a customer, and the page that leads to several of them. */
class ReportOptionsTest {
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    Path directory;

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    @Test
    void customer_author_and_logo_are_on_page_and_PDF() throws IOException {
        Files.write(directory.resolve("logo.png"), DOT);
        Outcome outcome = Outcome.of(
                "run",
                file("met.yaml"),
                "--report",
                path("out"),
                "--for",
                "A & B",
                "--by",
                "C",
                "--date",
                "2026-11-20",
                "--logo",
                path("logo.png"),
                "--pdf");
        assertThat(outcome.status()).isZero();
        assertThat(Files.readString(directory.resolve("out/index.html")))
                .contains(
                        "<img src=\"data:image/png;base64,iVBORw0KGgo",
                        "For A &amp; B, by C · report of 2026-11-20 · ipsisim ");
        assertThat(Files.readString(directory.resolve("out/report.md"))).contains("For A &amp; B, by C");
        assertThat(Files.readAllBytes(directory.resolve("out/report.pdf")))
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_logo_that_is_no_PNG_is_refused_and_nothing_is_written() throws IOException {
        Files.writeString(directory.resolve("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Outcome svg = Outcome.of("run", file("met.yaml"), "--report", path("out"), "--logo", path("logo.svg"));
        assertThat(svg.status()).isEqualTo(2);
        assertThat(svg.err()).contains("logo.svg: is not a PNG image");
        Files.write(directory.resolve("big.png"), new byte[600 * 1024]);
        assertThat(Outcome.of("run", file("met.yaml"), "--report", path("out"), "--logo", path("big.png"))
                        .err())
                .contains("a logo has at most 512 KB");
        Files.write(directory.resolve("cut.png"), java.util.Arrays.copyOf(DOT, 20));
        assertThat(Outcome.of("run", file("met.yaml"), "--report", path("out"), "--logo", path("cut.png"))
                        .status())
                .isEqualTo(2);
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void a_date_that_there_is_not_is_refused() {
        assertThat(Outcome.of("run", file("met.yaml"), "--report", path("out"), "--date", "2026-02-30")
                        .err())
                .contains("'2026-02-30' is not a date such as 2026-11-20");
    }

    @Test
    void without_a_report_there_is_nobody_to_name() {
        Outcome outcome = Outcome.of("run", file("met.yaml"), "--for", "A");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--for needs --report");
    }

    @Test
    void several_reports_have_a_page_that_leads_to_each() throws IOException {
        Outcome outcome = Outcome.of("run", file("met.yaml"), file("not-met.yaml"), "--report", path("all"));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(Files.readString(directory.resolve("all/index.html")))
                .contains("href=\"met/index.html\"", "href=\"not-met/index.html\"", "<h1>2 scenarios</h1>");
    }
}
