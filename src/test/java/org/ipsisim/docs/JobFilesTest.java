package org.ipsisim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsisim.cli.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files for batch schedulers do what the page says: what they start makes all parts of a study. */
class JobFilesTest {
    private static final Path SCENARIO = Path.of("scenarios/month-by-chance.yaml");
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java") + " -cp "
            + System.getProperty("java.class.path") + " org.ipsisim.cli.Main";

    @TempDir
    private Path directory;

    private void run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private void assertMergedIsWhole(List<String> parts, Path scenario) throws IOException {
        List<String> words = new ArrayList<>(List.of("merge"));
        parts.forEach(part -> words.add(directory.resolve(part).toString()));
        Outcome merged = Outcome.of(words.toArray(String[]::new));
        assertThat(merged.status()).as(merged.err()).isZero();
        assertThat(merged.out())
                .isEqualTo(Outcome.of("monte-carlo", scenario.toString(), "--runs", "4")
                        .out());
    }

    @Test
    void slurm_starts_a_part_for_each_task() throws Exception {
        Path script = Path.of("docs/jobs/slurm.sh");
        assertThat(Files.readString(script)).contains("\n#SBATCH --array=1-20\n");
        for (int task = 1; task <= 2; task++) {
            run(
                    List.of("sh", script.toAbsolutePath().toString()),
                    Map.of(
                            "IPSISIM",
                            JAVA,
                            "SCENARIO",
                            SCENARIO.toAbsolutePath().toString(),
                            "RUNS",
                            "4",
                            "SLURM_ARRAY_TASK_ID",
                            String.valueOf(task),
                            "SLURM_ARRAY_TASK_COUNT",
                            "2"));
        }
        assertMergedIsWhole(List.of("part-1.ndjson", "part-2.ndjson"), SCENARIO.toAbsolutePath());
    }

    @Test
    void kubernetes_starts_a_part_for_each_index_from_0_on() throws Exception {
        Map<?, ?> job = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("docs/jobs/kubernetes.yaml")));
        Map<?, ?> spec = (Map<?, ?>) job.get("spec");
        assertThat(spec.get("completionMode")).isEqualTo("Indexed");
        assertThat(spec.get("completions")).isEqualTo(20);
        Map<?, ?> pod = (Map<?, ?>) ((Map<?, ?>) spec.get("template")).get("spec");
        Map<?, ?> container = (Map<?, ?>) ((List<?>) pod.get("containers")).get(0);
        assertThat(container.get("command")).isEqualTo(List.of("sh", "-c"));
        String args = (String) ((List<?>) container.get("args")).get(0);
        assertThat(args).contains("java -jar /opt/ipsisim.jar ", "/20\"", "--runs 1000", "/data/");
        Files.copy(SCENARIO, directory.resolve("month-by-chance.yaml"));
        String command = args.replace("java -jar /opt/ipsisim.jar", JAVA)
                .replace("/20\"", "/2\"")
                .replace("--runs 1000", "--runs 4")
                .replace("/data/", directory + "/");
        for (int index = 0; index < 2; index++) {
            run(List.of("sh", "-c", command), Map.of("JOB_COMPLETION_INDEX", String.valueOf(index)));
        }
        assertMergedIsWhole(List.of("part-0.ndjson", "part-1.ndjson"), directory.resolve("month-by-chance.yaml"));
    }
}
