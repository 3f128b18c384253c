package org.ipsisim.cli;

import java.io.File;
import java.util.Collection;
import java.util.List;
import org.ipsisim.scenario.Nearest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Says what is wrong with a command line, what was probably meant, and where to read more. */
final class WrongUsage {
    private WrongUsage() {}

    static void tell(ParameterException e, Terminal terminal) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
        terminal.complain(unmatched.isEmpty() ? message(e) : message(unmatched.get(0), spec));
        terminal.err().println("Try `" + spec.qualifiedName() + " --help`.");
    }

    private static String message(ParameterException e) {
        String text = String.valueOf(e.getMessage());
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String message(String word, CommandSpec spec) {
        if (word.startsWith("-")) {
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
        String nearest = word.length() < 3 ? "" : Nearest.to(word, words);
        return nearest.isEmpty() ? "" : "; did you mean `" + nearest + "`?";
    }
}
