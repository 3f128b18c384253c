package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.RandomOutage;
import org.ipsisim.estate.RandomTime;
import org.ipsisim.estate.Target;

/** Reads {@code random-outages}: what fails by chance, how often and for how long. */
final class RandomOutagesSection {
    private static final String KEY = "random-outages";
    private static final String TARGET = "target";

    private final Declared declared;
    private final References references;
    private final RandomTimeReader times;
    private final FileReading reading;

    RandomOutagesSection(Declared declared, FileReading reading) {
        this.declared = declared;
        this.references = new References(declared, reading);
        this.times = new RandomTimeReader(reading);
        this.reading = reading;
    }

    List<RandomOutage> read(Fields root) {
        List<RandomOutage> outages = new ArrayList<>();
        for (EffectiveValue item : root.items(KEY, Limits.RANDOM_OUTAGES)) {
            outage(Fields.of(item, Section.RANDOM_OUTAGE, reading)).ifPresent(outages::add);
        }
        double expected = outages.stream()
                .mapToDouble(outage -> outage.expectedIn(declared.end().toMillis()))
                .sum();
        if (expected > Limits.ALL_RANDOM_OUTAGES) {
            reading.problems()
                    .error(root.keySpan(KEY), KEY, "a run has " + Math.round(expected) + " random outages on average")
                    .allowed("at most " + Limits.ALL_RANDOM_OUTAGES)
                    .note("a longer `mean` of `between-failures`, or a shorter `duration`");
        }
        return outages;
    }

    private Optional<RandomOutage> outage(Fields fields) {
        Optional<EffectiveValue> named = fields.require(TARGET, "a name such as `wan`, or a list of names");
        List<Target> targets = named.map(this::targets).orElse(List.of());
        boolean together = fields.yesNo("together", false);
        if (together && named.isPresent() && !(named.get().node() instanceof Node.Listing)) {
            reading.problems()
                    .warning(
                            fields.keySpan("together"),
                            fields.path("together"),
                            "has no effect: there is nothing to fail together with")
                    .note("`target: [wan, pn-1]` names several");
            together = false;
        }
        Optional<RandomTime> between = times.require("between-failures", fields);
        Optional<RandomTime> repair = times.require("repair", fields);
        return targets.isEmpty() || between.isEmpty() || repair.isEmpty()
                ? Optional.empty()
                : Optional.of(new RandomOutage(targets, together && targets.size() > 1, between.get(), repair.get()));
    }

    private List<Target> targets(EffectiveValue value) {
        if (!(value.node() instanceof Node.Listing listing)) {
            return references.target(value).map(List::of).orElse(List.of());
        }
        if (listing.items().isEmpty()) {
            reading.error(value, "without a name").allowed("one or more names such as `wan`");
        }
        Map<String, Target> targets = new LinkedHashMap<>();
        for (EffectiveValue item : Fields.items(value, Limits.RANDOM_OUTAGES, reading)) {
            Optional<Target> target = references.target(item);
            if (target.isPresent() && targets.putIfAbsent(target.get().name(), target.get()) != null) {
                reading.error(item, "stands here twice").allowed("each target once in an entry");
            }
        }
        return List.copyOf(targets.values());
    }
}
