package org.ipsisim.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.document.Ink;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.History;
import org.ipsisim.history.IpsiRole;
import org.ipsisim.history.IpsiSpan;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.Lists;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.ClusterNames;

/** Everything about the selected port network at the present moment. */
final class PnPanel extends Drawing {
    private static final int TIMER_NAME = 24;
    private static final int BAR = 16;

    private final PnHistory pn;
    private final PnSpan span;

    PnPanel(PlaybackState session, Canvas canvas) {
        super(session, canvas);
        this.pn = run.portNetworks().get(session.view().selected());
        this.span = pn.spanAt(now);
    }

    /** Its name, site and state, and how long it has been in that state. */
    StyledLine title() {
        PortNetwork portNetwork = pn.portNetwork();
        String since = span.state() == PnState.IN_SERVICE && span.from() == 0
                ? ""
                : " for " + session.rounded(now - span.from());
        return canvas.rule(
                "pn " + portNetwork.number() + " at " + portNetwork.site() + ", community " + portNetwork.community()
                        + ": " + mark(span).stateName() + since + " under " + name(span.controller()),
                "");
    }

    /** The running timers with their time left, its own first. */
    List<StyledLine> timers(int most) {
        List<StyledLine> lines = new ArrayList<>();
        if (isHeard()) {
            long sanity = run.scenario().timersAt(now).millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
            lines.add(timerLine(lines)
                    .add(
                            "each heartbeat restarts the socket sanity time-out (" + Words.duration(sanity) + ")",
                            Ink.FAINT));
        }
        List<TimerSpan> running = running();
        for (TimerSpan timer : Lists.first(running, most - lines.size())) {
            lines.add(countdown(timer, timerLine(lines)));
        }
        int more = running.size() + (isHeard() ? 1 : 0) - most;
        if (more > 0) {
            lines.get(most - 1).add("  and " + more + " more", Ink.BOLD);
        }
        if (lines.isEmpty()) {
            lines.add(timerLine(lines).add("none running", Ink.FAINT));
        }
        return lines;
    }

    private StyledLine timerLine(List<StyledLine> before) {
        return canvas.label(before.isEmpty() ? "timers" : "");
    }

    /** Its own timers, then those of servers. */
    private List<TimerSpan> running() {
        List<TimerSpan> running = new ArrayList<>();
        List<TimerSpan> ofServers = new ArrayList<>();
        for (TimerSpan timer : run.history().timersAt(now)) {
            if (timer.subject().isOf(pn.portNetwork().number())) {
                boolean isRestarted = timer.timer() == TimerSetting.SOCKET_SANITY_TIMEOUT && isHeard();
                running.addAll(isRestarted ? List.of() : List.of(timer));
            } else if (timer.subject().pn() == 0) {
                ofServers.add(timer);
            }
        }
        running.addAll(ofServers);
        return running;
    }

    private boolean isHeard() {
        return span.state() == PnState.IN_SERVICE;
    }

    private StyledLine countdown(TimerSpan timer, StyledLine line) {
        String owner = timer.subject().isPn() ? "" : timer.subject() + " ";
        long length = timer.due() - timer.from();
        long left = timer.due() - now;
        int full = length == 0 ? 0 : (int) Math.round((double) left * BAR / length);
        boolean isUnicode = canvas.style().unicode();
        line.add(owner + timer.timer().key());
        line.to(Math.max(line.width() + 1, Canvas.LABEL_WIDTH + TIMER_NAME + 2));
        line.add((isUnicode ? "█" : "#").repeat(full), Ink.ORANGE);
        line.add((isUnicode ? "░" : ".").repeat(BAR - full), Ink.FAINT);
        return line.add(" " + session.rounded(left), Ink.BOLD).add(" left of " + Words.duration(length), Ink.PLAIN);
    }

    /** Its IPSIs: what each is, whether it hears its server, and its list. */
    List<StyledLine> ipsis() {
        List<StyledLine> lines = new ArrayList<>();
        for (Map.Entry<IpsiId, List<ListSpan>> entry : pn.lists().entrySet()) {
            IpsiId ipsi = entry.getKey();
            StyledLine line = canvas.label(lines.isEmpty() ? "ipsis" : "");
            line.add(ipsi + " ", Ink.BOLD);
            IpsiSpan is = pn.ipsiAt(ipsi, now);
            line.add(is.role().word().replace('-', ' '));
            if (is.role() != IpsiRole.OUT_OF_SERVICE) {
                line.add(
                        is.hasContact() ? ", hears " + name(span.controller()) : ", silent",
                        is.hasContact() ? Ink.PLAIN : Ink.VERMILION);
            }
            line.to(Canvas.LABEL_WIDTH + TIMER_NAME + 2).add("list: ", Ink.FAINT);
            lines.add(line.add(ClusterNames.of(run.history()).of(pn.listAt(ipsi, now))));
        }
        return lines;
    }

    /** Its calls that are up and its lost calls; less important numbers only if there is room. */
    StyledLine calls() {
        StyledLine line = canvas.label("calls");
        for (Count count : counts()) {
            String text = (line.width() > Canvas.LABEL_WIDTH ? ", " : "") + count.number + " " + count.what;
            if (line.width() + text.length() <= canvas.columns()) {
                line.add(text, count.isLoss && count.number > 0 ? Ink.VERMILION : Ink.PLAIN);
            }
        }
        return line;
    }

    /** Stable calls that have been made again by now. */
    private long redialled() {
        return run.history().trace().of(pn.subject()).stream()
                .filter(entry -> entry.at() <= now)
                .flatMap(entry -> entry.as(PnHappening.CallsRedialled.class).stream())
                .mapToLong(PnHappening.CallsRedialled::count)
                .sum();
    }

    /** Whether the servers have started from scratch, which ends the calls between IP phones, too (M24). */
    private boolean allHaveEnded() {
        return run.history().trace().of(pn.subject()).stream()
                .anyMatch(entry -> entry.at() <= now
                        && entry.is(PnHappening.CallsDropped.class)
                        && entry.rules().contains("M24"));
    }

    private record Count(long number, String what, boolean isLoss) {}

    private List<Count> counts() {
        PreparedRun.CallsLost.Sum lost = run.callsLost().by(pn.subject(), now);
        Count dropped = new Count(lost.dropped(), "dropped", true);
        if (!run.hasTraffic()) {
            long between = allHaveEnded() ? 0 : pn.ipCalls().atStart();
            return List.of(
                    new Count(
                            pn.pnCalls().atStart() + pn.ipCalls().atStart() - between - lost.dropped() + redialled(),
                            "up",
                            false),
                    new Count(between, "between IP phones", false),
                    dropped);
        }
        Count inSetUp = new Count(lost.inSetUp(), "lost in set-up", true);
        Optional<History> cut = run.cutAfter(now);
        if (cut.isEmpty()) {
            // With very many calls, or entries of the trace, they are not counted at every moment: the losses up to the
            // last change of state.
            CallLosses before = pn.timeline().stream()
                    .filter(past -> past.to() <= now)
                    .map(PnSpan::losses)
                    .reduce(CallLosses.NONE, CallLosses::plus);
            String by = " by " + run.moments().exact(span.from());
            return List.of(
                    dropped,
                    inSetUp,
                    new Count(before.blocked(), "blocked" + by, true),
                    new Count(before.delayed(), "delayed" + by, true));
        }
        PnHistory sofar = cut.get().portNetworks().get(session.view().selected());
        RandomCalls random = sofar.randomCalls();
        long up = sofar.pnCalls().kept() + sofar.ipCalls().kept() + random.upAtEnd();
        return List.of(
                new Count(up, "up", false),
                dropped,
                inSetUp,
                new Count(random.losses().blocked(), "blocked", true),
                new Count(random.losses().delayed(), "delayed", true),
                new Count(random.offered(), "tried", false),
                new Count(random.inSetUpAtEnd(), "in set-up", false));
    }
}
