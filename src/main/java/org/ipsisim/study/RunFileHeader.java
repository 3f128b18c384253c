package org.ipsisim.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which study the runs of a file belong to, and which part of it they are.
 *
 * @param version of the program that makes them
 * @param command the words of the command line after {@code ipsisim}, without those that change nothing in a run
 * @param settings what the command line says, option by option: its values in their order
 * @param files the text of each file that the study is read from, by its name as the user wrote it
 * @param numbers what the numbers of a run are, in words
 * @param shard which part
 */
public record RunFileHeader(
        String version,
        List<String> command,
        Map<String, List<String>> settings,
        Map<String, String> files,
        String numbers,
        Shard shard) {
    /** Keeps copies of everything, in ascending order of the names. */
    public RunFileHeader {
        command = List.copyOf(command);
        settings = new TreeMap<>(settings);
        files = new TreeMap<>(files);
    }

    /** The command, such as {@code monte-carlo}. */
    public String study() {
        return command.isEmpty() ? "" : command.get(0);
    }

    /**
     * SHA-256 of everything on which the result depends: equal if two files are parts of one study. A file counts by its
     * content, not by its path, which may be another one on each machine.
     */
    public String fingerprint() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        List<String> parts = new ArrayList<>(List.of(version, study(), String.valueOf(shard.of())));
        settings.keySet().forEach(name -> {
            List<String> values = meant(name);
            parts.add(name);
            parts.add(String.valueOf(values.size()));
            parts.addAll(values);
        });
        files.values().stream().sorted().forEach(parts::add);
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * How it differs from the study of another file, the shard aside.
     *
     * @param here what to call this one
     * @param there what to call the other one
     * @return a phrase for each difference
     */
    List<String> differences(RunFileHeader other, String here, String there) {
        List<String> differences = new ArrayList<>();
        if (!version.equals(other.version)) {
            differences.add(version + " " + here + ", " + other.version + " " + there);
        }
        if (!study().equals(other.study())) {
            differences.add(study() + " " + here + ", " + other.study() + " " + there);
            return differences;
        }
        Set<String> names = new TreeSet<>(settings.keySet());
        names.addAll(other.settings.keySet());
        for (String name : names) {
            String mine = values(name);
            String others = other.values(name);
            if (!meant(name).equals(other.meant(name)) && !mine.equals(others)) {
                differences.add(name + " is " + mine + " " + here + ", " + others + " " + there);
            }
        }
        files.forEach((name, text) -> {
            if (other.files.containsKey(name) && !other.files.get(name).equals(text)) {
                differences.add("the content of " + name + " differs");
            }
        });
        return differences;
    }

    /** The values of a setting, the name of a file replaced by its text. */
    private List<String> meant(String name) {
        return settings.getOrDefault(name, List.of()).stream()
                .map(value -> files.getOrDefault(value, value))
                .toList();
    }

    private String values(String name) {
        List<String> values = settings.getOrDefault(name, List.of());
        return values.isEmpty() ? "not given" : String.join(" and ", values);
    }
}
