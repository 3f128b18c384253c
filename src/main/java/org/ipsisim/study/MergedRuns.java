package org.ipsisim.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All runs of a study that was made in shards. */
public final class MergedRuns implements RunRecord {
    /** Most shards that are named one by one. */
    private static final int MOST_NAMED = 20;

    private final Map<String, long[]> runs = new HashMap<>();
    private final RunFileHeader header;

    private MergedRuns(RunFileHeader header) {
        this.header = header;
    }

    /**
     * Puts shards together.
     *
     * @param files contents by the names of the files, in the order of the user; one at least
     * @throws WrongRunFile if they are not all shards of one study, or a shard is missing, there twice or not finished
     */
    public static MergedRuns of(Map<String, RunFileContent> files) throws WrongRunFile {
        Map.Entry<String, RunFileContent> first = files.entrySet().iterator().next();
        MergedRuns merged = new MergedRuns(first.getValue().header());
        Map<Integer, String> names = new TreeMap<>();
        for (Map.Entry<String, RunFileContent> file : files.entrySet()) {
            RunFileHeader other = file.getValue().header();
            checkSame(merged.header, first.getKey(), other, file.getKey());
            String twin = names.put(other.shard().number(), file.getKey());
            if (twin != null) {
                throw new WrongRunFile("shard " + other.shard() + " is given twice: " + twin + " and " + file.getKey());
            }
        }
        checkComplete(merged.header.shard().of(), names.keySet());
        for (Map.Entry<String, RunFileContent> file : files.entrySet()) {
            if (!file.getValue().finished()) {
                throw new WrongRunFile(file.getKey() + " is not finished: "
                        + file.getValue().runs().size() + " runs of shard "
                        + file.getValue().header().shard()
                        + " are in it. The command that made it continues with --resume "
                        + file.getKey());
            }
            merged.add(file.getKey(), file.getValue().runs());
        }
        return merged;
    }

    private static void checkSame(RunFileHeader first, String firstName, RunFileHeader other, String name)
            throws WrongRunFile {
        if (first.fingerprint().equals(other.fingerprint())) {
            return;
        }
        List<String> differences = new ArrayList<>(other.differences(first, "in " + name, "in " + firstName));
        if (first.shard().of() != other.shard().of()) {
            differences.add("shard " + other.shard() + " in " + name + ", shard " + first.shard() + " in " + firstName);
        }
        throw new WrongRunFile("these are not shards of one study: " + String.join("; ", differences));
    }

    private static void checkComplete(int of, Set<Integer> numbers) throws WrongRunFile {
        List<String> missing = new ArrayList<>();
        for (int number = 1; number <= of; number++) {
            if (!numbers.contains(number)) {
                missing.add(number + "/" + of);
            }
        }
        if (!missing.isEmpty()) {
            int more = missing.size() - MOST_NAMED;
            throw new WrongRunFile((missing.size() == 1 ? "shard " : missing.size() + " shards are missing: ")
                    + String.join(", ", more > 0 ? missing.subList(0, MOST_NAMED) : missing)
                    + (more > 0 ? " and " + more + " more" : "")
                    + (missing.size() == 1 ? " is missing" : ""));
        }
    }

    private void add(String file, Map<String, long[]> more) throws WrongRunFile {
        for (Map.Entry<String, long[]> run : more.entrySet()) {
            long[] other = runs.put(run.getKey(), run.getValue());
            if (other != null && !Arrays.equals(other, run.getValue())) {
                throw new WrongRunFile("run `" + run.getKey() + "` of " + file
                        + " has a different result in an earlier file: different programs made them");
            }
        }
    }

    /** Of which study. */
    public RunFileHeader header() {
        return header;
    }

    @Override
    public Optional<long[]> find(String run) {
        return Optional.ofNullable(runs.get(run));
    }

    /** @throws IllegalStateException always: everything was made before */
    @Override
    public void keep(String run, long[] numbers) {
        throw new IllegalStateException(run);
    }

    @Override
    public boolean isClosed() {
        return true;
    }
}
