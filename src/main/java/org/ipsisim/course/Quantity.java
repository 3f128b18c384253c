package org.ipsisim.course;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+")));
        List<Quantity> terms = new ArrayList<>();
        List<Boolean> minus = new ArrayList<>(List.of(false));
        int from = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).equals("+") || words.get(i).equals("-")) {
                terms.add(single(String.join(" ", words.subList(from, i))));
                if (i < words.size()) {
                    minus.add(words.get(i).equals("-"));
                }
                from = i + 1;
            }
        }
        if (terms.size() == 1) {
            return terms.get(0);
        }
        return run -> {
            Answer sum = terms.get(0).in(run);
            for (int i = 1; i < terms.size(); i++) {
                sum = sum(sum, terms.get(i).in(run), minus.get(i) ? -1 : 1);
            }
            return sum;
        };
    }

    /**
     * An answer as a lesson writes it, such as {@code warm-reset}, {@code 2m} or {@code none}.
     *
     * @param like gives the kind of answer
     * @throws LessonTextError if the text is not an answer of that kind
     */
    static Answer literal(String text, Answer like) throws LessonTextError {
        Optional<? extends Answer> read = like.like(text);
        if (read.isEmpty()) {
            throw new LessonTextError("is not an answer to this question", like.kind(), like.nearest(text));
        }
        return read.get();
    }

    private static Quantity single(String text) throws LessonTextError {
        Optional<Quantity> named = QuantityForm.read(text);
        if (named.isPresent()) {
            return named.get();
        }
        Optional<TimerSetting> setting = Keyed.find(TimerSetting.class, text);
        if (setting.isPresent()) {
            return run -> new Answer.Length(run.scenario().estate().timers().millis(setting.get()));
        }
        if (text.matches("[0-9]{1,9}")) {
            Answer number = new Answer.Count(Long.parseLong(text));
            return run -> number;
        }
        Optional<Duration> length = DurationText.parse(text);
        if (length.isPresent()) {
            Answer answer = new Answer.Length(length.get().toMillis());
            return run -> answer;
        }
        throw new LessonTextError(
                "is not a quantity of a run",
                String.join("; ", QuantityForm.examples()) + "; a timer such as socket-sanity-timeout; sums of these",
                Nearest.to(text, QuantityForm.examples()));
    }

    private static Answer sum(Answer a, Answer b, int sign) throws LessonTextError {
        if (a instanceof Answer.Moment moment && b instanceof Answer.Length length) {
            OptionalLong at = moment.at();
            return at.isEmpty() ? moment : new Answer.Moment(at.getAsLong() + sign * length.millis());
        }
        if (a instanceof Answer.Moment first && b instanceof Answer.Moment second && sign < 0) {
            if (first.at().isEmpty() || second.at().isEmpty()) {
                throw new LessonTextError("subtracts times, one of which never comes", "times that come");
            }
            return new Answer.Length(first.at().getAsLong() - second.at().getAsLong());
        }
        if (a instanceof Answer.Length first && b instanceof Answer.Length second) {
            return new Answer.Length(first.millis() + sign * second.millis());
        }
        if (a instanceof Answer.Count first && b instanceof Answer.Count second) {
            return new Answer.Count(first.number() + sign * second.number());
        }
        throw new LessonTextError(
                "adds or subtracts things of different kinds",
                "a time and a length of time; two lengths of time; two numbers; a time minus a time");
    }
}
