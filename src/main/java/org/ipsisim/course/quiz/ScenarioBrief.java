package org.ipsisim.course.quiz;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.EventMark;
import org.ipsisim.report.timeline.Timeline;

/** A scenario in a few lines: what one needs to know to predict its run, without anything about the outcome. */
final class ScenarioBrief {
    private static final int MOST_LINES = 12;

    private final Estate estate;
    private final History history;
    private final List<String> lines = new ArrayList<>();

    private ScenarioBrief(History history) {
        this.history = history;
        this.estate = history.scenario().estate();
    }

    static List<String> of(History history) {
        ScenarioBrief brief = new ScenarioBrief(history);
        brief.add("length", Words.duration(history.duration()));
        boolean hasPortNetworks = !brief.estate.portNetworks().isEmpty();
        if (hasPortNetworks) {
            brief.timers();
        }
        brief.servers();
        brief.portNetworks();
        brief.phones();
        brief.links();
        if (hasPortNetworks) {
            brief.add("return", returnWords(brief.estate));
        }
        brief.events();
        return brief.lines;
    }

    private void add(String what, String text) {
        lines.add(what + ": " + text);
    }

    private void timers() {
        Timers timers = estate.timers();
        add(
                "timers",
                "sanity " + time(TimerSetting.SOCKET_SANITY_TIMEOUT) + ", cold reset delay "
                        + time(TimerSetting.PN_COLD_RESET_DELAY) + ", no-service "
                        + time(TimerSetting.NO_SERVICE_TIMEOUT) + ", reading "
                        + timers.reading().key());
        add(
                "lengths",
                "warm reset " + time(TimerSetting.WARM_RESET_DURATION) + ", cold reset "
                        + time(TimerSetting.COLD_RESET_DURATION) + ", restart "
                        + time(TimerSetting.PN_RESTART_DURATION) + ", calls drop "
                        + timers.callsDrop().key().replace('-', ' '));
    }

    private String time(TimerSetting setting) {
        return Words.duration(estate.timers().millis(setting));
    }

    private void servers() {
        String main = estate.main().duplex()
                ? "main-a at " + estate.main().site() + ", main-b at "
                        + estate.main().standbySite()
                : "at " + estate.main().site();
        add("main", main);
        for (SurvivableCore core : estate.survivableCores()) {
            add("core " + core.cluster(), "at " + core.site() + ", community " + core.community() + preference(core));
        }
    }

    private static String preference(SurvivableCore core) {
        String preference = core.systemPreferred()
                ? ", system preferred"
                : core.localPreferred() ? ", local preferred" : ", no preference";
        return preference + (core.localOnly() ? ", local only" : "") + ", score " + core.priorityScore();
    }

    private void portNetworks() {
        for (List<PortNetwork> alike : Lists.alike(estate.portNetworks(), ScenarioBrief::words)) {
            List<Integer> numbers = alike.stream().map(PortNetwork::number).toList();
            add("pn " + NumberList.compact(numbers), words(alike.get(0)));
        }
    }

    private static String words(PortNetwork pn) {
        String calls = pn.calls().pn() + pn.calls().ip() == 0
                ? ""
                : ", " + Words.count(pn.calls().pn(), "call") + " through it and "
                        + pn.calls().ip() + " between IP phones";
        return "at " + pn.site() + ", community " + pn.community()
                + (pn.duplicatedIpsis() ? ", two IPSIs" : "")
                + (pn.ignoreConnectivityInArbitration() ? ", ignored in arbitration" : "")
                + calls
                + (pn.traffic().isPresent() ? ", random calls" : "");
    }

    private void phones() {
        SipEstate sip = estate.sip();
        sip.sessionManagers().stream()
                .limit(MOST_LINES)
                .forEach(sm -> add(
                        sm.name(),
                        "session manager at " + sm.site() + ", " + sm.requestsPerSecond() + " requests a second"
                                + sm.survivableRemote()
                                        .map(remote -> ", branch of " + remote)
                                        .orElse("")));
        sip.phones().stream()
                .limit(MOST_LINES)
                .forEach(phones -> add(
                        phones.name(),
                        Words.count(phones.size(), "SIP phone") + " at " + phones.site() + ", controllers "
                                + String.join(", ", phones.controllers()) + "; keep-alive every "
                                + Words.duration(
                                        phones.settings().keepaliveInterval().toMillis()) + ", lost after "
                                + phones.settings().keepaliveMisses() + " misses, "
                                + phones.settings().registration().key() + " registration"));
    }

    private void links() {
        estate.links().stream()
                .limit(MOST_LINES)
                .forEach(link -> add(
                        link.id(),
                        link.a() + " to " + link.b() + ", "
                                + Words.duration(link.latency().toMillis())
                                + (link.loss() > 0 ? ", loses " + Words.percent(link.loss()) : "")));
        int more = estate.links().size() - MOST_LINES;
        if (more > 0) {
            lines.add("and " + more + " more links");
        }
    }

    private static String returnWords(Estate estate) {
        return switch (estate.fallback().key()) {
            case "scheduled" -> "scheduled";
            case "connection-up" -> "when the connection to the main has been up for some time";
            default -> "by hand";
        };
    }

    private void events() {
        List<EventMark> marks = Timeline.of(history).marks();
        lines.add(marks.isEmpty() ? "nothing happens" : "what happens:");
        marks.stream()
                .limit(MOST_LINES)
                .forEach(mark -> lines.add("  " + Words.duration(mark.at()) + "  " + mark.label()));
        if (marks.size() > MOST_LINES) {
            lines.add("  and " + (marks.size() - MOST_LINES) + " more, until "
                    + Words.duration(marks.get(marks.size() - 1).at()));
        }
    }
}
