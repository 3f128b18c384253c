package org.ipsisim.cli;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Keyed;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A shell that completes the words of a command line, and the script with which it does so for ipsisim. */
enum ShellCompletion implements Keyed {
    BASH,
    /** It reads the script of bash. */
    ZSH,
    FISH,
    POWERSHELL;

    /** The script for the commands of the whole program; its last line has an end. */
    String script(CommandLine whole) {
        return switch (this) {
            case BASH, ZSH -> AutoComplete.bash("ipsisim", whole) + "\n";
            case FISH -> fish(whole);
            case POWERSHELL -> powerShell(whole);
        };
    }

    private static String fish(CommandLine whole) {
        StringBuilder script = new StringBuilder("""
                # Completion of ipsisim for fish: save it as ~/.config/fish/completions/ipsisim.fish
                function __ipsisim_command
                    set -l words (commandline -opc)
                    test (count $words) -gt 1; and test $words[2] = $argv[1]
                end

                function __ipsisim_no_command
                    test (count (commandline -opc)) -eq 1
                end

                """);
        fishOptions("__ipsisim_no_command", whole.getCommandSpec(), script);
        whole.getSubcommands().forEach((name, command) -> {
            CommandSpec spec = command.getCommandSpec();
            script.append("complete -c ipsisim -f -n __ipsisim_no_command -a ").append(name);
            script.append(" -d ").append(fishQuoted(headerOf(spec))).append('\n');
            String here = "'__ipsisim_command " + name + "'";
            if (!takesFiles(spec, whole)) {
                script.append("complete -c ipsisim -f -n ").append(here);
                List<String> words = wordsOf(spec, whole);
                script.append(words.isEmpty() ? "" : " -a '" + String.join(" ", words) + "'")
                        .append('\n');
            }
            fishOptions(here, spec, script);
        });
        return script.toString();
    }

    private static void fishOptions(String when, CommandSpec spec, StringBuilder script) {
        for (OptionSpec option : spec.options()) {
            script.append("complete -c ipsisim -n ").append(when);
            for (String name : option.names()) {
                script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            List<String> values = valuesOf(option);
            if (!values.isEmpty()) {
                script.append(" -x -a '").append(String.join(" ", values)).append('\'');
            } else if (option.arity().max() > 0) {
                script.append(option.paramLabel().matches("FILE|DIR") ? " -r -F" : " -x");
            }
            script.append(" -d ")
                    .append(fishQuoted(String.join(" ", option.description())))
                    .append('\n');
        }
    }

    private static String fishQuoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String powerShell(CommandLine whole) {
        StringBuilder script = new StringBuilder("""
                # Completion of ipsisim for PowerShell: save it, and call it from the file that $PROFILE names.
                Register-ArgumentCompleter -Native -CommandName ipsisim, ipsisim.cmd -ScriptBlock {
                    param($word, $line, $position)
                    # What can follow the words before: the name of a command, or '' before any; or an option with a value.
                    $after = @{
                """);
        List<String> commands = new ArrayList<>();
        whole.getSubcommands().forEach((name, command) -> commands.add(pair(name, headerOf(command.getCommandSpec()))));
        whole.getCommandSpec().options().forEach(option -> commands.addAll(pairs(option)));
        powerShellEntry("", commands, script);
        whole.getSubcommands().forEach((name, command) -> {
            CommandSpec spec = command.getCommandSpec();
            List<String> words = new ArrayList<>();
            List<String> taken = wordsOf(spec, whole);
            whole.getSubcommands().forEach((other, about) -> {
                if (taken.contains(other)) {
                    words.add(pair(other, headerOf(about.getCommandSpec())));
                }
            });
            spec.options().forEach(option -> words.addAll(pairs(option)));
            powerShellEntry(name, words, script);
            for (OptionSpec option : spec.options()) {
                List<String> values = valuesOf(option).stream()
                        .map(value -> pair(value, value))
                        .toList();
                if (!values.isEmpty()) {
                    powerShellEntry(name + " " + option.longestName(), values, script);
                }
            }
        });
        return script.append("""
                    }
                    $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
                    if ($word -and $words.Count) { $words = @($words | Select-Object -SkipLast 1) }
                    $command = if ($words.Count) { $words[0] } else { '' }
                    $key = if ($words.Count -gt 1 -and $after.ContainsKey("$command $($words[-1])")) {
                        "$command $($words[-1])"
                    } else { $command }
                    # Where no word fits, PowerShell offers files; options only after a dash.
                    $after[$key] | Where-Object {
                        $_ -and $_[0].StartsWith($word) -and ($word -or -not $_[0].StartsWith('-'))
                    } | ForEach-Object {
                        [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
                    }
                }
                """).toString();
    }

    private static void powerShellEntry(String key, List<String> pairs, StringBuilder script) {
        script.append("        ").append(powerShellQuoted(key)).append(" = @(\n            ");
        script.append(String.join("\n            ", pairs)).append(")\n");
    }

    private static List<String> pairs(OptionSpec option) {
        String about = String.join(" ", option.description());
        return List.of(option.names()).stream().map(name -> pair(name, about)).toList();
    }

    /** A word and what it means; the comma keeps a list of one pair a list of pairs. */
    private static String pair(String word, String about) {
        return ",@(" + powerShellQuoted(word) + ", " + powerShellQuoted(about) + ")";
    }

    private static String powerShellQuoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String headerOf(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().header());
    }

    /** The commands that a command takes as words: all, or some. */
    private static List<String> wordsOf(CommandSpec spec, CommandLine whole) {
        return spec.positionalParameters().stream()
                .flatMap(parameter -> parameter.paramLabel().equals("COMMAND")
                        ? whole.getSubcommands().keySet().stream()
                        : valuesOf(parameter).stream())
                .toList();
    }

    private static boolean takesFiles(CommandSpec spec, CommandLine whole) {
        return wordsOf(spec, whole).isEmpty() && !spec.positionalParameters().isEmpty();
    }

    private static List<String> valuesOf(ArgSpec option) {
        List<String> values = new ArrayList<>();
        if (option.completionCandidates() != null) {
            option.completionCandidates().forEach(values::add);
        }
        return values;
    }
}
