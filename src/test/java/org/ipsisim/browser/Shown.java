package org.ipsisim.browser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.console.ScreenName;
import org.ipsisim.console.Screens;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.History;
import org.ipsisim.history.IpsiSpan;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.report.CallWords;
import org.ipsisim.report.timeline.ClusterNames;
import tools.jackson.databind.JsonNode;

/**
 * What the panels of a report show at a moment: as the page has it, and as the history would have it.
 *
 * @param portNetworks state, controller and next timer of each
 * @param state of the chosen one
 * @param timers of the chosen one
 * @param ipsis of the chosen one
 * @param chain what led to its state
 * @param calls what it has lost
 * @param servers each with its role
 * @param serverTimers timers that belong to no port network
 * @param alarms that stand
 * @param screen of {@code main-a} for {@code status ess port-networks}
 */
record Shown(
        List<String> portNetworks,
        String state,
        List<String> timers,
        List<String> ipsis,
        List<String> chain,
        List<String> calls,
        List<String> servers,
        List<String> serverTimers,
        int alarms,
        String screen) {
    private static final String READ = """
            (() => {
                const all = selector => [...document.querySelectorAll(selector)];
                const text = element => element.textContent.replaceAll('\\u00a0', ' ').trim();
                const row = element => [...element.cells].map(text).join(' | ');
                return {
                    portNetworks: all('#c-pns tbody tr').map(row),
                    state: text(document.querySelector('#c-state')),
                    timers: all('#c-timers li').map(text),
                    ipsis: all('#c-ipsis li').map(text),
                    chain: all('#c-chain li').map(item => [...item.children].map(text).join(' | ')),
                    calls: all('#c-calls').filter(table => !table.parentElement.hidden)
                        .flatMap(table => all('#c-calls tr')).map(row),
                    servers: all('#c-servers tbody tr').map(row),
                    serverTimers: all('#c-server-timers li').map(text),
                    alarms: all('#c-alarms li:not(.note)').length,
                    screen: document.querySelector('#c-screen').textContent.trimEnd(),
                };
            })()""";

    /** What the page shows now. */
    static Shown in(Tab tab) {
        return of(tab.evaluate(READ));
    }

    /** What the page shows after it has been sent to each of some addresses, such as {@code #t=2m&pn=3}. */
    static List<Shown> in(Tab tab, List<String> addresses) {
        String list = addresses.stream().map(address -> "'" + address + "'").collect(Collectors.joining(","));
        return tab.evaluate("[" + list + "].map(address => { dispatchEvent(new HashChangeEvent('hashchange',"
                        + " {newURL: location.href.replace(/#.*/, '') + address})); return " + READ + "; })")
                .valueStream()
                .map(Shown::of)
                .toList();
    }

    private static Shown of(JsonNode page) {
        return new Shown(
                texts(page, "portNetworks"),
                page.path("state").asString(),
                texts(page, "timers"),
                texts(page, "ipsis"),
                texts(page, "chain"),
                texts(page, "calls"),
                texts(page, "servers"),
                texts(page, "serverTimers"),
                page.path("alarms").asInt(),
                page.path("screen").asString());
    }

    private static List<String> texts(JsonNode page, String name) {
        return page.path(name).valueStream().map(JsonNode::asString).toList();
    }

    /** What the history has to say of a moment before the end of the run, and of one of its port networks. */
    static Shown by(History history, long at, PnHistory chosen) {
        ClusterNames names = ClusterNames.of(history);
        PnSpan span = chosen.spanAt(at);
        return new Shown(
                history.portNetworks().stream()
                        .map(pn -> "PN " + pn.portNetwork().number() + " | "
                                + pn.spanAt(at).state().words() + " | "
                                + names.of(pn.spanAt(at).controller()) + " | " + next(history, at, pn))
                        .toList(),
                span.state().words() + " since " + history.moments().figures(span.from()) + ", controller: "
                        + names.of(span.controller()),
                orNone(timers(history, at, chosen)
                        .map(timer -> line(timer, at, chosen))
                        .toList()),
                chosen.lists().keySet().stream()
                        .map(ipsi -> line(ipsi, chosen, at, names))
                        .toList(),
                chain(history, at, chosen),
                calls(history, at, chosen),
                history.servers().stream().map(server -> line(server, at)).toList(),
                history.timersAt(at).stream()
                        .filter(timer -> history.portNetworks().stream().noneMatch(pn -> isOf(timer.subject(), pn)))
                        .sorted(Comparator.comparingLong(TimerSpan::due))
                        .map(timer -> line(timer, at, chosen))
                        .toList(),
                (int) Alarms.of(history).stream()
                        .filter(alarm ->
                                alarm.at() <= at && at < alarm.clearedAt().orElse(Long.MAX_VALUE))
                        .map(Shown::likeness)
                        .distinct()
                        .count(),
                screen(history, at, history.servers().get(0).server().id(), ScreenName.ESS_PORT_NETWORKS));
    }

    /** What a server shows for a command. */
    static String screen(History history, long at, String server, ScreenName name) {
        return Screens.of(history).at(at, server, List.of(name)).stream()
                .map(screen -> String.join("\n", screen.lines()))
                .collect(Collectors.joining("\n\n"));
    }

    private static List<Object> likeness(Alarm alarm) {
        return List.of(alarm.at(), alarm.clearedAt(), alarm.severity(), alarm.object(), alarm.raisedBy(), alarm.text());
    }

    private static boolean isOf(Subject subject, PnHistory pn) {
        return subject.isOf(pn.portNetwork().number());
    }

    private static Stream<TimerSpan> timers(History history, long at, PnHistory pn) {
        return history.timersAt(at).stream()
                .filter(timer -> isOf(timer.subject(), pn))
                .sorted(Comparator.comparingLong(TimerSpan::due));
    }

    private static String next(History history, long at, PnHistory pn) {
        return timers(history, at, pn)
                .findFirst()
                .map(timer -> timer.timer().key() + ", " + Words.duration(timer.due() - at) + " left")
                .orElse("–");
    }

    private static String line(TimerSpan timer, long at, PnHistory pn) {
        String whose = timer.subject().name().startsWith("ipsi-")
                ? "IPSI "
                        + timer.subject()
                                .name()
                                .substring(timer.subject().name().length() - 1) + " "
                : timer.subject().name().equals(pn.portNetwork().id()) ? "" : timer.subject() + " ";
        return whose + timer.timer().key() + " " + Words.duration(timer.due() - at) + " leftruns since "
                + Moments.relative(0).figures(timer.from()) + ", due at "
                + Moments.relative(0).figures(timer.due());
    }

    private static String line(IpsiId ipsi, PnHistory pn, long at, ClusterNames names) {
        IpsiSpan span = pn.ipsiAt(ipsi, at);
        return ipsi + " " + span.role().word() + ", " + (span.hasContact() ? "in contact" : "no contact") + ": "
                + names.of(pn.listAt(ipsi, at));
    }

    private static String line(ServerHistory server, long at) {
        String role = server.roleAt(at).key();
        if (server.roleAt(at) == ServerRole.STANDBY) {
            role += server.isRefreshedAt(at)
                    ? ", refreshed"
                    : ", not refreshed until "
                            + server.refreshes().stream()
                                    .filter(span -> span.from() <= at && at < span.to())
                                    .map(span -> Moments.relative(0).figures(span.value()))
                                    .findFirst()
                                    .orElseThrow();
        }
        return server.server().id() + " | " + role;
    }

    private static List<String> chain(History history, long at, PnHistory pn) {
        List<String> chain = new ArrayList<>();
        Optional<TraceEntry> link = history.trace().stream()
                .filter(entry -> isOf(entry.subject(), pn) && entry.at() <= at)
                .reduce((first, second) -> second);
        while (link.isPresent()) {
            TraceEntry entry = link.get();
            String who = entry.subject().name().equals(pn.portNetwork().id()) ? "" : entry.subject() + " ";
            chain.add(0, history.moments().figures(entry.at()) + " | " + who + history.textOf(entry));
            link = history.findEntry(entry.cause());
        }
        return chain;
    }

    private static List<String> calls(History history, long at, PnHistory pn) {
        boolean traffic = pn.portNetwork().traffic().isPresent();
        if (!traffic && pn.pnCalls().atStart() == 0) {
            return List.of();
        }
        PnSpan span = pn.spanAt(at);
        CallLosses before = pn.timeline().stream()
                .filter(earlier -> earlier.to() <= span.from())
                .map(PnSpan::losses)
                .reduce(CallLosses.NONE, CallLosses::plus);
        CallLosses in = span.losses();
        List<String> rows = new ArrayList<>(List.of(
                "Calls | Before " + history.moments().figures(span.from()) + " | From then to "
                        + history.moments().figures(span.to()),
                "Dropped | " + dropped(history, pn, 0, span.from()) + " | "
                        + dropped(history, pn, span.from(), span.to())));
        if (traffic) {
            rows.add("Blocked | " + before.blocked() + " | " + in.blocked());
            rows.add("Delayed | " + before.delayed() + " | " + in.delayed());
            rows.add("Lost in set-up | " + before.setUpsLost() + " | " + in.setUpsLost());
            rows.add("Minutes lost | " + CallWords.minutes(before) + " | " + CallWords.minutes(in));
        }
        return rows;
    }

    private static long dropped(History history, PnHistory pn, long from, long to) {
        return history.trace().stream()
                .filter(entry ->
                        entry.subject().name().equals(pn.portNetwork().id()) && entry.at() >= from && entry.at() < to)
                .mapToLong(entry -> entry.what() instanceof PnHappening.CallsDropped dropped ? dropped.count() : 0)
                .sum();
    }

    private static List<String> orNone(List<String> lines) {
        return lines.isEmpty() ? List.of("None.") : lines;
    }
}
