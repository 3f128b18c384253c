package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ipsisim.course.Course;
import org.ipsisim.course.Exercise;
import org.ipsisim.course.page.CoursePages;
import org.ipsisim.course.quiz.Quiz;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The course in a browser: predict, reveal, keep the score. */
class CourseInBrowserTest {
    @TempDir
    static Path directory;

    private Tab tab;

    @BeforeAll
    static void writePages() throws IOException {
        CoursePages.write(Course.names().stream().map(Course::lesson).toList(), directory);
    }

    @BeforeEach
    void open() {
        tab = Chromium.open();
    }

    @AfterEach
    void close() {
        tab.close();
    }

    private Tab page(String name) {
        return tab.open(directory.resolve(name + ".html"));
    }

    private void answer(String... letters) {
        for (int i = 0; i < letters.length; i++) {
            tab.click("input[name=q" + (i + 1) + "][value=" + letters[i] + "]");
        }
    }

    @Test
    void nothing_is_given_away_before_the_answers() {
        page("cold-reset");
        assertThat(tab.shows("#reveal")).isFalse();
        answer("a", "a");
        tab.click("button");
        assertThat(tab.shows("#reveal")).isFalse();
        assertThat(tab.text("#message")).isEqualTo("Question 3 has no answer yet.");
        assertThat(tab.evaluate("document.activeElement.name").asString()).isEqualTo("q3");
        tab.assertClean();
    }

    @Test
    void the_answers_are_graded_and_explained() {
        page("cold-reset");
        answer("a", "b", "b");
        tab.click("button");
        assertThat(tab.shows("#reveal")).isTrue();
        assertThat(tab.shows("#reveal svg")).isTrue();
        assertThat(tab.text("#score")).isEqualTo("2 of 3 right.");
        assertThat(tab.text("[data-question=q1] .right .verdict")).isEqualTo("right, your answer");
        assertThat(tab.text("[data-question=q2] .right .verdict")).isEqualTo("right");
        assertThat(tab.text("[data-question=q2] .yours .verdict")).isEqualTo("wrong, your answer");
        assertThat(tab.count("[data-question=q2] .yours")).isEqualTo(1);
        assertThat(tab.text("main")).contains("not from the last heartbeat", "ipsisim run lesson:cold-reset");

        answer("b", "d", "b");
        tab.click("button");
        assertThat(tab.text("#score")).as("taken again").isEqualTo("2 of 3 right.");
        assertThat(tab.count(".yours")).isEqualTo(3);
        tab.assertClean();
    }

    @Test
    void grading_is_exact() {
        page("cold-reset");
        assertThat(tab.evaluate("JSON.stringify(ipsisimCourse.grade(['a','b','c'], ['a','c','']))")
                        .asString())
                .isEqualTo("{\"right\":1,\"questions\":3,\"missing\":[2]}");
        assertThat(tab.evaluate("ipsisimCourse.better({right:2,questions:3}, {right:1,questions:3}).right")
                        .asInt())
                .isEqualTo(2);
        assertThat(tab.evaluate("ipsisimCourse.better({right:1,questions:3}, {right:3,questions:4}).right")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void it_works_by_the_keyboard_alone() {
        page("cold-reset");
        tab.evaluate("document.querySelector('input[name=q1]').focus()");
        tab.press("ArrowDown", "Tab", "ArrowDown", "ArrowDown", "Tab", "ArrowDown", "Enter");
        assertThat(tab.shows("#reveal")).isTrue();
        assertThat(tab.evaluate("document.activeElement.id").asString()).isEqualTo("reveal");
        assertThat(tab.text("#score")).matches("\\d of 3 right\\.");
    }

    @Test
    void the_best_score_is_kept_and_can_be_cleared() {
        page("cold-reset");
        answer("a", "d", "b");
        tab.click("button").awaitText("#score", "3 of 3 right.");
        page("cold-reset");
        answer("a", "a", "a");
        tab.click("button").awaitText("#score", "1 of 3 right.");
        page("index").awaitText("li[data-lesson=cold-reset] .badge", "3 of 3 right");
        assertThat(tab.text("li[data-lesson=heartbeats] .badge")).isEmpty();
        tab.click("#clear");
        assertThat(tab.text("li[data-lesson=cold-reset] .badge")).isEmpty();
        assertThat(tab.text("#message")).isEqualTo("Cleared.");
        tab.assertClean();
    }

    @Test
    void the_way_back_from_a_lesson_shows_its_score() {
        page("index").click("li[data-lesson=cold-reset] a").await("document.querySelector('#questions button')");
        answer("a", "d", "a");
        tab.click("button").awaitText("#score", "2 of 3 right.");
        tab.evaluate("history.back()");
        tab.awaitText("li[data-lesson=cold-reset] .badge", "2 of 3 right");
    }

    @Test
    void what_is_kept_may_be_anything() {
        for (String kept : List.of("5", "null", "{", "{\"cold-reset\":{\"right\":9,\"questions\":3}}", "[1]")) {
            page("index");
            tab.evaluate("localStorage.setItem('ipsisim-course', '" + kept + "')");
            page("index");
            assertThat(tab.text("li[data-lesson=cold-reset] .badge")).as(kept).isEmpty();
            tab.assertClean();
        }
        page("cold-reset");
        answer("a", "d", "b");
        tab.click("button").awaitText("#score", "3 of 3 right.");
        page("index").awaitText("li[data-lesson=cold-reset] .badge", "3 of 3 right");
    }

    @Test
    void every_page_fits_a_phone_before_and_after_and_asks_nothing_of_a_network() {
        tab.phone();
        for (String name : Course.names()) {
            page(name);
            tab.assertFits();
            tab.evaluate("document.querySelectorAll('fieldset').forEach(f => f.querySelector('input').click())");
            tab.evaluate("document.querySelector('button').click()");
            assertThat(tab.shows("#reveal")).as(name).isTrue();
            tab.assertFits().assertClean();
            assertThat(tab.requests()).isNotEmpty().allMatch(request -> request.startsWith("file:"));
        }
        page("index");
        tab.assertFits().assertClean();
    }

    @Test
    void on_paper_the_answers_stand_at_the_end() throws IOException {
        page("cold-reset").print();
        assertThat(tab.shows("#reveal")).isTrue();
        assertThat(tab.shows("button")).isFalse();
        try (PDDocument pdf = Loader.loadPDF(tab.pdf())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text.indexOf("Predict")).isBetween(0, text.indexOf("The answers"));
            assertThat(text).contains("3m44s", "What this rests on").doesNotContain("Run it");
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(pdf)).doesNotContain("not from the last heartbeat");
        }
    }

    @Test
    void without_a_script_everything_can_be_read() {
        tab.withoutScript();
        page("cold-reset");
        assertThat(tab.shows("#reveal")).isTrue();
        assertThat(tab.shows("button")).isFalse();
        assertThat(tab.text("main")).contains("The answers", "resets cold. (R15, M7)");
    }

    @Test
    void a_quiz_is_a_page_alike(@TempDir Path quizzes) throws IOException {
        Exercise quiz = Quiz.of(Reports.shipped("wan-cut"), 3, 1);
        CoursePages.writeQuiz(quiz, quizzes);
        tab.open(quizzes.resolve("index.html"));
        List<String> right = quiz.questions().stream()
                .map(question -> String.valueOf((char) ('a' + question.rightIndex())))
                .toList();
        answer(right.toArray(String[]::new));
        tab.click("button");
        assertThat(tab.text("#score")).isEqualTo("3 of 3 right.");
        tab.assertClean().phone().assertFits();
    }

    @Test
    void it_can_be_read_on_a_dark_screen() {
        tab.dark(true);
        page("cold-reset");
        assertThat(tab.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asString())
                .isEqualTo("rgb(20, 24, 27)");
        assertThat(tab.evaluate("getComputedStyle(document.querySelector('legend')).color")
                        .asString())
                .isEqualTo("rgb(230, 234, 237)");
    }
}
