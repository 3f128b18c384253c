package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.console.Screen;
import org.ipsisim.console.ScreenName;
import org.ipsisim.console.Screens;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.report.JsonScreens;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.Nearest;
import org.ipsisim.survivability.RunTooLarge;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim status}: what the console of a server shows at a moment of the run. */
final class StatusCommand implements Subcommand {
    private static final String AT = "--at";
    private static final String FROM = "--from";
    private static final String SCREEN = "--screen";
    private static final String FORMAT = "--format";

    private final Ipsisim.Engine engine;

    StatusCommand(Ipsisim.Engine engine) {
        this.engine = engine;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("status", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("SCENARIO")
                        .arity("1")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("A scenario file; - reads standard input.")
                        .build())
                .addOption(OptionSpec.builder(AT)
                        .paramLabel("TIME")
                        .arity("1")
                        .type(Duration.class)
                        .converters(StatusCommand::time)
                        .description("The moment, as a time from the start of the run; without, its end.")
                        .build())
                .addOption(OptionSpec.builder(FROM)
                        .paramLabel("SERVER")
                        .arity("1")
                        .type(String.class)
                        .description("Whose console: main (default), the active one of the main; main-a, sc-10.")
                        .build())
                .addOption(OptionSpec.builder(SCREEN)
                        .paramLabel("NAME")
                        .arity("1")
                        .type(List.class)
                        .auxiliaryTypes(ScreenName.class)
                        .converters(StatusCommand::screen)
                        .completionCandidates(words())
                        .description("One screen instead of all; may be repeated. " + String.join(", ", words()) + ".")
                        .build())
                .addOption(OptionSpec.builder(FORMAT)
                        .paramLabel("FORMAT")
                        .arity("1")
                        .type(String.class)
                        .converters(StatusCommand::format)
                        .completionCandidates(List.of("text", "json"))
                        .description("text (default) or json.")
                        .build())
                .addOption(ScenarioFiles.setOption())
                .addOption(ScenarioFiles.seedOption());
        spec.usageMessage()
                .exitCodeList(ExitStatus.explainedForAnswers())
                .header("Shows the console of a server at a moment of the run.")
                .description(
                        "",
                        "Look-alikes of the screens of Communication Manager. Each server shows its",
                        "own view: what it cannot know stands there as on the real system.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim status scenarios/wan-cut.yaml --at 10m",
                        "  ipsisim status scenarios/wan-cut.yaml --at 10m --from sc-10 \\",
                        "      --screen ess-port-networks --screen alarms");
        return spec;
    }

    private static List<String> words() {
        return Arrays.stream(ScreenName.values()).map(ScreenName::key).toList();
    }

    private static Duration time(String text) {
        return Durations.read(text, "a time such as 90s or 8m12s");
    }

    private static ScreenName screen(String text) {
        return ScreenName.find(text).orElseThrow(() -> {
            String nearest = words().stream()
                    .filter(word -> text.length() > 3 && word.contains(text))
                    .findFirst()
                    .orElseGet(() -> Nearest.to(text, words()));
            return new TypeConversionException("there is no screen '" + text + "'"
                    + (nearest.isEmpty()
                            ? "; there are " + String.join(", ", words())
                            : "; did you mean `" + nearest + "`?"));
        });
    }

    private static String format(String text) {
        if (!text.equals("text") && !text.equals("json")) {
            throw new TypeConversionException("'" + text + "' is not one of text, json");
        }
        return text;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) throws Refused {
        Scenario scenario = ScenarioFiles.one(line, terminal).scenario();
        if (line.hasMatchedOption("--seed")) {
            scenario = scenario.withSeed(line.matchedOptionValue("--seed", 0L));
        }
        String from = from(line, scenario.estate());
        long at = at(line, scenario);
        History history;
        try {
            history = engine.run(scenario, Detail.SILENCES);
        } catch (RunTooLarge e) {
            terminal.complain(e.getMessage());
            return ExitStatus.WRONG_INPUT;
        } catch (RuntimeException e) {
            throw Defect.in(scenario, e);
        }
        List<ScreenName> which = line.matchedOptionValue(SCREEN, List.of(ScreenName.values()));
        List<Screen> screens = Screens.at(history, at, from, which);
        if (line.matchedOptionValue(FORMAT, "text").equals("json")) {
            writeJson(history, at, from, screens, terminal);
        } else {
            terminal.print(text(screens));
        }
        return ExitStatus.OK;
    }

    private static String from(ParseResult line, Estate estate) {
        String from = line.matchedOptionValue(FROM, Screens.MAIN);
        List<String> names = Screens.viewpoints(estate);
        if (names.contains(from)) {
            return from;
        }
        boolean remote =
                estate.survivableRemotes().stream().anyMatch(r -> r.name().equals(from));
        String nearest = Nearest.to(from, names);
        throw new ParameterException(
                line.commandSpec().commandLine(),
                (remote
                                ? from + " is a survivable remote, which sees no IPSI"
                                : "there is no server '" + from + "' in this scenario")
                        + (nearest.isEmpty() || remote
                                ? "; there are " + String.join(", ", names)
                                : "; did you mean `" + nearest + "`?"));
    }

    private static long at(ParseResult line, Scenario scenario) {
        Duration at = line.matchedOptionValue(AT, scenario.duration());
        if (at.compareTo(scenario.duration()) > 0) {
            throw new ParameterException(
                    line.commandSpec().commandLine(),
                    AT + " " + DurationText.of(at) + " is outside the run: 0s to "
                            + DurationText.of(scenario.duration()));
        }
        return at.toMillis();
    }

    /** A server that is silent is so for all screens, and says it once. */
    private static String text(List<Screen> screens) {
        return screens.stream()
                .map(screen -> String.join("\n", screen.lines()) + "\n")
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static void writeJson(History history, long at, String from, List<Screen> screens, Terminal terminal) {
        try {
            JsonScreens.write(history, at, from, screens, terminal.utf8Out());
        } catch (IOException e) {
            terminal.out().keepFailure(e);
        }
    }
}
