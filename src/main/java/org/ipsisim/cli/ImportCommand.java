package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipsisim.console.Capture;
import org.ipsisim.console.ImportedEstate;
import org.ipsisim.document.WholeFile;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.PnHistory;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ipsisim import}: makes a scenario of the console screens of a real system. */
final class ImportCommand implements Subcommand {
    private static final String OUTPUT = "-o";
    private static final String FORCE = "--force";
    private static final int MOST_BYTES = 4 << 20;

    private final Ipsisim.Engine engine;

    ImportCommand(Ipsisim.Engine engine) {
        this.engine = engine;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("import", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("1..*")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("The text of screens, as copied from a terminal; - reads standard input.")
                        .build())
                .addOption(OptionSpec.builder(OUTPUT, "--output")
                        .paramLabel("FILE")
                        .arity("1")
                        .type(File.class)
                        .description("Where the scenario goes; without, to standard output.")
                        .build())
                .addOption(OptionSpec.builder(FORCE)
                        .description("Replaces the file if it is there already.")
                        .build());
        spec.usageMessage()
                .exitCodeList(ExitStatus.explainedForImports())
                .header("Makes a scenario of the console screens of a real system.")
                .description(
                        "",
                        "Takes servers, communities, preferences, port networks, IPSIs, timers and",
                        "priority lists from the screens, in any order and number. What is not in",
                        "them, or not sure, is asked for in comments of the scenario.",
                        "")
                .footer(Stream.of(
                                Stream.of("", "Screens that it reads:"),
                                ImportedEstate.commands().stream().map(command -> "  " + command),
                                Stream.of(
                                        "",
                                        "Examples:",
                                        "  ipsisim import monday.log -o estate.yaml",
                                        "  ipsisim status scenarios/wan-cut.yaml | ipsisim import -"))
                        .flatMap(lines -> lines)
                        .toArray(String[]::new));
        return spec;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) throws FileFailure {
        Optional<Path> output = output(line);
        List<Capture> captures = new ArrayList<>();
        for (String name : ScenarioFiles.names(line)) {
            captures.add(new Capture(spoken(name), content(name, terminal)));
        }
        ImportedEstate estate = ImportedEstate.of(captures);
        if (estate.isEmpty()) {
            List<String> names = captures.stream().map(Capture::file).toList();
            terminal.complain("there is no screen to read in " + String.join(", ", names));
            terminal.tell("Looked for what these commands show:");
            ImportedEstate.commands().forEach(command -> terminal.tell("  " + command));
            return ExitStatus.WRONG_INPUT;
        }
        estate.contradictions().forEach(each -> terminal.complain("contradiction, left out: " + each));
        String yaml = estate.yaml(ownLists(estate));
        if (output.isPresent()) {
            write(output.get(), yaml, line.hasMatchedOption(FORCE));
        } else {
            terminal.printUtf8(yaml);
        }
        terminal.tell("imported: " + estate.summary()
                + output.map(file -> "; written to " + file).orElse(""));
        return ExitStatus.OK;
    }

    private static void write(Path file, String yaml, boolean replaces) throws FileFailure {
        if (Files.isDirectory(file)) {
            throw new FileFailure(file + ": is a directory");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new FileFailure(file + ": its directory is not there");
        }
        try {
            WholeFile.write(file, out -> out.write(yaml), replaces);
        } catch (FileAlreadyExistsException e) {
            throw new FileFailure(file + ": is there already");
        } catch (IOException e) {
            throw new FileFailure(file + ": " + FileFailure.reason(e));
        }
    }

    private static Optional<Path> output(ParseResult line) throws FileFailure {
        File file = line.matchedOptionValue(OUTPUT, null);
        boolean replaces = line.hasMatchedOption(FORCE);
        if (file == null) {
            if (replaces) {
                throw new ParameterException(
                        line.commandSpec().commandLine(), FORCE + " needs " + OUTPUT + " FILE: what it replaces");
            }
            return Optional.empty();
        }
        Path output = ReportDirectories.path(file);
        if (Files.exists(output) && !replaces) {
            throw new ParameterException(
                    line.commandSpec().commandLine(), output + " is there already; " + FORCE + " replaces it");
        }
        return Optional.of(output);
    }

    private static String spoken(String name) {
        return name.equals(ScenarioFiles.STDIN) ? "standard input" : name;
    }

    private static byte[] content(String name, Terminal terminal) throws FileFailure {
        try {
            byte[] bytes;
            if (name.equals(ScenarioFiles.STDIN)) {
                bytes = terminal.in().readNBytes(MOST_BYTES + 1);
            } else if (Files.isDirectory(Path.of(name))) {
                throw new IOException("is a directory, not the text of screens");
            } else {
                try (InputStream file = Files.newInputStream(Path.of(name))) {
                    bytes = file.readNBytes(MOST_BYTES + 1);
                }
            }
            if (bytes.length > MOST_BYTES) {
                throw new IOException("is larger than 4 MiB, as no text of screens is");
            }
            return bytes;
        } catch (IOException e) {
            throw new FileFailure(spoken(name) + ": " + FileFailure.reason(e));
        } catch (InvalidPathException e) {
            throw new FileFailure(name + ": the name cannot be used in the character set of the locale");
        }
    }

    /** The priority lists that the IPSIs of the estate have when everything works. */
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
