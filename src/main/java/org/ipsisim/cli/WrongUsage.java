package org.ipsisim.cli;

import java.io.File;
import java.util.Collection;
import org.ipsisim.scenario.Nearest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, what was probably meant, and where to read on. */
final class WrongUsage {
    private WrongUsage() {}

    static void tell(ParameterException e, Terminal terminal) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        terminal.complain(e instanceof UnmatchedArgumentException unmatched ? message(unmatched, spec) : message(e));
        terminal.err().println("Try `" + spec.qualifiedName() + " --help`.");
    }

    private static String message(ParameterException e) {
        String text = e.getMessage();
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String message(UnmatchedArgumentException e, CommandSpec spec) {
        String word = e.getUnmatched().get(0);
        if (e.isUnknownOption()) {
            String name = word.replaceFirst("=.*", "");
            return "unknown option '" + name + "'"
                    + suggestion(name, spec.optionsMap().keySet());
        }
        if (spec.subcommands().isEmpty()) {
            return "'" + word + "' is one word too many";
        }
        if (new File(word).exists()) {
            return "there is no command '" + word + "'; to run it as a scenario: ipsisim run " + word;
        }
        return "there is no command '" + word + "'"
                + suggestion(word, spec.subcommands().keySet());
    }

    private static String suggestion(String word, Collection<String> words) {
        String nearest = Nearest.to(word, words);
        return nearest.isEmpty() ? "" : "; did you mean `" + nearest + "`?";
    }
}
