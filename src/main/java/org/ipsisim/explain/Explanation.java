package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.History;
import org.ipsisim.history.IpsiRole;
import org.ipsisim.history.IpsiSpan;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Span;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.TraceEntry;

/**
 * Why a port network is in its state at a moment of a run: the answer, the way there, and the state now.
 * {@link Outlook} tells what comes next, {@link Prevention} what would have prevented it, {@link WhyNot} why something has
 * not happened; these take further runs.
 *
 * @param history of the run
 * @param portNetwork which one
 * @param at the moment, in milliseconds from the start
 * @param state the state at the moment, since when and until when
 * @param answer in a sentence or two
 * @param why what led to it, in the order of time; empty if it has been so from the start
 * @param timers those that run, by when they expire: its own, those of its IPSIs, and those of its servers
 * @param ipsis its IPSIs, A before B
 * @param servers the main servers, and the core that controls it if one does
 */
public record Explanation(
        History history,
        PnHistory portNetwork,
        long at,
        PnSpan state,
        String answer,
        List<Step> why,
        List<RunningTimer> timers,
        List<IpsiNow> ipsis,
        List<ServerNow> servers) {
    /**
     * A timer that runs at the moment.
     *
     * @param subject whose it is: {@code pn-1}, {@code ipsi-1a}, {@code main}, {@code sc-10}
     * @param timer which one
     * @param left milliseconds until it expires unless it is stopped
     */
    public record RunningTimer(Subject subject, Step.Timer timer, long left) {}

    /**
     * What a server is at the moment.
     *
     * @param id its name, such as {@code main-b}
     * @param role what it does
     * @param isRefreshed whether it could become active without losing calls (R67)
     */
    public record ServerNow(String id, ServerRole role, boolean isRefreshed) {}

    /**
     * What an IPSI is at the moment.
     *
     * @param ipsi which one
     * @param role what it is to its port network
     * @param hasContact whether the latest heartbeat of the controlling cluster that was due came
     * @param priorityList the clusters on its list, best first
     */
    public record IpsiNow(IpsiId ipsi, IpsiRole role, boolean hasContact, List<Integer> priorityList) {
        /** Keeps a copy of the list. */
        public IpsiNow {
            priorityList = List.copyOf(priorityList);
        }
    }

    /** Keeps copies of the lists. */
    public Explanation {
        why = List.copyOf(why);
        timers = List.copyOf(timers);
        ipsis = List.copyOf(ipsis);
        servers = List.copyOf(servers);
    }

    /**
     * Explains a moment.
     *
     * @param pn the number of a port network of the estate
     * @param at milliseconds from the start, 0 to the run's duration
     * @throws IllegalArgumentException if there is no such port network, or the time is outside the run
     */
    public static Explanation of(History history, int pn, long at) {
        PnMoment moment = PnMoment.of(history, pn, at);
        CauseChain chain = CauseChain.of(moment);
        Sources sources = new Sources(history.scenario());
        Chance chance = new Chance(moment, sources.occurrences());
        return new Explanation(
                history,
                moment.pn(),
                at,
                moment.span(),
                new AnswerSentence(moment, chain, sources, chance).text(),
                why(moment, chain, sources, chance),
                timers(moment),
                ipsis(moment),
                servers(moment));
    }

    PnMoment moment() {
        return new PnMoment(history, portNetwork, at);
    }

    private static List<Step> why(PnMoment moment, CauseChain chain, Sources sources, Chance chance) {
        List<Step> steps = new ArrayList<>();
        for (Step step : new Steps(moment.history(), sources).of(chain.entries())) {
            steps.add(step);
            moment.history()
                    .findEntry(step.entry())
                    .flatMap(entry -> fact(entry, moment, chance))
                    .ifPresent(steps::add);
        }
        return steps;
    }

    /** What the trace does not say about an entry. */
    private static Optional<Step> fact(TraceEntry entry, PnMoment moment, Chance chance) {
        if (entry.is(PnHappening.ContactLost.class) && chance.led(entry)) {
            return Optional.of(chance.luckOf(entry));
        }
        if (entry.is(ServerHappening.SystemRestarted.class)) {
            return moment.history().findServer(entry.subject().name()).map(server -> refresh(server, entry, moment));
        }
        boolean firstRequest = entry.is(PnHappening.ServiceRequested.class)
                && moment.history().trace().isCausedBy(entry, PnHappening.NoServiceStarted.class);
        return firstRequest ? Optional.of(listAskedFrom(entry, moment)) : Optional.empty();
    }

    private static Step refresh(ServerHistory server, TraceEntry restarted, PnMoment moment) {
        long refreshedAt = server.refreshes().stream()
                .filter(span -> span.from() < restarted.at())
                .mapToLong(Span::value)
                .reduce(0, (first, second) -> second);
        String text = "would have been refreshed at " + moment.words(refreshedAt);
        return Step.of(restarted.at(), restarted.subject(), text, List.of("M25"));
    }

    private static Step listAskedFrom(TraceEntry request, PnMoment moment) {
        IpsiId ipsi = moment.activeIpsi(request.at() - 1);
        String servers = moment.pn().listAt(ipsi, request.at() - 1).stream()
                .map(moment::cluster)
                .collect(Collectors.joining(", "));
        return Step.of(
                request.at(), Subject.ipsi(ipsi), "its priority list, best first: " + servers, List.of("R33", "M16"));
    }

    private static List<RunningTimer> timers(PnMoment moment) {
        List<RunningTimer> running = new ArrayList<>();
        GoverningTimers timers = new GoverningTimers(moment.history());
        for (TimerSpan span : moment.history().timers()) {
            if (moment.runs(span) && concerns(span, moment)) {
                running.add(new RunningTimer(span.subject(), timers.of(span), span.due() - moment.at()));
            }
        }
        running.sort((a, b) -> Long.compare(a.timer().due(), b.timer().due()));
        return running;
    }

    private static boolean concerns(TimerSpan span, PnMoment moment) {
        return span.subject().isOf(moment.number())
                || span.subject().equals(Subject.MAIN)
                || span.subject().equals(Subject.core(moment.span().controller()));
    }

    private static List<IpsiNow> ipsis(PnMoment moment) {
        List<IpsiNow> ipsis = new ArrayList<>();
        for (IpsiId ipsi : moment.pn().portNetwork().ipsis()) {
            IpsiSpan span = moment.pn().ipsiAt(ipsi, moment.at());
            List<Integer> list = moment.pn().listAt(ipsi, moment.at());
            ipsis.add(new IpsiNow(ipsi, span.role(), span.hasContact(), list));
        }
        return ipsis;
    }

    private static List<ServerNow> servers(PnMoment moment) {
        List<ServerNow> servers = new ArrayList<>();
        for (ServerHistory server : moment.history().servers()) {
            int cluster = server.server().cluster();
            if (cluster == moment.history().mainCluster()
                    || cluster == moment.span().controller()) {
                servers.add(new ServerNow(
                        server.server().id(), server.roleAt(moment.at()), server.isRefreshedAt(moment.at())));
            }
        }
        return servers;
    }
}
