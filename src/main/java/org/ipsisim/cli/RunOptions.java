package org.ipsisim.cli;

import java.util.List;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;

/** The options that many commands share. */
final class RunOptions {
    private static final int MOST_LIMIT = 1000;
    static final Option<List<String>> SET =
            Option.texts("--set", "KEY=VALUE", "Changes a value of each scenario; may be repeated.");
    static final Option<Long> SEED = seed("Runs with this seed instead of the scenario's.");
    static final Option<Boolean> RESETS_ONLY = Option.flag(
            "--resets-only",
            "Leaves out silences that end before the socket sanity time-out: for long runs over bad networks.");
    static final Option<Integer> LIMIT = Option.number(
            "--limit",
            1,
            MOST_LIMIT,
            Scenario.USUAL_WORK,
            "Gives a run up after N times 30 million steps of work; 20 take a minute at most");
    static final Option<Answer> FORMAT = format("text (default) or json.");
    private static final int TEN_TIMES = 10;
    /** The greatest number of a port network that an option takes. */
    static final int MOST_PN = 9999;

    private RunOptions() {}

    /** What {@code --format} can be for a command that answers a question about one run. */
    enum Answer implements Keyed {
        TEXT,
        JSON
    }

    /** An option {@code --format} with its own help. */
    static Option<Answer> format(String description) {
        return Option.word("--format", "FORMAT", description, Answer.TEXT);
    }

    /** An option {@code --seed} with its own help. */
    static Option<Long> seed(String description) {
        return Option.value("--seed", "N", Long.class, RunOptions::wholeNumber, description);
    }

    private static Long wholeNumber(String text) {
        return Option.parsed(text, Long::valueOf, "a whole number of at most 64 bits");
    }

    /** A scenario with the seed of a line, or with its own. */
    static Scenario seeded(Scenario scenario, Line line) {
        return line.find(SEED).map(scenario::withSeed).orElse(scenario);
    }

    /** What to say where a limit was met: how to let a command do ten times as much, after a comma; empty if it cannot. */
    static String moreWork(Line line) {
        int more = TEN_TIMES * Math.max(Scenario.USUAL_WORK, line.get(LIMIT));
        return line.lacks(LIMIT) && more <= MOST_LIMIT
                ? ", or let a run do ten times as much with " + LIMIT + " " + more
                : "";
    }

    /** The detail of a run that a line asks for. */
    static Detail detail(Line line) {
        return line.has(RESETS_ONLY) ? Detail.RESETS : Detail.SILENCES;
    }
}
