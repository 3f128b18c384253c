package org.ipsisim.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Fallback;

/** The keys of {@code fallback}: how port networks return to the main. */
final class FallbackKeys extends Mapping<Fallback> {
    private static final String SCHEDULED = "scheduled";
    private static final String CONNECTION_UP = "connection-up";
    private static final List<String> WORDS = List.of("no", SCHEDULED, CONNECTION_UP);

    private final Key<String> autoReturn = key(
            "auto-return",
            Forms.word(WORDS),
            "no",
            "no: only by a forced takeover; scheduled: all at one time; connection-up: each when its connection has"
                    + " been up long enough.");
    private final Key<Duration> at = optional("scheduled-at", Forms.time(), "With scheduled: the time from the start.");
    private final Key<Duration> upTime = key(
            "connection-up-time",
            Forms.duration(Limits.MIN_CONNECTION_UP, Limits.MAX_CONNECTION_UP),
            Limits.MIN_CONNECTION_UP,
            "With connection-up: how long the connection must be up.");

    FallbackKeys() {
        super("`fallback`", "How port networks return to the main.");
    }

    @Override
    Optional<Fallback> read(Fields fields) {
        Optional<String> word = autoReturn.find(fields).filter(each -> isInRelease(each, fields));
        String way = word.orElse("no");
        Optional<Duration> time = at.find(fields);
        Duration up = upTime.get(fields);
        if (word.isPresent() || !autoReturn.isIn(fields)) {
            warnOfIdleKey(fields, at, SCHEDULED, way);
            warnOfIdleKey(fields, upTime, CONNECTION_UP, way);
        }
        return Optional.of(
                switch (way) {
                    case SCHEDULED -> scheduled(fields, time);
                    case CONNECTION_UP -> new Fallback.ConnectionUp(up);
                    default -> new Fallback.Manual();
                });
    }

    @Override
    void write(Fallback fallback, Written out) {
        out.put(autoReturn, fallback.key());
        if (fallback instanceof Fallback.Scheduled scheduled) {
            out.put(at, scheduled.at());
        } else if (fallback instanceof Fallback.ConnectionUp connectionUp) {
            out.put(upTime, connectionUp.upTime());
        }
    }

    @Override
    void constrain(Map<String, Object> schema) {
        schema.put(
                "if",
                ScenarioSchema.node(
                        "required",
                        List.of(autoReturn.name()),
                        "properties",
                        ScenarioSchema.node(autoReturn.name(), ScenarioSchema.node("const", SCHEDULED))));
        schema.put("then", ScenarioSchema.demanding(List.of(at.name())));
    }

    private boolean isInRelease(String word, Fields fields) {
        FileReading reading = fields.reading();
        if (!word.equals(CONNECTION_UP) || reading.release().returnsByConnection()) {
            return true;
        }
        EffectiveValue value = autoReturn.valueIn(fields);
        String words = Quote.list(WORDS.subList(0, WORDS.indexOf(CONNECTION_UP)));
        if (reading.enforcesRanges()) {
            reading.error(value, "is not in " + reading.release().key())
                    .allowed(words)
                    .note("`enforce-ranges: n` allows it, for lab what-ifs");
            return false;
        }
        reading.warnAt(value, Quote.of(word) + " is not in " + reading.release().key())
                .found(word)
                .allowed(words);
        return true;
    }

    private Fallback scheduled(Fields fields, Optional<Duration> time) {
        Optional<EffectiveValue> value =
                fields.require(at.name(), "with `auto-return: scheduled`: a time from the start, such as `18m`");
        Duration end = fields.reading().end();
        if (time.isPresent() && time.get().compareTo(end) >= 0 && value.isPresent()) {
            fields.reading()
                    .warnAt(value.get(), "the run is over by then: it ends at " + DurationText.of(end))
                    .found(value.get().shown());
        }
        return new Fallback.Scheduled(time.orElse(Duration.ZERO));
    }

    private static void warnOfIdleKey(Fields fields, Key<?> key, String word, String way) {
        if (key.isIn(fields) && !way.equals(word)) {
            key.warn(fields, "has no effect: auto-return is `" + way + "`, not `" + word + "`");
        }
    }
}
