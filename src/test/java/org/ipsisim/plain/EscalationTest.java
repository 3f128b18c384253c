package org.ipsisim.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.generate.ScenarioBuilder.lasting;

import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.generate.HistoryLine;
import org.ipsisim.generate.ScenarioBuilder;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.junit.jupiter.api.Test;

/** M7 to M15 by hand: last contact at 59 s, warm reset at 74 s, cold reset 60 s later, no-service 5 min. */
class EscalationTest {
    private static ScenarioBuilder alone() {
        return lasting("20m").pn(1, "hq");
    }

    private static ScenarioBuilder withoutMain() {
        return alone().core(10, "hq").fail("60s", "main");
    }

    private static String line(ScenarioBuilder scenario) {
        return HistoryLine.of(PlainEngine.run(scenario.build()), 1);
    }

    private static PnHistory pn1(History history) {
        return history.portNetworks().get(0);
    }

    @Test
    void m10_the_survivable_core_takes_over_when_the_main_stays_away() {
        History history = PlainEngine.run(withoutMain().build());

        assertThat(HistoryLine.of(history, 1))
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 270s | restart→10 60s | sc-10 …");
        assertThat(HistoryLine.roles(history, "sc-10")).isEqualTo("idle 434s | active …");
        assertThat(pn1(history).totals().outage()).isEqualTo(360_000);
        assertThat(pn1(history).totals().degraded()).isEqualTo(60_000);
        assertThat(pn1(history).totals().failovers()).isEqualTo(1);
        assertThat(pn1(history).totals().callsDropped()).isEqualTo(40);
        assertThat(pn1(history).pnCalls()).isEqualTo(new CallOutcome(40, 40, 40, 0));
        assertThat(pn1(history).ipCalls()).isEqualTo(new CallOutcome(10, 0, 10, 0));
    }

    @Test
    void m9_contact_during_the_cold_reset_restarts_when_it_is_over() {
        assertThat(line(alone().fail("60s", "pn-1", "80s")))
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | restart→main 60s | main …");
    }

    @Test
    void m7_contact_at_the_instant_of_the_cold_reset_prevents_it() {
        assertThat(line(alone().fail("60s", "pn-1", "74s"))).isEqualTo("main 60s | lost 14s | warm 60s | main …");
    }

    @Test
    void m9_contact_after_the_cold_reset_restarts_at_once() {
        assertThat(line(alone().fail("60s", "pn-1", "120s")))
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 16s | restart→main 60s | main …");
    }

    @Test
    void m30_silence_before_that_restart_calls_it_off() {
        History history = PlainEngine.run(
                alone().fail("60s", "pn-1", "80s").fail("141s", "pn-1", "40s").build());

        assertThat(HistoryLine.of(history, 1))
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 17s | restart→main 60s | main …");
        assertThat(pn1(history).totals().warmResets()).isEqualTo(1);
        assertThat(pn1(history).totals().coldResets()).isEqualTo(1);
    }

    @Test
    void m30_silence_during_a_restart_calls_it_off() {
        assertThat(line(alone().fail("60s", "pn-1", "120s").fail("200s", "pn-1", "30s")))
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 16s | restart→main 34s | none 16s"
                        + " | restart→main 60s | main …");
    }

    @Test
    void m14_cold_from_loss() {
        assertThat(line(withoutMain().reading(EscalationReading.COLD_FROM_LOSS)))
                .isEqualTo("main 60s | lost 14s | warm 45s | cold 30s | none 270s | restart→10 60s | sc-10 …");
    }

    @Test
    void m14_all_from_loss() {
        assertThat(line(withoutMain().reading(EscalationReading.ALL_FROM_LOSS)))
                .isEqualTo("main 60s | lost 14s | warm 45s | cold 30s | none 210s | restart→10 60s | sc-10 …");
    }

    @Test
    void m14_no_service_from_warm() {
        assertThat(line(withoutMain().reading(EscalationReading.NO_SERVICE_FROM_WARM)))
                .isEqualTo("main 60s | lost 14s | warm 45s | cold 30s | none 225s | restart→10 60s | sc-10 …");
    }

    @Test
    void m14_a_request_before_the_cold_reset_saves_it() {
        History history = PlainEngine.run(withoutMain()
                .reading(EscalationReading.ALL_FROM_LOSS)
                .timer("no-service-timeout", "40s")
                .build());

        assertThat(HistoryLine.of(history, 1)).isEqualTo("main 60s | lost 14s | warm 25s | restart→10 60s | sc-10 …");
        assertThat(pn1(history).totals().coldResets()).isZero();
    }

    @Test
    void m14_a_refused_request_does_not_hold_up_the_cold_reset() {
        assertThat(line(alone().fail("60s", "main")
                        .reading(EscalationReading.ALL_FROM_LOSS)
                        .timer("no-service-timeout", "40s")))
                .isEqualTo("main 60s | lost 14s | warm 45s | cold 30s | none …");
    }

    @Test
    void m14_no_request_comes_before_the_warm_reset() {
        History history = PlainEngine.run(withoutMain()
                .reading(EscalationReading.ALL_FROM_LOSS)
                .timer("no-service-timeout", "10s")
                .build());

        assertThat(HistoryLine.of(history, 1)).isEqualTo("main 60s | lost 14s | restart→10 60s | sc-10 …");
        assertThat(pn1(history).totals().warmResets()).isEqualTo(1);
    }

    @Test
    void m14_where_both_fall_together_the_cold_reset_comes_first() {
        History history = PlainEngine.run(withoutMain()
                .reading(EscalationReading.ALL_FROM_LOSS)
                .timer("no-service-timeout", "60s")
                .build());

        assertThat(HistoryLine.of(history, 1)).isEqualTo("main 60s | lost 14s | warm 45s | restart→10 60s | sc-10 …");
        assertThat(pn1(history).totals().coldResets()).isEqualTo(1);
    }

    @Test
    void m15_calls_stay_through_the_cold_reset_if_the_takeover_drops_them() {
        History dropping =
                PlainEngine.run(lasting("3m").pn(1, "hq").fail("60s", "main").build());
        History keeping = PlainEngine.run(lasting("3m")
                .pn(1, "hq")
                .fail("60s", "main")
                .callsDrop(CallsDropReading.AT_TAKEOVER)
                .build());

        assertThat(pn1(dropping).pnCalls()).isEqualTo(new CallOutcome(40, 40, 40, 0));
        assertThat(pn1(keeping).pnCalls()).isEqualTo(new CallOutcome(40, 0, 40, 0));
    }

    @Test
    void m11_when_nobody_accepts_the_timer_starts_again() {
        assertThat(line(lasting("20m")
                        .pn(1, "hq")
                        .core(10, "dallas")
                        .link("wan", "hq", "dallas", "20ms")
                        .fail("60s", "main")
                        .fail("60s", "wan", "440s")))
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 570s | restart→10 60s | sc-10 …");
    }

    @Test
    void m12_m13_a_survivable_core_that_falls_silent_loses_the_port_network_to_the_main_and_not_before() {
        History history = PlainEngine.run(lasting("20m")
                .pn(1, "hq")
                .core(10, "hq")
                .fail("60s", "main", "440s")
                .fail("600s", "sc-10")
                .build());

        assertThat(HistoryLine.of(history, 1))
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 270s | restart→10 60s | sc-10 106s"
                        + " | lost 14s | warm 60s | cold 30s | none 270s | restart→main 60s | main …");
        assertThat(HistoryLine.roles(history, "sc-10")).isEqualTo("idle 434s | active 166s | down …");
        assertThat(pn1(history).totals().failovers()).isEqualTo(1);
        assertThat(pn1(history).totals().fallbacks()).isEqualTo(1);
    }
}
