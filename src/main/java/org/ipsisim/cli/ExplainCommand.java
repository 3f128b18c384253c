package org.ipsisim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.Document;
import org.ipsisim.document.DocumentText;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.Scenario;
import org.ipsisim.explain.ExpectedOutcome;
import org.ipsisim.explain.Explanation;
import org.ipsisim.explain.ExplanationDocument;
import org.ipsisim.explain.ExplanationJson;
import org.ipsisim.explain.Outlook;
import org.ipsisim.explain.PhoneDocument;
import org.ipsisim.explain.PhoneExplanation;
import org.ipsisim.explain.PhonePrevention;
import org.ipsisim.explain.Prevention;
import org.ipsisim.explain.WhyNot;
import org.ipsisim.explain.WorstMoment;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.study.Allowance;

/** {@code ipsisim explain}: why a port network is in its state at a moment. */
record ExplainCommand(Ipsisim.Engine engine) implements Command {
    private static final Option<Integer> PN = Option.number(
            "--pn", 0, RunOptions.MOST_PN, "Which port network (default: the one longest without service).");
    private static final Option<String> PHONES = Option.value(
            "--phones",
            "NAME",
            String.class,
            text -> text,
            "Which population of SIP phones, instead of a port network.");
    private static final Option<RunTime> AT =
            Option.time("--at", "Which moment of the run, such as 8m12s (default: when the longest outage begins).");
    private static final Option<ExpectedOutcome> WHY_NOT = Option.word(
            "--why-not",
            "WHAT",
            "Why this has not happened by then: " + Option.words(ExpectedOutcome.class) + ".",
            ExpectedOutcome.class);

    @Override
    public Usage usage() {
        return new Usage("explain", "Says why a port network, or SIP phones, are in their state at a moment.")
                .about(
                        "What led to it, step by step, each with its rule and its timer; which",
                        "timers run; what comes next if nothing changes; and what would have",
                        "prevented it, found by running the scenario with one thing different.")
                .files("SCENARIO", "1", ScenarioFiles.SCENARIO)
                .options(PN, PHONES, AT, WHY_NOT, RunOptions.SET, RunOptions.SEED, RunOptions.LIMIT, RunOptions.FORMAT)
                .examples(
                        "ipsisim explain scenarios/wan-cut.yaml --pn 2 --at 5m",
                        "ipsisim explain scenarios/flapping-wan.yaml --at 10m \\",
                        "    --why-not failover");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        line.exclude(PHONES, PN);
        line.exclude(PHONES, WHY_NOT);
        Scenario scenario = RunOptions.seeded(ScenarioFiles.one(line, terminal).scenario(), line);
        Optional<String> population = population(scenario, line);
        History history = engine.run(scenario, Detail.SILENCES);
        if (population.isPresent()) {
            explainPhones(history, population.get(), line, terminal);
        } else {
            explain(history, line, terminal);
        }
        return ExitStatus.OK;
    }

    /** The population that is asked about: that of the option, or the worst where there is no port network. */
    private static Optional<String> population(Scenario scenario, Line line) {
        List<String> names = scenario.estate().sip().phones().stream()
                .map(PhonePopulation::name)
                .toList();
        Optional<String> asked = line.find(PHONES);
        if (asked.isPresent() && !names.contains(asked.get())) {
            throw names.isEmpty()
                    ? line.wrong(PHONES + ": there are no SIP phones in this scenario")
                    : line.unknown("there are no phones '" + asked.get() + "' in this scenario", asked.get(), names);
        }
        return asked.isPresent() || !scenario.estate().portNetworks().isEmpty() ? asked : Optional.of("");
    }

    private static void explainPhones(History history, String asked, Line line, Terminal terminal) {
        List<String> chosen = new ArrayList<>();
        PhoneExplanation.Worst worst = PhoneExplanation.Worst.of(history);
        String population = asked.isEmpty() ? worst.population() : asked;
        if (asked.isEmpty()) {
            chosen.add("The phones " + population + " were chosen: they fare worst (no " + PHONES + " given).");
        }
        Optional<Long> at = asked(history, line);
        if (at.isEmpty()) {
            chosen.add(history.moments().exact(worst.at()) + " was chosen: most phones are without service then (no "
                    + AT + " given).");
        }
        long moment = within(history, at.orElse(worst.at()), line);
        PhoneExplanation explanation = PhoneExplanation.of(history, population, moment);
        PhonePrevention prevention;
        try (ProgressBar bar = ProgressBar.on(terminal)) {
            prevention = PhonePrevention.of(
                    explanation, new Allowance(history.scenario().workLimit(), bar::ran));
        }
        if (line.get(RunOptions.FORMAT) == RunOptions.Answer.TEXT) {
            Document document = PhoneDocument.of(explanation, chosen, prevention);
            terminal.writeText(out -> DocumentText.write(document, out, terminal.style()));
        } else {
            terminal.writeData(out -> PhoneDocument.writeJson(explanation, prevention, out));
        }
    }

    private static long within(History history, long at, Line line) {
        if (at > history.duration()) {
            throw line.wrong(AT + ": " + history.moments().exact(at) + " is after the end of the run; it ends at "
                    + history.moments().exact(history.duration()));
        }
        return at;
    }

    private static void explain(History history, Line line, Terminal terminal) {
        List<String> chosen = new ArrayList<>();
        int pn = portNetwork(history, line, chosen);
        long at = moment(history, pn, line, chosen);
        Explanation explanation = Explanation.of(history, pn, at);
        Optional<ExpectedOutcome> expected = line.find(WHY_NOT);
        try (ProgressBar bar = ProgressBar.on(terminal)) {
            Allowance allowance = new Allowance(history.scenario().workLimit(), bar::ran);
            boolean isText = line.get(RunOptions.FORMAT) == RunOptions.Answer.TEXT;
            if (expected.isPresent()) {
                WhyNot whyNot = WhyNot.of(explanation, expected.get(), allowance);
                bar.clear();
                if (isText) {
                    write(ExplanationDocument.of(explanation, chosen, whyNot), terminal);
                } else {
                    terminal.writeData(out -> ExplanationJson.write(explanation, whyNot, out));
                }
                return;
            }
            Outlook outlook = Outlook.of(explanation);
            Prevention prevention = Prevention.of(explanation, allowance);
            bar.clear();
            if (isText) {
                write(ExplanationDocument.of(explanation, chosen, outlook, prevention), terminal);
            } else {
                terminal.writeData(out -> ExplanationJson.write(explanation, outlook, prevention, out));
            }
        }
    }

    private static void write(Document document, Terminal terminal) {
        terminal.writeText(out -> DocumentText.write(document, out, terminal.style()));
    }

    private static int portNetwork(History history, Line line, List<String> chosen) {
        Optional<Integer> asked = line.find(PN);
        if (asked.isEmpty()) {
            int pn = WorstMoment.portNetwork(history);
            if (history.portNetworks().size() > 1) {
                chosen.add("Port network " + pn + " was chosen: it fares worst (no " + PN + " given).");
            }
            return pn;
        }
        if (history.findPortNetwork(asked.get()).isEmpty()) {
            List<Integer> numbers = history.portNetworks().stream()
                    .map(pn -> pn.portNetwork().number())
                    .toList();
            throw line.wrong(PN + ": there is no port network " + asked.get() + " in this scenario; there "
                    + (numbers.size() == 1 ? "is " : "are ") + NumberList.compact(numbers));
        }
        return asked.get();
    }

    private static Optional<Long> asked(History history, Line line) {
        return line.find(AT).map(at -> at.in(history.scenario(), AT, line).toMillis());
    }

    private static long moment(History history, int pn, Line line, List<String> chosen) {
        Optional<Long> asked = asked(history, line);
        if (asked.isEmpty()) {
            Optional<Long> worst = WorstMoment.of(history, pn);
            long at = worst.orElse(history.duration());
            chosen.add(history.moments().exact(at) + " was chosen: "
                    + (worst.isPresent() ? "its worst time begins then" : "the end of the run, since all goes well")
                    + " (no " + AT + " given).");
            return at;
        }
        return within(history, asked.get(), line);
    }
}
