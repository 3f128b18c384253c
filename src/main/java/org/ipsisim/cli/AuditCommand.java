package org.ipsisim.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.study.Objective;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.audit.Audit;
import org.ipsisim.study.audit.AuditDocument;
import org.ipsisim.study.audit.AuditPlan;
import org.ipsisim.study.audit.FaultCost;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim audit}: what every single fault, and every pair of faults, costs. */
final class AuditCommand implements StudyCommand {
    private static final Option<Integer> FAULTS =
            Option.number("--faults", 1, 2, "1 (default): each fault alone; 2: each pair of faults at once, too.");
    private static final Option<Lengths> DURATIONS = Option.value(
            "--durations", "LIST", Lengths.class, Lengths::parse, "How long faults last, such as 30s,5m,1h (default).");
    private static final Option<List<Limit>> FAIL_ABOVE = Option.list(
            "--fail-above",
            "LIMIT",
            Limit.class,
            Limit::parse,
            "Ends with status 1 if a fault or a pair costs more: outage=10m or calls=100; may be repeated.");
    private static final Option<Integer> TOP =
            Option.number("--top", 1, 999_999, 10, "How many of each ranking are shown");
    private static final Option<Boolean> EXHAUSTIVE =
            Option.flag("--exhaustive", "Runs the whole estate every time: the same result, more slowly.");

    /** How long faults last, in milliseconds. */
    private record Lengths(List<Long> millis) {
        static final Lengths USUAL = new Lengths(List.of(30_000L, 300_000L, 3_600_000L));

        static Lengths parse(String text) {
            return new Lengths(Arrays.stream(text.split(",", -1))
                    .map(each -> Option.readDuration(each.strip()).toMillis())
                    .toList());
        }
    }

    /** The most that a fault may cost: calls, or milliseconds without service. */
    private record Limit(boolean ofCalls, long most) {
        private static final Pattern PATTERN = Pattern.compile("calls=([0-9]{1,15})|outage=(.*)");

        static Limit parse(String text) {
            Matcher matcher = PATTERN.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is not a limit such as outage=10m or calls=100");
            }
            if (matcher.group(1) != null) {
                return new Limit(true, Long.parseLong(matcher.group(1)));
            }
            String outage = matcher.group(2);
            return new Limit(
                    false,
                    DurationText.parse(outage)
                            .orElseThrow(() -> new TypeConversionException(
                                    "'" + text + "': " + Option.notDuration(outage, "a duration such as 10m")))
                            .toMillis());
        }

        boolean isExceededBy(FaultCost cost) {
            return (ofCalls ? cost.cost().callsDropped() : cost.cost().outage()) > most;
        }

        /** Such as {@code 10m without service}. */
        String words() {
            return ofCalls
                    ? String.format(Locale.ROOT, "%d call%s dropped", most, most == 1 ? "" : "s")
                    : Words.duration(most) + " without service";
        }
    }

    @Override
    public Usage usage() {
        return new Usage("audit", "Finds the faults and pairs of faults that cost most.")
                .about(
                        "Each link, site, server, control path and IPSI fails, alone or in pairs,",
                        "for several durations. The scenario's own events are left out.")
                .files("SCENARIO", "1", ScenarioFiles.ESTATE)
                .options(FAULTS, DURATIONS, FAIL_ABOVE, ObjectiveOptions.OBJECTIVE, TOP, EXHAUSTIVE)
                .options(StudyOptions.ALL)
                .interruptible()
                .status(ExitStatus.NOT_MET, "done; something costs more than --fail-above allows")
                .examples(
                        "ipsisim audit scenarios/wan-cut.yaml",
                        "ipsisim audit scenarios/separated-pair.yaml --faults 2 \\",
                        "    --durations 30s,10m --fail-above outage=10m --report out");
    }

    @Override
    public Study study(Line line, StudyOptions options, Terminal terminal) throws Refused, WrongPlan {
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        AuditPlan plan = AuditPlan.of(
                RunOptions.seeded(file.scenario(), line),
                line.find(FAULTS).orElse(1),
                line.find(DURATIONS).orElse(Lengths.USUAL).millis());
        boolean pairs = plan.faults() == 2;
        Objective objective = ObjectiveOptions.find(line)
                .orElse(Objective.usual(plan.scenario().estate()));
        return new Study(
                file.files(),
                Audit.NUMBER_NAMES,
                runs -> {
                    Audit audit = Audit.of(plan, line.has(EXHAUSTIVE), runs);
                    List<String> exceeded = exceeded(audit, line.get(FAIL_ABOVE));
                    return new AuditDocument(audit, line.get(TOP), objective, options.command(), exceeded);
                },
                (shard, runs) -> Audit.make(plan, line.has(EXHAUSTIVE), shard, runs),
                "",
                "audit: " + Words.grouped(plan.sets()) + (pairs ? " single faults and pairs" : " single faults") + " x "
                        + Words.count(plan.lengths().size(), "duration") + ": " + Words.grouped(plan.runs()) + " runs");
    }

    /** A sentence for each limit that is exceeded. */
    private static List<String> exceeded(Audit audit, List<Limit> limits) {
        List<String> exceeded = new ArrayList<>();
        for (Limit limit : limits) {
            long exceeding = audit.results().stream()
                    .filter(result -> result.costs().stream().anyMatch(limit::isExceededBy))
                    .count();
            if (exceeding > 0) {
                exceeded.add(Words.grouped(exceeding) + " of "
                        + Words.grouped(audit.plan().sets())
                        + (audit.plan().faults() == 2 ? " faults and pairs" : " faults") + " cost more than "
                        + limit.words());
            }
        }
        return exceeded;
    }
}
