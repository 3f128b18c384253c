package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.Scenario;
import org.ipsisim.generate.PhoneScenarios;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.history.SessionManagerHistory.Load;
import org.ipsisim.history.Span;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** What holds in every run with phones. */
class PhoneInvariantsTest {
    private static final int SCENARIOS = 600;

    private static void onEach(Consumer<Scenario> check) {
        LongStream.range(50_000, 50_000 + SCENARIOS)
                .parallel()
                .mapToObj(PhoneScenarios::scenario)
                .forEach(check);
    }

    @Test
    void the_states_of_a_population_sum_to_its_phones_at_every_instant() {
        onEach(scenario -> {
            for (PopulationHistory population : run(scenario).sip().populations()) {
                assertThat(population.samples())
                        .as(scenario.title())
                        .isNotEmpty()
                        .allSatisfy(sample -> assertThat(sample.counts().stream()
                                        .mapToInt(PhoneSample.Count::phones)
                                        .sum())
                                .isEqualTo(population.population().size()));
            }
        });
    }

    @Test
    void a_timeline_covers_the_run_and_names_controllers_of_the_phone() {
        onEach(scenario -> {
            for (PhoneHistory phone : run(scenario).sip().phones()) {
                PhonePopulation population =
                        scenario.estate().sip().findPhones(phone.population()).orElseThrow();
                long at = 0;
                for (Span<PhoneHistory.In> span : phone.timeline()) {
                    assertThat(span.from()).as(scenario.title()).isEqualTo(at);
                    assertThat(span.value().controller().isPresent())
                            .isEqualTo(span.value().state().hasController());
                    span.value()
                            .controller()
                            .ifPresent(
                                    name -> assertThat(population.controllers()).contains(name));
                    at = span.to();
                }
                assertThat(at).isEqualTo(scenario.duration().toMillis());
            }
        });
    }

    @Test
    void the_seconds_of_a_session_manager_sum_to_its_totals() {
        onEach(scenario -> {
            for (SessionManagerHistory sm : run(scenario).sip().sessionManagers()) {
                List<Load> load = sm.load();
                assertThat(load.stream().mapToLong(Load::refused).sum())
                        .as(scenario.title())
                        .isEqualTo(sm.refused());
                assertThat(load.stream().mapToLong(Load::useless).sum()).isEqualTo(sm.useless());
                assertThat(load.stream()
                                .mapToLong(s -> s.register() + s.activation())
                                .max()
                                .orElse(0))
                        .isEqualTo(sm.peakRequestsPerSecond());
                assertThat(load.stream()
                                .mapToLong(s -> s.register() + s.activation() + s.refresh())
                                .sum())
                        .isLessThanOrEqualTo(sm.requests());
                assertThat(sm.peakQueue())
                        .isLessThanOrEqualTo(sm.sessionManager().queue());
                assertThat(load)
                        .allSatisfy(s -> assertThat(s.register() + s.activation() + s.useless())
                                .isPositive());
            }
        });
    }

    @Test
    void to_look_at_single_phones_changes_no_time_and_no_number() {
        onEach(scenario -> {
            History all = run(scenario);
            History none = Simulation.run(scenario, Detail.SILENCES);
            assertThat(none.trace()).as(scenario.title()).isEqualTo(all.trace());
            assertThat(none.sip().populations()).isEqualTo(all.sip().populations());
            assertThat(none.sip().sessionManagers()).isEqualTo(all.sip().sessionManagers());
            assertThat(none.sip().phones()).isEmpty();
        });
    }

    /** A way that was never there breaks for no cause. */
    @Test
    void entries_about_phones_have_causes_before_them() {
        onEach(scenario -> {
            for (TraceEntry entry : run(scenario).trace()) {
                if (entry.is(
                        PhoneHappening.SipRegistered.class,
                        PhoneHappening.SipActive.class,
                        PhoneHappening.SipBack.class,
                        PhoneHappening.SipDown.class,
                        PhoneHappening.SipOverload.class)) {
                    assertThat(entry.cause()).as(scenario.title() + " " + entry).isPositive();
                }
                assertThat(entry.cause()).as(scenario.title() + " " + entry).isLessThan(entry.id());
            }
        });
    }

    private static History run(Scenario scenario) {
        return Simulation.run(scenario, Detail.SILENCES, KeptPhones.ALL);
    }
}
