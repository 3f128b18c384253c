package org.ipsisim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.document.IoReason;
import org.ipsisim.scenario.DataFile;
import org.ipsisim.scenario.DataMap;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.ScenarioReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What options are without the command line: an environment variable such as {@code IPSISIM_THREADS}, else {@code
 * .ipsisim.yaml} in the working directory, else the user's {@code ~/.config/ipsisim/config.yaml}. No option is among them
 * that changes a number of a result. The files are read when a command has such an option, and not before.
 */
final class ConfiguredOptions implements IDefaultValueProvider {
    /** Nothing is configured. */
    static final ConfiguredOptions NONE = new ConfiguredOptions(Map.of(), List.of());

    private static final List<String> KEYS = List.of("by", "limit", "logo", "threads");
    private static final int LONGEST = 1000;

    /**
     * A value with its place, for messages.
     *
     * @param from {@code IPSISIM_LIMIT}, or file and line
     */
    private record Configured(String text, String from) {}

    private final Map<String, String> environment;
    private final List<Path> files;
    private final Map<String, Configured> values = new HashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private boolean isRead;

    /** @param files the first one wins */
    ConfiguredOptions(Map<String, String> environment, List<Path> files) {
        this.environment = environment;
        this.files = files;
    }

    /** Those of this process. */
    static ConfiguredOptions ofProcess(Map<String, String> environment) {
        String home = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path ofUser = home.isEmpty() ? Path.of(System.getProperty("user.home", ""), ".config") : Path.of(home);
        return new ConfiguredOptions(
                environment,
                List.of(Path.of(".ipsisim.yaml"), ofUser.resolve("ipsisim").resolve("config.yaml")));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        String key =
                argument instanceof OptionSpec option ? option.longestName().substring(1) : "";
        key = key.startsWith("-") ? key.substring(1) : key;
        if (!KEYS.contains(key)) {
            return null;
        }
        read();
        Configured value = values.get(key);
        return value == null ? null : value.text();
    }

    /** Whether an option can be configured. */
    static boolean hasKey(Option<?> option) {
        return KEYS.contains(option.name().substring(2));
    }

    /** Where the value of an option comes from, if it is configured. */
    Optional<String> findPlace(String option) {
        return Optional.ofNullable(values.get(option.replace("--", ""))).map(Configured::from);
    }

    /** What is wrong with the files. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The files that cannot be read, with the reason. */
    List<String> unreadable() {
        return unreadable;
    }

    private void read() {
        if (isRead) {
            return;
        }
        isRead = true;
        for (String key : KEYS) {
            String name = "IPSISIM_" + key.toUpperCase(Locale.ROOT);
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                values.put(key, new Configured(value, name));
            }
        }
        for (Path file : files) {
            // Also a link that leads nowhere: it is there for a reason.
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                read(file);
            }
        }
    }

    private void read(Path file) {
        byte[] content;
        try {
            content = content(file);
        } catch (IOException e) {
            unreadable.add(file + ": " + IoReason.of(e));
            return;
        }
        if (isComment(new String(content, StandardCharsets.UTF_8))) {
            return;
        }
        DataFile data = DataFile.read(file.toString(), content, "settings");
        data.root().ifPresent(root -> {
            DataMap map = root.mapping("the settings", KEYS.toArray(String[]::new));
            for (String key : KEYS) {
                map.find(key)
                        .ifPresent(value -> value.text("a single value").ifPresent(text -> {
                            if (text.length() > LONGEST) {
                                value.error("is too long", "at most " + LONGEST + " characters", "");
                                return;
                            }
                            // A path in a file is relative to that file.
                            String absolute = key.equals("logo")
                                    ? file.resolveSibling(text).toString()
                                    : text;
                            values.putIfAbsent(key, new Configured(absolute, file + ":" + value.line()));
                        }));
            }
        });
        diagnostics.addAll(data.diagnostics());
    }

    /** Whether all settings of a file are commented out. */
    private static boolean isComment(String text) {
        return text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    private static byte[] content(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("is not a file");
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(ScenarioReader.MOST_BYTES + 1);
        }
    }
}
