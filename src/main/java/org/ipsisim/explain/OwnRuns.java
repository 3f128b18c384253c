package org.ipsisim.explain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final Set<Integer> asking;
    private final Map<Scenario, Decided<T>> known = new ConcurrentHashMap<>();
    private final Map<Scenario, Boolean> silent = new ConcurrentHashMap<>();

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
        this.asking = moment.history().portNetworks().stream()
                .filter(each -> Excerpt.asks(each, moment.history()))
                .map(each -> each.portNetwork().number())
                .collect(Collectors.toCollection(TreeSet::new));
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
        if (!asking.contains(pn)) {
            Scenario alone = Excerpt.alone(changed, pn);
            found = known.computeIfAbsent(alone, this::decided).value;
        }
        return found.isPresent() ? found : ofThoseThatAsk(changed);
    }

    /** Runs the port networks that ask for a server together, if they are not all. */
    private Optional<T> ofThoseThatAsk(Scenario changed) {
        Set<Integer> together = new TreeSet<>(asking);
        together.add(pn);
        Set<Integer> others = changed.estate().portNetworks().stream()
                .map(PortNetwork::number)
                .filter(number -> !together.contains(number))
                .collect(Collectors.toSet());
        if (others.isEmpty()) {
            return Optional.empty();
        }
        boolean noneAsks = silent.computeIfAbsent(
                Excerpt.withoutCores(Excerpt.of(changed, others)),
                rest -> allowance
                        .part(rest, Detail.CONTROL)
                        .filter(OwnRuns::noneAsks)
                        .isPresent());
        return noneAsks
                ? known.computeIfAbsent(
                                Excerpt.of(changed, together),
                                part -> new Decided<>(
                                        allowance.part(part, detail).map(look)))
                        .value
                : Optional.empty();
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
