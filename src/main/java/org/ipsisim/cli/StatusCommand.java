package org.ipsisim.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.console.Screen;
import org.ipsisim.console.ScreenName;
import org.ipsisim.console.Screens;
import org.ipsisim.document.DocumentText;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.report.JsonScreens;
import org.ipsisim.report.UserRegistrations;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.survivability.Simulation;

/** {@code ipsisim status}: what the console of a server shows at a moment of the run. */
record StatusCommand(Ipsisim.Engine engine) implements Command {
    private static final Option<RunTime> AT =
            Option.time("--at", "The moment, as a time from the start of the run (default: its end).");
    private static final Option<String> FROM = Option.value(
            "--from",
            "SERVER",
            String.class,
            text -> text,
            "Whose console: main (default), the active one of the main; main-a, sc-10; of a session manager such as sm-1,"
                    + " its User Registrations.");
    private static final Option<List<ScreenName>> SCREEN = Option.words(
            "--screen",
            "NAME",
            "One screen instead of all; may be repeated. " + Option.words(ScreenName.class) + ".",
            ScreenName.class,
            ScreenName::find);

    @Override
    public Usage usage() {
        return new Usage("status", "Shows the console of a server at a moment of the run.")
                .about(
                        "Look-alikes of the screens of Communication Manager. Each server shows its",
                        "own view: what it cannot know looks as it does on the real system.")
                .files("SCENARIO", "1", ScenarioFiles.SCENARIO)
                .options(AT, FROM, SCREEN, RunOptions.FORMAT, RunOptions.SET, RunOptions.SEED, RunOptions.LIMIT)
                .examples(
                        "ipsisim status scenarios/wan-cut.yaml --at 10m",
                        "ipsisim status scenarios/wan-cut.yaml --at 10m --from sc-10 \\",
                        "    --screen ess-port-networks --screen alarms");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        Scenario scenario = RunOptions.seeded(ScenarioFiles.one(line, terminal).scenario(), line);
        Optional<SessionManager> sessionManager =
                line.find(FROM).flatMap(scenario.estate().sip()::findSessionManager);
        if (sessionManager.isPresent()) {
            showRegistrations(scenario, sessionManager.get().name(), line, terminal);
            return ExitStatus.OK;
        }
        String from = from(line, scenario.estate());
        long at = at(line, scenario);
        History history = engine.run(scenario, Detail.SILENCES);
        List<Screen> screens = Screens.of(history).at(at, from, line.get(SCREEN));
        if (line.get(RunOptions.FORMAT) == RunOptions.Answer.JSON) {
            terminal.writeData(out -> JsonScreens.write(history, at, from, screens, out));
        } else {
            terminal.print(text(screens));
        }
        return ExitStatus.OK;
    }

    /** A run that ends just after the moment has at its end what the session manager has then. */
    private static void showRegistrations(Scenario scenario, String from, Line line, Terminal terminal) {
        if (line.has(SCREEN)) {
            throw line.wrong(SCREEN + ": a session manager has one screen, User Registrations");
        }
        long at = at(line, scenario);
        long end = Math.min(at + 1, scenario.duration().toMillis());
        History history = Ipsisim.history(
                (changed, detail) -> Simulation.run(changed, detail, KeptPhones.registrationsWith(from)),
                scenario.lasting(Duration.ofMillis(end)),
                Detail.RESETS);
        if (line.get(RunOptions.FORMAT) == RunOptions.Answer.JSON) {
            terminal.writeData(out -> UserRegistrations.writeJson(history, at, from, out));
        } else {
            terminal.writeText(
                    out -> DocumentText.write(UserRegistrations.of(history, at, from), out, terminal.style()));
        }
    }

    private static String from(Line line, Estate estate) {
        String from = line.find(FROM).orElse(Screens.MAIN);
        List<String> names = new ArrayList<>(Screens.viewpoints(estate));
        if (names.contains(from)) {
            return from;
        }
        estate.sip().sessionManagers().forEach(sm -> names.add(sm.name()));
        boolean remote =
                estate.survivableRemotes().stream().anyMatch(r -> r.name().equals(from));
        throw remote
                ? line.wrong(
                        from + " is a survivable remote, which sees no IPSI; there are " + String.join(", ", names))
                : line.unknown("there is no server '" + from + "' in this scenario", from, names);
    }

    private static long at(Line line, Scenario scenario) {
        Duration at = line.find(AT).map(given -> given.in(scenario, AT, line)).orElse(scenario.duration());
        if (at.compareTo(scenario.duration()) > 0) {
            throw line.wrong(AT + " " + DurationText.of(at) + " is outside the run: 0s to "
                    + DurationText.of(scenario.duration()));
        }
        return at.toMillis();
    }

    /** A server that does not answer shows the same for all screens; say it once. */
    private static String text(List<Screen> screens) {
        return screens.stream()
                .map(screen -> String.join("\n", screen.lines()) + "\n")
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
