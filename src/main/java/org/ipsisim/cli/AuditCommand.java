package org.ipsisim.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Shard;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.audit.Audit;
import org.ipsisim.study.audit.AuditDocument;
import org.ipsisim.study.audit.AuditPlan;

/** {@code ipsisim audit}: what every single fault, and every pair of faults, costs. */
final class AuditCommand implements StudyCommand {
    private static final Option<Integer> FAULTS =
            Option.number("--faults", 1, 2, "1 (default): each fault alone; 2: each pair of faults at once, too.");
    private static final Option<Lengths> DURATIONS = Option.value(
            "--durations", "LIST", Lengths.class, Lengths::parse, "How long faults last, such as 30s,5m,1h (default).");
    private static final Option<List<CostLimit>> FAIL_ABOVE = Option.list(
            "--fail-above",
            "LIMIT",
            CostLimit.class,
            CostLimit::parse,
            "Ends with status 1 if a fault or a pair costs more: outage=10m or calls=100; may be repeated.");
    private static final Option<Integer> TOP =
            Option.number("--top", 1, 999_999, 10, "How many of each ranking are shown");
    private static final Option<Boolean> EXHAUSTIVE =
            Option.flag("--exhaustive", "Runs the whole estate every time. The result is the same, later.");

    /** How long faults last, in milliseconds. */
    private record Lengths(List<Long> millis) {
        static final Lengths USUAL = new Lengths(List.of(30_000L, 300_000L, 3_600_000L));

        static Lengths parse(String text) {
            return new Lengths(Arrays.stream(text.split(",", -1))
                    .map(each -> Durations.parse(each.strip()).toMillis())
                    .toList());
        }
    }

    @Override
    public Usage usage() {
        return new Usage("audit", "Finds the faults and pairs of faults that cost most.")
                .about(
                        "Each link, site, server, control path and IPSI fails, alone or in pairs,",
                        "for several durations. What the scenario itself lets happen is left out.")
                .files("SCENARIO", "1", ScenarioFiles.ESTATE)
                .options(FAULTS, DURATIONS, FAIL_ABOVE, TOP, EXHAUSTIVE)
                .options(StudyOptions.ALL)
                .interruptible()
                .status(ExitStatus.NOT_MET, "done; something costs more than --fail-above allows")
                .examples(
                        "ipsisim audit scenarios/wan-cut.yaml",
                        "ipsisim audit scenarios/separated-pair.yaml --faults 2 \\",
                        "    --durations 30s,10m --fail-above outage=10m --report out");
    }

    @Override
    public Study study(Line line, Terminal terminal) throws Refused, WrongPlan {
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        AuditPlan plan = AuditPlan.of(
                RunOptions.seeded(file.scenario(), line),
                line.find(FAULTS).orElse(1),
                line.find(DURATIONS).orElse(Lengths.USUAL).millis());
        return new Planned(
                plan,
                file.source(),
                line.has(EXHAUSTIVE),
                line.get(TOP),
                line.get(FAIL_ABOVE),
                new StudyOptions(line).command());
    }

    private record Planned(
            AuditPlan plan, ScenarioSource source, boolean exhaustive, int top, List<CostLimit> limits, String command)
            implements Study {
        @Override
        public Map<String, byte[]> files() {
            return Map.of(source.file(), source.content());
        }

        @Override
        public String numbers() {
            return Audit.NUMBER_NAMES;
        }

        @Override
        public String announcement() {
            return "audit: " + Words.grouped(plan.sets())
                    + (plan.faults() == 2 ? " single faults and pairs" : " single faults") + " x "
                    + plan.lengths().size() + (plan.lengths().size() == 1 ? " duration" : " durations") + ": "
                    + Words.grouped(plan.runs()) + " runs";
        }

        @Override
        public StudyReport carryOut(ParallelRuns runs) {
            Audit audit = Audit.of(plan, exhaustive, runs);
            return new AuditDocument(audit, top, command, AuditCommand.exceeded(audit, limits));
        }

        @Override
        public void make(Shard shard, ParallelRuns runs) {
            Audit.make(plan, exhaustive, shard, runs);
        }
    }

    /** A sentence for each limit that is exceeded. */
    private static List<String> exceeded(Audit audit, List<CostLimit> limits) {
        List<String> exceeded = new ArrayList<>();
        for (CostLimit limit : limits) {
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
