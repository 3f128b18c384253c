package org.ipsisim.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How people get into a room and out of it. */
class ComingAndGoingTest {
    private final School school = new School();
    private final Room room = school.room();

    @Test
    void who_comes_is_told_who_is_there_and_they_are_told_who_comes() {
        Browser terry = school.browser().helloWithKey(room, "Terry");
        assertThat(terry.last("welcome").path("role").asString()).isEqualTo("trainer");
        assertThat(terry.last("welcome").path("run").asString()).isEqualTo("/room/" + room.id() + "/run/1");

        Browser ann = school.browser().hello(room, "Ann");
        assertThat(ann.last("welcome").path("role").asString()).isEqualTo("student");
        assertThat(ann.last("welcome").path("peers").toString())
                .isEqualTo("[{\"id\":\"" + terry.id() + "\",\"name\":\"Terry\",\"role\":\"trainer\"}]");
        assertThat(terry.last("joined").toString())
                .isEqualTo("{\"type\":\"joined\",\"id\":\"" + ann.id() + "\",\"name\":\"Ann\",\"role\":\"student\"}");

        ann.say("{'type': 'bye'}");
        assertThat(ann.closed()).isEqualTo("1000");
        assertThat(terry.types()).isEqualTo("welcome joined left");
        assertThat(school.news())
                .containsExactly(
                        "+ Terry (trainer), 0 students here", "+ Ann, 1 student here", "- Ann, 0 students here");
    }

    @Test
    void a_killed_tab_leaves_as_well() {
        Browser terry = school.browser().helloWithKey(room, "Terry");
        school.browser().hello(room, "Ann").vanish();
        assertThat(terry.types()).isEqualTo("welcome joined left");
    }

    @Test
    void who_says_nothing_for_10_s_is_sent_away() {
        Browser silent = school.browser();
        school.pass(9_999);
        assertThat(silent.closed()).isEmpty();
        school.pass(1);
        assertThat(silent.refusal()).isEqualTo("bad-message 1008");
    }

    @Test
    void who_does_not_even_answer_a_ping_is_gone() {
        Browser awake = school.browser().hello(room, "Ann");
        Browser asleep = school.browser().hello(room, "Bob");
        school.pass(20_000);
        assertThat(asleep.pings()).isEqualTo(1);
        awake.answerPing();
        school.pass(20_000);
        assertThat(asleep.closed()).isEqualTo("1000");
        assertThat(awake.closed()).isEmpty();
        assertThat(awake.types()).isEqualTo("welcome joined left");
    }

    @Test
    void the_first_message_is_hello() {
        assertThat(school.browser().say("{'type': 'vote', 'choice': 0}").refusal())
                .isEqualTo("bad-message 1008");
        Browser again = school.browser().hello(room, "Ann").hello(room, "Ann");
        assertThat(again.refusal()).as("a second one means nothing").isEqualTo("bad-message");
    }

    @Test
    void a_wrong_room_and_a_wrong_key_lead_nowhere() {
        assertThat(school.browser()
                        .say("{'type': 'hello', 'room': 'elsewhere', 'name': 'Ann'}")
                        .refusal())
                .isEqualTo("no-such-room 1008");
        assertThat(school.browser()
                        .say("{'type': 'hello', 'room': '" + room.id() + "', 'name': 'Eve', 'key': 'guess'}")
                        .refusal())
                .isEqualTo("not-allowed 1008");
        Room other = school.room();
        assertThat(school.browser()
                        .say("{'type': 'hello', 'room': '" + room.id() + "', 'name': 'Eve', 'key': '" + other.key()
                                + "'}")
                        .refusal())
                .as("the key of another room")
                .isEqualTo("not-allowed 1008");
    }

    @Test
    void rooms_and_keys_cannot_be_guessed() {
        assertThat(room.id()).matches("[\\w-]{22}").isNotEqualTo(school.room().id());
        assertThat(room.key()).matches("[\\w-]{22}").isNotEqualTo(room.id());
    }

    @Test
    void a_name_is_taken_while_its_owner_is_there() {
        Browser ann = school.browser().hello(room, "Ann");
        assertThat(school.browser().hello(room, " ann ").refusal()).isEqualTo("name-taken 1008");
        ann.vanish();
        assertThat(school.browser().hello(room, "ann").types()).isEqualTo("welcome");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\u200b", "a\\nb", "A\u202ebc", "\\ud800", "12345678901234567890123456789012345678901"
            })
    void a_name_can_be_seen_and_is_not_too_long(String name) {
        assertThat(school.browser().hello(room, name).refusal()).isEqualTo("bad-message 1008");
    }

    @Test
    void markup_in_a_name_is_text() {
        Browser terry = school.browser().helloWithKey(room, "Terry");
        school.browser().hello(room, "<b onclick=alert(1)>");
        assertThat(terry.last("joined").path("name").asString()).isEqualTo("<b onclick=alert(1)>");
    }

    @Test
    void who_reloads_takes_the_same_seat() {
        Browser terry = school.browser().helloWithKey(room, "Terry");
        Browser ann = school.browser().hello(room, "Ann");
        String seat = ann.last("welcome").path("seat").asString();
        Browser reloaded = school.browser()
                .say("{'type': 'hello', 'room': '" + room.id() + "', 'name': 'Ann', 'seat': '" + seat + "'}");
        assertThat(ann.closed())
                .as("although the old connection was not closed")
                .isEqualTo("1000");
        assertThat(reloaded.types()).isEqualTo("welcome");
        assertThat(terry.types()).isEqualTo("welcome joined left joined");
    }

    @Test
    void the_trainer_is_who_has_shown_the_key_last() {
        Browser first = school.browser().helloWithKey(room, "Terry");
        Browser ann = school.browser().hello(room, "Ann");
        Browser second = school.browser().helloWithKey(room, "Terry");
        assertThat(first.refusal()).isEqualTo("not-allowed 1008");
        assertThat(second.types()).isEqualTo("welcome");
        assertThat(ann.types()).isEqualTo("welcome left joined");
    }

    @Test
    void there_are_places_for_32_students_and_the_trainer() {
        for (int i = 1; i <= 32; i++) {
            assertThat(school.browser().hello(room, "Student " + i).types()).isEqualTo("welcome");
        }
        Browser late = school.browser().hello(room, "Student 33");
        assertThat(late.refusal()).isEqualTo("room-full 1008");
        assertThat(school.browser().helloWithKey(room, "Terry").types()).isEqualTo("welcome");

        Room small = school.room(1);
        school.browser().hello(small, "Ann");
        assertThat(school.browser().hello(small, "Bob").refusal()).isEqualTo("room-full 1008");
    }

    @Test
    void a_thousand_who_come_and_go_leave_nothing_behind() {
        for (int i = 0; i < 1_000; i++) {
            school.browser()
                    .hello(room, "Student")
                    .say("{'type': 'hand', 'up': true}")
                    .vanish();
        }
        assertThat(school.rooms.connections()).isZero();
        Browser terry = school.browser().helloWithKey(room, "Terry");
        assertThat(terry.last("welcome").path("peers").size()).isZero();
        assertThat(terry.types()).as("no hand is up").isEqualTo("welcome");
        for (int i = 0; i < 5_000; i++) {
            school.browser().hello(room, "Student").vanish();
        }
        assertThat(room.traceJson().length())
                .as("the trace keeps the last messages")
                .isLessThan(1_000_000);
    }

    @Test
    void a_thousand_who_join_vote_and_leave_give_their_memory_back() {
        Browser terry = school.browser().helloWithKey(room, "Terry");
        terry.say("{'type': 'ask', 'question': 'Over?', 'choices': ['yes', 'no']}");
        comeAndGo(1_000);
        terry.types();
        long before = heap();

        comeAndGo(1_000);

        terry.types();
        assertThat(heap() - before).as("bytes after another thousand").isLessThan(1_000_000);
        assertThat(school.rooms.connections()).isEqualTo(1);
    }

    /** Each holds what a browser's connection holds: some kilobytes. */
    private void comeAndGo(int students) {
        for (int i = 0; i < students; i++) {
            school.browser()
                    .hello(room, "Student")
                    .say("{'type': 'hand', 'up': true}")
                    .say("{'type': 'lost', 'up': true}")
                    .say("{'type': 'point', 'part': 'link:wan'}")
                    .say("{'type': 'vote', 'choice': 0}")
                    .vanish();
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
