package org.ipsisim.course;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.Nearest;

/**
 * Reads the names of quantities, such as {@code state of pn-1 at 80s}: single ones, lengths of time, numbers, settings
 * of timers, and sums such as {@code time of the link failed of wan + socket-sanity-timeout}.
 */
final class Quantities {
    private static final List<Form> FORMS = forms();

    private Quantities() {}

    private static List<Form> forms() {
        List<Form> forms = new ArrayList<>(PnForms.all());
        forms.addAll(OtherForms.all());
        forms.addAll(TraceForms.all());
        return List.copyOf(forms);
    }

    /** An example of each form. */
    static List<String> examples() {
        return FORMS.stream().map(Form::example).toList();
    }

    /** @throws LessonTextError if the text names no quantity */
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

    private static Quantity single(String text) throws LessonTextError {
        for (Form form : FORMS) {
            Optional<Quantity> quantity = form.read(text);
            if (quantity.isPresent()) {
                return quantity.get();
            }
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
                "is no quantity of a run",
                String.join("; ", examples()) + "; a timer such as socket-sanity-timeout; sums of these",
                Nearest.to(text, examples()));
    }

    private static Answer sum(Answer a, Answer b, int sign) throws LessonTextError {
        if (a instanceof Answer.Moment moment && b instanceof Answer.Length length) {
            OptionalLong at = moment.at();
            return at.isEmpty() ? moment : new Answer.Moment(at.getAsLong() + sign * length.millis());
        }
        if (a instanceof Answer.Moment first && b instanceof Answer.Moment second && sign < 0) {
            if (first.at().isEmpty() || second.at().isEmpty()) {
                throw new LessonTextError("takes the difference of times one of which never comes", "times that come");
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
                "adds or subtracts what does not go together",
                "a time and a length of time; two lengths of time; two numbers; a time less a time");
    }
}
