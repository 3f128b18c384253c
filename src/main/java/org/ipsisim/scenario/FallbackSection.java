package org.ipsisim.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Release;

/** Reads {@code fallback}: how port networks return to the main. */
final class FallbackSection {
    private static final String CONNECTION_UP = "connection-up";
    private static final List<String> WORDS = List.of("no", "scheduled", CONNECTION_UP);

    private final FileReading reading;
    private final Release release;
    private final boolean enforceRanges;

    FallbackSection(FileReading reading, Release release, boolean enforceRanges) {
        this.reading = reading;
        this.release = release;
        this.enforceRanges = enforceRanges;
    }

    Fallback read(Optional<Fields> given, Duration end) {
        if (given.isEmpty()) {
            return new Fallback.Manual();
        }
        Fields fields = given.get();
        Optional<String> word = fields.word("auto-return", WORDS).filter(w -> isInRelease(w, fields));
        String autoReturn = word.orElse("no");
        boolean wordIsWrong = fields.has("auto-return") && word.isEmpty();
        Optional<Duration> at = fields.duration("scheduled-at", Duration.ZERO, Limits.LONGEST);
        Optional<Duration> upTime =
                fields.duration("connection-up-time", Limits.MIN_CONNECTION_UP, Limits.MAX_CONNECTION_UP);
        if (!wordIsWrong) {
            warnOfIdleKey(fields, "scheduled-at", "scheduled", autoReturn);
            warnOfIdleKey(fields, "connection-up-time", CONNECTION_UP, autoReturn);
        }
        return switch (autoReturn) {
            case "scheduled" -> scheduled(fields, at, end);
            case CONNECTION_UP -> new Fallback.ConnectionUp(upTime.orElse(Limits.MIN_CONNECTION_UP));
            default -> new Fallback.Manual();
        };
    }

    private boolean isInRelease(String word, Fields fields) {
        if (!word.equals(CONNECTION_UP) || release.returnsByConnection()) {
            return true;
        }
        EffectiveValue value = fields.find("auto-return").orElseThrow();
        String words = Quote.list(WORDS.subList(0, WORDS.indexOf(CONNECTION_UP)));
        if (enforceRanges) {
            reading.error(value, "is not in " + release.key())
                    .allowed(words)
                    .note("`enforce-ranges: n` allows it, for lab what-ifs");
            return false;
        }
        reading.problems()
                .warning(value.span(), value.path(), Quote.of(word) + " is not in " + release.key())
                .found(word)
                .allowed(words);
        return true;
    }

    private Fallback scheduled(Fields fields, Optional<Duration> at, Duration end) {
        Optional<EffectiveValue> value =
                fields.require("scheduled-at", "with `auto-return: scheduled`: a time from the start, such as `18m`");
        if (at.isPresent() && at.get().compareTo(end) >= 0 && value.isPresent()) {
            reading.problems()
                    .warning(
                            value.get().span(),
                            value.get().path(),
                            "the run is over by then: it ends at " + DurationText.of(end))
                    .found(value.get().shown());
        }
        return new Fallback.Scheduled(at.orElse(Duration.ZERO));
    }

    private void warnOfIdleKey(Fields fields, String key, String word, String autoReturn) {
        if (fields.has(key) && !autoReturn.equals(word)) {
            reading.problems()
                    .warning(
                            fields.keySpan(key),
                            fields.path(key),
                            "has no effect: auto-return is `" + autoReturn + "`, not `" + word + "`");
        }
    }
}
