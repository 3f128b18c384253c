package org.ipsisim.course;

import java.time.Duration;
import java.util.Optional;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.Nearest;

/**
 * Something that can be asked of a run, such as {@code state of pn-1 at 80s}: a single fact, a length of time, a number, the
 * value of a timer, or a sum such as {@code time of the link failed of wan + socket-sanity-timeout}.
 */
interface Quantity {
    /**
     * Its value in a run.
     *
     * @throws LessonTextError if the run has nothing of the kind: an unknown name, a time outside of it
     */
    Answer in(History run) throws LessonTextError;

    /**
     * The quantity that a text names.
     *
     * @throws LessonTextError if it names none
     */
    static Quantity read(String text) throws LessonTextError {
        String[] terms = text.strip().split("\\s+(?=[+-]\\s)");
        Quantity sum = single(terms[0]);
        for (int i = 1; i < terms.length; i++) {
            Quantity before = sum;
            Quantity term = single(terms[i].substring(1).strip());
            int sign = terms[i].charAt(0) == '-' ? -1 : 1;
            sum = run -> before.in(run).plus(term.in(run), sign);
        }
        return sum;
    }

    private static Quantity single(String words) throws LessonTextError {
        String text = words.replaceAll("\\s+", " ");
        Optional<Quantity> named = QuantityForm.read(text);
        if (named.isPresent()) {
            return named.get();
        }
        Optional<TimerSetting> setting = Keyed.find(TimerSetting.class, text);
        if (setting.isPresent()) {
            return run -> Answer.length(run.scenario().estate().timers().millis(setting.get()));
        }
        Optional<Answer> written = text.matches("[0-9]{1,9}")
                ? Optional.of(Answer.count(Long.parseLong(text)))
                : DurationText.parse(text).map(Duration::toMillis).map(Answer::length);
        if (written.isPresent()) {
            return run -> written.get();
        }
        throw new LessonTextError(
                "is not a quantity of a run",
                String.join("; ", QuantityForm.examples()) + "; a timer such as socket-sanity-timeout; sums of these",
                Nearest.to(text, QuantityForm.examples()));
    }
}
