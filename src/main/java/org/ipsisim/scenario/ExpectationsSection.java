package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ipsisim.estate.Bound;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;

/** Reads {@code expect}: one {@link Expectation} for each thing that an entry names, in the order of the file. */
final class ExpectationsSection {
    private static final List<String> SUBJECTS = List.of("pn", "ipsi", "server-interchanges");

    private final Declared declared;
    private final References references;
    private final BoundReader bounds;
    private final FileReading reading;
    private final List<Expectation> expectations = new ArrayList<>();

    ExpectationsSection(Declared declared, FileReading reading) {
        this.declared = declared;
        this.references = new References(declared, reading);
        this.bounds = new BoundReader(reading);
        this.reading = reading;
    }

    List<Expectation> read(Fields root) {
        for (EffectiveValue item : root.items("expect", Limits.EXPECTATIONS)) {
            readEntry(Fields.of(item, Section.EXPECTATION, reading));
        }
        return expectations;
    }

    private void readEntry(Fields fields) {
        String subject = "";
        if (!fields.isSound() && !fields.has("pn") && !fields.has("ipsi")) {
            return;
        }
        for (String each : SUBJECTS) {
            if (fields.has(each) && !subject.isEmpty()) {
                reading.problems()
                        .error(
                                fields.keySpan(each),
                                fields.path(each),
                                "`" + each + "` and `" + subject + "` in one entry")
                        .found(each)
                        .allowed("one of them in an entry: write two entries");
                return;
            }
            subject = fields.has(each) ? each : subject;
        }
        switch (subject) {
            case "pn" -> readPn(fields);
            case "ipsi" -> readIpsi(fields);
            case "server-interchanges" -> readInterchanges(fields);
            default ->
                reading.problems()
                        .error(fields.span(), fields.path(), "the entry does not say what it speaks of")
                        .allowed("one of " + Quote.list(SUBJECTS));
        }
    }

    private void readPn(Fields fields) {
        OptionalInt pn = references.portNetwork(fields.find("pn").orElseThrow());
        boolean moment = fields.has("state") || fields.has("controller");
        Optional<Duration> at = at(fields, moment);
        boolean checks = false;
        for (String key : fields.listKeys()) {
            if (key.equals("pn") || key.equals("at")) {
                continue;
            }
            checks = true;
            Optional<Expectation> expectation = readPn(key, pn.orElse(1), at.orElse(Duration.ZERO), fields);
            if (expectation.isPresent()) {
                expectations.add(expectation.get());
            }
        }
        if (!checks && fields.isSound()) {
            reading.problems()
                    .error(fields.span(), fields.path(), "the entry checks nothing")
                    .allowed("`at` with `state` or `controller`, or a total such as `cold-resets: 0`");
        } else if (checks && !moment && fields.has("at")) {
            refuse(fields, "at", "`at` goes with `state` or `controller`; totals are those of the whole run");
        }
    }

    private Optional<Expectation> readPn(String key, int pn, Duration at, Fields fields) {
        EffectiveValue value = fields.find(key).orElseThrow();
        if (key.equals("state")) {
            Optional<PnState> state = new Scalars(reading).word(value, PnState.class);
            return state.isEmpty() ? Optional.empty() : Optional.of(new Expectation.StateAt(pn, at, state.get()));
        }
        if (key.equals("controller")) {
            OptionalInt cluster = references.cluster(value);
            return cluster.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Expectation.ControllerAt(pn, at, cluster.getAsInt()));
        }
        Optional<PnTotal> total = Keyed.find(PnTotal.class, key);
        if (total.isPresent()) {
            return bounds.read(value, total.get().isDuration())
                    .map(bound -> new Expectation.TotalOf(pn, total.get(), bound));
        }
        refuse(fields, key, "`" + key + "` does not go with `pn`");
        return Optional.empty();
    }

    private void readIpsi(Fields fields) {
        Optional<IpsiId> ipsi = references.ipsi(fields.find("ipsi").orElseThrow());
        Optional<Duration> at = at(fields, true);
        Optional<EffectiveValue> list =
                fields.require("priority-list", "cluster numbers, best first, such as `[1, 10]`");
        List<Integer> clusters = list.isEmpty() ? List.of() : clusters(list.get());
        refuseOthers(fields, List.of("ipsi", "at", "priority-list"), "ipsi");
        if (ipsi.isPresent()) {
            expectations.add(new Expectation.PriorityListAt(ipsi.get(), at.orElse(Duration.ZERO), clusters));
        }
    }

    private List<Integer> clusters(EffectiveValue list) {
        List<Integer> clusters = new ArrayList<>();
        if (list.node() instanceof Node.Scalar) {
            reading.error(list, "stands where a list belongs")
                    .allowed("cluster numbers, best first, such as `[1, 10]`");
            return clusters;
        }
        for (EffectiveValue item : Fields.items(list, Limits.PRIORITY_LIST, reading)) {
            OptionalInt cluster = references.cluster(item);
            if (cluster.isPresent() && clusters.contains(cluster.getAsInt())) {
                reading.error(item, "stands in the list twice").allowed("each cluster once");
            } else if (cluster.isPresent()) {
                clusters.add(cluster.getAsInt());
            }
        }
        return clusters;
    }

    private void readInterchanges(Fields fields) {
        refuseOthers(fields, List.of("server-interchanges"), "server-interchanges");
        Optional<Bound> bound = bounds.read(fields.find("server-interchanges").orElseThrow(), false);
        if (bound.isPresent()) {
            expectations.add(new Expectation.ServerInterchanges(bound.get()));
        }
    }

    private Optional<Duration> at(Fields fields, boolean required) {
        Optional<Duration> at = required
                ? fields.requireDuration("at", Duration.ZERO, Limits.LONGEST)
                : fields.duration("at", Duration.ZERO, Limits.LONGEST);
        if (at.isPresent() && at.get().compareTo(declared.end()) >= 0) {
            reading.error(fields.find("at").orElseThrow(), "is past the end of the run")
                    .allowed("before " + DurationText.of(declared.end()));
        }
        return at;
    }

    private void refuseOthers(Fields fields, List<String> allowed, String subject) {
        for (String key : fields.listKeys()) {
            if (!allowed.contains(key)) {
                refuse(fields, key, "`" + key + "` does not go with `" + subject + "`");
            }
        }
    }

    private void refuse(Fields fields, String key, String message) {
        reading.problems().error(fields.keySpan(key), fields.path(key), message).found(key);
    }
}
