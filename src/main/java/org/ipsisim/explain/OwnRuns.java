package org.ipsisim.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.study.Allowance;
import org.ipsisim.survivability.Excerpt;

/**
 * What runs of changed scenarios show of one port network. Each is a run of as little of the estate as decides that, and
 * what is the same in several of them is run once.
 *
 * @param <T> what is looked for
 */
final class OwnRuns<T> {
    private final int pn;
    private final Allowance allowance;
    private final Detail detail;
    private final boolean isOfAll;
    private final Function<History, T> look;
    private final boolean asksNow;
    private final Map<Scenario, Scenario> alone = new ConcurrentHashMap<>();
    private final Map<Scenario, Decided<T>> known = new ConcurrentHashMap<>();
    private final Map<Scenario, Set<Integer>> asking = new ConcurrentHashMap<>();

    /** What a part shows; empty if it does not decide it. */
    private record Decided<T>(Optional<T> value) {}

    /**
     * Runs of one detail.
     *
     * @param allowance how much work all runs together may take
     * @param isOfAll whether all port networks have a part in it
     * @param look finds in a run what is looked for
     */
    OwnRuns(PnMoment moment, Allowance allowance, Detail detail, boolean isOfAll, Function<History, T> look) {
        this.pn = moment.number();
        this.allowance = allowance;
        this.detail = detail;
        this.isOfAll = isOfAll;
        this.look = look;
        this.asksNow = Excerpt.asks(moment.pn(), moment.history());
    }

    /** What the run of a changed scenario shows, from the whole estate if need be; empty if it is too much. */
    Optional<T> of(Scenario changed) {
        return allowance.trial(() -> uncounted(changed));
    }

    /** The same within a trial. */
    Optional<T> uncounted(Scenario changed) {
        Optional<T> part = ofPart(changed);
        return part.isPresent() ? part : allowance.part(changed, detail).map(look);
    }

    /** What a part of the estate shows; empty if none decides it. */
    Optional<T> ofPart(Scenario changed) {
        if (isOfAll || !Excerpt.mayLeaveOutPortNetworks(changed)) {
            return Optional.empty();
        }
        Optional<T> found = Optional.empty();
        if (!asksNow) {
            Scenario part = Excerpt.withoutCores(Excerpt.of(changed, Set.of(pn)));
            found = known.computeIfAbsent(alone.computeIfAbsent(part, Excerpt::onOwnLinks), this::decided).value;
        }
        return found.isPresent() ? found : ofThoseThatAsk(changed);
    }

    /** Runs the port networks that ask for a server together, if they are not all: those that do so without cores (M27). */
    private Optional<T> ofThoseThatAsk(Scenario changed) {
        List<Integer> all = changed.estate().portNetworks().stream()
                .map(PortNetwork::number)
                .toList();
        if (all.size() == 1) {
            return Optional.empty();
        }
        Set<Integer> together = asking.computeIfAbsent(
                Excerpt.withoutCores(Excerpt.of(changed, all)),
                rest -> allowance
                        .part(rest, Detail.CONTROL)
                        .map(this::withThoseThatAsk)
                        .orElse(Set.copyOf(all)));
        return together.size() == all.size()
                ? Optional.empty()
                : known.computeIfAbsent(
                                Excerpt.of(changed, together),
                                part -> new Decided<>(
                                        allowance.part(part, detail).map(look)))
                        .value;
    }

    private Set<Integer> withThoseThatAsk(History run) {
        return run.portNetworks().stream()
                .filter(each -> each.portNetwork().number() == pn || Excerpt.asks(each, run))
                .map(each -> each.portNetwork().number())
                .collect(Collectors.toSet());
    }

    private Decided<T> decided(Scenario alone) {
        return new Decided<>(
                allowance.part(alone, detail).filter(OwnRuns::noneAsks).map(look));
    }

    static boolean noneAsks(History run) {
        for (PnHistory each : run.portNetworks()) {
            if (Excerpt.asks(each, run)) {
                return false;
            }
        }
        return true;
    }
}
