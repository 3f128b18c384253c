package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.history.History;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.ServerHappening;
import org.junit.jupiter.api.Test;

class AssumptionsTest {
    @Test
    void aQuietDayNeedsNone() {
        assertThat(Assumptions.of(SampleHistories.nothing())).isEmpty();
    }

    @Test
    void aFailoverNamesTheReadingsAndTheAssumedDurations() {
        assertThat(Assumptions.of(SampleHistories.failover()))
                .containsExactly(
                        "Timers: warm reset, cold reset and no-service one after the other (the article); the sources"
                                + " disagree (C1, M14; timers.reading: serial).",
                        "Calls: calls drop at the cold reset (the article); the sources disagree"
                                + " (C2, M15; timers.calls-drop: at-cold-reset).",
                        "A warm reset is over 4s after it began, or when contact is back, whichever is later"
                                + " (M6; timers.warm-reset-duration).",
                        "A cold reset takes 30s (M9; timers.cold-reset-duration).",
                        "A server restarts a port network in 1m (M9; timers.pn-restart-duration).",
                        "Heartbeats are single packets: one that is lost stays lost, and TCP neither repeats nor"
                                + " delays any (M3).",
                        "Once a survivable core has accepted a port network, heartbeats of the main change nothing"
                                + " (Q10, M13; fallback.auto-return).",
                        "Calls between shuffled IP phones outlive every reset, without features (C4, R18, M7).",
                        "The stable calls are the ones up at the start: nobody dials again what has dropped"
                                + " (port-networks.calls.redial).",
                        "Alarms: PKT-INT comes with the warm reset and EXP-PN with the cold reset, as in one field"
                                + " report; to the main, a port network without power is as silent as one that is cut"
                                + " off.");
    }

    @Test
    void randomCallsBringTheirOwnIn() {
        assertThat(Assumptions.of(SampleHistories.randomCalls()))
                .contains(
                        "Random calls have come and gone before the start, do not know what went before, and nobody"
                                + " dials again (T1, T3).",
                        "While no server is there, new calls wait and calls in set-up stand still (T4, M5).",
                        "A warm reset loses calls in set-up, as a warm restart of the whole system does (R13, M6).")
                .noneMatch(line -> line.contains("Dialling"));
    }

    @Test
    void theTimeOfSetUpIsAnAssumptionUnlessTheScenarioGivesIt() {
        Provenance.Place line = new Provenance.Place.Line(4);
        HistoryBuilder given = new HistoryBuilder("Test", Duration.ofMinutes(5))
                .places(Map.of("port-networks[0].traffic", line, "port-networks[0].traffic.set-up", line));
        HistoryBuilder left =
                new HistoryBuilder("Test", Duration.ofMinutes(5)).places(Map.of("port-networks[0].traffic", line));
        String assumption = "Dialling and ringing take 8s on average, and everybody answers"
                + " (T2; port-networks.traffic.set-up).";
        assertThat(assumptionsWithTraffic(left)).contains(assumption);
        assertThat(assumptionsWithTraffic(given)).doesNotContain(assumption);
    }

    private static List<String> assumptionsWithTraffic(HistoryBuilder builder) {
        return Assumptions.of(
                builder.pn(1, "main 300s").randomCalls(RandomCalls.NONE).build());
    }

    @Test
    void aDurationThatTheScenarioSetsIsNoAssumption() {
        History history = new HistoryBuilder("Test", Duration.ofMinutes(5))
                .places(Map.of("timers.warm-reset-duration", new Provenance.Place.Line(4)))
                .pn(1, "main 60s | lost 14s | warm 26s | main 200s")
                .build();
        assertThat(Assumptions.of(history)).isNotEmpty().noneMatch(line -> line.contains("warm-reset-duration"));
    }

    @Test
    void tiedCoresAreNamed() {
        SurvivableCore twin = new SurvivableCore(20, "dallas", 2, false, true, false, 10);
        History history = new HistoryBuilder("Test", Duration.ofMinutes(5))
                .core(10)
                .core(twin)
                .pn(1, StableCalls.NONE, "main 300s", SampleHistories.list(0, 300, 1, 10, 20))
                .build();
        assertThat(Assumptions.of(history))
                .containsExactly("Clusters 10 and 20 have the same rank and score on a list: the lower number comes"
                        + " first (Q1, M16; servers.survivable-cores.priority-score).");
    }

    @Test
    void coresThatNeverMeetOnAListAreNoTie() {
        SurvivableCore elsewhere = new SurvivableCore(20, "hq", 1, false, true, true, 10);
        History history = new HistoryBuilder("Test", Duration.ofMinutes(5))
                .core(10)
                .core(elsewhere)
                .pn(1, StableCalls.NONE, "main 300s", SampleHistories.list(0, 300, 1, 10))
                .build();
        assertThat(Assumptions.of(history)).isEmpty();
    }

    @Test
    void aNinthCandidateBringsTheRetryIn() {
        HistoryBuilder seven = new HistoryBuilder("Test", Duration.ofMinutes(5)).pn(1, "main 300s");
        for (int cluster = 10; cluster < 17; cluster++) {
            seven.core(cluster);
        }
        assertThat(Assumptions.of(seven.build())).isEmpty();
        assertThat(Assumptions.of(seven.core(17).build()))
                .singleElement()
                .asString()
                .contains("Q2, M18");
    }

    @Test
    void aRefusedRequestBringsTheNewWaitIn() {
        assertThat(Assumptions.of(SampleHistories.stillOut()))
                .contains("When no server accepts, the no-service time-out starts again (Q6, M11).");
    }

    @Test
    void theSecondFailoverAssumesTheSameResets() {
        History history = new HistoryBuilder("Test", Duration.ofMinutes(5))
                .pn(1, "restart→10 60s | sc-10 200s | lost 15s | warm 25s")
                .build();
        assertThat(Assumptions.of(history)).anyMatch(line -> line.contains("Q7, M12"));
    }

    @Test
    void contactAfterTheColdResetMeansARestart() {
        History history = new HistoryBuilder("Test", Duration.ofMinutes(5))
                .pn(1, "main 134s | cold 30s | none 10s | restart→1 60s | main 66s")
                .build();
        assertThat(Assumptions.of(history)).anyMatch(line -> line.contains("Q11, M9"));
    }

    @Test
    void aDuplexMainBringsItsDurationsIn() {
        History history = new HistoryBuilder("Test", Duration.ofMinutes(5))
                .duplexMain(1)
                .pn(1, "main 300s")
                .build();
        assertThat(Assumptions.of(history))
                .hasSize(3)
                .anyMatch(line -> line.contains("timers.server-interchange-duration"))
                .anyMatch(line -> line.contains("timers.server-interchange-curb"))
                .anyMatch(line -> line.contains("Q9, M22, M23"));
    }

    @Test
    void fallbackBringsItsOwn() {
        HistoryBuilder builder = new HistoryBuilder("Test", Duration.ofMinutes(5))
                .pn(1, "restart→10 60s | sc-10 240s")
                .trace(200, "sc-10", 0, new ServerHappening.SurvivableCoreReset(120_000));
        assertThat(Assumptions.of(builder.fallback(new Fallback.ConnectionUp(Duration.ofMinutes(3)))
                        .build()))
                .anyMatch(line -> line.contains("Q12"))
                .anyMatch(line -> line.contains("timers.survivable-core-reset"));
        assertThat(Assumptions.of(builder.fallback(new Fallback.Scheduled(Duration.ofMinutes(3)))
                        .build()))
                .anyMatch(line -> line.contains("Q13"));
    }

    @Test
    void anInBetweenReleaseRestsOnInference() {
        History history = new HistoryBuilder("Test", Duration.ofMinutes(2))
                .release(Release.CM_4)
                .pn(1, "main 60s | lost 2s | main 58s")
                .build();
        assertThat(Assumptions.of(history)).anyMatch(line -> line.startsWith("The socket sanity time-out of cm-4"));
    }
}
