package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ipsisim.history.History;
import org.ipsisim.report.SampleHistories;
import org.ipsisim.study.Variants;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    @Test
    void answersInTheOrderInWhichPeopleAsk() {
        String page = page(SampleHistories.failover());

        assertThat(all("<h2 id=\"[a-z]+\">([^<]+)</h2>", page))
                .containsExactly(
                        "Timeline",
                        "What happened",
                        "Where the time went",
                        "Calls",
                        "Alarms",
                        "Priority lists, best first",
                        "Timers in force",
                        "Expectations",
                        "Assumptions",
                        "Trace",
                        "Run it again");
        assertThat(page.indexOf("Port network 1 was without service for 6m"))
                .isBetween(0, page.indexOf("What happened"));
    }

    @Test
    void asksNobodyForAnything() {
        List<String> urls = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (History history : SampleHistories.all().values()) {
            String page = page(history).replace("http://www.w3.org/2000/svg", "");

            assertThat(page).doesNotContain("://", "src=", "@import", "<link");
            urls.addAll(all("url\\(([^)]*)\\)", page));
            links.addAll(all("href=\"([^\"]*)\"", page));
        }
        assertThat(urls).isNotEmpty().allMatch(url -> url.startsWith("#"));
        assertThat(links).isNotEmpty().allMatch(link -> link.startsWith("#"));
    }

    @Test
    void runsItsOwnScriptAndNoOther() throws Exception {
        String page = page(SampleHistories.failover());
        byte[] script = CursorPart.script().getBytes(StandardCharsets.UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(script));

        assertThat(page).contains("default-src 'none';", "script-src 'sha256-" + hash + "'");
        assertThat(all("(<script[^>]*>)", page))
                .containsExactly("<script type=\"application/json\" id=\"run\">", "<script>");
    }

    @Test
    void showsHostileTextAsText() {
        String page = page(Variants.hostile());

        assertThat(page).doesNotContain("<script>alert", "\u0001", "<b>.yaml");
        assertThat(page).contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;a|b&quot;");
        assertThat(page).contains("&lt;b&gt;.yaml");
    }

    @Test
    void everyLinkHasItsTargetAndEveryIdIsThereOnce() {
        for (History history : SampleHistories.all().values()) {
            String page = page(history);
            List<String> ids = all(" id=\"([^\"]*)\"", page);

            assertThat(ids).doesNotHaveDuplicates();
            assertThat(all("href=\"#([^\"]*)\"", page)).isSubsetOf(ids);
            assertThat(all("aria-labelledby=\"([^\" ]*)", page)).isSubsetOf(ids);
        }
    }

    @Test
    void everyHeadOfATableSaysWhatItHeads() {
        for (History history : SampleHistories.all().values()) {
            assertThat(all("(<th[ >][^>]*)", page(history))).isNotEmpty().allMatch(head -> head.contains("scope=\""));
        }
    }

    private static String page(History history) {
        return HtmlReport.of(Report.of(history, Pages.NOTHING));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
