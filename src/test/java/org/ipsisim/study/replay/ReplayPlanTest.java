package org.ipsisim.study.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;
import org.ipsisim.history.Detail;
import org.ipsisim.history.PnHistory;
import org.ipsisim.study.Branch;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;
import org.junit.jupiter.api.Test;

/** When the run of recorded outages begins and ends: at the midnight before the first, an hour after the last. */
class ReplayPlanTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Variant BRANCH = Branch.variant(Branch.with());
    private static final Target WAN = Targets.of(BRANCH.scenario().estate()).get("wan");

    private static Incident outage(String start, String end) {
        return new Incident(
                2,
                "wan",
                WAN,
                Instant.parse(start),
                Optional.of(end).filter(text -> !text.isEmpty()).map(Instant::parse));
    }

    private static ReplayPlan plan(Incident... incidents) throws WrongPlan {
        return ReplayPlan.of(BRANCH, Optional.empty(), List.of(incidents), Optional.empty(), BERLIN);
    }

    @Test
    void it_begins_at_the_midnight_before_the_first_outage_in_the_zone_shown() throws WrongPlan {
        ReplayPlan plan = plan(outage("2025-03-07T15:00:00Z", "2025-03-07T15:01:30Z"));
        assertThat(plan.from()).isEqualTo(Instant.parse("2025-03-06T23:00:00Z"));
    }

    @Test
    void an_outage_right_after_midnight_has_a_minute_of_service_before_it() throws WrongPlan {
        ReplayPlan late = plan(outage("2025-03-06T23:00:59Z", "2025-03-06T23:10:00Z"));
        assertThat(late.from()).isEqualTo(Instant.parse("2025-03-05T23:00:00Z"));
        ReplayPlan later = plan(outage("2025-03-06T23:01:00Z", "2025-03-06T23:10:00Z"));
        assertThat(later.from()).isEqualTo(Instant.parse("2025-03-06T23:00:00Z"));
    }

    @Test
    void it_goes_on_for_an_hour_after_the_end_that_comes_last() throws WrongPlan {
        ReplayPlan plan = plan(
                outage("2025-03-07T15:00:00Z", "2025-03-07T18:00:00Z"),
                outage("2025-03-07T16:00:00Z", "2025-03-07T16:00:12Z"));
        assertThat(plan.from().plus(plan.duration())).isEqualTo(Instant.parse("2025-03-07T19:00:00Z"));
    }

    @Test
    void an_outage_without_an_end_lasts_until_the_run_ends() throws WrongPlan {
        Incident open = outage("2025-03-07T15:00:00Z", "");
        ReplayPlan plan = plan(open);
        assertThat(plan.from().plus(plan.duration())).isEqualTo(Instant.parse("2025-03-07T16:00:00Z"));
        assertThat(plan.lengthOf(open)).isEqualTo(Duration.ofHours(1).toMillis());
    }

    @Test
    void the_hour_is_long_enough_for_a_port_network_to_be_back() throws WrongPlan {
        ReplayPlan plan = plan(outage("2025-03-07T15:00:00Z", "2025-03-07T15:01:30Z"));
        Variant replayed = plan.with(BRANCH, plan.incidents());
        PnHistory pn = replayed.run(Detail.RESETS).findPortNetwork(2).orElseThrow();
        assertThat(replayed.scenario().duration()).isEqualTo(plan.duration());
        assertThat(pn.totals().coldResets()).isEqualTo(1);
        assertThat(pn.spanAt(plan.duration().toMillis()).state().isOutage()).isFalse();
    }

    @Test
    void a_run_that_would_begin_after_the_first_outage_is_refused() {
        Incident first = outage("2025-03-07T15:00:00Z", "2025-03-07T15:01:30Z");
        assertThatThrownBy(() -> ReplayPlan.of(
                        BRANCH,
                        Optional.empty(),
                        List.of(first),
                        Optional.of(Instant.parse("2025-03-07T15:00:01Z")),
                        BERLIN))
                .isInstanceOf(WrongPlan.class)
                .hasMessageContaining("--from is after the first outage");
    }

    /** Calls between 8 and 9 only; six months later the clocks are an hour ahead, and back in winter. */
    @Test
    void daily_profiles_follow_the_clock_of_the_zone() throws WrongPlan {
        Variant busy = Branch.variant(Branch.source("""
                title: Calls between 8 and 9 only
                duration: 1d
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch], latency: 20ms}]
                servers: {main: {site: hq}}
                port-networks:
                  - pn: 1
                    site: branch
                    traffic:
                      calls-per-hour: 600
                      mean-hold: 3m
                      profile: [{from: 0s, share: 0%}, {from: 8h, share: 100%}, {from: 9h, share: 0%}]
                """));
        List<Incident> cuts = List.of(
                outage("2025-01-10T07:30:00Z", "2025-01-10T07:50:00Z"),
                outage("2025-07-10T06:30:00Z", "2025-07-10T06:50:00Z"),
                outage("2025-07-10T07:30:00Z", "2025-07-10T07:50:00Z"),
                outage("2025-11-10T07:30:00Z", "2025-11-10T07:50:00Z"));
        ReplayPlan plan = ReplayPlan.of(busy, Optional.empty(), cuts, Optional.empty(), BERLIN);
        assertThat(cuts)
                .extracting(cut -> plan.with(plan.a(), List.of(cut))
                                .run(Detail.RESETS)
                                .findPortNetwork(1)
                                .orElseThrow()
                                .totals()
                                .callsBlocked()
                        > 0)
                .containsExactly(true, true, false, true);
    }

    /** Of 70 s and 50 s, each up to a minute shorter or longer: two warm resets, but 40 calls each if longer than 75 s. */
    @Test
    void records_of_a_poller_say_what_the_outages_cost_at_least_and_at_most() throws WrongPlan {
        ReplayPlan plan = plan(
                        outage("2025-03-07T15:00:00Z", "2025-03-07T15:01:10Z"),
                        outage("2025-03-07T16:00:00Z", "2025-03-07T16:00:50Z"))
                .polledEvery(Duration.ofMinutes(1));
        Replay replay = Replay.of(plan, ParallelRuns.quiet());
        assertThat(replay.bounds())
                .extracting(costs -> costs.sum().callsDropped())
                .containsExactly(0L, 80L);
        assertThat(replay.all().sum().callsDropped()).isZero();
        assertThat(new ReplayDocument(replay, Objective.usual(BRANCH.scenario().estate()), "replay").headline())
                .contains("Polled every 1m", "at least 0s of outage, 0 calls dropped", "at most ");
    }
}
