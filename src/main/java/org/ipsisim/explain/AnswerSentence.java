package org.ipsisim.explain;

import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.IpsiFault;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** The answer in a sentence: the state, since when, under which cluster, and why. */
final class AnswerSentence {
    private final PnMoment moment;
    private final CauseChain chain;
    private final Sources sources;
    private final Chance chance;

    AnswerSentence(PnMoment moment, CauseChain chain, Sources sources, Chance chance) {
        this.moment = moment;
        this.chain = chain;
        this.sources = sources;
        this.chance = chance;
    }

    String text() {
        return "At " + moment.words(moment.at()) + " port network " + moment.number() + " " + state(moment.span())
                + because() + "." + soFar() + whyItStays() + interchange();
    }

    private String state(PnSpan span) {
        String cluster = moment.cluster(span.controller());
        if (span.from() == moment.at() && span.from() > 0) {
            return switch (span.state()) {
                case IN_SERVICE -> "comes into service under " + cluster;
                case CONTACT_LOST -> "begins to hear nothing from " + cluster + ", and nothing is reset yet";
                case WARM_RESET -> "goes into a warm reset under " + cluster;
                case COLD_RESET -> "goes into a cold reset under " + cluster;
                case NO_SERVICE -> "begins to wait without service, last under " + cluster;
                case RESTARTING -> "begins to restart under " + cluster;
                case DOWN -> "goes down, last under " + cluster;
            };
        }
        String since = span.from() == 0 ? " from the start" : " since " + moment.words(span.from());
        return switch (span.state()) {
            case IN_SERVICE -> "has been in service under " + cluster + since;
            case CONTACT_LOST -> "has heard nothing from " + cluster + since + ", and nothing is reset yet";
            case WARM_RESET -> "has been in a warm reset under " + cluster + since;
            case COLD_RESET -> "has been in a cold reset under " + cluster + since;
            case NO_SERVICE -> "has been without service " + sinceOutage() + ", last under " + cluster;
            case RESTARTING -> "has been restarting under " + cluster + since;
            case DOWN -> "has been down" + since + ", last under " + cluster;
        };
    }

    /** When the outage began, which is before the wait for a server. */
    private String sinceOutage() {
        long from = Harm.OUT
                .timesIn(moment.history(), moment.pn())
                .around(moment.at())
                .from();
        return from == 0 ? "from the start" : "since " + moment.words(from);
    }

    private String because() {
        Optional<TraceEntry> anchor = chain.anchor();
        if (anchor.isEmpty()) {
            return "";
        }
        TraceEntry root = chain.rootOf(anchor.get());
        String text = ": " + cause(root);
        if (root.is(NetworkHappening.Degraded.class) && chain.entries().stream().anyMatch(this::isByChance)) {
            return text + "; heartbeats were lost by chance, with seed "
                    + moment.scenario().seed();
        }
        boolean isBack = root.is(NetworkHappening.Restored.class, NetworkHappening.DegradationEnded.class);
        String wentOn = chain.keptSilent().stream()
                .filter(failure -> failure.id() != root.id())
                .map(this::cause)
                .collect(Collectors.joining(" and "));
        return isBack
                ? text + before(root)
                : text + (wentOn.isEmpty() ? "" : "; the silence went on because " + wentOn);
    }

    private boolean isByChance(TraceEntry entry) {
        return entry.is(PnHappening.ContactLost.class) && chance.led(entry);
    }

    /** What had gone wrong before something worked again. */
    private String before(TraceEntry back) {
        return chain.entries().stream()
                .filter(entry -> entry.isRoot() && entry.id() != back.id())
                .filter(entry ->
                        entry.is(NetworkHappening.Failed.class, NetworkHappening.Degraded.class) || isByChance(entry))
                .reduce((first, second) -> second)
                .map(entry -> "; before, " + cause(entry))
                .orElse("");
    }

    private String cause(TraceEntry root) {
        String place = sources.of(root).map(Step.Origin::place).orElse("");
        return words(root) + (place.isEmpty() ? "" : " (" + place + ")");
    }

    private String words(TraceEntry root) {
        String at = " at " + moment.words(root.at());
        if (isByChance(root)) {
            return "heartbeats were lost by chance, with seed "
                    + moment.scenario().seed()
                    + sources.of(root).map(source -> "; " + source.words()).orElse("");
        }
        if (root.is(CommandHappening.TakeoverForced.class)) {
            return "an operator moved it" + at;
        }
        if (root.is(PnHappening.SanityExpiry.class)) {
            return "no heartbeat is due within the socket sanity time-out";
        }
        return root.as(NetworkHappening.Failed.class)
                .map(failed -> names(failed.element(), root)
                        + (failed.fault() == IpsiFault.PACKET_INTERFACE ? ": " : " ")
                        + failed.fault().words()
                        + at)
                .or(() -> root.as(NetworkHappening.Restored.class)
                        .map(restored -> names(restored.element(), root) + " worked again" + at))
                .or(() -> root.as(CommandHappening.ReturnDue.class)
                        .map(due -> "the return to the main was due" + at + ", for " + due.why()))
                .or(() -> root.as(NetworkHappening.Degraded.class)
                        .map(degraded -> moment.history().names().of(root.subject())
                                + (new Failures(moment).at(moment.at()).contains(root)
                                        ? " has been degraded since "
                                        : " was degraded at ")
                                + moment.words(root.at()) + ", " + degraded.how()))
                .orElseGet(() -> moment.history().names().of(root.subject()) + ": "
                        + moment.history().textOf(root) + at);
    }

    private String names(Element element, TraceEntry root) {
        return NumberList.joined(CauseChain.together(root, moment.history()).stream()
                .map(entry -> name(element, moment.history().names().of(entry.subject())))
                .toList());
    }

    private static String name(Element element, String subject) {
        return switch (element) {
            case CONTROL_PATH -> "the control path of " + subject;
            case ARBITER_LINK -> "the arbiter link";
            case SITE -> "site " + subject;
            case LINK, SERVER, IPSI -> subject;
        };
    }

    /** How often it has been reset since it was last in service, if more than once. */
    private String soFar() {
        long since = -1;
        for (PnSpan span : moment.pn().timeline()) {
            if (span.from() <= moment.at()) {
                since = span.state() == PnState.IN_SERVICE ? span.to() : since;
            }
        }
        long warm = count(PnHappening.WarmReset.class, since);
        long cold = count(PnHappening.ColdReset.class, since);
        return since < 0 || since > moment.at() || warm < 2 && cold < 2
                ? ""
                : " It was last in service at " + moment.words(since) + ", "
                        + Words.count(warm, "warm reset")
                        + (cold > 0 ? " and " + Words.count(cold, "cold reset") : "") + " ago.";
    }

    private long count(Class<?> kind, long since) {
        return moment.ownEntriesBackwards().stream()
                .filter(entry -> entry.at() >= since && entry.is(kind))
                .count();
    }

    /** Why a port network stays with a core although the main is back. */
    private String whyItStays() {
        PnSpan span = moment.span();
        boolean away = span.controller() != moment.history().mainCluster();
        if (!away || span.state() != PnState.IN_SERVICE) {
            return "";
        }
        Fallback fallback = moment.scenario().estate().fallback();
        Optional<Long> listed = moment.pn().portNetwork().ipsis().stream()
                .flatMap(ipsi -> moment.listedSince(ipsi, moment.history().mainCluster()).stream())
                .min(Long::compare);
        if (listed.isPresent()) {
            String since = listed.get() == 0 ? "all the time" : "again since " + moment.words(listed.get());
            return " The main is on its list " + since + ", but " + whatHoldsIt(fallback) + ".";
        }
        boolean isDue = fallback instanceof Fallback.Scheduled scheduled
                && moment.isPast(scheduled.at().toMillis());
        return isDue
                ? " The return that was due at "
                        + moment.words(((Fallback.Scheduled) fallback).at().toMillis())
                        + " is tried again each minute, but the main does not reach it (Q13)."
                : "";
    }

    private String whatHoldsIt(Fallback fallback) {
        if (fallback instanceof Fallback.Scheduled scheduled) {
            return "the return is scheduled for " + moment.words(scheduled.at().toMillis());
        }
        return fallback instanceof Fallback.ConnectionUp up
                ? "the return waits for a connection that has been up for "
                        + Words.duration(up.upTime().toMillis())
                : "auto-return is `no`: nothing moves by itself (R53)";
    }

    private String interchange() {
        boolean waits = Harm.of(moment) == Harm.WAITING;
        return moment.history().timers().stream()
                .filter(timer -> waits && timer.timer() == TimerSetting.SERVER_INTERCHANGE_DURATION)
                .filter(moment::runs)
                .findFirst()
                .map(timer -> " The main servers change roles until " + moment.words(timer.due()) + ": new calls wait.")
                .orElse("");
    }
}
