package org.ipsisim.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.Happening;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TraceEntry;

/**
 * The entries of the trace that led to the state of a port network at a moment.
 *
 * <p>The chain of causes alone does not tell it all: that contact came back explains a restart only together with the
 * cold reset before it. So the silence that a contact ended is part of the chain, and so is what made a server the
 * controlling one, or kept one from being refreshed.
 */
final class CauseChain {
    private final PnMoment moment;
    private final List<TraceEntry> backwards;
    private final SortedMap<Integer, TraceEntry> chain = new TreeMap<>();
    private final Deque<TraceEntry> unread = new ArrayDeque<>();
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
        return chain;
    }

    private Optional<TraceEntry> lastInterchange() {
        return moment.history().trace().stream()
                .filter(entry -> entry.at() <= moment.at() && entry.what() instanceof Happening.ServerInterchange)
                .reduce((first, second) -> second);
    }

    /** In the order of happening. */
    List<TraceEntry> entries() {
        return List.copyOf(chain.values());
    }

    /** The entry that the state began with. */
    Optional<TraceEntry> anchor() {
        return anchor;
    }

    /** The entry at the beginning of the causes of another one. */
    TraceEntry rootOf(TraceEntry entry) {
        TraceEntry root = entry;
        Optional<TraceEntry> cause = causeOf(root);
        while (cause.isPresent()) {
            root = cause.get();
            cause = causeOf(root);
        }
        return root;
    }

    private Optional<TraceEntry> causeOf(TraceEntry entry) {
        return moment.history().findEntry(entry.cause());
    }

    private List<TraceEntry> anchors() {
        PnSpan span = moment.span();
        anchor = switch (span.state()) {
            case IN_SERVICE -> beginOfService(span.from());
            case CONTACT_LOST -> beginOfSilence(span.from());
            case WARM_RESET -> last(Happening.WarmReset.class, span.from());
            case COLD_RESET -> last(Happening.ColdReset.class, span.from());
            case NO_SERVICE ->
                last(
                        entry -> entry.what() instanceof Happening.ColdReset || entry.what() instanceof Happening.PnUp,
                        span.from());
            case RESTARTING -> last(Happening.PnRestarted.class, moment.at());
            case DOWN -> last(Happening.PnDown.class, span.from());
        };
        List<TraceEntry> anchors = new ArrayList<>();
        anchor.ifPresent(anchors::add);
        if (anchor.filter(entry -> entry.what() instanceof Happening.ColdReset).isPresent()) {
            last(Happening.NoServiceStarted.class, moment.at())
                    .filter(wait -> isOfSameSilence(wait))
                    .ifPresent(anchors::add);
        }
        return anchors;
    }

    /** Whether the no-service time-out was started by the reset that the state comes from, or after it. */
    private boolean isOfSameSilence(TraceEntry wait) {
        return last(Happening.WarmReset.class, anchor.orElseThrow().at())
                .filter(warm -> warm.id() < wait.id())
                .isPresent();
    }

    private Optional<TraceEntry> beginOfService(long from) {
        Optional<TraceEntry> inService = at(from, Happening.InService.class);
        Optional<TraceEntry> interchange = at(from, Happening.IpsiInterchange.class);
        Optional<TraceEntry> contact =
                last(entry -> entry.what() instanceof Happening.ContactRestored && isOfActive(entry, from), from);
        return inService
                .or(() -> interchange)
                .or(() -> contact.filter(entry -> entry.at() == from))
                .or(() -> last(
                        entry -> entry.what() instanceof Happening.InService
                                || entry.what() instanceof Happening.ContactRestored
                                || entry.what() instanceof Happening.IpsiInterchange,
                        from));
    }

    private Optional<TraceEntry> beginOfSilence(long from) {
        return last(entry -> entry.what() instanceof Happening.ContactLost && isOfActive(entry, from), from)
                .or(() -> last(Happening.ContactLost.class, from));
    }

    /** Of two IPSIs, the active one decides. */
    private boolean isOfActive(TraceEntry entry, long time) {
        IpsiId active = moment.activeIpsi(time);
        return !entry.subject().startsWith("ipsi-") || entry.subject().equals("ipsi-" + active);
    }

    private Optional<TraceEntry> at(long time, Class<? extends Happening> kind) {
        return last(kind, time).filter(entry -> entry.at() == time);
    }

    private Optional<TraceEntry> last(Class<? extends Happening> kind, long until) {
        return last(entry -> kind.isInstance(entry.what()), until);
    }

    private Optional<TraceEntry> last(Predicate<TraceEntry> which, long until) {
        return backwards.stream()
                .filter(entry -> entry.at() <= until && which.test(entry))
                .findFirst();
    }

    private void addWithCauses(TraceEntry entry) {
        Optional<TraceEntry> link = Optional.of(entry);
        while (link.isPresent() && chain.put(link.get().id(), link.get()) == null) {
            unread.add(link.get());
            link = causeOf(link.get());
        }
    }

    private void addWhatBelongsToIt() {
        while (!unread.isEmpty()) {
            TraceEntry entry = unread.remove();
            Happening what = entry.what();
            if (what instanceof Happening.ContactRestored restored) {
                addSilence(entry, entry.at() - restored.silence());
            } else if (what instanceof Happening.ContactLost lost
                    && lost.cluster() != moment.history().mainCluster()) {
                addHowItCameUnder(lost.cluster(), entry);
            } else if (what instanceof Happening.PnUp) {
                before(entry, Happening.PnDown.class).ifPresent(this::addWithCauses);
            } else if (what instanceof Happening.SystemRestarted) {
                addWhyNotRefreshed(entry);
            }
        }
        addLosses();
    }

    /** The worst that a silence led to, or the silence itself. */
    private void addSilence(TraceEntry contact, long lastContact) {
        backwards.stream()
                .filter(entry -> entry.id() < contact.id() && entry.at() > lastContact)
                .filter(entry -> entry.what() instanceof Happening.ColdReset
                        || entry.what() instanceof Happening.WarmReset
                        || entry.what() instanceof Happening.ContactLost
                                && entry.subject().equals(contact.subject()))
                .findFirst()
                .ifPresent(this::addWithCauses);
    }

    private void addHowItCameUnder(int cluster, TraceEntry lost) {
        backwards.stream()
                .filter(entry -> entry.id() < lost.id()
                        && entry.what() instanceof Happening.TakenOver taken
                        && taken.cluster() == cluster)
                .findFirst()
                .ifPresent(taken -> {
                    chain.put(taken.id(), taken);
                    TraceEntry root = rootOf(taken);
                    chain.put(root.id(), root);
                });
    }

    private void addWhyNotRefreshed(TraceEntry restarted) {
        Optional<TraceEntry> back = Optional.empty();
        for (TraceEntry entry : moment.history().trace()) {
            if (entry.id() >= restarted.id()) {
                break;
            }
            boolean returns =
                    entry.what() instanceof Happening.Restored || entry.what() instanceof Happening.SteppedDown;
            if (returns && entry.subject().equals(restarted.subject())) {
                back = Optional.of(entry);
            }
        }
        back.ifPresent(this::addWithCauses);
    }

    private Optional<TraceEntry> before(TraceEntry later, Class<? extends Happening> kind) {
        return backwards.stream()
                .filter(entry -> entry.id() < later.id() && kind.isInstance(entry.what()))
                .findFirst();
    }

    private void addLosses() {
        for (TraceEntry entry : backwards) {
            boolean loss =
                    entry.what() instanceof Happening.CallsDropped || entry.what() instanceof Happening.SetUpsLost;
            if (loss && chain.containsKey(entry.cause())) {
                chain.put(entry.id(), entry);
            }
        }
    }
}
