package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.demanding;
import static org.ipsisim.scenario.JsonSchema.node;

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

    private final FormatKey<String> autoReturn = key(
            "auto-return",
            Forms.word(WORDS),
            "no",
            "no: only by a forced takeover; scheduled: all at one time; connection-up: each when its connection has"
                    + " been up long enough.");
    private final FormatKey<Duration> at =
            optional("scheduled-at", ClockForms.MOMENT, "With scheduled: the time from the start.");
    private final FormatKey<Duration> upTime = key(
            "connection-up-time",
            Forms.duration(Limits.MIN_CONNECTION_UP, Limits.MAX_CONNECTION_UP),
            Limits.MIN_CONNECTION_UP,
            "With connection-up: how long the connection must be up.");

    FallbackKeys() {
        super("`fallback`", "How port networks return to the main.");
    }

    @Override
    Optional<Fallback> make(Fields fields) {
        Optional<String> word = fields.find(autoReturn).filter(each -> isInRelease(each, fields));
        String way = word.orElse("no");
        if (word.isPresent() || !fields.has(autoReturn)) {
            warnOfIdleKey(fields, at, SCHEDULED, way);
            warnOfIdleKey(fields, upTime, CONNECTION_UP, way);
        }
        return Optional.of(
                switch (way) {
                    case SCHEDULED -> scheduled(fields);
                    case CONNECTION_UP -> new Fallback.ConnectionUp(fields.get(upTime));
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
        Map<String, Object> isScheduled = demanding(autoReturn.name());
        isScheduled.put("properties", node(autoReturn.name(), node("const", SCHEDULED)));
        schema.put("if", isScheduled);
        schema.put("then", demanding(at.name()));
    }

    private boolean isInRelease(String word, Fields fields) {
        FileReading reading = fields.reading();
        if (!word.equals(CONNECTION_UP) || reading.release().returnsByConnection()) {
            return true;
        }
        String words = Quote.list(WORDS.subList(0, WORDS.indexOf(CONNECTION_UP)));
        String release = reading.release().key();
        if (reading.enforcesRanges()) {
            fields.error(autoReturn, "is not in " + release)
                    .allowed(words)
                    .note("`enforce-ranges: n` allows it, for lab what-ifs");
            return false;
        }
        fields.warnAt(autoReturn, Quote.of(word) + " is not in " + release).allowed(words);
        return true;
    }

    private Fallback scheduled(Fields fields) {
        fields.require(at.name(), "with `auto-return: scheduled`: a time from the start, such as `18m`");
        Duration time = fields.find(at).orElse(Duration.ZERO);
        Duration end = fields.reading().end();
        if (time.compareTo(end) >= 0) {
            fields.warnAt(
                    at,
                    "the run is over by then: it ends at "
                            + ClockForms.words(end, fields.reading().clock()));
        }
        return new Fallback.Scheduled(time);
    }

    private static void warnOfIdleKey(Fields fields, FormatKey<?> key, String word, String way) {
        if (fields.has(key) && !way.equals(word)) {
            fields.warn(key, "has no effect: auto-return is `" + way + "`, not `" + word + "`");
        }
    }
}
