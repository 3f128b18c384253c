package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ipsisim.phones.PhoneLab.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.Scenario;
import org.ipsisim.generate.PhoneScenarios;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.history.PhoneEvent;
import org.ipsisim.history.PhoneExchange;
import org.ipsisim.history.PhoneExchange.Answer;
import org.ipsisim.history.PhoneStep;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** U20: the steps of one phone are those of the run, and to look at them changes nothing. */
class U20_WatchedPhone {
    private static History watched(Scenario scenario, String population, long extension) {
        KeptPhones kept = new KeptPhones(true, Set.of(), Optional.of(new KeptPhones.Watched(population, extension)));
        return Simulation.run(scenario, Detail.SILENCES, kept);
    }

    private static List<PhoneStep> steps(PhoneLab lab) {
        return watched(lab.scenario(), "desk", 6001).sip().steps();
    }

    /** Phones with one controller and one way to it. */
    private static PhoneLab branch(String extensions) {
        return lab().links("[{id: wan, between: [hq, branch]}, {id: core, between: [hq, dr]}]")
                .phones("{name: desk, site: branch, extensions: " + extensions + ", controllers: [sm-1]}");
    }

    private static List<PhoneExchange> exchanges(List<PhoneStep> steps) {
        return steps.stream()
                .filter(PhoneExchange.class::isInstance)
                .map(PhoneExchange.class::cast)
                .filter(exchange -> exchange.at() >= 0)
                .toList();
    }

    private static List<String> events(List<PhoneStep> steps) {
        return steps.stream()
                .filter(PhoneEvent.class::isInstance)
                .map(PhoneEvent.class::cast)
                .map(event -> event.at() + " " + event.what() + " " + event.controller())
                .toList();
    }

    @Test
    void U20_looking_changes_no_time_and_no_number() {
        LongStream.range(70_000, 70_150).parallel().forEach(seed -> {
            Scenario scenario = PhoneScenarios.scenario(seed);
            History plain = Simulation.run(scenario, Detail.SILENCES, KeptPhones.ALL);
            for (PhonePopulation phones : scenario.estate().sip().phones()) {
                History looked = watched(scenario, phones.name(), phones.lastExtension());
                assertThat(looked.trace()).as(scenario.title()).isEqualTo(plain.trace());
                assertThat(looked.sip().populations()).isEqualTo(plain.sip().populations());
                assertThat(looked.sip().sessionManagers()).isEqualTo(plain.sip().sessionManagers());
                assertThat(looked.sip().phones()).isEqualTo(plain.sip().phones());
                assertThat(looked.sip().steps()).isNotEmpty();
            }
        });
    }

    @Test
    void U20_what_one_phone_sends_is_what_the_session_managers_count() {
        String[] courses = {
            "{at: 1m, fail: sm-1, for: 2m}",
            "{at: 1m, fail: wan, for: 3m}",
            "{at: 1m, fail: hq, for: 20s}",
            "{at: 30s, flap: wan, down: 20s, up: 70s, times: 4}",
            "{at: 1m, fail: branch, for: 1m}"
        };
        for (String course : courses) {
            for (String settings : List.of("expires: 2m", "nonce: counted, expires: 1m", "registration: alternate")) {
                History run = watched(lab().settings(settings).events(course).scenario(), "desk", 6001);
                long heard = exchanges(run.sip().steps()).stream()
                        .filter(exchange ->
                                exchange.arrivesAt() < run.scenario().duration().toMillis())
                        .count();
                assertThat(heard)
                        .as(course + " " + settings)
                        .isEqualTo(run.sip().sessionManagers().stream()
                                .mapToLong(SessionManagerHistory::requests)
                                .sum());
            }
        }
    }

    @Test
    void U20_a_cut_shows_a_refresh_in_limbo_the_loss_the_wait_and_the_return() {
        List<PhoneStep> steps = steps(branch("6001").settings("expires: 2m").events("{at: 50s, fail: wan, for: 1m}"));

        assertThat(events(steps))
                .containsExactly(
                        "0 REGISTERED_BEFORE sm-1",
                        "50000 WAY_BREAKS sm-1",
                        "90000 LOST sm-1",
                        "90000 WAITS sm-1",
                        "110000 WAY_MENDS sm-1",
                        "120000 BINDING_ENDS sm-1",
                        "120006 ACTIVATION sm-1",
                        "125015 ACTIVE sm-1");
        assertThat(exchanges(steps))
                .filteredOn(PhoneExchange::isLost)
                .extracting(PhoneExchange::at)
                .containsExactly(60_000L);
        assertThat(exchanges(steps))
                .filteredOn(exchange -> exchange.at() >= 120_000)
                .extracting(PhoneExchange::purpose, PhoneExchange::answer)
                .startsWith(
                        tuple(PhoneExchange.Purpose.REGISTER, Answer.CHALLENGE),
                        tuple(PhoneExchange.Purpose.CREDENTIALS, Answer.SUCCESS),
                        tuple(PhoneExchange.Purpose.ACTIVATION, Answer.SUCCESS));
    }

    @Test
    void U8_a_binding_that_nobody_refreshes_expires() {
        List<PhoneStep> steps = steps(branch("6001").settings("expires: 2m").events("{at: 50s, fail: wan, for: 5m}"));

        assertThat(events(steps)).contains("120000 BINDING_ENDS sm-1", "120000 ATTEMPTS_FAIL sm-1");
    }

    @Test
    void U10_and_U11_refusals_time_outs_and_late_answers_are_seen() {
        PhoneLab busy = branch("6001-6080").settings("answer-timeout: 5s").events("{at: 50s, fail: sm-1, for: 5s}");

        List<PhoneStep> slow = watched(busy.capacity("requests-per-second: 4").scenario(), "desk", 6040)
                .sip()
                .steps();
        assertThat(events(slow)).anyMatch(event -> event.contains("TIMED_OUT"));
        assertThat(exchanges(slow)).anyMatch(PhoneExchange::isLate);

        List<PhoneStep> full = watched(
                        busy.capacity("requests-per-second: 4, queue: 2").scenario(), "desk", 6040)
                .sip()
                .steps();
        assertThat(exchanges(full)).anyMatch(exchange -> exchange.answer() == Answer.REFUSAL);
    }
}
