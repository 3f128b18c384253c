package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.History;
import org.ipsisim.history.RandomCalls;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    @Test
    void nothingHappened() {
        assertThat(Headline.of(SampleHistories.nothing()))
                .isEqualTo("A quiet day: nothing happened; all 3 port networks stayed in service throughout.");
    }

    @Test
    void serverInterchangesThatNoPortNetworkNoticed() {
        History history =
                of(Duration.ofHours(1)).duplexMain(2).pn(1, "main 3600s").build();
        assertThat(Headline.of(history))
                .endsWith(": port network 1 stayed in service throughout; the main servers interchanged twice.");
    }

    @Test
    void onlyDetection() {
        assertThat(Headline.of(SampleHistories.shortSilence()))
                .isEqualTo("One short loss: port network 1 heard nothing for 15s at most; nothing was reset and no"
                        + " call was lost.");
    }

    @Test
    void warmResetsOnly() {
        assertThat(Headline.of(SampleHistories.warmReset()))
                .isEqualTo("A control switch restarts: port network 1 could start no call for 26s (1 warm reset);"
                        + " stable calls stayed up. Port network 2 stayed in service.");
    }

    @Test
    void aWarmResetLosesCallsInSetUp() {
        History history = of(Duration.ofMinutes(5))
                .pn(1, "main 60s | lost 14s | warm 26s | main 200s")
                .randomCalls(
                        new RandomCalls(10, 0, 20, 22, 1, 0, 10, 0, 0, 0, new CallLosses(4, 1, 3, 0, 1_000_000)),
                        CallLosses.NONE,
                        new CallLosses(0, 1, 0, 0, 0),
                        new CallLosses(4, 0, 3, 0, 1_000_000))
                .build();
        assertThat(Headline.of(history))
                .isEqualTo("Test: port network 1 could start no call for 26s (1 warm reset); stable calls stayed up,"
                        + " 3 calls in set-up lost.");
    }

    @Test
    void callsThatFindNoServiceAreTurnedAwayAndThoseThatFindNoTrunkAreNot() {
        assertThat(Headline.of(SampleHistories.randomCalls()))
                .isEqualTo("A cut in the busy hour: port network 1 was without service for 6m and lost 58 calls and"
                        + " turned away 36 more; core 10 took it over at 7m14s. Port network 2 stayed in service.");
    }

    @Test
    void onePortNetworkTakenOver() {
        assertThat(Headline.of(SampleHistories.failover()))
                .isEqualTo("WAN cut at Dallas: port network 1 was without service for 6m and lost 40 calls; core 10"
                        + " took it over at 7m14s.");
    }

    @Test
    void severalPortNetworksWithDifferentFates() {
        assertThat(Headline.of(SampleHistories.fragmented()))
                .isEqualTo("Two halves of one system: port networks 1 and 2 were without service for up to 7m in all"
                        + " and lost 80 calls in all; core 10 took over port network 1 at 7m14s, core 20 took"
                        + " over port network 2 at 7m14s and port network 1 went back to the main at 25m."
                        + " Port network 3 stayed in service.");
    }

    @Test
    void stillOutAtTheEnd() {
        assertThat(Headline.of(SampleHistories.stillOut()))
                .isEqualTo("Nobody to turn to: port network 1 was without service for 7m46s and lost 40 calls; it was"
                        + " still without service at the end of the run.");
    }

    @Test
    void oneOfManyWithoutServiceIsSaidWithTheRest() {
        assertThat(Headline.of(SampleHistories.sixtyFour()))
                .isEqualTo("Sixty-four port networks: 8 of the 64 port networks were without service for 6m and lost"
                        + " 320 calls in all; core 10 took them over at 7m14s."
                        + " Port networks 41 to 47, 49 to 55 and 57 to 63 had warm resets only and 35 others stayed in"
                        + " service.");
    }

    @Test
    void fallback() {
        History history = of(Duration.ofMinutes(30))
                .pn(1, "main 60s | cold 30s | restart→10 60s | sc-10 850s | restart→1 60s | main 740s")
                .build();
        assertThat(Headline.of(history))
                .isEqualTo("Test: port network 1 was without service twice, 2m30s in all; core 10 took it over at"
                        + " 1m30s and it went back to the main at 16m40s.");
    }

    @Test
    void backUnderTheMainAfterAColdReset() {
        History history = of(Duration.ofMinutes(10))
                .pn(
                        1,
                        new StableCalls(1, 0),
                        "main 134s | cold 30s | none 10.02s | restart→1 60s | main 365.98s",
                        SampleHistories.list(0, 600, 1))
                .build();
        assertThat(Headline.of(history))
                .isEqualTo("Test: port network 1 was without service for 1m40s and lost 1 call; it was back in service"
                        + " at 3m54s.");
    }

    @Test
    void silentAgainAtTheEnd() {
        History history = of(Duration.ofMinutes(10))
                .pn(1, "main 134s | cold 30s | restart→10 60s | sc-10 366s | lost 10s")
                .build();
        assertThat(Headline.of(history))
                .endsWith("core 10 took it over at 2m44s and its server was silent again at the end of the run.");
    }

    @Test
    void manyMovesAreCounted() {
        History history = of(Duration.ofMinutes(10))
                .pn(
                        1,
                        "main 100s | restart→10 50s | sc-10 50s | restart→1 50s | main 50s | restart→10 50s | sc-10 50s"
                                + " | restart→20 50s | sc-20 150s")
                .build();
        assertThat(Headline.of(history))
                .isEqualTo("Test: port network 1 was without service 4 times, 3m20s in all; it changed servers 4 times,"
                        + " the last time to core 20.");
    }

    @Test
    void someAreStillOutAndSomeAreBack() {
        History history = of(Duration.ofMinutes(10))
                .pn(1, "main 100s | down 500s")
                .pn(2, "main 100s | down 100s | restart→1 60s | main 340s")
                .pn(3, "main 100s | lost 5s | main 495s")
                .build();
        assertThat(Headline.of(history))
                .isEqualTo(
                        "Test: port networks 1 and 2 were without service for up to 8m20s; port network 2 was back in"
                                + " service by 4m20s and port network 1 was still without service at the end of the run."
                                + " Port network 3 missed heartbeats without a reset.");
    }

    @Test
    void takeoversAtDifferentTimesAreToldFromTheFirst() {
        History history = of(Duration.ofMinutes(10))
                .pn(1, "main 100s | restart→10 60s | sc-10 440s")
                .pn(2, "main 200s | restart→10 60s | sc-10 340s")
                .build();
        assertThat(Headline.of(history))
                .isEqualTo("Test: both port networks were without service for 1m; core 10 took them over from 1m40s.");
    }

    @Test
    void aFractionOfASecondIsRoundedForTheEar() {
        History history = of(Duration.ofMinutes(10))
                .pn(1, "main 99.98s | down 60.02s | main 440s")
                .build();
        assertThat(Headline.of(history)).contains("for 1m;", "at 2m40s.");
    }

    private static HistoryBuilder of(Duration duration) {
        return new HistoryBuilder("Test", duration);
    }
}
