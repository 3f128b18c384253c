package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.classroom.ClassroomServer;
import org.ipsisim.classroom.ClassroomSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A class in browsers: the trainer's page and those of students, with a camera that shows a test picture. */
class ClassroomInBrowserTest {
    private final List<Tab> tabs = new ArrayList<>();
    private ClassroomServer classroom;
    private Tab trainer;

    @BeforeEach
    void open() throws IOException {
        trainer = tab();
        classroom = ClassroomServer.start(
                new ClassroomSettings("127.0.0.1", 0, Optional.empty(), List.of(), 8),
                Reports.shipped("wan-cut").scenario(),
                news -> {});
        join(trainer, classroom.trainerAddress(), "Terry");
    }

    @AfterEach
    void close() {
        tabs.forEach(Tab::close);
        if (classroom != null) {
            classroom.close();
        }
    }

    private Tab tab() {
        Tab tab = Chromium.open();
        tabs.add(tab);
        return tab;
    }

    private Tab student(String name) {
        return join(tab(), classroom.studentsAddress(), name);
    }

    private static Tab join(Tab tab, String address, String name) {
        tab.open(address);
        tab.evaluate(the("name") + ".value = '" + name + "'");
        tab.evaluate(the("join") + ".requestSubmit()");
        return awaitStage(tab);
    }

    private static Tab awaitStage(Tab tab) {
        return tab.await("document.querySelector('iframe')?.contentDocument?.querySelector('.at-a-moment')");
    }

    private static String the(String role) {
        return "document.querySelector('[data-role=" + role + "]')";
    }

    private static void press(Tab tab, String role) {
        tab.evaluate(the(role) + ".click()");
    }

    private static long moment(Tab tab) {
        return tab.evaluate("Number(" + the("cursor-time") + ".dataset.ms)").asLong();
    }

    private static String inStage(String selector) {
        return "document.querySelector('iframe').contentDocument.querySelector('" + selector + "')";
    }

    @Test
    void two_students_follow_the_trainer_over_data_channels() {
        Tab ann = student("Ann");
        Tab bob = student("Bob");
        for (Tab tab : tabs) {
            tab.await(the("connection") + ".dataset.state === 'connected'");
            tab.await(the("link") + ".textContent === 'data-channel'");
            tab.await(the("people") + ".children.length === 3");
        }
        press(trainer, "next-event");
        long cut = moment(trainer);
        assertThat(cut).as("the WAN is cut").isEqualTo(60_000);
        for (Tab student : List.of(ann, bob)) {
            student.await(the("cursor-time") + ".dataset.ms === '" + cut + "'");
            student.await(inStage("#c-time") + ".textContent === '1:00'");
        }
        tabs.forEach(ClassroomInBrowserTest::assertCalm);
    }

    private static void assertCalm(Tab tab) {
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests())
                .allMatch(url -> url.startsWith("http://127.0.0.1:") || url.startsWith("ws://127.0.0.1:"));
    }
}
