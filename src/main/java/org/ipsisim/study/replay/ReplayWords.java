package org.ipsisim.study.replay;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.estate.Fallback;
import org.ipsisim.history.Words;
import org.ipsisim.study.Cost;

/** The sentences about replayed outages that text, page and JSON share. */
public final class ReplayWords {
    /** What the costs of single outages are. */
    public static final String EACH =
            "Each outage on its own: what overlaps is counted once in the totals, and a stable"
                    + " call drops only once.";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Replay replay;

    /** The words for a replay. */
    public ReplayWords(Replay replay) {
        this.replay = replay;
    }

    /** The answer in a sentence or two. */
    public String headline() {
        if (!replay.isBegun()) {
            return "Nothing was run.";
        }
        Cost a = Replay.sum(replay.a());
        String answer = RoundedNumbers.count(replay.plan().incidents().size(), "recorded outage") + " would have cost "
                + (a.equals(Cost.NONE) ? "nothing" : costs(a)) + ".";
        return replay.b().map(b -> answer + " " + saved(a, Replay.sum(b))).orElse(answer);
    }

    private static String costs(Cost cost) {
        return Words.duration(cost.totals().outage()) + " of outage, "
                + RoundedNumbers.count(cost.totals().callsDropped(), "call") + " dropped and "
                + RoundedNumbers.count(cost.totals().failovers(), "failover") + ", summed over the port networks";
    }

    private String saved(Cost a, Cost b) {
        long outage = a.totals().outage() - b.totals().outage();
        long calls = a.totals().callsDropped() - b.totals().callsDropped();
        return "With " + NumberList.joined(againstSettings()) + " it would have been "
                + (outage == 0
                        ? "as much outage and "
                        : Words.duration(Math.abs(outage)) + (outage < 0 ? " more" : " less") + " of outage and ")
                + (calls == 0
                        ? "as many calls"
                        : RoundedNumbers.count(Math.abs(calls), "call") + (calls < 0 ? " more" : " fewer"))
                + " dropped.";
    }

    /** What is different about the other setting. */
    public List<String> againstSettings() {
        return replay.plan().b().orElseThrow().settingsBeyond(replay.plan().a());
    }

    /** What was run. */
    public String tried() {
        return replay.plan().a().scenario().provenance().file() + ": from "
                + time(replay.plan().from()) + ", "
                + Words.duration(replay.plan().duration().toMillis()) + "; times are those of "
                + replay.plan().zone() + "; seed "
                + replay.plan().a().scenario().seed() + ".";
    }

    /** What follows from a fallback that nobody makes; empty if nothing does. */
    public String stays() {
        boolean stays = replay.plan().a().scenario().estate().fallback() instanceof Fallback.Manual
                && Replay.sum(replay.a()).totals().failovers() > 0;
        return stays
                ? "The totals are those of one run in which nothing returns a port network to the main once a core has it:"
                        + " later outages find it there. `fallback.auto-return` lets it return."
                : "";
    }

    /** What is missing; empty if nothing is. */
    public String missing() {
        return replay.isWhole()
                ? ""
                : "Interrupted: " + replay.outages().size() + " of "
                        + RoundedNumbers.count(replay.plan().incidents().size(), "outage") + " are done on their own";
    }

    /** A time in the zone of the replay. */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(replay.plan().zone()));
    }

    /** The year in which all outages began, as {@link #time} writes it; empty if it was not one. */
    Optional<String> year() {
        List<String> years = replay.outages().stream()
                .map(outage -> time(outage.incident().start()).replaceFirst("-.*", ""))
                .distinct()
                .toList();
        return years.size() == 1 ? Optional.of(years.get(0)) : Optional.empty();
    }

    /** How long an outage lasted. */
    public String length(Replay.Outage outage) {
        return (outage.incident().end().isEmpty() ? ">" : "")
                + Words.duration(replay.plan().lengthOf(outage.incident()));
    }

    /** The port networks that an outage struck. */
    public static String struck(Map<Integer, Cost> costs) {
        List<Integer> numbers = Replay.struck(costs);
        return numbers.isEmpty() ? "none" : NumberList.compact(numbers);
    }
}
