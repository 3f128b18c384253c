package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ipsisim.console.ImportedEstate;
import org.ipsisim.console.ImportedEstate.Capture;
import org.ipsisim.document.WholeFile;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.PnHistory;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;

/** {@code ipsisim import}: makes a scenario of the console screens of a real system. */
record ImportCommand(Ipsisim.Engine engine) implements Command {
    private static final Option<File> OUTPUT = Option.file(
                    "-o", "FILE", "Where the scenario goes (default: standard output).")
            .or("--output");
    private static final Option<Boolean> FORCE = Option.flag("--force", "Replaces the file if it exists.");
    private static final int MOST_BYTES = 4 << 20;

    @Override
    public Usage usage() {
        return new Usage("import", "Makes a scenario of the console screens of a real system.")
                .about(
                        "Takes servers, communities, preferences, port networks, IPSIs, timers and",
                        "priority lists from the screens, in any order and number. What is not in",
                        "them, or not sure, is asked for in comments of the scenario.")
                .files("FILE", "1..*", "The text of screens, as copied from a terminal; - reads standard input.")
                .options(OUTPUT, FORCE)
                .status(
                        ExitStatus.WRONG_INPUT,
                        "the command line is wrong, or nothing could be read; nothing was written")
                .footer("Screens that it reads:", ImportedEstate.commands())
                .examples(
                        "ipsisim import monday.log -o estate.yaml",
                        "ipsisim status scenarios/wan-cut.yaml | ipsisim import -");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        Optional<Path> output = output(line);
        List<Capture> captures = new ArrayList<>();
        for (String name : ScenarioFiles.names(line)) {
            byte[] bytes = terminal.content(name, MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Refused.file(
                        InputFiles.spoken(name) + ": is larger than 4 MiB, too large for the text of screens");
            }
            captures.add(new Capture(InputFiles.spoken(name), bytes));
        }
        ImportedEstate estate = ImportedEstate.of(captures);
        if (estate.isEmpty()) {
            List<String> names = captures.stream().map(Capture::file).toList();
            terminal.complain("there is no screen to read in " + String.join(", ", names));
            terminal.tell("It reads what these commands show:");
            ImportedEstate.commands().forEach(command -> terminal.tell("  " + command));
            return ExitStatus.WRONG_INPUT;
        }
        estate.contradictions().forEach(each -> terminal.complain("contradiction, left out: " + each));
        String yaml = estate.yaml(ownLists(estate));
        if (output.isPresent()) {
            write(output.get(), yaml, line.has(FORCE));
        } else {
            terminal.printUtf8(yaml);
        }
        terminal.tell("imported: " + estate.summary()
                + output.map(file -> "; written to " + file).orElse(""));
        return ExitStatus.OK;
    }

    private static void write(Path file, String yaml, boolean replaces) throws Refused {
        try {
            WholeFile.write(file, out -> out.write(yaml), replaces);
        } catch (IOException e) {
            throw Refused.file(file, e);
        }
    }

    private static Optional<Path> output(Line line) throws Refused {
        Optional<Path> output = line.findPath(OUTPUT);
        if (output.isEmpty() && line.has(FORCE)) {
            throw line.wrong(FORCE + " needs " + OUTPUT + " FILE: what it replaces");
        }
        if (output.isPresent() && Files.exists(output.get()) && !line.has(FORCE)) {
            throw line.wrong(output.get() + " already exists; " + FORCE + " replaces it");
        }
        return output;
    }

    /** The priority lists of the IPSIs when everything works. */
    private Map<String, List<Integer>> ownLists(ImportedEstate estate) {
        String yaml = estate.yaml(Map.of());
        ReadResult result = ScenarioReader.read("imported", yaml.getBytes(StandardCharsets.UTF_8), List.of());
        Scenario scenario = result.scenario()
                .orElseThrow(
                        () -> new IllegalStateException("the imported scenario is wrong: " + result.diagnostics()));
        Map<String, List<Integer>> lists = new TreeMap<>();
        for (PnHistory pn : engine.run(scenario, Detail.RESETS).portNetworks()) {
            for (IpsiId ipsi : pn.portNetwork().ipsis()) {
                lists.put(ipsi.toString(), pn.listAt(ipsi, 0));
            }
        }
        return lists;
    }
}
