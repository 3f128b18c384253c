package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.ipsisim.document.Json;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.estate.WallClock;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.HeartbeatHistory.Heartbeat;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PnTotals;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/**
 * A run as one JSON document, format 1: an object for one history, an array for several. Times are seconds with at most
 * three decimals. Keys may be added, none is renamed.
 */
public final class JsonReport {
    private static final int DECIMALS_OF_MINUTES = 3;

    private JsonReport() {}

    /**
     * Writes the document with a line end after it; flushes the writer and leaves it open.
     *
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(List<History> histories, Writer out) throws IOException {
        if (histories.size() == 1) {
            Json.write(out, json -> write(histories.get(0), json));
        } else {
            Json.write(out, histories, (json, history) -> write(history, json));
        }
    }

    private static void write(History history, Json json) {
        Scenario scenario = history.scenario();
        json.format()
                .in(history.moments())
                .text("title", scenario.title())
                .text("file", scenario.provenance().file())
                .number("seed", scenario.seed())
                .seconds("durationSeconds", history.duration());
        scenario.clock().ifPresent(clock -> json.text("start", clock.iso(0)));
        scenario.clock().flatMap(WallClock::zoneName).ifPresent(zone -> json.text("zone", zone));
        json.text("headline", Headline.of(history))
                .object("timers", timers -> timers(timers, scenario.estate().timers()))
                .object("timerOrigins", origins -> TimerTable.of(history).forEach(line -> origin(origins, line)))
                .list("cautions", history.cautions())
                .list("assumptions", Assumptions.of(history))
                .objects("portNetworks", history.portNetworks(), JsonReport::portNetwork)
                .objects(
                        "servers",
                        history.servers(),
                        (one, server) -> one.text("id", server.server().id())
                                .number("cluster", server.server().cluster())
                                .text("site", server.server().site())
                                .rows(
                                        "timeline",
                                        server.timeline(),
                                        (row, span) -> row.moment("from", span.from())
                                                .moment("to", span.to())
                                                .text("role", span.role().key())))
                .object("totals", totals -> totals(totals, history))
                .rows("alarms", Alarms.of(history), JsonReport::alarm)
                .rows("trace", history.trace(), (row, entry) -> entry(row, history, entry))
                .rows("expectations", history.checkExpectations(), JsonReport::expectation);
        if (!history.sip().isEmpty()) {
            json.object("sip", sip -> SipJson.write(sip, history));
        }
        if (!history.heartbeats().isEmpty()) {
            json.objects("heartbeats", history.heartbeats(), JsonReport::heartbeats);
        }
    }

    private static void timers(Json json, Timers timers) {
        for (TimerSetting setting : TimerSetting.values()) {
            json.seconds(setting.jsonName(), timers.millis(setting));
        }
        json.text("reading", timers.reading().key())
                .text("callsDrop", timers.callsDrop().key());
    }

    private static void origin(Json json, TimerTable.TimerLine line) {
        String name = Keyed.find(TimerSetting.class, line.key())
                .map(TimerSetting::jsonName)
                .orElse(line.key().equals("calls-drop") ? "callsDrop" : line.key());
        json.row(
                name,
                row -> row.text("origin", line.origin())
                        .text("confidence", line.confidence())
                        .text("rule", line.rule()));
    }

    private static void portNetwork(Json json, PnHistory pn) {
        boolean hasTraffic = pn.portNetwork().traffic().isPresent();
        json.number("pn", pn.portNetwork().number())
                .text("site", pn.portNetwork().site())
                .number("community", pn.portNetwork().community())
                .objects(
                        "ipsis",
                        pn.lists().entrySet(),
                        (ipsi, lists) -> lists(ipsi.text("id", lists.getKey().toString()), lists.getValue()))
                .rows("timeline", pn.timeline(), (row, span) -> span(row, span, hasTraffic))
                .object(
                        "totals",
                        totals -> totals(
                                totals.seconds("degradedSeconds", pn.totals().degraded())
                                        .seconds("outageSeconds", pn.totals().outage()),
                                pn.totals(),
                                pn.randomCalls(),
                                pn.total(PnTotal.CALLS_FROZEN)))
                .rows(
                        "phases",
                        Phases.of(pn).entrySet(),
                        (row, phase) -> row.text("state", phase.getKey().key())
                                .text("phase", phase.getKey().phase())
                                .seconds("seconds", phase.getValue()))
                .object(
                        "calls",
                        calls -> calls.row("pn", row -> stableCalls(row, pn.pnCalls()))
                                .row("ip", row -> stableCalls(row, pn.ipCalls())));
        if (hasTraffic) {
            json.object("randomCalls", calls -> randomCalls(calls, pn));
        }
    }

    private static void lists(Json json, List<ListSpan> lists) {
        json.rowOf("priorityList", lists.get(lists.size() - 1).clusters())
                .rows(
                        "priorityLists",
                        lists,
                        (row, span) -> row.moment("from", span.from())
                                .moment("to", span.to())
                                .rowOf("clusters", span.clusters()));
    }

    private static void span(Json json, PnSpan span, boolean hasTraffic) {
        json.moment("from", span.from())
                .moment("to", span.to())
                .text("state", span.state().key())
                .number("controller", span.controller());
        if (hasTraffic) {
            losses(json, span.losses());
        }
    }

    private static void totals(Json json, History history) {
        Sums sums = Sums.of(history.portNetworks());
        json.number("serverInterchanges", history.serverInterchanges())
                .seconds("outageSeconds", sums.totals().outage())
                .seconds("degradedSeconds", sums.totals().degraded());
        totals(json, sums.totals(), sums.randomCalls(), sums.frozen());
    }

    private static void totals(Json json, PnTotals totals, RandomCalls random, long frozen) {
        json.number("warmResets", totals.warmResets())
                .number("coldResets", totals.coldResets())
                .number("failovers", totals.failovers())
                .number("fallbacks", totals.fallbacks())
                .number("ipsiInterchanges", totals.ipsiInterchanges())
                .number("callsDropped", totals.callsDropped())
                .number("callsBlocked", totals.callsBlocked())
                .number("callsDelayed", totals.callsDelayed())
                .number("callsOffered", random.offered())
                .number("callsCarried", random.carried())
                .number("setUpsLost", random.losses().setUpsLost())
                .number("callsFrozen", frozen)
                .number("talkMinutesLost", minutes(random.losses()));
    }

    private static void stableCalls(Json json, CallOutcome calls) {
        json.number("atStart", calls.atStart())
                .number("dropped", calls.dropped())
                .number("frozen", calls.frozen());
        if (calls.redialled() > 0) {
            json.number("redialled", calls.redialled());
        }
        json.number("kept", calls.kept());
    }

    private static void randomCalls(Json json, PnHistory pn) {
        RandomCalls calls = pn.randomCalls();
        json.number("upAtStart", calls.upAtStart())
                .number("inSetUpAtStart", calls.inSetUpAtStart())
                .number("offered", calls.offered())
                .number("carried", calls.carried())
                .number("ended", calls.ended())
                .number("upAtEnd", calls.upAtEnd())
                .number("inSetUpAtEnd", calls.inSetUpAtEnd())
                .number("frozen", calls.frozen());
        losses(json, calls.losses());
        json.row(
                        "blockedBy",
                        row -> row.number("trunksBusy", calls.trunksBusy())
                                .number("farEndOut", calls.farEndOut())
                                .number("separateSystems", calls.separate()))
                .rows(
                        "phases",
                        pn.lossesByState().entrySet(),
                        (row, phase) -> losses(row.text("state", phase.getKey().key()), phase.getValue()));
    }

    private static void losses(Json json, CallLosses losses) {
        json.number("blocked", losses.blocked())
                .number("delayed", losses.delayed())
                .number("setUpsLost", losses.setUpsLost())
                .number("dropped", losses.dropped())
                .number("talkMinutesLost", minutes(losses));
    }

    private static BigDecimal minutes(CallLosses losses) {
        return Words.decimalMinutes(losses.talkTime(), DECIMALS_OF_MINUTES);
    }

    /** The members of an alarm; {@code clearedAt} is null for one that is still active. */
    static void alarm(Json json, Alarm alarm) {
        json.moment("at", alarm.at());
        if (alarm.clearedAt().isPresent()) {
            json.moment("clearedAt", alarm.clearedAt().getAsLong());
        } else {
            json.number("clearedAt", null);
        }
        json.text("severity", alarm.severity().word())
                .text("object", alarm.object())
                .text("subject", alarm.subject().toString())
                .number("raisedBy", alarm.raisedBy())
                .number("cause", alarm.cause())
                .text("text", alarm.text())
                .text("confidence", alarm.confidence().word())
                .text("source", alarm.source());
    }

    /** The members of a trace entry. */
    public static void entry(Json json, History history, TraceEntry entry) {
        json.number("id", entry.id())
                .moment("at", entry.at())
                .text("type", entry.what().type())
                .text("subject", entry.subject().toString())
                .number("cause", entry.cause())
                .text("text", history.textOf(entry));
    }

    private static void expectation(Json row, ExpectationResult result) {
        row.text("expect", result.expect()).flag("met", result.met()).text("actual", result.actual());
        if (result.isInconclusive()) {
            row.flag("inconclusive", true);
        }
    }

    private static void heartbeats(Json json, HeartbeatHistory path) {
        json.text("server", path.server().id())
                .text("ipsi", path.ipsi().toString())
                .number("delivered", path.count(true))
                .number("missed", path.count(false))
                .rows("beats", path.beats()::iterator, JsonReport::heartbeat);
    }

    /** When a heartbeat was due to be sent, and when it arrived: null for one that did not. */
    static void heartbeat(Json json, Heartbeat beat) {
        json.moment("due", beat.due())
                .number("arrived", beat.delivered() ? Words.decimalSeconds(beat.arrival()) : null);
    }
}
