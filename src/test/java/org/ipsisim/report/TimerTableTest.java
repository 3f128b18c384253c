package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.history.History;
import org.ipsisim.report.TimerTable.TimerLine;
import org.junit.jupiter.api.Test;

class TimerTableTest {
    @Test
    void everyTimerAndReadingHasALine() {
        assertThat(TimerTable.of(SampleHistories.nothing())).hasSize(TimerSetting.values().length + 2);
    }

    @Test
    void aValueSaysWhereItComesFromAndHowSureItIs() {
        assertThat(TimerTable.of(SampleHistories.failover()))
                .contains(
                        new TimerLine("heartbeat-interval", "1s", "default", "documented", "R1"),
                        new TimerLine(
                                "socket-sanity-timeout",
                                "15s",
                                "--set timers.socket-sanity-timeout=15s",
                                "given",
                                "R4"),
                        new TimerLine("no-service-timeout", "5m", "scenario line 12", "given", "R21"),
                        new TimerLine("cold-reset-duration", "30s", "default", "assumption", "M9"),
                        new TimerLine("reading", "serial", "default", "conflicting", "C1, M14"),
                        new TimerLine("calls-drop", "at-cold-reset", "default", "conflicting", "C2, M15"));
    }

    @Test
    void anOlderReleaseIsNamedWhereItSetsTheValue() {
        History history = new HistoryBuilder("Test", Duration.ofMinutes(1))
                .release(Release.CM_4)
                .pn(1, "main 60s")
                .build();
        assertThat(TimerTable.of(history))
                .contains(new TimerLine("socket-sanity-timeout", "3s", "release cm-4", "documented", "R4"))
                .contains(new TimerLine("no-service-timeout", "5m", "default", "documented", "R21"));
    }

    @Test
    void aChangeInMidRunIsTold() {
        assertThat(TimerTable.of(SampleHistories.stillOut()))
                .contains(new TimerLine("no-service-timeout", "5m", "default, then 2m from 9m", "documented", "R21"));
    }

    @Test
    void aValueThatNoFileHoldsIsNotCalledADefault() {
        Timers timers = Timers.defaultsOf(Release.CM_6)
                .with(TimerSetting.PN_RESTART_DURATION, Duration.ofSeconds(90))
                .with(EscalationReading.ALL_FROM_LOSS);
        History history = new HistoryBuilder("Test", Duration.ofMinutes(1))
                .timers(timers)
                .pn(1, "main 60s")
                .build();
        assertThat(TimerTable.of(history))
                .contains(
                        new TimerLine("pn-restart-duration", "1m30s", "set for this run", "given", "M9"),
                        new TimerLine("reading", "all-from-loss", "set for this run", "given", "C1, M14"));
    }
}
