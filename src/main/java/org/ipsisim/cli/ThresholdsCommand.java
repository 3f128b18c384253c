package org.ipsisim.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Words;
import org.ipsisim.study.Fault;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.thresholds.CutChances;
import org.ipsisim.study.thresholds.CutChancesDocument;
import org.ipsisim.study.thresholds.CutPlan;
import org.ipsisim.study.thresholds.SettingEdges;
import org.ipsisim.study.thresholds.SettingEdgesDocument;
import org.ipsisim.study.thresholds.SettingPlan;
import org.ipsisim.study.thresholds.Thresholds;
import org.ipsisim.study.thresholds.ThresholdsDocument;

/** {@code ipsisim thresholds}: how long a cut may last before it costs something. */
final class ThresholdsCommand implements StudyCommand {
    private static final Option<List<String>> FAULT = Option.texts(
            "--fault",
            "NAME",
            "What is cut: a link, a site, a server, pn-N for a control path, ipsi-Na for a board; may be"
                    + " repeated (default: each link, each site, the main, each session manager, each control path).");
    private static final Option<List<String>> VARY = Option.texts(
            "--vary",
            "KEY=FROM..TO",
            "Instead of cuts, a setting such as sip.settings.answer-timeout=4s..40s: the values at which the outcome of the"
                    + " scenario, with its own failures, changes.");
    private static final Option<Duration> AT = Option.duration("--at", "When the cut begins (default: 1m).");
    private static final Option<Duration> UP_TO =
            Option.duration("--up-to", "The longest cut to try (default: long enough for every timer to run out).");
    private static final Option<Integer> SEEDS = Option.number(
            "--seeds",
            2,
            100_000,
            "Where heartbeats are lost by chance: runs each cut with this many seeds, 2 to 100 000, and"
                    + " gives the odds with confidence intervals.");
    private static final Option<Duration> STEP = Option.duration(
            "--step", "The step between the lengths tried first (default: 1s, or 5s with " + SEEDS + ").");

    @Override
    public Usage usage() {
        return new Usage("thresholds", "Finds how long a cut may last before it costs something.")
                .about(
                        "For each kind of cut, and each port network and population of SIP phones:",
                        "the lengths at which the outcome changes, found by running, to the",
                        "millisecond. Failures of the scenario itself are left out.")
                .files("SCENARIO", "1", ScenarioFiles.ESTATE)
                .options(FAULT, AT, UP_TO, SEEDS, VARY, STEP)
                .options(StudyOptions.ALL)
                .interruptible()
                .examples(
                        "ipsisim thresholds scenarios/wan-cut.yaml",
                        "ipsisim thresholds scenarios/wan-cut.yaml --fault wan \\",
                        "    --set timers.pn-cold-reset-delay=120s --report out",
                        "ipsisim thresholds scenarios/sip-storm-feeds-itself.yaml \\",
                        "    --vary sip.settings.answer-timeout=4s..40s");
    }

    @Override
    public Study study(Line line, StudyOptions options, Terminal terminal) throws Refused, WrongPlan {
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        if (line.has(VARY)) {
            SettingPlan plan = settingPlan(file, line);
            return new Study(
                    file.files(),
                    Thresholds.NUMBER_NAMES,
                    runs -> new SettingEdgesDocument(SettingEdges.of(plan, runs), options.command()),
                    (shard, runs) -> SettingEdges.make(plan, shard, runs));
        }
        CutPlan plan = plan(RunOptions.seeded(file.scenario(), line), line);
        Optional<Integer> seeds = line.find(SEEDS);
        return seeds.isPresent()
                ? new Study(
                        file.files(),
                        CutChances.NUMBER_NAMES,
                        runs -> new CutChancesDocument(CutChances.of(plan, seeds.get(), runs), options.command()),
                        (shard, runs) -> CutChances.make(plan, seeds.get(), shard, runs))
                : new Study(
                        file.files(),
                        Thresholds.NUMBER_NAMES,
                        runs -> new ThresholdsDocument(Thresholds.of(plan, runs), options.command()),
                        (shard, runs) -> Thresholds.make(plan, shard, runs));
    }

    private static SettingPlan settingPlan(ScenarioFiles.Checked file, Line line) throws WrongPlan {
        for (Option<?> option : List.of(FAULT, AT, UP_TO, SEEDS)) {
            if (line.has(option)) {
                throw line.wrong(option + " is about cuts, and " + VARY + " leaves them to the scenario: either one");
            }
        }
        if (line.get(VARY).size() > 1) {
            throw line.wrong(VARY + " takes one setting at a time; `ipsisim sweep` combines several");
        }
        Scenario scenario = RunOptions.seeded(file.scenario(), line);
        return SettingPlan.of(
                file.source().with(List.of("seed=" + scenario.seed())),
                scenario,
                line.get(VARY).get(0),
                line.find(STEP).orElse(Duration.ofSeconds(1)));
    }

    private static CutPlan plan(Scenario scenario, Line line) {
        Duration at = line.find(AT).orElse(Duration.ofMinutes(1));
        Duration upTo =
                line.find(UP_TO).orElse(Duration.ofMillis(scenario.estate().outlastingMillis()));
        Duration step = line.find(STEP).orElse(Duration.ofSeconds(line.has(SEEDS) ? 5 : 1));
        if (step.compareTo(upTo) > 0) {
            throw line.wrong(STEP + " is longer than the longest cut that is tried");
        }
        CutPlan plan = new CutPlan(scenario, faults(scenario, line), at.toMillis(), upTo.toMillis(), step.toMillis());
        long runs = plan.runs() * line.find(SEEDS).orElse(1);
        if (runs > CutPlan.MOST_RUNS) {
            throw line.wrong("that would take " + Words.grouped(runs) + " runs, more than "
                    + Words.grouped(CutPlan.MOST_RUNS) + "; choose a longer " + STEP + ", a shorter " + UP_TO
                    + ", fewer cuts with " + FAULT + ", or fewer seeds");
        }
        return plan;
    }

    private static List<Fault> faults(Scenario scenario, Line line) {
        List<String> names = line.get(FAULT);
        if (names.isEmpty()) {
            return Fault.usual(scenario.estate());
        }
        List<Fault> all = Fault.all(scenario.estate());
        List<Fault> chosen = new ArrayList<>();
        for (String name : names) {
            Fault fault = all.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> line.unknown(
                            FAULT + ": '" + name + "' is not a name in this scenario",
                            name,
                            all.stream().map(Fault::name).toList()));
            if (chosen.contains(fault)) {
                throw line.wrong(FAULT + " " + name + " appears twice");
            }
            chosen.add(fault);
        }
        return chosen;
    }
}
