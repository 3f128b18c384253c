package org.ipsisim.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the server hands over offers, answers and candidates, and what it does not take. */
class SignallingTest {
    private final School school = new School();
    private final Room room = school.room();
    private final Browser terry = school.browser().helloWithKey(room, "Terry");
    private final Browser ann = school.browser().hello(room, "Ann");

    @Test
    void W1_offer_answer_and_candidates_go_to_whom_they_are_for_with_their_sender() {
        Browser bob = school.browser().hello(room, "Bob");
        bob.types();
        ann.say("{'type': 'offer', 'to': '" + terry.id() + "', 'sdp': 'v=0'}");
        assertThat(terry.last("offer").path("from").asString()).isEqualTo(ann.id());
        assertThat(terry.last("offer").path("sdp").asString()).isEqualTo("v=0");
        terry.say("{'type': 'answer', 'to': '" + ann.id() + "', 'sdp': 'v=0 too', 'from': 'somebody else'}");
        assertThat(ann.last("answer").path("from").asString())
                .as("the server says who")
                .isEqualTo(terry.id());
        ann.say("{'type': 'candidate', 'to': '" + terry.id() + "', 'candidate': {'candidate': 'candidate:1 1 udp'}}");
        assertThat(terry.last("candidate").path("candidate").path("candidate").asString())
                .isEqualTo("candidate:1 1 udp");
        assertThat(bob.types()).as("others hear nothing of it").isEmpty();
    }

    @Test
    void W5_the_end_of_candidates_is_passed_on_and_the_order_is_kept() {
        for (String candidate : List.of("{'candidate': 'a'}", "{'candidate': 'b'}", "null")) {
            ann.say("{'type': 'candidate', 'to': '" + terry.id() + "', 'candidate': " + candidate + "}");
        }
        assertThat(terry.last("candidate").path("candidate").isNull()).isTrue();
        assertThat(terry.types()).isEqualTo("welcome joined candidate candidate candidate");
    }

    @Test
    void W3_offers_that_cross_are_both_handed_over() {
        ann.say("{'type': 'offer', 'to': '" + terry.id() + "', 'sdp': 'from Ann'}");
        terry.say("{'type': 'offer', 'to': '" + ann.id() + "', 'sdp': 'from Terry'}");
        assertThat(terry.last("offer").path("sdp").asString()).isEqualTo("from Ann");
        assertThat(ann.last("offer").path("sdp").asString()).isEqualTo("from Terry");
    }

    @Test
    void nobody_reaches_a_stranger_or_another_room() {
        assertThat(ann.say("{'type': 'offer', 'to': 'p99', 'sdp': 'v=0'}").refusal())
                .isEqualTo("no-such-peer");
        assertThat(ann.say("{'type': 'offer', 'to': '" + ann.id() + "', 'sdp': 'v=0'}")
                        .refusal())
                .isEqualTo("no-such-peer");
        Room other = school.room();
        Browser eve = school.browser().hello(other, "Ann");
        assertThat(eve.say("{'type': 'offer', 'to': '" + terry.id() + "', 'sdp': 'v=0'}")
                        .refusal())
                .as("p1 is somebody else there, or nobody")
                .isEqualTo("no-such-peer");
    }

    @Test
    void nothing_leaks_from_room_to_room() {
        Room other = school.room();
        Browser stranger = school.browser().helloWithKey(other, "Stranger");
        Browser student = school.browser().hello(other, "Student");
        assertThat(student.last("welcome").path("peers").size()).isEqualTo(1);
        terry.types();
        ann.types();
        stranger.say("{'type': 'cursor', 'at': 1000}");
        stranger.say("{'type': 'ask', 'question': 'Here?', 'choices': ['yes', 'no']}");
        student.say("{'type': 'vote', 'choice': 0}");
        student.say("{'type': 'hand', 'up': true}");
        stranger.say("{'type': 'reveal'}");
        student.vanish();
        assertThat(terry.types() + ann.types()).isEmpty();
        assertThat(room.traceJson()).doesNotContain("Stranger", "Student");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{'type': 'cursor'} {}",
                "{'type': 'offer', 'type': 'offer'}",
                "{}",
                "{'type': 'dance'}",
                "{'type': 'offer', 'to': 'p1'}",
                "{'type': 'offer', 'to': 'p1', 'sdp': 7}",
                "{'type': 'candidate', 'to': 'p1', 'candidate': 7}",
                "{'type': 'candidate', 'to': 'p1'}",
                "{'type': 'hand', 'up': 'yes'}"
            })
    void what_is_no_message_is_dropped_and_the_class_goes_on(String text) {
        assertThat(ann.say(text).refusal()).isEqualTo("bad-message");
        assertThat(ann.closed()).isEmpty();
        assertThat(ann.say("{'type': 'hand', 'up': true}").closed()).isEmpty();
        assertThat(terry.last("hand").path("from").asString()).isEqualTo(ann.id());
    }

    @Test
    void a_message_has_64_KiB_at_most() {
        String start = "{\"type\": \"offer\", \"to\": \"" + terry.id() + "\", \"sdp\": \"";
        int room = 64 * 1024 - start.length() - 2;
        ann.sayLiterally(start + "x".repeat(room) + "\"}");
        assertThat(terry.last("offer").path("sdp").asString()).hasSize(room);
        ann.sayLiterally(start + "x".repeat(room + 1) + "\"}");
        assertThat(ann.refusal()).isEqualTo("too-large 1009");

        Browser bob = school.browser().hello(this.room, "Bob");
        bob.sayLiterally(start + "é".repeat(room / 2 + 1) + "\"}");
        assertThat(bob.refusal()).as("bytes count, not letters").isEqualTo("too-large 1009");
    }

    @Test
    void a_message_is_text() {
        ann.sendBinary();
        assertThat(ann.refusal()).isEqualTo("bad-message 1008");
    }

    @Test
    void a_student_may_send_60_at_once_and_20_a_second() {
        for (int i = 0; i < 59; i++) {
            ann.say("{'type': 'hand', 'up': true}");
        }
        assertThat(ann.closed()).as("with hello, sixty").isEmpty();
        for (int second = 0; second < 5; second++) {
            school.pass(1_000);
            for (int i = 0; i < 20; i++) {
                ann.say("{'type': 'hand', 'up': true}");
            }
        }
        assertThat(ann.closed()).isEmpty();
        Browser hasty = school.browser().hello(room, "Hasty");
        for (int i = 0; i < 100; i++) {
            hasty.say("{'type': 'hand', 'up': true}");
        }
        assertThat(hasty.refusal()).isEqualTo("too-fast 1008");
        assertThat(terry.last("left").path("name").asString()).isEqualTo("Hasty");
    }

    @Test
    void the_trace_says_who_said_what_to_whom_in_order() {
        school.pass(1_500);
        ann.say("{'type': 'offer', 'to': '" + terry.id() + "', 'sdp': 'v=0'}");
        terry.say("{'type': 'answer', 'to': '" + ann.id() + "', 'sdp': 'v=0'}");
        ann.say("{'type': 'candidate', 'to': '" + terry.id() + "', 'candidate': null}");
        terry.say("{'type': 'cursor', 'at': 1000}").say("{'type': 'cursor', 'at': 2000}");
        ann.say("{'type': 'bye'}");
        JsonNode trace = new JsonMapper().readTree(room.traceJson());
        List<String> lines = new ArrayList<>();
        for (JsonNode message : trace.path("messages")) {
            lines.add(message.path("at").asString() + " " + message.path("from").asString() + ">"
                    + message.path("to").asString() + " " + message.path("type").asString() + " "
                    + message.path("count").asString());
        }
        assertThat(lines)
                .containsExactly(
                        "0 p1>server hello 1",
                        "0 server>p1 welcome 1",
                        "0 server>all joined 1",
                        "0 p2>server hello 1",
                        "0 server>p2 welcome 1",
                        "0 server>all joined 1",
                        "1.5 p2>p1 offer 1",
                        "1.5 p1>p2 answer 1",
                        "1.5 p2>p1 candidate 1",
                        "1.5 p1>all cursor 2",
                        "1.5 p2>server bye 1",
                        "1.5 server>all left 1");
        assertThat(trace.path("people").toString())
                .isEqualTo("[{\"id\":\"p1\",\"name\":\"Terry\",\"role\":\"trainer\"},"
                        + "{\"id\":\"p2\",\"name\":\"Ann\",\"role\":\"student\"}]");
    }
}
