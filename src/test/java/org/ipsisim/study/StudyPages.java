package org.ipsisim.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.ipsisim.golden.GoldenFile;

/** What all pages about many runs have to be. */
public final class StudyPages {
    private static final Path GOLDEN = GoldenFile.folder("report/page");

    private StudyPages() {}

    /**
     * Compares a page with one that a person has looked at, images left out, for they depend on the fonts of the machine;
     * {@code -DupdateGolden=true} writes it anew.
     */
    public static void check(String name, String page) throws IOException {
        assertThat(page).doesNotContain("<script", "http-equiv", "src=\"http", "href=\"http", "@import");
        String actual = page.replaceAll("base64,[A-Za-z0-9+/=]+", "base64,...");
        GoldenFile.check(GOLDEN.resolve(name), actual);
    }
}
