package org.ipsisim.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipsisim.cli.Outcome;
import org.ipsisim.estate.Scenario;
import org.ipsisim.generate.Dice;
import org.ipsisim.generate.PhoneScenarios;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.scenario.Mutations;
import org.ipsisim.scenario.ScenarioWriter;

/**
 * A command with options and files at random, the same for the same seed.
 *
 * @param name the command, such as {@code run} or {@code sip lint}
 * @param words what follows it; {@code @} begins what is a file
 * @param files the files that it reads, by name
 */
record CommandLine(String name, List<String> words, Map<String, byte[]> files) {
    private static final List<String> TEMPLATES = lines("src/test/resources/torture/commands.txt").stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    private static final List<String> SETTINGS = List.of(
            "timers.no-service-timeout=2m",
            "timers.pn-cold-reset-delay=90s",
            "release=cm-3.0",
            "fallback={auto-return: no}",
            "links[0].loss=40%",
            "links[0].latency=80ms",
            "seed=7",
            "duration=10m",
            "events=[]");
    private static final List<String> ANYTHING = List.of(
            "",
            "-1",
            "0",
            "y",
            "1/0",
            "a=b",
            "=",
            "x".repeat(3000),
            "\u001B[31mred",
            "\u202Eleft",
            "\u009B31m",
            "\n",
            "../../up",
            "%s%n",
            "999999999999999999999",
            "1e309",
            "-999999999-01-01",
            "{a: [",
            "&a [*a]");
    private static final List<byte[]> SHIPPED = contents("scenarios", ".yaml");
    private static final List<byte[]> CHANCE = List.of(content("scenarios/month-by-chance.yaml"));
    private static final List<byte[]> CALLS = contents("scenarios", "sip-prack.yaml");
    private static final List<byte[]> OUTAGES = Stream.concat(
                    contents("scenarios/data", ".csv").stream(), contents("src/test/resources/replay", ".txt").stream())
            .toList();
    private static final List<byte[]> SCREENS = Stream.concat(
                    Stream.of(content("scenarios/data/console-paste.txt")),
                    contents("src/test/resources/import", ".txt").stream())
            .toList();
    private static final List<byte[]> MESSAGES = List.of(content("scenarios/data/lost-prack.txt"), capture());
    private static final List<byte[]> LESSONS = contents("src/main/resources/org/ipsisim/course/lessons", ".yaml");
    private static final List<byte[]> SHARDS = List.of(shard());
    private static final List<byte[]> PROGRESS =
            List.of("version: 1\nlessons: {cold-reset: {right: 2, of: 3}}\n".getBytes(StandardCharsets.UTF_8));

    private static final byte[] INCLUDE = "\ninclude: more.yaml\n".getBytes(StandardCharsets.UTF_8);
    private static final List<byte[]> OWN_SETTINGS =
            List.of("by: Somebody\nlimit: 1\nthreads: 2\n".getBytes(StandardCharsets.UTF_8));
    private static final List<byte[]> INCLUDED = List.of(
            "timers: {no-service-timeout: 3m}\ndescription: |\n  Two\n  lines\n".getBytes(StandardCharsets.UTF_8),
            "timers:\n  pn-cold-reset-delay: 90s\ninclude: [more.yaml]\n".getBytes(StandardCharsets.UTF_8));

    /** The command of a seed. */
    static CommandLine of(long seed) {
        return new Making(seed).make();
    }

    /** The command of a seed that ends well more often: its files are as they should be. */
    static CommandLine sound(long seed) {
        Making making = new Making(seed);
        making.damaged = 0;
        making.odd = 0;
        return making.make();
    }

    /** Whether ports and secrets of its own make each run of it different. */
    boolean isServer() {
        return name.equals("classroom") || name.equals("sip lab");
    }

    /** All words for a process whose files are in this directory; {@code ""} is the working directory. */
    List<String> in(String directory) {
        List<String> all = new ArrayList<>(List.of(name.split(" ")));
        words.forEach(word -> all.add(word.replace("@", directory)));
        return all;
    }

    /** Puts its files, and nothing else, into a directory. */
    void prepare(Path directory) throws IOException {
        Trees.delete(directory);
        Files.createDirectories(directory);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
    }

    private static List<String> lines(String file) {
        return new String(content(file), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] content(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> contents(String directory, String end) {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(end))
                    .sorted()
                    .map(CommandLine::content)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command writes into a file. */
    private static byte[] written(String... words) {
        try {
            Path file = Files.createTempFile("torture", "");
            try {
                Files.delete(file);
                String[] all = Arrays.copyOf(words, words.length + 1);
                all[words.length] = file.toString();
                Outcome.of(all);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] capture() {
        return written("sip", "ladder", "scenarios/sip-prack.yaml", "--phone=6001", "--pcap");
    }

    private static byte[] shard() {
        return written(
                "sweep", "scenarios/wan-cut.yaml", "--vary=timers.no-service-timeout=2m,5m", "--shard=1/1", "--resume");
    }

    /** One command in the making. */
    private static final class Making {
        private final long seed;
        private final Dice dice;
        private final Map<String, byte[]> files = new TreeMap<>();
        private int damaged = 40;
        private int odd = 15;

        Making(long seed) {
            this.seed = seed;
            dice = new Dice(seed);
        }

        CommandLine make() {
            List<String> words = new ArrayList<>();
            List<String> template = List.of(dice.oneOf(TEMPLATES).split(" "));
            for (String word : template.subList(1, template.size())) {
                boolean always = word.startsWith("!");
                if (!word.startsWith("--") || dice.percent(20)) {
                    words.add(word(always ? word.substring(1) : word));
                }
            }
            // Only processes of their own read it.
            if (dice.percent(10)) {
                file(".ipsisim.yaml", OWN_SETTINGS);
            }
            return new CommandLine(template.get(0).replace("sip-", "sip "), words, files);
        }

        private String word(String word) {
            if (!word.startsWith("-")) {
                return value(choice(word));
            }
            int end = word.indexOf('=');
            return end < 0 ? word : word.substring(0, end + 1) + value(choice(word.substring(end + 1)));
        }

        private String choice(String values) {
            List<String> all = new ArrayList<>(List.of(values.split("\\|")));
            if (all.remove("ANY") && dice.percent(odd)) {
                return "ANY";
            }
            return all.isEmpty() ? "1" : dice.oneOf(all);
        }

        private String value(String value) {
            return switch (value) {
                case "SET" -> dice.percent(odd) ? dice.oneOf(ANYTHING) : dice.oneOf(SETTINGS);
                case "ANY" -> dice.oneOf(ANYTHING);
                case "SCENARIO", "SECOND" -> file(value.toLowerCase(Locale.ROOT) + ".yaml", scenarios());
                case "CHANCE" -> file("chance.yaml", CHANCE);
                case "CALLS" -> file("calls.yaml", CALLS);
                case "OUTAGES" -> file("outages.csv", OUTAGES);
                case "SCREENS" -> file("screens.txt", SCREENS);
                case "MESSAGES" -> file("messages", MESSAGES);
                case "LESSON" -> file("lesson.yaml", LESSONS);
                case "SHARD" -> file("shard.ndjson", SHARDS);
                case "PROGRESS" -> file("progress.yaml", PROGRESS);
                default -> value;
            };
        }

        private List<byte[]> scenarios() {
            if (dice.percent(30)) {
                return SHIPPED;
            }
            Scenario scenario = switch (dice.between(0, 5)) {
                case 0 -> ScenarioGenerator.scenario(seed);
                case 1 -> ScenarioGenerator.duplexScenario(seed);
                case 2 -> ScenarioGenerator.duplicatedScenario(seed);
                case 3 -> ScenarioGenerator.partialFaultScenario(seed);
                case 4 -> ScenarioGenerator.badNetworkScenario(seed);
                default -> PhoneScenarios.scenario(seed);
            };
            return List.of(ScenarioWriter.yaml(scenario).getBytes(StandardCharsets.UTF_8));
        }

        private String file(String name, List<byte[]> originals) {
            files.put(name, dice.percent(damaged) ? new Mutations(seed, originals).next() : dice.oneOf(originals));
            if (name.equals("scenario.yaml") && dice.percent(odd)) {
                byte[] text = files.get(name);
                byte[] with = Arrays.copyOf(text, text.length + INCLUDE.length);
                System.arraycopy(INCLUDE, 0, with, text.length, INCLUDE.length);
                files.put(name, with);
                file("more.yaml", INCLUDED);
            }
            return "@" + name;
        }
    }
}
