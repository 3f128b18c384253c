package org.ipsisim.course.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipsisim.course.Course;
import org.ipsisim.course.Lesson;
import org.ipsisim.course.Question;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The course as pages: the same lessons, offline. */
class CoursePagesTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#][^\"]*)\"");
    private static final Pattern RIGHT = Pattern.compile("data-right=\"(.)\"");
    private static final Path GOLDEN = GoldenFile.folder("lesson/cold-reset.html");

    @TempDir
    static Path directory;

    private static List<Lesson> lessons() {
        return Course.names().stream().map(Course::lesson).toList();
    }

    private static List<Path> pages() throws IOException {
        if (Files.notExists(directory.resolve("index.html"))) {
            CoursePages.write(lessons(), directory);
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static String read(String page) throws IOException {
        pages();
        return Files.readString(directory.resolve(page));
    }

    @Test
    void there_is_a_page_for_each_lesson_and_an_index() throws IOException {
        assertThat(pages()).hasSize(Course.names().size() + 1);
        assertThat(Course.names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(read("index.html")).contains(name + ".html"));
    }

    @Test
    void every_link_leads_to_another_page() throws IOException {
        for (Path page : pages()) {
            assertThat(LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)))
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(directory.resolve(link)).exists());
        }
    }

    @Test
    void a_browser_runs_the_script_of_the_page_alone_and_makes_no_request() throws Exception {
        Pattern parts = Pattern.compile(
                "content=\"(default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-(.+)')\"/>"
                        + "(?s).*<script>(.*)</script>");
        for (Path page : pages()) {
            Matcher found = parts.matcher(Files.readString(page));
            assertThat(found.find()).as(page.toString()).isTrue();
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(found.group(3).getBytes(StandardCharsets.UTF_8));
            assertThat(found.group(2)).isEqualTo(Base64.getEncoder().encodeToString(digest));
        }
    }

    @Test
    void a_lesson_of_the_name_index_leaves_the_index_alone(@TempDir Path out) throws IOException {
        Lesson one = lessons().get(0);
        CoursePages.write(List.of(new Lesson("index", one.idea(), one.exercise(), one.experiment(), one.basis())), out);
        assertThat(out.resolve("index.html")).content().contains("href=\"lesson-index.html\"");
        assertThat(out.resolve("lesson-index.html"))
                .content()
                .contains("<h1>" + one.exercise().title() + "</h1>");
    }

    @Test
    void no_page_asks_for_anything_from_a_network() throws IOException {
        for (Path page : pages()) {
            String text = Files.readString(page).replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
            assertThat(text).doesNotContain("http:", "https:", "//cdn", "@import", "url(http", "fetch(", "XMLHttp");
        }
    }

    @Test
    void the_questions_are_those_of_the_terminal() throws IOException {
        for (Lesson lesson : lessons()) {
            String page = read(lesson.name() + ".html");
            assertThat(RIGHT.matcher(page).results().map(right -> right.group(1)))
                    .containsExactlyElementsOf(lesson.exercise().questions().stream()
                            .map(question -> String.valueOf(Question.letter(question.rightIndex())))
                            .toList());
        }
    }

    @Test
    void a_question_is_a_group_of_labelled_choices() throws IOException {
        String page = read("cold-reset.html");
        List<MatchResult> inputs = Pattern.compile("<label><input type=\"radio\" name=\"q(\\d)\" value=\"([a-f])\"/>")
                .matcher(page)
                .results()
                .toList();
        assertThat(inputs).hasSize(12);
        assertThat(page).contains("<fieldset", "<legend>1. When does the port network reset cold?</legend>");
    }

    @Test
    void every_element_that_is_opened_is_closed() throws IOException {
        for (Path page : pages()) {
            String text = Files.readString(page).replaceAll("(?s)<(script|style)>.*?</\\1>", "");
            for (String tag :
                    List.of("div", "section", "fieldset", "label", "ul", "li", "article", "form", "main", "p")) {
                assertThat(text.split("<" + tag + "[ >]", -1))
                        .as(page.getFileName() + ": " + tag)
                        .hasSameSizeAs(text.split("</" + tag + ">", -1));
            }
        }
    }

    @Test
    void the_same_course_gives_the_same_bytes(@TempDir Path again) throws IOException {
        CoursePages.write(lessons(), again);
        for (Path page : pages()) {
            assertThat(again.resolve(page.getFileName())).hasSameBinaryContentAs(page);
        }
    }

    @Test
    void a_page_as_it_is() throws IOException {
        String page = read("cold-reset.html").replaceAll("(?s)<(script|style)>.*?</\\1>", "<$1></$1>");
        GoldenFile.check(GOLDEN, page);
    }
}
