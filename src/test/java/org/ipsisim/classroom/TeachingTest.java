package org.ipsisim.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.ipsisim.course.Course;
import org.ipsisim.estate.PnTotal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How the trainer leads a class: the cursor, questions and votes, hands, and what breaks. */
class TeachingTest {
    private final School school = new School();
    private final Room room = school.roomOf("wan-cut");
    private final Browser terry = school.browser().helloWithKey(room, "Terry");
    private final Browser ann = school.browser().hello(room, "Ann");

    @Test
    void everybody_gets_the_cursor_and_who_comes_late_gets_it_with_the_welcome() {
        terry.say("{'type': 'cursor', 'at': 74020, 'pn': 2, 'note': '<i>Warm</i>', 'secret': 'x'}");
        assertThat(ann.last("cursor").toString())
                .isEqualTo("{\"type\":\"cursor\",\"at\":74020,\"pn\":2,\"note\":\"<i>Warm</i>\"}");
        assertThat(terry.types()).as("not its sender").isEqualTo("welcome joined");
        Browser late = school.browser().hello(room, "Late");
        assertThat(late.last("cursor").path("at").asLong()).isEqualTo(74_020);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type': 'cursor'}", "{'type': 'cursor', 'at': -1}", "{'type': 'cursor', 'at': 1.5}"})
    void a_cursor_stands_somewhere(String cursor) {
        assertThat(terry.say(cursor).refusal()).isEqualTo("bad-message");
        assertThat(ann.types()).isEqualTo("welcome");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'cursor', 'at': 0}",
                "{'type': 'ask', 'quiz': 'next'}",
                "{'type': 'fork', 'event': 'fail wan'}",
                "{'type': 'reveal'}"
            })
    void students_do_not_lead(String message) {
        assertThat(ann.say(message).refusal()).isEqualTo("not-allowed");
        assertThat(terry.types()).isEqualTo("welcome joined");
    }

    @Test
    void trainers_do_not_answer() {
        assertThat(terry.say("{'type': 'hand', 'up': true}").refusal()).isEqualTo("not-allowed");
        terry.say("{'type': 'ask', 'question': 'Well?', 'choices': ['yes', 'no']}");
        assertThat(terry.say("{'type': 'vote', 'choice': 0}").refusal()).isEqualTo("not-allowed");
    }

    @Test
    void the_trainer_alone_sees_hands_and_sees_them_after_a_reload() {
        Browser bob = school.browser().hello(room, "Bob");
        ann.say("{'type': 'hand', 'up': true}").say("{'type': 'hand', 'up': true}");
        assertThat(terry.types()).isEqualTo("welcome joined joined hand");
        assertThat(bob.types()).isEqualTo("welcome");
        Browser again = school.browser().helloWithKey(room, "Terry");
        assertThat(again.last("hand").path("from").asString()).isEqualTo(ann.id());
        ann.say("{'type': 'hand', 'up': false}");
        assertThat(again.last("hand").path("up").asBoolean()).isFalse();
    }

    @Test
    void one_vote_a_student_and_the_last_one_counts_until_the_answer_is_revealed() {
        Browser bob = school.browser().hello(room, "Bob");
        terry.say(
                "{'type': 'ask', 'question': 'When is the <b>warm</b> reset?', 'choices': ['1:00', '1:14'], 'right': 1}");
        JsonNode ask = ann.last("ask");
        assertThat(ask.toString())
                .isEqualTo("{\"type\":\"ask\",\"id\":1,\"question\":\"When is the <b>warm</b> reset?\","
                        + "\"choices\":[\"1:00\",\"1:14\"]}");
        ann.say("{'type': 'vote', 'question': 1, 'choice': 0}").say("{'type': 'vote', 'question': 1, 'choice': 1}");
        bob.say("{'type': 'vote', 'question': 'When is the <b>warm</b> reset?', 'choice': '1:00'}");
        assertThat(terry.last("tally").path("counts").toString()).isEqualTo("[1,1]");
        assertThat(terry.last("tally").has("right"))
                .as("not before it is revealed")
                .isFalse();
        assertThat(ann.types()).as("students see no votes yet").isEqualTo("welcome joined ask");

        Browser late = school.browser().hello(room, "Late");
        assertThat(late.types()).isEqualTo("welcome ask");
        terry.say("{'type': 'reveal'}");
        assertThat(ann.last("tally").path("right").asInt()).isEqualTo(1);
        assertThat(ann.last("tally").path("counts").toString()).isEqualTo("[1,1]");
        assertThat(bob.say("{'type': 'vote', 'choice': 1}").refusal()).isEqualTo("not-allowed");
        assertThat(school.browser().hello(room, "Later").types()).isEqualTo("welcome ask tally");
    }

    @Test
    void an_answer_that_is_a_number_is_not_taken_for_the_place_of_another() {
        terry.say("{'type': 'ask', 'question': 'How many calls drop?', 'choices': ['1', '0']}");
        ann.say("{'type': 'vote', 'choice': 0}");
        assertThat(terry.last("tally").path("counts").toString()).isEqualTo("[1,0]");
        ann.say("{'type': 'vote', 'choice': '0'}");
        assertThat(terry.last("tally").path("counts").toString()).isEqualTo("[0,1]");
    }

    @Test
    void a_question_is_asked_again_and_both_votes_are_shown() {
        Browser bob = school.browser().hello(room, "Bob");
        terry.say("{'type': 'ask', 'question': 'When?', 'choices': ['1:00', '1:14'], 'right': 1}");
        ann.say("{'type': 'vote', 'choice': 0}");
        assertThat(terry.last("tally").path("divided").asBoolean())
                .as("nobody is right")
                .isFalse();
        bob.say("{'type': 'vote', 'choice': 1}");
        assertThat(terry.last("tally").path("divided").asBoolean()).isTrue();
        ann.types();
        terry.say("{'type': 'ask', 'again': true}");
        assertThat(ann.last("ask").toString())
                .isEqualTo(
                        "{\"type\":\"ask\",\"id\":2,\"question\":\"When?\",\"choices\":[\"1:00\",\"1:14\"],\"again\":true}");
        assertThat(ann.types()).as("the first votes are not told").isEqualTo("ask");
        ann.say("{'type': 'vote', 'question': 2, 'choice': 1}");
        bob.say("{'type': 'vote', 'question': 2, 'choice': 1}");
        terry.say("{'type': 'reveal'}");
        assertThat(ann.last("tally").path("before").toString()).isEqualTo("[1,1]");
        assertThat(ann.last("tally").path("counts").toString()).isEqualTo("[0,2]");
        assertThat(terry.say("{'type': 'ask', 'again': true}").refusal())
                .as("the answer is known")
                .isEqualTo("not-allowed");
    }

    @Test
    void a_lesson_has_a_sheet_for_the_trainer_alone() {
        Room hour = school.roomOf(Course.lesson("warm-reset"));
        Browser leader = school.browser().helloWithKey(hour, "Terry");
        Browser bob = school.browser().hello(hour, "Bob");
        assertThat(bob.types()).isEqualTo("welcome");
        JsonNode steps = leader.last("sheet").path("steps");
        assertThat(steps.size()).isEqualTo(7);
        assertThat(steps.valueStream()
                        .mapToInt(step -> step.path("minutes").asInt())
                        .sum())
                .as("minutes of the hour")
                .isBetween(30, 60);
        leader.say("{'type': 'ask', 'step': 2}");
        assertThat(bob.last("ask").path("question").asString()).isEqualTo("How many of the 50 calls drop?");
        assertThat(steps.get(5).path("shows").asBoolean()).isTrue();
        leader.say("{'type': 'fork', 'step': 5}");
        school.work();
        assertThat(bob.last("run").path("event").asString()).isEqualTo("timers.socket-sanity-timeout=3s");
        assertThat(hour.runs().current().history().portNetworks().get(0).total(PnTotal.DEGRADED))
                .as("as the lesson says")
                .isEqualTo(28_000);
        assertThat(leader.say("{'type': 'ask', 'step': 6}").refusal()).isEqualTo("not-allowed");
        assertThat(leader.say("{'type': 'fork', 'step': 0}").refusal()).isEqualTo("not-allowed");
        assertThat(leader.say("{'type': 'ask', 'step': 7}").refusal()).isEqualTo("bad-message");
        assertThat(terry.say("{'type': 'ask', 'step': 0}").refusal())
                .as("a room without a lesson")
                .isEqualTo("bad-message");
    }

    @Test
    void a_student_tries_own_values_and_the_trainer_shows_the_run_to_all() {
        Browser bob = school.browser().hello(room, "Bob");
        JsonNode choices = ann.last("welcome").path("choices");
        assertThat(choices.valueStream().map(one -> one.path("key").asString()))
                .containsExactly(
                        "length",
                        "socket-sanity-timeout",
                        "pn-cold-reset-delay",
                        "no-service-timeout",
                        "pn-restart-duration");
        assertThat(choices.get(0).path("words").asString()).isEqualTo("Length of the failure of wan at 1m");
        assertThat(choices.get(0).path("value").asLong()).isEqualTo(14 * 60);
        ann.say("{'type': 'try', 'values': {'length': 85, 'pn-cold-reset-delay': 120}}");
        school.work();
        JsonNode tried = ann.last("tried");
        assertThat(tried.path("values").asString()).isEqualTo("length 1m25s, pn-cold-reset-delay 2m");
        assertThat(tried.path("lost").asLong()).as("no cold reset").isZero();
        assertThat(terry.last("tried")).isEqualTo(tried);
        ann.say("{'type': 'try', 'values': {'length': 85}}");
        school.work();
        assertThat(ann.last("tried").path("lost").asLong()).isPositive();
        assertThat(ann.last("tried").path("out").asLong()).isPositive();
        assertThat(bob.types()).as("others see nothing of it").isEqualTo("welcome");

        terry.say("{'type': 'fork', 'try': 2}");
        school.work();
        assertThat(bob.last("run").path("event").asString()).isEqualTo("Ann: length 1m25s");
        assertThat(school.browser().helloWithKey(room, "Terry").types())
                .as("after a reload")
                .isEqualTo("welcome tried tried");
        assertThat(terry.say("{'type': 'fork', 'try': 3}").refusal()).isEqualTo("not-allowed 1008");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'try'}",
                "{'type': 'try', 'values': {'length': 0}}",
                "{'type': 'try', 'values': {'length': 100000}}",
                "{'type': 'try', 'values': {'socket-sanity-timeout': 16}}",
                "{'type': 'try', 'values': {'no-service-timeout': '3m'}}"
            })
    void values_of_ones_own_are_within_the_ranges(String message) {
        assertThat(ann.say(message).refusal()).isEqualTo("bad-message");
    }

    @Test
    void who_tries_too_fast_has_to_wait_and_so_have_all_when_many_try() {
        for (int i = 0; i < 3; i++) {
            ann.say("{'type': 'try', 'values': {'length': 85}}");
        }
        assertThat(ann.types()).isEqualTo("welcome");
        assertThat(ann.say("{'type': 'try', 'values': {'length': 85}}").refusal())
                .isEqualTo("not-allowed");
        for (int i = 0; i < 5; i++) {
            school.browser().hello(room, "Student " + i).say("{'type': 'try', 'values': {'length': 85}}");
        }
        Browser bob = school.browser().hello(room, "Bob");
        assertThat(bob.say("{'type': 'try', 'values': {'length': 85}}").refusal())
                .isEqualTo("not-allowed");
        ann.vanish();
        school.work();
        assertThat(bob.say("{'type': 'try', 'values': {'length': 85}}").closed())
                .isEmpty();
        school.work();
        assertThat(bob.last("tried").path("number").asInt()).isEqualTo(9);
    }

    @Test
    void the_trainer_sees_how_many_point_at_which_part_of_the_map() {
        Browser bob = school.browser().hello(room, "Bob");
        ann.say("{'type': 'point', 'part': 'link:wan'}");
        bob.say("{'type': 'point', 'part': 'pn:2'}").say("{'type': 'point', 'part': 'link:wan'}");
        assertThat(terry.last("points").toString())
                .isEqualTo("{\"type\":\"points\",\"counts\":[{\"part\":\"link:wan\",\"count\":2}]}");
        assertThat(ann.say("{'type': 'point', 'part': 'link:moon'}").refusal()).isEqualTo("bad-message");
        bob.vanish();
        assertThat(terry.last("points").path("counts").get(0).path("count").asInt())
                .isEqualTo(1);
        ann.types();
        terry.say("{'type': 'point'}");
        assertThat(ann.last("points").path("counts").size()).isZero();
    }

    @Test
    void who_reloads_does_not_vote_twice() {
        String seat = ann.last("welcome").path("seat").asString();
        terry.say("{'type': 'ask', 'question': 'Well?', 'choices': ['yes', 'no']}");
        ann.say("{'type': 'vote', 'choice': 0}").vanish();
        school.browser()
                .say("{'type': 'hello', 'room': '" + room.id() + "', 'name': 'Ann', 'seat': '" + seat + "'}")
                .say("{'type': 'vote', 'choice': 1}");
        assertThat(terry.last("tally").path("counts").toString()).isEqualTo("[0,1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'ask', 'choices': ['yes', 'no']}",
                "{'type': 'ask', 'question': 'Well?', 'choices': ['yes']}",
                "{'type': 'ask', 'question': 'Well?', 'choices': ['yes', '']}",
                "{'type': 'ask', 'question': 'Well?', 'choices': ['yes', 'no'], 'right': 2}",
                "{'type': 'ask', 'quiz': 'last'}"
            })
    void a_question_has_answers_to_choose_from(String ask) {
        assertThat(terry.say(ask).refusal()).isEqualTo("bad-message");
        assertThat(ann.types()).isEqualTo("welcome");
    }

    @Test
    void a_vote_is_on_the_question_that_is_asked() {
        assertThat(ann.say("{'type': 'vote', 'choice': 0}").refusal())
                .as("nothing is")
                .isEqualTo("not-allowed");
        terry.say("{'type': 'ask', 'question': 'One?', 'choices': ['yes', 'no']}");
        terry.say("{'type': 'ask', 'question': 'Two?', 'choices': ['yes', 'no']}");
        assertThat(ann.say("{'type': 'vote', 'question': 1, 'choice': 0}").refusal())
                .isEqualTo("not-allowed");
        assertThat(ann.say("{'type': 'vote', 'question': 2, 'choice': 2}").refusal())
                .isEqualTo("bad-message");
        assertThat(ann.say("{'type': 'vote', 'question': 2, 'choice': 'maybe'}").refusal())
                .isEqualTo("bad-message");
    }

    @Test
    void the_quiz_is_that_of_the_run_and_reveals_what_is_behind_wrong_answers() {
        terry.say("{'type': 'ask', 'quiz': 'next'}");
        assertThat(terry.say("{'type': 'ask', 'quiz': 'next'}").refusal())
                .as("one after the other")
                .isEqualTo("not-allowed");
        school.work();
        JsonNode ask = ann.last("ask");
        assertThat(ask.path("choices").size()).isGreaterThan(1);
        terry.say("{'type': 'reveal'}");
        JsonNode tally = ann.last("tally");
        assertThat(tally.path("why").size()).isEqualTo(ask.path("choices").size());
        assertThat(tally.path("explanation").asString()).containsPattern("\\([RM][0-9]+");
        for (int i = 0; i < ask.path("choices").size(); i++) {
            boolean right = i == tally.path("right").asInt();
            assertThat(right || !tally.path("why").get(i).asString().isEmpty())
                    .as("why answer %d is wrong", i)
                    .isTrue();
        }
        int asked = 1;
        terry.types();
        for (String heard = "ask"; heard.equals("ask"); heard = terry.types()) {
            terry.say("{'type': 'ask', 'quiz': 'next'}");
            school.work();
            asked++;
        }
        assertThat(asked).as("until there are no more").isBetween(4, 21);
    }

    @Test
    void everybody_gets_the_run_in_which_something_more_breaks() {
        terry.say("{'type': 'cursor', 'at': 30000}");
        terry.say("{'type': 'fork', 'event': 'wan 5s'}");
        school.work();
        assertThat(ann.last("run").toString())
                .isEqualTo("{\"type\":\"run\",\"run\":\"/room/" + room.id()
                        + "/run/2\",\"number\":2,\"event\":\"fail wan for 5s\",\"at\":30000}");
        assertThat(terry.last("run").path("number").asInt()).isEqualTo(2);
        assertThat(room.runs().find(2).orElseThrow().history().scenario().events())
                .hasSize(3);
        assertThat(school.browser()
                        .hello(room, "Late")
                        .last("welcome")
                        .path("number")
                        .asInt())
                .isEqualTo(2);

        terry.say("{'type': 'fork', 'event': '{at: 3m, fail: hq, for: 95s}'}");
        school.work();
        assertThat(ann.last("run").path("at").asLong()).isEqualTo(180_000);
        assertThat(room.runs().current().history().scenario().events())
                .as("a fork of the fork")
                .hasSize(4);

        terry.say("{'type': 'fork', 'number': 1}");
        assertThat(ann.last("run").path("number").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail moon", "fail wan at 2h", "fail wan at noon", "dance", "fail wan for"})
    void what_cannot_break_is_refused_to_the_trainer_alone(String event) {
        terry.say("{'type': 'fork', 'event': '" + event + "'}");
        school.work();
        assertThat(terry.refusal()).isEqualTo("not-allowed");
        assertThat(ann.types()).isEqualTo("welcome");
        terry.say("{'type': 'fork', 'event': 'wan 5s'}");
        school.work();
        assertThat(ann.last("run").path("number").asInt())
                .as("and the class goes on")
                .isGreaterThan(1);
    }

    @Test
    void the_answers_of_the_class_are_a_table() throws IOException {
        terry.say("{'type': 'ask', 'question': 'Well?', 'choices': ['yes, of course', 'no'], 'right': 0}");
        school.pass(2_500);
        ann.say("{'type': 'vote', 'choice': 0}");
        school.browser().hello(room, "=1+1").say("{'type': 'vote', 'choice': 1}");
        terry.say("{'type': 'ask', 'question': 'Sure?', 'choices': ['yes', 'no']}");
        ann.say("{'type': 'vote', 'choice': 1}");
        StringWriter csv = new StringWriter();
        room.writeResults(csv);
        assertThat(csv.toString()).isEqualTo("""
                        number,question,name,answer,right,seconds
                        1,Well?,Ann,"yes, of course",yes,2.5
                        1,Well?,'=1+1,no,no,2.5
                        2,Sure?,Ann,no,,0
                        """);
    }

    @Test
    void the_trainer_sees_how_many_are_lost_and_when_most_were() {
        Browser bob = school.browser().hello(room, "Bob");
        terry.say("{'type': 'cursor', 'at': 74020}");
        ann.say("{'type': 'lost', 'up': true}").say("{'type': 'lost', 'up': true}");
        bob.say("{'type': 'lost', 'up': true}");
        assertThat(terry.types()).as("once each").isEqualTo("welcome joined joined lost lost");
        assertThat(ann.types()).as("nobody else").isEqualTo("welcome joined cursor");
        terry.say("{'type': 'cursor', 'at': 80000}");
        ann.say("{'type': 'lost', 'up': false}");
        bob.vanish();

        assertThat(terry.last("lost").toString())
                .isEqualTo("{\"type\":\"lost\",\"count\":0,\"most\":2,\"mostAt\":74020}");
        Browser again = school.browser().helloWithKey(room, "Terry");
        assertThat(again.last("lost").path("most").asInt()).as("after a reload").isEqualTo(2);
        assertThat(again.say("{'type': 'lost', 'up': true}").refusal()).isEqualTo("not-allowed");
    }

    @Test
    void a_student_who_changes_his_mind_without_pause_leaves_room_in_the_hour_for_the_others() throws IOException {
        Browser bob = school.browser().hello(room, "Bob");
        for (int i = 0; i < 121; i++) {
            school.pass(500);
            bob.say("{'type': 'lost', 'up': " + (i % 2 == 0) + "}").say("{'type': 'hand', 'up': " + (i % 2 == 0) + "}");
        }

        StringWriter csv = new StringWriter();
        room.writeHour(csv);
        List<String> lines = csv.toString().lines().toList();
        assertThat(lines).filteredOn(line -> line.contains(",Bob,")).hasSize(200);
        assertThat(lines).last().as("his last state").isEqualTo("60.5,1,0,hand up,Bob,");
    }

    @Test
    void the_hour_is_what_happened_in_order() throws IOException {
        school.pass(2_000);
        terry.say("{'type': 'cursor', 'at': 61000, 'note': 'Co'}");
        terry.say("{'type': 'cursor', 'at': 61000, 'note': 'Count!'}");
        terry.say("{'type': 'cursor', 'at': 62000, 'note': 'Count!'}");
        terry.say("{'type': 'ask', 'question': 'Over?', 'choices': ['yes', 'no'], 'right': 1}");
        ann.say("{'type': 'vote', 'choice': 0}").say("{'type': 'lost', 'up': true}");
        terry.say("{'type': 'reveal'}").say("{'type': 'fork', 'event': 'fail wan for 95s'}");
        school.work();
        ann.vanish();

        StringWriter csv = new StringWriter();
        room.writeHour(csv);
        assertThat(csv.toString().lines())
                .containsExactly(
                        "seconds,run,moment,what,who,text",
                        "0,1,0,came,Terry,trainer",
                        "0,1,0,came,Ann,student",
                        "2,1,61,note,,Count!",
                        "2,1,62,asked,,Over?",
                        "2,1,62,answered,Ann,yes",
                        "2,1,62,lost,Ann,1 lost",
                        "2,1,62,revealed,,yes: 1; no (right): 0",
                        "2,2,62,run,,fail wan for 95s",
                        "2,2,62,found again,Ann,0 lost",
                        "2,2,62,left,Ann,student");
    }
}
