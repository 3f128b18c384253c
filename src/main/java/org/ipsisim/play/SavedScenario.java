package org.ipsisim.play;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.ipsisim.document.TerminalText;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Moments;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.scenario.ScenarioWriter;

/**
 * The scenario of a fork as a file.
 *
 * @param yaml the content of the file
 * @param problem why it cannot be written; empty if it can be
 */
record SavedScenario(String yaml, String problem) {
    private static final String ENDING = "(?i)(?<=.)\\.ya?ml$";

    /** The scenario of the fork that is played; a comment says how it was made. */
    static SavedScenario of(Forks forks) {
        Scenario scenario = forks.played().run().scenario();
        boolean isOriginal = forks.current() == 1;
        Scenario kept = isOriginal ? scenario : scenario.withoutExpectations();
        String yaml = comment(forks) + ScenarioWriter.yaml(kept);
        ReadResult read = ScenarioReader.read("-", yaml.getBytes(StandardCharsets.UTF_8), List.of());
        String problem = read.scenario().isPresent()
                ? ""
                : "this scenario is larger than a file may be: "
                        + read.diagnostics().get(0).message();
        return new SavedScenario(yaml, problem);
    }

    /** The name that a file gets unless another one is chosen, such as {@code wan-cut-2.yaml}. */
    static String usualName(Forks forks) {
        String file = forks.played().run().scenario().provenance().file();
        Path name = Path.of(file).getFileName();
        String stem =
                file.equals("-") || name == null ? "scenario" : name.toString().replaceFirst(ENDING, "");
        return stem + "-" + forks.current() + ".yaml";
    }

    private static String comment(Forks forks) {
        Scenario scenario = forks.played().run().scenario();
        StringBuilder comment = new StringBuilder();
        line(comment, "Written by ipsisim play from " + scenario.provenance().file() + ", with every value filled in.");
        if (forks.current() > 1) {
            line(comment, "Changed by hand:");
            lineage(forks)
                    .forEach(fork ->
                            line(comment, "  at " + Moments.of(scenario).exact(fork.at()) + ": " + fork.what()));
            if (!scenario.expectations().isEmpty()) {
                line(comment, "The expectations of the original are left out: they are about another run.");
            }
        }
        return comment.toString();
    }

    /** The forks that led to the one that is played, without the first. */
    private static Deque<Forks.Fork> lineage(Forks forks) {
        Deque<Forks.Fork> lineage = new ArrayDeque<>();
        for (Forks.Fork fork = forks.played();
                fork.parent() > 0;
                fork = forks.all().get(fork.parent() - 1)) {
            lineage.push(fork);
        }
        return lineage;
    }

    private static void line(StringBuilder comment, String text) {
        comment.append("# ").append(TerminalText.clean(text, TextStyle.PLAIN)).append('\n');
    }
}
