package org.ipsisim.play;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.scenario.ClockForms;
import org.ipsisim.scenario.DurationText;

/** What keys do while a line is being typed, and what becomes of it. */
final class Typing {
    /** The longest run of a scenario file. */
    private static final Duration LONGEST_RUN = Duration.ofDays(3650);

    private static final String NOTHING_WRITTEN = "nothing written";

    private Typing() {}

    static PlaybackState press(PlaybackState session, Prompt prompt, Keystroke key) {
        return switch (key.name()) {
            case ESCAPE, INTERRUPT -> givenUp(session, prompt);
            case TAB -> session.asking(new Completion(session.run(), session.now()).completed(prompt));
            case ENTER -> prompt.words().isEmpty() ? givenUp(session, prompt) : entered(session, prompt);
            case SUSPEND -> session.requesting(new Request.Suspend());
            case REDRAW -> session.requesting(new Request.Redraw());
            default -> session.asking(prompt.edited(key));
        };
    }

    private static PlaybackState givenUp(PlaybackState session, Prompt prompt) {
        boolean isAnswer = prompt.kind() == Prompt.Kind.OVERWRITE;
        return session.answered().saying(isAnswer ? NOTHING_WRITTEN : "");
    }

    private static PlaybackState entered(PlaybackState session, Prompt prompt) {
        return switch (prompt.kind()) {
            case GO -> go(session, prompt);
            case LENGTHEN -> lengthen(session, prompt);
            case WRITE -> write(session, prompt, prompt.words());
            case OVERWRITE -> overwrite(session, prompt);
            default -> change(session, prompt);
        };
    }

    private static PlaybackState go(PlaybackState session, Prompt prompt) {
        String words = prompt.words();
        boolean isForward = words.startsWith("+");
        boolean isBack = words.startsWith("-");
        String time = isForward || isBack ? words.substring(1) : words;
        Optional<Duration> duration = DurationText.parseShown(time)
                .or(() -> session.run().moments().clock().flatMap(clock -> ClockForms.find(time, clock)));
        if (duration.isEmpty()) {
            return session.asking(prompt.complaining(noDuration(time)));
        }
        long millis = duration.get().toMillis();
        long at = isForward ? session.now() + millis : isBack ? session.now() - millis : millis;
        if (at > session.run().duration()) {
            return session.asking(prompt.complaining("the run ends at "
                    + session.run().moments().exact(session.run().duration())));
        }
        return session.answered().at(at);
    }

    private static String noDuration(String time) {
        String repaired = DurationText.repair(time);
        return "'" + time + "' is not a time such as 8m12s"
                + (repaired.isEmpty() ? "" : "; did you mean " + repaired + "?");
    }

    private static PlaybackState change(PlaybackState session, Prompt prompt) {
        Scenario scenario = session.run().scenario();
        TypedEvent typed = TypedEvent.read(prompt.kind(), prompt.words(), session.now(), scenario);
        if (typed.event().isEmpty()) {
            return session.asking(prompt.complaining(typed.remark()));
        }
        List<ScenarioEvent> events = new ArrayList<>(scenario.events());
        events.add(typed.event().get());
        return session.answered()
                .saying(typed.remark())
                .requesting(new Request.Run(scenario.withEvents(events), typed.words()));
    }

    private static PlaybackState lengthen(PlaybackState session, Prompt prompt) {
        Optional<Duration> duration = DurationText.parse(prompt.words());
        if (duration.isEmpty()) {
            return session.asking(prompt.complaining(noDuration(prompt.words())));
        }
        Duration now = session.run().scenario().duration();
        if (duration.get().compareTo(now) <= 0 || duration.get().compareTo(LONGEST_RUN) > 0) {
            return session.asking(prompt.complaining("choose a time after the end, " + DurationText.of(now)
                    + ", and before " + DurationText.of(LONGEST_RUN)));
        }
        return session.answered()
                .requesting(new Request.Run(
                        session.run().scenario().lasting(duration.get()),
                        "run until " + DurationText.of(duration.get())));
    }

    private static PlaybackState write(PlaybackState session, Prompt prompt, String name) {
        try {
            Path file = Path.of(name);
            SavedScenario saved = SavedScenario.of(session.forks());
            boolean overwrite = prompt.kind() == Prompt.Kind.OVERWRITE;
            return saved.problem().isEmpty()
                    ? session.answered().requesting(new Request.Write(file, saved.yaml(), overwrite))
                    : session.answered().saying(saved.problem());
        } catch (InvalidPathException e) {
            return session.asking(prompt.complaining("that is not a valid file name here"));
        }
    }

    private static PlaybackState overwrite(PlaybackState session, Prompt prompt) {
        return switch (prompt.words()) {
            case "y", "yes" -> write(session, prompt, prompt.about());
            case "n", "no" -> session.answered().saying(NOTHING_WRITTEN);
            default -> session.asking(prompt.complaining("y or n"));
        };
    }
}
