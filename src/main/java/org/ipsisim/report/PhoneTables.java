package org.ipsisim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.estate.Confidence;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.SipSetting;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.History;
import org.ipsisim.history.PhoneOutage;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.history.Words;
import org.ipsisim.report.page.SvgTimeline;
import org.ipsisim.report.timeline.Timeline;

/** The tables about SIP phones and session managers, for every form of a run's report. */
final class PhoneTables {
    private static final int MOST_ROWS = 60;

    private PhoneTables() {}

    /** Adds what a run says of phones; nothing if it has none. */
    static void addTo(Document document, History history) {
        if (history.sip().isEmpty()) {
            return;
        }
        document.section("Who can phone", "phones")
                .table(WhoCanPhone.table(history))
                .note("No calls from: when the first phone of the row could start no call. Longest: of any phone of the"
                        + " row, without a break.");
        document.section("SIP phones", "sip-phones").table(populations(history));
        document.section("SIP calls", "sip-calls").table(SipCalls.table(history));
        document.section("Session managers", "session-managers");
        Timeline.ofLoad(history)
                .ifPresent(
                        load -> document.svg(
                                () -> SvgTimeline.inline(load, "load"),
                                "Requests that reach each session manager in a second, refreshes left out, and how many wait."));
        document.table(sessionManagers(history.sip().sessionManagers()))
                .note("Requests: all that arrived, refreshes included. A second and queue: the most at once, without"
                        + " refreshes. Refused: answered 503. Too late: answered after the phone had given up.");
    }

    /** A line for each population: how bad it was, and when its phones were back. */
    private static Table<PopulationHistory> populations(History history) {
        return Table.of(history.sip().populations())
                .words("phones", phones -> phones.population().name())
                .number("affected", PhoneTables::affected)
                .ink(phones -> phones.outage().phonesAffected() > 0 ? Ink.VERMILION : Ink.PLAIN)
                .number("phone minutes", phones -> minutes(phones.outage()))
                .number("longest", phones -> RoundedNumbers.time(phones.outage().longest()))
                .number("first back", phones -> time(phones.outage().firstBackAt(), history))
                .notInText()
                .number("half back", phones -> time(phones.outage().halfBackAt(), history))
                .number("95 % back", phones -> time(phones.outage().allButFivePercentBackAt(), history))
                .number("all back", phones -> time(phones.outage().lastBackAt(), history))
                .number("not callable", phones -> minutes(phones.notCallable()))
                .notInText()
                .words("at the end", PhoneTables::atEnd)
                .notInText()
                .showing(MOST_ROWS, "the JSON output has them all");
    }

    private static String affected(PopulationHistory phones) {
        return Words.grouped(phones.outage().phonesAffected()) + " of "
                + Words.grouped(phones.population().size());
    }

    private static String minutes(PhoneOutage outage) {
        return PhoneHeadline.minutes(outage.total());
    }

    /** A moment as the tables of phones write it; a dash if it never comes. */
    static String time(OptionalLong at, History history) {
        return at.isPresent() ? history.moments().rounded(at.getAsLong()) : "–";
    }

    /** Who serves the phones at the end, and what the others are in, the most frequent first, such as {@code sm-1}. */
    static String atEnd(PopulationHistory phones) {
        List<PhoneSample.Count> counts = new ArrayList<>(
                phones.samples().get(phones.samples().size() - 1).counts());
        counts.sort((a, b) -> Integer.compare(b.phones(), a.phones()));
        boolean all = counts.size() == 1;
        return counts.stream()
                .map(count -> (all ? "" : Words.grouped(count.phones()) + " ") + where(count, phones))
                .collect(Collectors.joining(", "));
    }

    private static String where(PhoneSample.Count count, PopulationHistory phones) {
        String state = count.state().words();
        if (count.controller() < 0) {
            return state;
        }
        String controller = phones.population().controllers().get(count.controller());
        return count.state() == PhoneState.IN_SERVICE ? controller : state + " (" + controller + ")";
    }

    private static Table<SessionManagerHistory> sessionManagers(List<SessionManagerHistory> all) {
        return Table.of(all)
                .words("session manager", sm -> sm.sessionManager().name())
                .number("requests", sm -> Words.grouped(sm.requests()))
                .number("a second", sm -> Words.grouped(sm.peakRequestsPerSecond()))
                .number("it serves", sm -> Words.grouped(sm.sessionManager().requestsPerSecond()))
                .notInText()
                .number("queue", sm -> Words.grouped(sm.peakQueue()))
                .number("refused", sm -> Words.grouped(sm.refused()))
                .ink(sm -> sm.refused() > 0 ? Ink.VERMILION : Ink.PLAIN)
                .number("too late", sm -> Words.grouped(sm.useless()))
                .ink(sm -> sm.useless() > 0 ? Ink.VERMILION : Ink.PLAIN)
                .number("stale", sm -> Words.grouped(sm.staleBindings()))
                .showing(MOST_ROWS, "the JSON output has them all");
    }

    /** What the simulator assumes of phones where the scenario says nothing, a sentence each. */
    static List<String> assumptions(History history) {
        if (history.sip().isEmpty()) {
            return List.of();
        }
        SipSettings settings = history.scenario().estate().sip().settings();
        return Arrays.stream(SipSetting.values())
                .filter(setting -> setting.confidence() != Confidence.DOCUMENTED)
                .filter(setting -> setting != SipSetting.TRANSPORT
                        || !history.scenario().estate().sip().calls().isEmpty())
                .filter(setting -> setting.of(settings).equals(setting.standard()))
                .map(setting -> setting.meaning().replaceFirst("\\.$", "") + ": "
                        + Words.setting(setting.of(settings)) + " ("
                        + setting.rule() + ", " + setting.confidence().word() + "; sip.settings." + setting.key()
                        + ").")
                .toList();
    }
}
