package org.ipsisim.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;

/**
 * Events as they would be if nothing changed after a moment: what has failed or is degraded then stays so, and what comes
 * later does not come.
 */
final class Freeze {
    private final List<Occurrence> occurrences;
    private final LongPredicate past;
    private final List<Occurrence> frozen = new ArrayList<>();
    private final List<Step.Origin> leftOut = new ArrayList<>();

    /** @param past whether a time in milliseconds is not after the moment */
    Freeze(List<Occurrence> occurrences, LongPredicate past) {
        this.occurrences = occurrences;
        this.past = past;
        occurrences.forEach(this::add);
    }

    /** The events that come, each with what it comes from. */
    List<Occurrence> occurrences() {
        return frozen;
    }

    /** The events that do not come. */
    List<Step.Origin> leftOut() {
        return leftOut;
    }

    private void add(Occurrence occurrence) {
        ScenarioEvent event = occurrence.event();
        if (!past.test(occurrence.at())) {
            leftOut.add(occurrence.source());
        } else if (event instanceof ScenarioEvent.Flap flap) {
            addFlap(flap, occurrence.source());
        } else if (event.length()
                .filter(length -> !past.test(occurrence.at() + length.toMillis()))
                .isPresent()) {
            frozen.add(new Occurrence(event.withoutEnd(), occurrence.source()));
        } else {
            frozen.add(occurrence);
        }
    }

    private void addFlap(ScenarioEvent.Flap flap, Step.Origin source) {
        Duration period = flap.down().plus(flap.up());
        int begun = 1;
        while (begun < flap.times()
                && past.test(flap.at().plus(period.multipliedBy(begun)).toMillis())) {
            begun++;
        }
        Duration last = flap.at().plus(period.multipliedBy(begun - 1));
        boolean isDown = !past.test(last.plus(flap.down()).toMillis());
        if (begun < flap.times()) {
            leftOut.add(new Step.Origin("the rest of: " + source.words(), source.place()));
        }
        if (!isDown) {
            frozen.add(new Occurrence(flap.withTimes(begun), source));
            return;
        }
        for (Target target : flap.target().parts()) {
            if (isRestored(target, flap.at(), last)) {
                frozen.add(new Occurrence(flap.withTarget(whole -> target).withTimes(begun), source));
            } else {
                if (begun > 1) {
                    frozen.add(new Occurrence(flap.withTarget(whole -> target).withTimes(begun - 1), source));
                }
                frozen.add(new Occurrence(new ScenarioEvent.Fail(last, target, Optional.empty()), source));
            }
        }
    }

    /** Whether a restore has ended what began at a time before a later one, itself included. */
    private boolean isRestored(Target target, Duration began, Duration until) {
        return occurrences.stream()
                .filter(other -> other.event() instanceof ScenarioEvent.Restore && strikesAll(other, target))
                .anyMatch(other -> other.at() > began.toMillis() && other.at() <= until.toMillis());
    }

    private static boolean strikesAll(Occurrence restore, Target target) {
        return target instanceof Target.OfServers servers
                ? servers.serverIds().stream().allMatch(restore::strikes)
                : restore.strikes(target.name());
    }
}
