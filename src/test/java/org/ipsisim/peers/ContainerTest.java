package org.ipsisim.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipsisim.cli.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The container of {@code Containerfile}, built and started by the first of podman, buildah and docker that works here. Its
 * base images can be others: {@code -Dcontainer.BUILD_IMAGE=localhost/maven -Dcontainer.RUN_IMAGE=localhost/debian}.
 */
@Tag("peers")
class ContainerTest {
    private static final String IMAGE = "localhost/ipsisim-of-a-test";
    private static final Pattern BASE = Pattern.compile("(?m)^ARG (\\w+_IMAGE)=(\\S+)$");
    private static final long LONGEST_BUILD = 30;

    /** What a program wrote on both streams, and its exit status. */
    private record Ended(int status, String written) {
        String ofSuccess() {
            assertThat(status).as(written).isZero();
            return written;
        }
    }

    @TempDir
    private Path folder;

    private String tool = "";
    private String container = "";

    private Ended call(String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        // Buildah needs no other program then.
        builder.environment().putIfAbsent("BUILDAH_ISOLATION", "chroot");
        Process process = builder.start();
        if (!process.waitFor(LONGEST_BUILD, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return new Ended(process.exitValue(), Files.readString(log));
    }

    /** Skips the test if none works. */
    private String findTool() throws InterruptedException {
        List<String> reasons = new ArrayList<>();
        for (String program : List.of("podman", "buildah", "docker")) {
            try {
                Ended info = call(program, "info");
                if (info.status() == 0) {
                    return program;
                }
                reasons.add(program + ": " + info.written().strip());
            } catch (IOException e) {
                reasons.add(program + " is not installed");
            }
        }
        return abort(String.join("\n", reasons));
    }

    /** The options that name the base images; the test is skipped if one cannot be had. */
    private List<String> baseImages() throws Exception {
        List<String> options = new ArrayList<>();
        List<MatchResult> bases = BASE.matcher(Files.readString(Path.of("Containerfile")))
                .results()
                .toList();
        assertThat(bases).hasSize(2);
        for (MatchResult base : bases) {
            String image = System.getProperty("container." + base.group(1), base.group(2));
            if (call(tool, "inspect", "--type", "image", image).status() != 0) {
                Ended pulled = call(tool, "pull", image);
                if (pulled.status() != 0) {
                    abort(tool + " cannot pull " + image + ": " + pulled.written());
                }
            }
            options.addAll(List.of("--build-arg", base.group(1) + "=" + image));
        }
        return options;
    }

    /** Runs a command in a new container, with a folder as its {@code /work}; without one, what the container is for. */
    private Ended start(Path work, String command, String... arguments) throws Exception {
        Stream<String> words;
        if (!tool.equals("buildah")) {
            words = Stream.of(tool, "run", "--rm", "--network", "none", "--volume", work + ":/work");
            words = Stream.concat(
                    words, command.isEmpty() ? Stream.of(IMAGE) : Stream.of("--entrypoint", command, IMAGE));
        } else {
            // Buildah runs commands in what it builds, whatever that is for.
            container =
                    container.isEmpty() ? call(tool, "from", IMAGE).ofSuccess().strip() : container;
            String purpose = call(
                            tool, "inspect", "--format", "{{range .OCIv1.Config.Entrypoint}}{{.}}{{end}}", container)
                    .ofSuccess()
                    .strip();
            words = Stream.of(
                    tool, "run", "--volume", work + ":/work", container, "--", command.isEmpty() ? purpose : command);
        }
        return call(Stream.concat(words, Arrays.stream(arguments)).toArray(String[]::new));
    }

    @AfterEach
    void remove_what_was_made() throws Exception {
        if (!container.isEmpty()) {
            call(tool, "rm", container).ofSuccess();
        }
        if (!tool.isEmpty()) {
            call(tool, "rmi", IMAGE);
        }
    }

    @Test
    void the_container_runs_a_scenario_of_the_user_as_another_user_and_writes_its_report() throws Exception {
        tool = findTool();
        Stream<String> build = Stream.of(tool, "build", "--file", "Containerfile", "--tag", IMAGE);
        call(Stream.of(build, baseImages().stream(), Stream.of("."))
                        .flatMap(words -> words)
                        .toArray(String[]::new))
                .ofSuccess();
        Path work = Files.createDirectory(folder.resolve("work"));
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path scenario = Files.writeString(work.resolve("friday.yaml"), """
                title: Friday’s outage ✗
                duration: 30m
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch]}]
                servers: {main: {site: hq}}
                port-networks: [{pn: 1-4, site: branch, calls: {pn: 30}}]
                events: [{at: 2m, fail: wan, for: 95s}]
                expect: [{pn: 1, calls-dropped: 0}]
                """);

        Outcome here = Outcome.of("run", scenario.toString());
        Ended there = start(work, "", "run", "friday.yaml", "--report", "friday");
        assertThat(there.written()).contains(here.out().replace(scenario.toString(), "friday.yaml"));
        assertThat(there.status()).isEqualTo(here.status()).isEqualTo(1);
        assertThat(work.resolve("friday/timeline.png")).isNotEmptyFile();
        assertThat(start(work, "id", "-u").ofSuccess().strip()).isEqualTo("1000");
    }
}
