package org.ipsisim.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.ServerHappening;

/** Histories made by hand that between them show what reports have to say. */
public final class SampleHistories {
    static final String FAILOVER =
            "main 60s | lost 14s | warm 60s | cold 30s | none 270s | restart→10 60s | sc-10 706s";
    private static final StableCalls CALLS = new StableCalls(40, 10);

    private SampleHistories() {}

    /** Every sample by the name of its golden files. */
    public static Map<String, History> all() {
        Map<String, History> samples = new LinkedHashMap<>();
        samples.put("nothing", nothing());
        samples.put("short-silence", shortSilence());
        samples.put("warm-reset", warmReset());
        samples.put("failover", failover());
        samples.put("fragmented", fragmented());
        samples.put("sixty-four", sixtyFour());
        samples.put("still-out", stillOut());
        samples.put("random-calls", randomCalls());
        samples.put("phones", SamplePhones.beside(failover()));
        samples.put("phones-alone", SamplePhones.alone(failover()));
        return samples;
    }

    public static History nothing() {
        HistoryBuilder builder = new HistoryBuilder("A quiet day", Duration.ofHours(1)).file("scenarios/quiet.yaml");
        for (int pn = 1; pn <= 3; pn++) {
            builder.pn(pn, CALLS, "main 3600s", list(0, 3600, 1));
        }
        return builder.expect(new Expectation.ServerInterchanges(Expectation.Bound.exactly(0)))
                .build();
    }

    public static History shortSilence() {
        return new HistoryBuilder("One short loss", Duration.ofMinutes(2))
                .file("scenarios/short.yaml")
                .pn(1, CALLS, "main 60s | lost 14.02s | main 45.98s", list(0, 120, 1))
                .trace(60, "wan", 0, new NetworkHappening.Failed(Element.LINK))
                .trace(60, "pn-1", 1, new PnHappening.ContactLost(1, 59_000))
                .trace(74, "wan", 0, new NetworkHappening.Restored(Element.LINK))
                .traceMillis(74_020, "pn-1", 3, new PnHappening.ContactRestored(1, 15_020))
                .build();
    }

    public static History warmReset() {
        return new HistoryBuilder("A control switch restarts", Duration.ofMinutes(5))
                .file("scenarios/switch.yaml")
                .pn(1, CALLS, "main 60s | lost 14s | warm 26s | main 200s", list(0, 300, 1))
                .pn(2, CALLS, "main 300s", list(0, 300, 1))
                .trace(60, "pn-1", 0, new NetworkHappening.Failed(Element.CONTROL_PATH))
                .trace(60, "pn-1", 1, new PnHappening.ContactLost(1, 59_000))
                .trace(74, "pn-1", 2, new PnHappening.WarmReset(15_000, true))
                .trace(100, "pn-1", 0, new NetworkHappening.Restored(Element.CONTROL_PATH))
                .trace(100, "pn-1", 4, new PnHappening.ContactRestored(1, 41_000))
                .trace(100, "pn-1", 5, new PnHappening.InService(1))
                .expect(new Expectation.StateAt(1, Duration.ofSeconds(80), PnState.WARM_RESET))
                .expect(new Expectation.TotalOf(1, PnTotal.CALLS_DROPPED, Expectation.Bound.exactly(0)))
                .build();
    }

    public static History failover() {
        HistoryBuilder builder = new HistoryBuilder("WAN cut at Dallas", Duration.ofMinutes(20))
                .file("scenarios/wan-cut.yaml")
                .core(10)
                .event(new ScenarioEvent.Fail(Duration.ofMinutes(1), new Target.OfLink("wan"), Optional.empty()))
                .places(Map.of(
                        "timers.no-service-timeout", new Provenance.Place.Line(12),
                        "timers.socket-sanity-timeout",
                                new Provenance.Place.CommandLine("timers.socket-sanity-timeout=15s")))
                .pn(1, CALLS, FAILOVER, list(0, 74, 1, 10), list(74, 1200, 10))
                .trace(60, "wan", 0, new NetworkHappening.Failed(Element.LINK));
        return failoverOf(builder, 1, 10, 1)
                .expect(new Expectation.ControllerAt(1, Duration.ofMinutes(8), 10))
                .expect(new Expectation.TotalOf(1, PnTotal.OUTAGE, new Expectation.Bound(0, 360_000)))
                .expect(new Expectation.PriorityListAt(new IpsiId(1, IpsiId.Side.A), Duration.ZERO, List.of(1, 10)))
                .build();
    }

    public static History fragmented() {
        HistoryBuilder builder = new HistoryBuilder("Two halves of one system", Duration.ofMinutes(30))
                .file("scenarios/fragmented.yaml")
                .core(10)
                .core(20)
                .pn(
                        1,
                        CALLS,
                        "main 60s | lost 14s | warm 60s | cold 30s | none 270s | restart→10 60s | sc-10 1006s"
                                + " | restart→1 60s | main 240s",
                        list(0, 74, 1, 20, 10),
                        list(74, 900, 10),
                        list(900, 1800, 1, 20, 10))
                .pn(
                        2,
                        CALLS,
                        "main 60s | lost 14s | warm 60s | cold 30s | none 270s | restart→20 60s | sc-20 1306s",
                        list(0, 74, 1, 20, 10),
                        list(74, 1800, 20))
                .pn(3, CALLS, "main 1800s", list(0, 1800, 1, 20, 10))
                .trace(60, "wan", 0, new NetworkHappening.Failed(Element.LINK));
        failoverOf(builder, 1, 10, 1);
        failoverOf(builder, 2, 20, 1);
        int takeover = builder.nextId() + 1;
        return builder.trace(900, "wan", 0, new NetworkHappening.Restored(Element.LINK))
                .event(new ScenarioEvent.ForcedTakeover(Duration.ofMinutes(25), 1, new TreeSet<>(List.of(1))))
                .trace(1500, "pn-1", 0, new PnHappening.FellBack(1, 10))
                .trace(1500, "pn-1", takeover, new PnHappening.PnRestarted(1, 60_000))
                .trace(1500, "sc-10", takeover, new ServerHappening.SurvivableCoreReset(120_000))
                .trace(1560, "pn-1", takeover + 1, new PnHappening.InService(1))
                .build();
    }

    public static History sixtyFour() {
        HistoryBuilder builder =
                new HistoryBuilder("Sixty-four port networks", Duration.ofMinutes(20)).file("scenarios/large.yaml");
        builder.core(10).trace(60, "wan", 0, new NetworkHappening.Failed(Element.LINK));
        for (int pn = 1; pn <= 64; pn++) {
            if (pn % 8 == 0) {
                builder.pn(pn, CALLS, FAILOVER, list(0, 74, 1, 10), list(74, 1200, 10));
                failoverOf(builder, pn, 10, 1);
            } else if (pn > 40) {
                builder.pn(pn, CALLS, "main 60s | lost 14s | warm 26s | main 1100s", list(0, 1200, 1, 10));
            } else {
                builder.pn(pn, CALLS, "main 1200s", list(0, 1200, 1, 10));
            }
        }
        return builder.build();
    }

    public static History stillOut() {
        return new HistoryBuilder("Nobody to turn to", Duration.ofMinutes(10))
                .file("scenarios/alone.yaml")
                .pn(1, CALLS, "main 60s | lost 14s | warm 60s | cold 30s | none 436s", list(0, 74, 1), list(74, 600))
                .trace(60, "wan", 0, new NetworkHappening.Failed(Element.LINK))
                .trace(60, "pn-1", 1, new PnHappening.ContactLost(1, 59_000))
                .trace(74, "pn-1", 2, new PnHappening.WarmReset(15_000, true))
                .trace(134, "pn-1", 3, new PnHappening.ColdReset(75_000))
                .trace(134, "pn-1", 4, new PnHappening.CallsDropped(40))
                .trace(134, "pn-1", 4, new PnHappening.NoServiceStarted(434_000))
                .trace(434, "pn-1", 6, new PnHappening.RequestRefused(0, "no server on the priority list"))
                .trace(434, "pn-1", 7, new PnHappening.NoServiceStarted(734_000))
                .event(new ScenarioEvent.SetTimers(
                        Duration.ofMinutes(9), Map.of(TimerSetting.NO_SERVICE_TIMEOUT, Duration.ofMinutes(2))))
                .expect(new Expectation.StateAt(1, Duration.ofMinutes(9), PnState.IN_SERVICE))
                .build();
    }

    /** Port network 1 fails over with 40 stable calls and 18 random ones, and calls port network 2 before and after. */
    public static History randomCalls() {
        CallLosses silent = new CallLosses(0, 2, 0, 0, 0);
        CallLosses warm = new CallLosses(5, 0, 3, 0, 1_260_000);
        CallLosses cold = new CallLosses(2, 0, 0, 18, 3_000_500);
        CallLosses waiting = new CallLosses(23, 0, 0, 0, 4_140_000);
        CallLosses restart = new CallLosses(6, 0, 0, 0, 1_080_000);
        CallLosses split = new CallLosses(12, 0, 0, 0, 2_160_000);
        CallLosses lost =
                silent.plus(warm).plus(cold).plus(waiting).plus(restart).plus(split);
        HistoryBuilder builder = new HistoryBuilder("A cut in the busy hour", Duration.ofMinutes(20))
                .file("scenarios/busy.yaml")
                .core(10)
                .pn(1, CALLS, FAILOVER, list(0, 74, 1, 10), list(74, 1200, 10))
                .randomCalls(
                        new RandomCalls(20, 1, 100, 37, 14, 1, 19, 4, 1, 7, lost),
                        CallLosses.NONE,
                        silent,
                        warm,
                        cold,
                        waiting,
                        restart,
                        split)
                .pn(2, StableCalls.NONE, "main 1200s", list(0, 1200, 1, 10))
                .randomCalls(new RandomCalls(3, 0, 60, 60, 2, 1, 0, 0, 0, 0, CallLosses.NONE))
                .trace(60, "wan", 0, new NetworkHappening.Failed(Element.LINK));
        return failoverOf(builder, 1, 10, 1, 58)
                .expect(new Expectation.TotalOf(1, PnTotal.CALLS_BLOCKED, new Expectation.Bound(40, Long.MAX_VALUE)))
                .expect(new Expectation.TotalOf(1, PnTotal.TALK_TIME_LOST, new Expectation.Bound(0, 60_000)))
                .build();
    }

    static ListSpan list(long from, long to, Integer... clusters) {
        return new ListSpan(from * 1000, to * 1000, List.of(clusters));
    }

    private static HistoryBuilder failoverOf(HistoryBuilder builder, int pn, int cluster, int cause) {
        return failoverOf(builder, pn, cluster, cause, 40);
    }

    private static HistoryBuilder failoverOf(HistoryBuilder builder, int pn, int cluster, int cause, long dropped) {
        String subject = "pn-" + pn;
        int next = builder.nextId();
        return builder.trace(60, subject, cause, new PnHappening.ContactLost(1, 59_000))
                .trace(74, subject, next, new PnHappening.WarmReset(15_000, true))
                .trace(134, subject, next + 1, new PnHappening.ColdReset(75_000))
                .trace(134, subject, next + 2, new PnHappening.CallsDropped(dropped))
                .trace(134, subject, next + 2, new PnHappening.NoServiceStarted(434_000))
                .trace(434, subject, next + 4, new PnHappening.ServiceRequested(cluster))
                .trace(434, subject, next + 5, new PnHappening.TakenOver(cluster, 1))
                .trace(434, subject, next + 6, new PnHappening.PnRestarted(cluster, 60_000))
                .trace(494, subject, next + 7, new PnHappening.InService(cluster));
    }
}
