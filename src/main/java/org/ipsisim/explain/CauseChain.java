package org.ipsisim.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/**
 * The entries of the trace that led to the state of a port network at a moment.
 *
 * <p>The chain of causes alone is not enough: the return of contact explains a restart only together with the cold reset
 * before it. So the silence that a contact ended is part of the chain, and so is what made a server the
 * controlling one, or kept one from being refreshed.
 */
final class CauseChain {
    private final PnMoment moment;
    private final List<TraceEntry> backwards;
    private final SortedMap<Integer, TraceEntry> chain = new TreeMap<>();
    private final Deque<TraceEntry> unread = new ArrayDeque<>();
    private final List<TraceEntry> keptSilent = new ArrayList<>();
    private Optional<TraceEntry> anchor = Optional.empty();

    private CauseChain(PnMoment moment) {
        this.moment = moment;
        this.backwards = moment.ownEntriesBackwards();
    }

    /** The chain of the state at a moment; empty if it has been so from the start. */
    static CauseChain of(PnMoment moment) {
        CauseChain chain = new CauseChain(moment);
        if (moment.span().from() > 0) {
            chain.anchors().forEach(chain::addWithCauses);
        }
        if (Harm.of(moment) == Harm.WAITING) {
            chain.lastInterchange().ifPresent(chain::addWithCauses);
        }
        chain.addWhatBelongsToIt();
        chain.addWhatKeptItSilent();
        return chain;
    }

    private Optional<TraceEntry> lastInterchange() {
        return moment.history().trace().last(ServerHappening.ServerInterchange.class, Subject.MAIN, moment.at());
    }

    /** In the order of happening. */
    List<TraceEntry> entries() {
        return List.copyOf(chain.values());
    }

    /** What kept a silence going when that which it began with was over. */
    List<TraceEntry> keptSilent() {
        return keptSilent;
    }

    /** What happened to several servers at once because of one event: an entry with the others like it. */
    static List<TraceEntry> together(TraceEntry entry, History history) {
        return entry.event() == 0 || !entry.isRoot()
                ? List.of(entry)
                : history.trace().stream()
                        .filter(other -> other.at() == entry.at() && other.event() == entry.event())
                        .filter(other -> other.isRoot() && other.is(entry.what().getClass()))
                        .toList();
    }

    /** The entry that the state began with. */
    Optional<TraceEntry> anchor() {
        return anchor;
    }

    /** The entry at the beginning of the causes of another one. */
    TraceEntry rootOf(TraceEntry entry) {
        return moment.history().trace().rootOf(entry);
    }

    private List<TraceEntry> anchors() {
        PnSpan span = moment.span();
        anchor = switch (span.state()) {
            case IN_SERVICE -> beginOfService(span.from());
            case CONTACT_LOST -> beginOfSilence(span.from());
            case WARM_RESET -> last(PnHappening.WarmReset.class, span.from());
            case COLD_RESET -> last(PnHappening.ColdReset.class, span.from());
            case NO_SERVICE ->
                last(
                        entry -> entry.is(
                                PnHappening.ColdReset.class,
                                PnHappening.RestartCalledOff.class,
                                PnHappening.PnUp.class),
                        span.from());
            case RESTARTING -> last(PnHappening.PnRestarted.class, moment.at());
            case DOWN -> last(PnHappening.PnDown.class, span.from());
        };
        List<TraceEntry> anchors = new ArrayList<>();
        anchor.ifPresent(anchors::add);
        if (anchor.filter(entry -> entry.is(PnHappening.ColdReset.class, PnHappening.RestartCalledOff.class))
                .isPresent()) {
            last(PnHappening.NoServiceStarted.class, moment.at())
                    .filter(wait -> isOfSameSilence(wait))
                    .ifPresent(anchors::add);
        }
        return anchors;
    }

    /** Whether the no-service time-out was started by the reset that the state comes from, or after it. */
    private boolean isOfSameSilence(TraceEntry wait) {
        return last(PnHappening.SanityExpiry.class, anchor.orElseThrow().at())
                .filter(warm -> warm.id() < wait.id())
                .isPresent();
    }

    private Optional<TraceEntry> beginOfService(long from) {
        Optional<TraceEntry> inService = at(from, PnHappening.InService.class);
        Optional<TraceEntry> interchange = at(from, PnHappening.IpsiInterchange.class);
        Optional<TraceEntry> contact =
                last(entry -> entry.is(PnHappening.ContactRestored.class) && isOfActive(entry, from), from);
        return inService
                .or(() -> interchange)
                .or(() -> contact.filter(entry -> entry.at() == from))
                .or(() -> last(
                        entry -> entry.is(
                                PnHappening.InService.class,
                                PnHappening.ContactRestored.class,
                                PnHappening.IpsiInterchange.class),
                        from));
    }

    private Optional<TraceEntry> beginOfSilence(long from) {
        return last(entry -> entry.is(PnHappening.ContactLost.class) && isOfActive(entry, from), from)
                .or(() -> last(PnHappening.ContactLost.class, from));
    }

    /** Of two IPSIs, the active one decides. */
    private boolean isOfActive(TraceEntry entry, long time) {
        IpsiId active = moment.activeIpsi(time);
        return entry.subject().isPn() || entry.subject().equals(Subject.ipsi(active));
    }

    private Optional<TraceEntry> at(long time, Class<?> kind) {
        return last(kind, time).filter(entry -> entry.at() == time);
    }

    private Optional<TraceEntry> last(Class<?> kind, long until) {
        return last(entry -> entry.is(kind), until);
    }

    private Optional<TraceEntry> last(Predicate<TraceEntry> which, long until) {
        return backwards.stream()
                .filter(entry -> entry.at() <= until && which.test(entry))
                .findFirst();
    }

    private void addWithCauses(TraceEntry entry) {
        for (TraceEntry link : moment.history().trace().chainOf(entry)) {
            for (TraceEntry one : together(link, moment.history())) {
                if (chain.put(one.id(), one) == null) {
                    unread.add(one);
                }
            }
        }
    }

    /** What was over does not explain a silence that goes on: another failure or degradation does. */
    private void addWhatKeptItSilent() {
        Map<Long, TraceEntry> silences = new TreeMap<>();
        for (TraceEntry entry : chain.values()) {
            if (entry.is(PnHappening.SanityExpiry.class, PnHappening.ColdReset.class)) {
                silences.put(entry.at(), entry);
            }
        }
        boolean goesOn = Set.of(PnState.CONTACT_LOST, PnState.WARM_RESET, PnState.NO_SERVICE)
                .contains(moment.span().state());
        anchor.filter(entry -> goesOn).ifPresent(entry -> silences.put(moment.at(), entry));
        Failures failures = new Failures(moment);
        silences.forEach((at, silence) -> {
            TraceEntry root = rootOf(silence);
            if (root.is(NetworkHappening.Failed.class, NetworkHappening.Degraded.class)
                    && !failures.at(at).contains(root)) {
                for (TraceEntry failure : failures.thatSilence(at)) {
                    together(failure, moment.history()).forEach(entry -> chain.put(entry.id(), entry));
                    if (!keptSilent.contains(failure)) {
                        keptSilent.add(failure);
                    }
                }
            }
        });
    }

    private void addWhatBelongsToIt() {
        while (!unread.isEmpty()) {
            TraceEntry entry = unread.remove();
            entry.as(PnHappening.ContactRestored.class)
                    .ifPresent(restored -> addSilence(entry, entry.at() - restored.silence()));
            entry.as(PnHappening.ContactLost.class)
                    .filter(lost -> lost.cluster() != moment.history().mainCluster())
                    .ifPresent(lost -> addHowItCameUnder(lost.cluster(), entry));
            if (entry.is(PnHappening.PnUp.class)) {
                before(entry, PnHappening.PnDown.class).ifPresent(this::addWithCauses);
            } else if (entry.is(ServerHappening.SystemRestarted.class)) {
                addWhyNotRefreshed(entry);
            }
        }
        addLosses();
    }

    /** The worst that a silence led to, or the silence itself. */
    private void addSilence(TraceEntry contact, long lastContact) {
        backwards.stream()
                .filter(entry -> entry.id() < contact.id() && entry.at() > lastContact)
                .filter(entry -> entry.is(PnHappening.ColdReset.class, PnHappening.SanityExpiry.class)
                        || entry.is(PnHappening.ContactLost.class)
                                && entry.subject().equals(contact.subject()))
                .findFirst()
                .ifPresent(this::addWithCauses);
    }

    private void addHowItCameUnder(int cluster, TraceEntry lost) {
        backwards.stream()
                .filter(entry -> entry.id() < lost.id())
                .filter(entry -> entry.as(PnHappening.TakenOver.class)
                        .filter(taken -> taken.cluster() == cluster)
                        .isPresent())
                .findFirst()
                .ifPresent(taken -> {
                    chain.put(taken.id(), taken);
                    TraceEntry root = rootOf(taken);
                    chain.put(root.id(), root);
                });
    }

    private void addWhyNotRefreshed(TraceEntry restarted) {
        moment.history().trace().of(restarted.subject()).stream()
                .filter(entry -> entry.id() < restarted.id())
                .filter(entry -> entry.is(NetworkHappening.Restored.class, ServerHappening.SteppedDown.class))
                .reduce((first, second) -> second)
                .ifPresent(this::addWithCauses);
    }

    private Optional<TraceEntry> before(TraceEntry later, Class<?> kind) {
        return backwards.stream()
                .filter(entry -> entry.id() < later.id() && entry.is(kind))
                .findFirst();
    }

    private void addLosses() {
        for (TraceEntry entry : backwards) {
            if (entry.is(PnHappening.CallLoss.class) && chain.containsKey(entry.cause())) {
                chain.put(entry.id(), entry);
            }
        }
    }
}
