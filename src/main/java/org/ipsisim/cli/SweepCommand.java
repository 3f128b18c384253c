package org.ipsisim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Measures;
import org.ipsisim.study.Objective;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.sweep.Axis;
import org.ipsisim.study.sweep.Criterion;
import org.ipsisim.study.sweep.Sweep;
import org.ipsisim.study.sweep.SweepAnswer;
import org.ipsisim.study.sweep.SweepDocument;
import org.ipsisim.study.sweep.SweepPlan;

/** {@code ipsisim sweep}: runs a scenario with every combination of some values, and says which one to take. */
final class SweepCommand implements StudyCommand {
    static final Option<List<String>> VARY = Option.texts(
            "--vary",
            "KEY=VALUES",
            "What can be chosen: a list such as 60s,90s,120s or a range with a step such as 2m..15m:1m; may be repeated.");
    static final Option<List<String>> OVER = Option.texts(
            "--over",
            "KEY=VALUES",
            "What cannot be chosen, such as the length of an outage or the seed: every choice runs under all of these,"
                    + " and its costs are added up; 90s*5 counts five times.");
    private static final Option<List<String>> WEIGHT =
            Option.texts("--weight", "PN=TIMES", "How often a port network counts, if not once; may be repeated.");
    private static final Option<Criterion> PREFER = Option.word(
            "--prefer",
            "WHAT",
            "Instead of an objective, what the recommended setting spares first: " + Option.words(Criterion.class)
                    + "; then the others, in that order.",
            Criterion.class);

    @Override
    public Usage usage() {
        return new Usage("sweep", "Tries every combination of some values and says which one to take.")
                .about(
                        "Failed calls, needless failovers and time in which nobody can dial: what each",
                        "setting costs, which one has the least objective, which ones nothing beats,",
                        "and what matters most.")
                .files("SCENARIO", "1", ScenarioFiles.SCENARIO)
                .options(VARY, OVER, WEIGHT, ObjectiveOptions.OBJECTIVE, PREFER)
                .options(StudyOptions.ALL)
                .interruptible()
                .examples(
                        "ipsisim sweep scenarios/wan-cut.yaml \\",
                        "    --vary timers.no-service-timeout=2m..15m:1m",
                        "ipsisim sweep scenarios/author-advice.yaml \\",
                        "    --vary timers.pn-cold-reset-delay=60s..120s:10s \\",
                        "    --vary timers.no-service-timeout=2m,5m,10m,15m \\",
                        "    --over events[0].for=30s,90s,4m,8m,20m --report out");
    }

    @Override
    public Study study(Line line, StudyOptions options, Terminal terminal) throws Refused, WrongPlan {
        if (!line.has(VARY)) {
            throw line.wrong("nothing to vary: say what with " + VARY + " KEY=VALUES");
        }
        if (line.has(PREFER) && line.has(ObjectiveOptions.OBJECTIVE)) {
            throw line.wrong("either " + PREFER + " or " + ObjectiveOptions.OBJECTIVE);
        }
        List<Axis> choices = axes(line, VARY);
        List<Axis> circumstances = axes(line, OVER);
        Optional<Objective> given = ObjectiveOptions.find(line);
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        Objective objective = given.orElse(Objective.usual(file.scenario().estate()));
        ScenarioSource source = file.source();
        Optional<Long> seed = line.find(RunOptions.SEED);
        if (seed.isPresent()) {
            source = source.with(List.of("seed=" + seed.get()));
        }
        check(source, choices, circumstances, line, terminal);
        SweepPlan plan = SweepPlan.of(source, choices, circumstances, weights(line, file.scenario()));
        Scenario scenario = RunOptions.seeded(file.scenario(), line);
        Optional<Criterion> preferred = line.find(PREFER);
        return new Study(
                file.files(),
                "of all port networks together: "
                        + Measures.of(scenario.estate()).names(),
                runs -> new SweepDocument(
                        SweepAnswer.of(Sweep.of(plan, scenario, runs), objective, preferred), options.command()),
                (shard, runs) -> Sweep.make(plan, shard, runs));
    }

    /** Checks the first value of each key, so that an unknown key is reported before the size of the grid. */
    private static void check(
            ScenarioSource source, List<Axis> choices, List<Axis> circumstances, Line line, Terminal terminal)
            throws Refused {
        List<Axis> axes = new ArrayList<>(choices);
        axes.addAll(circumstances);
        List<String> first = axes.stream().map(axis -> axis.assignment(0)).toList();
        ReadResult result = source.read(first);
        if (result.hasErrors()) {
            terminal.complain("with " + String.join(", ", first) + " the scenario is wrong; nothing was run");
            ScenarioFiles.tell(result, line, terminal);
            throw new Refused(ExitStatus.WRONG_INPUT);
        }
    }

    private static List<Axis> axes(Line line, Option<List<String>> option) {
        List<Axis> axes = new ArrayList<>();
        for (String text : line.get(option)) {
            try {
                axes.add(option == OVER ? Axis.weighted(text) : Axis.parse(text));
            } catch (WrongPlan e) {
                throw line.wrong(option + " " + e.getMessage());
            }
        }
        return axes;
    }

    private static Map<Integer, Integer> weights(Line line, Scenario scenario) {
        Map<Integer, Integer> weights = new TreeMap<>();
        for (String text : line.get(WEIGHT)) {
            if (!text.matches("[1-9][0-9]?=[1-9][0-9]{0,5}")) {
                throw line.wrong(WEIGHT + " '" + text + "' is not PN=TIMES, such as 2=3");
            }
            int pn = Integer.parseInt(text.substring(0, text.indexOf('=')));
            if (scenario.estate().portNetworks().stream().noneMatch(there -> there.number() == pn)) {
                throw line.wrong(WEIGHT + " '" + text + "': there is no port network " + pn);
            }
            if (weights.put(pn, Integer.valueOf(text.substring(text.indexOf('=') + 1))) != null) {
                throw line.wrong(WEIGHT + ": port network " + pn + " is given twice");
            }
        }
        return weights;
    }
}
