package org.ipsisim.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.Scenario;
import org.ipsisim.generate.PhoneScenarios;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.history.PhoneExchange;
import org.ipsisim.history.PhoneStep;
import org.ipsisim.sip.capture.Capture;
import org.ipsisim.sip.capture.UnreadableCapture;
import org.ipsisim.sip.lint.Severity;
import org.ipsisim.sip.lint.SipLint;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** The registrations of phones of runs, played through the machines. */
class RegistrationPlayTest {
    private record Watched(Scenario scenario, PhonePopulation phones, List<PhoneStep> steps, Ladder ladder) {
        static Watched of(Scenario scenario) {
            PhonePopulation phones = scenario.estate().sip().phones().get(0);
            long extension = phones.lastExtension();
            long end = scenario.duration().toMillis();
            History run = Simulation.run(scenario, Detail.RESETS, KeptPhones.watching(phones.name(), extension));
            return new Watched(scenario, phones, run.sip().steps(), RegistrationPlay.of(run, 0, end));
        }
    }

    @Test
    void U7_the_machines_answer_what_the_run_says_in_every_scenario() {
        LongStream.range(80_000, 80_200).parallel().forEach(seed -> {
            Watched watched = Watched.of(PhoneScenarios.scenario(seed));
            long end = watched.scenario.duration().toMillis();
            List<String> wanted = watched.steps.stream()
                    .filter(PhoneExchange.class::isInstance)
                    .map(PhoneExchange.class::cast)
                    .filter(exchange -> exchange.answeredAt() >= 0 && exchange.answeredAt() <= end)
                    .map(exchange -> exchange.answeredAt() + " " + status(exchange.answer()))
                    .sorted()
                    .toList();
            assertThat(watched.ladder.arrows().stream()
                            .filter(arrow -> arrow.transfer().message() instanceof SipResponse)
                            .map(arrow -> arrow.at() + " "
                                    + ((SipResponse) arrow.transfer().message()).status())
                            .sorted())
                    .as(watched.scenario.title())
                    .containsExactlyElementsOf(wanted);
        });
    }

    private static int status(PhoneExchange.Answer answer) {
        return switch (answer) {
            case NONE -> 0;
            case CHALLENGE -> 401;
            case SUCCESS -> 200;
            case REFUSAL -> 503;
        };
    }

    @Test
    void S3_each_controller_sees_one_call_id_and_a_cseq_that_rises_by_one() {
        LongStream.range(80_000, 80_050).forEach(seed -> {
            Watched watched = Watched.of(PhoneScenarios.scenario(seed));
            Map<Integer, List<SipRequest>> registers = watched.ladder.arrows().stream()
                    .filter(arrow -> arrow.transfer().message() instanceof SipRequest request
                            && request.method().equals("REGISTER"))
                    .collect(Collectors.groupingBy(
                            Ladder.Arrow::to,
                            Collectors.mapping(
                                    arrow -> (SipRequest) arrow.transfer().message(), Collectors.toList())));
            for (List<SipRequest> requests : registers.values()) {
                assertThat(requests.stream().map(request -> request.header(HeaderName.CALL_ID)))
                        .containsOnly(requests.get(0).header(HeaderName.CALL_ID));
                long first = requests.get(0).cseqNumber();
                assertThat(requests.stream().map(SipRequest::cseqNumber))
                        .containsExactlyElementsOf(LongStream.range(first, first + requests.size())
                                .boxed()
                                .toList());
            }
        });
    }

    @Test
    void the_captures_hold_no_error_and_every_message_that_arrives() {
        LongStream.range(80_000, 80_100).parallel().forEach(seed -> {
            Watched watched = Watched.of(PhoneScenarios.scenario(seed));
            if (watched.ladder.arrows().stream()
                    .allMatch(arrow -> arrow.transfer().isLost())) {
                return;
            }
            Capture capture = read(LadderCapture.of(watched.ladder));
            assertThat(capture.messages().stream().map(at -> at.message().text()))
                    .containsExactlyElementsOf(watched.ladder.arrows().stream()
                            .filter(arrow -> !arrow.transfer().isLost())
                            .map(arrow -> arrow.transfer().message().text())
                            .toList());
            assertThat(SipLint.check(capture).findings())
                    .as(watched.scenario.title())
                    .noneMatch(finding -> finding.severity() == Severity.ERROR);
        });
    }

    private static Capture read(byte[] bytes) {
        try {
            return Capture.read(bytes);
        } catch (UnreadableCapture e) {
            throw new AssertionError(e);
        }
    }
}
