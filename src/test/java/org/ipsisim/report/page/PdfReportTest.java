package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ipsisim.report.SampleHistories;
import org.ipsisim.study.Variants;
import org.junit.jupiter.api.Test;

class PdfReportTest {
    private static final Cover COVER = new Cover("Northwind Freight", "Alder Voice", "", "", "ipsisim 1.0");

    private static byte[] pdf(Cover cover) throws IOException {
        return PdfReport.of(Report.of(SampleHistories.failover(), Pages.NOTHING, cover));
    }

    private static String text(PDDocument file, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(file);
    }

    @Test
    void every_page_says_whose_report_it_is_and_which_page() throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf(COVER))) {
            int pages = file.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(file, page))
                        .contains("WAN cut at Dallas")
                        .contains("For Northwind Freight, by Alder Voice · ipsisim 1.0")
                        .contains("Page " + page + " of " + pages);
            }
            assertThat(new PDFTextStripper().getText(file))
                    .containsSubsequence(
                            "Port network 1 was without service", "Timeline", "What happened", "Appendix", "Alarms");
        }
    }

    @Test
    void fonts_are_in_the_file() throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf(Cover.NONE))) {
            List<Boolean> embedded = new ArrayList<>();
            for (var page : file.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    embedded.add(page.getResources().getFont(name).isEmbedded());
                }
            }
            assertThat(embedded).isNotEmpty().containsOnly(true);
        }
    }

    @Test
    void the_same_run_gives_the_same_bytes_in_any_locale() throws IOException {
        byte[] here = pdf(COVER);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(pdf(COVER)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void letters_that_the_font_lacks_become_question_marks() throws IOException {
        Cover foreign = new Cover("切断 Ltd", "", "", "", "");
        try (PDDocument file = Loader.loadPDF(pdf(foreign))) {
            assertThat(text(file, 1)).contains("For ?? Ltd");
        }
        assertThat(PdfReport.of(Report.of(Variants.hostile(), Pages.NOTHING))).isNotEmpty();
    }
}
