package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsisim.classroom.ClassroomServer;
import org.ipsisim.classroom.ClassroomSettings;
import org.ipsisim.course.Course;
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
        classroom = classroom("wan-cut");
        awaitStage(join(trainer, classroom.trainerAddress(), "Terry"));
    }

    private static ClassroomServer classroom(String scenario) throws IOException {
        return ClassroomServer.start(settings(), Reports.shipped(scenario).scenario(), news -> {});
    }

    private static ClassroomSettings settings() {
        return new ClassroomSettings("127.0.0.1", 0, Optional.empty(), List.of(), 8);
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
        return awaitStage(join(tab(), classroom.studentsAddress(), name));
    }

    static Tab join(Tab tab, String address, String name) {
        tab.open(address);
        tab.evaluate(the("name") + ".value = '" + name + "'");
        tab.evaluate(the("join") + ".requestSubmit()");
        return tab;
    }

    static Tab awaitStage(Tab tab) {
        return tab.await("document.querySelector('#frame')?.contentDocument?.querySelector('.at-a-moment')");
    }

    static String the(String role) {
        return "document.querySelector('[data-role=" + role + "]')";
    }

    static void press(Tab tab, String role) {
        tab.evaluate(the(role) + ".click()");
    }

    static long moment(Tab tab) {
        return tab.evaluate("Number(" + the("cursor-time") + ".dataset.ms)").asLong();
    }

    private static String inStage(String selector) {
        return "document.querySelector('#frame').contentDocument.querySelector('" + selector + "')";
    }

    @Test
    void five_students_follow_the_trainer_over_data_channels() {
        List<Tab> students =
                Stream.of("Ann", "Bob", "Cyd", "Dan", "Eve").map(this::student).toList();
        for (Tab tab : tabs) {
            tab.await(the("connection") + ".dataset.state === 'connected'");
            tab.await(the("link") + ".textContent === 'data-channel'");
            tab.await(the("people") + ".children.length === 6");
        }
        press(trainer, "next-event");
        long cut = moment(trainer);
        assertThat(cut).as("the WAN is cut").isEqualTo(60_000);
        for (Tab student : students) {
            student.await(the("cursor-time") + ".dataset.ms === '" + cut + "'");
            student.await(inStage("#c-time") + ".textContent === '1:00'");
        }
        tabs.forEach(ClassroomInBrowserTest::assertCalm);
    }

    @Test
    void the_trainer_sees_who_is_lost_and_everything_can_be_read() {
        Tab ann = student("Ann");
        press(trainer, "ask");
        ann.await("document.querySelectorAll('[data-role=choice]').length > 1");
        ann.click("#lost");
        trainer.awaitText("[data-role=lost]", "1 of 1 lost · most so far: 1, at 0:00.");
        assertThat(trainer.evaluate(inStage("#c-on") + ".checkVisibility()").asBoolean())
                .as("one set of buttons")
                .isFalse();
        for (boolean dark : new boolean[] {false, true}) {
            AccessibilityTest.assertAccessible(trainer.dark(dark), "trainer, dark: " + dark);
            AccessibilityTest.assertAccessible(ann.dark(dark), "student, dark: " + dark);
        }
        ann.click("#lost");
        trainer.awaitText("[data-role=lost]", "Nobody is lost · most so far: 1, at 0:00.");
        tabs.forEach(ClassroomInBrowserTest::assertCalm);
    }

    @Test
    void everything_has_a_name_for_screen_readers_and_fits_at_200_percent() {
        Tab ann = student("Ann");
        press(trainer, "ask");
        ann.await("document.querySelectorAll('[data-role=choice]').length > 1");
        String nameless = "[...document.querySelectorAll('button, input, select, textarea, iframe, summary, a')]"
                + ".filter(one => one.checkVisibility() && !(one.getAttribute('aria-label') || one.title"
                + " || one.innerText?.trim() || one.labels?.[0]?.innerText.trim())).map(one => one.outerHTML)";
        for (Tab tab : tabs) {
            assertThat(tab.evaluate(nameless).toString()).isEqualTo("[]");
            tab.viewport(640, 400).assertFits();
        }
        ann.viewport(1280, 800).press("Tab", "Tab");
        assertThat(ann.evaluate("document.activeElement !== document.body").asBoolean())
                .isTrue();
        ann.evaluate(the("choice") + ".focus()");
        ann.press("Enter");
        trainer.await(the("tally") + ".children[0]?.dataset.count === '1'");
    }

    @Test
    void what_connects_us_shows_the_signalling_and_explains_it() {
        Tab ann = student("Ann");
        ann.await(the("connection") + ".dataset.state === 'connected'");
        ann.evaluate("document.querySelector('#connects').open = true");
        String lines = "document.querySelector('[data-type=%s]').textContent";
        assertThat(ann.evaluate(lines.formatted("offer")).asString())
                .as("W11")
                .contains("a=ice-ufrag", "a=fingerprint", "m=application", "hash of this side");
        assertThat(ann.evaluate("(t => { const [, p, type, local, c] ="
                                + " /priority (\\d+)type (\\d+), local (\\d+), component (\\d+)/.exec(t);"
                                + " return type * 2 ** 24 + local * 256 + (256 - c) === Number(p); })"
                                + "([...document.querySelectorAll('[data-type=candidate]')].map(one => one.textContent)"
                                + ".find(text => text.includes('priority')))")
                        .asBoolean())
                .as("W7: the priority is decoded")
                .isTrue();
        ann.await("/host .* ↔ .* over udp/.test(document.querySelector('#pairs').innerText)");
        String types = "fetch(document.querySelector('#trace-link').href).then(answer => answer.json())"
                + ".then(trace => trace.messages.map(one => one.type).join(' '))";
        ann.close();
        tabs.remove(ann);
        trainer.await(the("people") + ".children.length === 1");
        assertThat(trainer.evaluate(types).asString())
                .matches("hello welcome joined hello welcome joined"
                        + "( cursor| offer| answer| candidate)* offer( cursor| candidate)* answer"
                        + "( cursor| offer| answer| candidate)*( bye)? left");
    }

    @Test
    void the_picture_has_the_size_of_the_article_and_frames_arrive() {
        Tab ann = student("Ann");
        ann.await(the("connection") + ".dataset.state === 'connected'");
        press(trainer, "camera");
        ann.await(the("trainer-video") + ".getVideoPlaybackQuality().totalVideoFrames > 10");
        for (Tab tab : tabs) {
            String place = the(tab == trainer ? "local-video" : "trainer-video");
            assertThat(tab.evaluate("[" + place + ".offsetWidth, " + place + ".offsetHeight]")
                            .toString())
                    .isEqualTo("[384,288]");
        }
        String captured = "JSON.stringify((t => [t.width, t.height])(" + the("local-video")
                + ".srcObject.getVideoTracks()[0].getSettings()))";
        assertThat(trainer.evaluate(captured).asString()).isEqualTo("[384,288]");
        press(trainer, "camera");
        ann.await(the("trainer-video") + ".srcObject === null");
        tabs.forEach(ClassroomInBrowserTest::assertCalm);
    }

    /** Lets a page make connections only through TURN, of which there is none, or take all that it has made away. */
    private Tab studentWhoseConnections(String are) {
        Tab tab = tab();
        tab.open(classroom.studentsAddress());
        tab.evaluate("window.made = [], window.RTCPeerConnection = " + are);
        tab.evaluate(the("name") + ".value = 'Ann'");
        tab.evaluate(the("join") + ".requestSubmit()");
        return awaitStage(tab);
    }

    @Test
    void without_a_way_between_browsers_the_server_carries_the_cursor() {
        Tab ann = studentWhoseConnections("class extends RTCPeerConnection {"
                + " constructor(one) { super({...one, iceTransportPolicy: 'relay'}); } }");
        ann.await(the("signalling") + ".querySelector('[data-type=answer]')");
        press(trainer, "next-event");
        ann.await(the("cursor-time") + ".dataset.ms === '60000'");
        assertThat(ann.text("[data-role=link]") + trainer.text("[data-role=link]"))
                .isEqualTo("serverserver");
        assertCalm(ann);
    }

    @Test
    void a_way_that_is_lost_is_replaced_by_the_server() {
        Tab ann = studentWhoseConnections(
                "class extends RTCPeerConnection { constructor(one) { super(one); made.push(this); } }");
        for (Tab tab : tabs) {
            tab.await(the("link") + ".textContent === 'data-channel'");
        }
        ann.evaluate("made.forEach(one => one.close())");
        for (Tab tab : tabs) {
            tab.await(the("link") + ".textContent === 'server'");
        }
        press(trainer, "next-event");
        ann.await(the("cursor-time") + ".dataset.ms === '60000'");
    }

    @Test
    void who_looks_around_and_who_reloads_come_back_to_the_class() {
        Tab ann = student("Ann");
        press(trainer, "next-event");
        ann.await(the("cursor-time") + ".dataset.ms === '60000'");
        ann.evaluate(inStage("#c-on") + ".click()");
        ann.await(the("cursor-time") + ".dataset.ms !== '60000'");
        press(trainer, "next-event");
        long elsewhere = moment(trainer);
        ann.awaitText("#back", "Back to the class, at " + trainer.text("[data-role=cursor-time]"));
        ann.evaluate("document.querySelector('#back').click()");
        ann.await(the("cursor-time") + ".dataset.ms === '" + elsewhere + "'");

        reload(ann, classroom.studentsAddress()).await(the("cursor-time") + ".dataset.ms === '" + elsewhere + "'");
        trainer.await(the("people") + ".children.length === 2");
        reload(trainer, classroom.trainerAddress()).await(the("cursor-time") + ".dataset.ms === '" + elsewhere + "'");
    }

    /** A tab that is copied has what the first one keeps, its seat in the class as well. */
    @Test
    void who_joins_from_another_page_leaves_the_first_one() {
        Tab first = student("Ann");
        String kept = first.evaluate("JSON.stringify(sessionStorage)").asString();
        Tab copy = tab().open(classroom.studentsAddress());
        copy.evaluate("Object.assign(sessionStorage, " + kept + ")");
        awaitStage(join(copy, classroom.studentsAddress(), "Ann"));
        first.awaitText("#refused", "You have joined from another page.");
        trainer.await(the("people") + ".children.length === 2");
        assertThat(first.shows("#class")).isFalse();
        assertThat(copy.shows("#class")).isTrue();
    }

    @Test
    void who_is_sent_away_reads_why() {
        student("Ann");
        Tab namesake = join(tab(), classroom.studentsAddress(), "Ann");
        namesake.awaitText("#refused", "Somebody of this name is here already.");
        awaitStage(join(namesake, classroom.studentsAddress(), "Anna"));

        awaitStage(join(tab(), classroom.trainerAddress(), "Tess"));
        trainer.awaitText("#refused", "Somebody else has come with the key of the trainer.");
        assertThat(trainer.shows("#class")).isFalse();
    }

    /** Leaves the page and comes again, in the same tab: it joins by itself. */
    private static Tab reload(Tab tab, String address) {
        return awaitStage(tab.open(address));
    }

    @Test
    void the_class_answers_and_gets_a_run_in_which_something_more_breaks() {
        Tab ann = student("<b>Ann</b>");
        trainer.await(the("people") + ".querySelector('[data-name=\"<b>Ann</b>\"]')");
        press(trainer, "ask");
        ann.await("document.querySelectorAll('[data-role=choice]').length > 1");
        press(ann, "choice");
        trainer.await(the("tally") + ".children[0]?.dataset.count === '1'");
        assertThat(ann.count("[data-role=tally] > *"))
                .as("nobody else sees votes")
                .isZero();
        press(trainer, "reveal");
        ann.await(the("tally") + ".children[0]?.dataset.count === '1'");
        assertThat(ann.count("[data-role=tally] .right")).isEqualTo(1);

        trainer.evaluate("document.querySelector('#break-text').value = 'fail hq for 2m'");
        trainer.evaluate("document.querySelector('#break').requestSubmit()");
        for (Tab tab : tabs) {
            tab.awaitText("#run-name", "Run 2: fail hq for 2m at 0:00");
            awaitStage(tab);
        }
        tabs.forEach(ClassroomInBrowserTest::assertCalm);
    }

    @Test
    void a_question_is_asked_again_and_the_reveal_shows_both_votes() {
        Tab ann = student("Ann");
        Tab bob = student("Bob");
        trainer.evaluate("document.querySelector('#own-text').value = 'When?'");
        trainer.evaluate("document.querySelector('#own-choices').value = '1:00\\n* 1:14'");
        trainer.evaluate("document.querySelector('#own-question').requestSubmit()");
        String choice = "document.querySelectorAll('[data-role=choice]')";
        for (Tab student : List.of(ann, bob)) {
            student.await(choice + ".length === 2");
        }
        ann.evaluate(choice + "[0].click()");
        bob.evaluate(choice + "[1].click()");
        trainer.await("!document.querySelector('#divided').hidden");
        press(trainer, "again");
        for (Tab student : List.of(ann, bob)) {
            student.awaitText("#question-heading", "Question, second vote");
            student.evaluate(choice + "[1].click()");
        }
        trainer.await(the("tally") + ".children[1].dataset.count === '2'");
        press(trainer, "reveal");
        String both =
                "[..." + the("tally") + ".children].map(one => one.dataset.before + '>' + one.dataset.count).join()";
        ann.await(both + " === '1>0,1>2'");
        assertThat(trainer.evaluate(both).asString()).isEqualTo("1>0,1>2");
        assertThat(ann.count("[data-role=tally] progress")).isEqualTo(4);
        tabs.forEach(ClassroomInBrowserTest::assertCalm);
    }

    @Test
    void a_student_points_at_the_map_and_the_trainer_sees_how_many_mean_it() {
        Tab ann = student("Ann");
        String wan = "document.querySelector('#map').contentDocument?.querySelector('[data-part=\"link:wan\"]')";
        String state = wan + "?.querySelector('title').textContent";
        ann.await(wan);
        press(trainer, "next-event");
        for (Tab tab : tabs) {
            tab.await(state + "?.endsWith('failed')");
        }
        ann.evaluate(wan + ".dispatchEvent(new MouseEvent('click', {bubbles: true}))");
        trainer.awaitText("#points", "link wan: 1");
        ann.await(wan + ".getAttribute('aria-pressed') === 'true'");
        press(trainer, "clear-points");
        ann.await(wan + ".getAttribute('aria-pressed') === 'false'");
        tabs.forEach(ClassroomInBrowserTest::assertCalm);
    }

    @Test
    void a_student_tries_own_values_and_the_trainer_shows_the_run_to_all() {
        Tab ann = student("Ann");
        ann.evaluate("document.querySelector('[name=length]').value = 85");
        ann.evaluate("document.querySelector('#own-fork').requestSubmit()");
        for (Tab tab : tabs) {
            tab.await("document.querySelectorAll('[data-fork]').length === 1");
        }
        assertThat(ann.text("#fork-list")).isEqualTo("length 1m25s: 80 calls lost, 3 min out");
        trainer.evaluate("document.querySelector('[data-fork]').dispatchEvent(new MouseEvent('click'))");
        ann.awaitText("#run-name", "Run 2: Ann: length 1m25s");
        tabs.forEach(ClassroomInBrowserTest::assertCalm);
    }

    @Test
    void a_lesson_leads_the_trainer_through_the_hour() throws IOException {
        try (ClassroomServer hour = ClassroomServer.start(settings(), Course.lesson("warm-reset"), news -> {})) {
            Tab terry = awaitStage(join(tab(), hour.trainerAddress(), "Terry"));
            Tab ann = awaitStage(join(tab(), hour.studentsAddress(), "Ann"));
            assertThat(ann.count("#sheet-card")).as("students never see it").isZero();
            terry.awaitText("[data-role=step]", "1. Arrive");
            terry.press("n", "n");
            terry.awaitText("[data-role=step]", "3. Question 1 of 3");
            press(terry, "ask-step");
            ann.awaitText("#question", "How many of the 50 calls drop?");
            terry.evaluate("document.querySelector('#all-steps li:nth-child(6) button').click()");
            press(terry, "show-step");
            ann.awaitText("#run-name", "Run 2: timers.socket-sanity-timeout=3s");
            awaitStage(reload(terry, hour.trainerAddress())).awaitText("[data-role=step]", "6. Try it");
            assertCalm(terry);
        }
    }

    @Test
    void a_run_of_phones_alone_has_a_cursor_as_well() throws IOException {
        try (ClassroomServer phones = classroom("sip-branch")) {
            Tab terry = join(tab(), phones.trainerAddress(), "Terry");
            Tab ann = join(tab(), phones.studentsAddress(), "Ann");
            for (Tab tab : List.of(terry, ann)) {
                tab.await("document.querySelector('#frame')?.contentDocument?.querySelector('#plot div')");
            }
            press(terry, "next-event");
            assertThat(moment(terry)).as("the WAN is cut").isEqualTo(60_000);
            ann.await(the("cursor-time") + ".dataset.ms === '60000'");
            assertCalm(ann);
        }
    }

    @Test
    void it_fits_on_a_phone_and_on_a_projector() {
        student("Ann").viewport(1024, 768).assertFits();
        trainer.viewport(1024, 768).assertFits();
        trainer.viewport(390, 844).assertFits();
        tabs.get(1).phone().assertFits();
    }

    static void assertCalm(Tab tab) {
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests())
                .isNotEmpty()
                .allMatch(url -> url.startsWith("http://127.0.0.1:") || url.startsWith("ws://127.0.0.1:"));
    }
}
