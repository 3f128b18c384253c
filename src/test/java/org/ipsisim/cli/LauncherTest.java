package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.ipsisim.generate.Dice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher {@code ./ipsisim} in a source tree with a Maven and a Java that only take down how they are called. */
class LauncherTest {
    private static final String MAVEN = """
            #!/bin/sh
            echo built >>"$TREE/builds"
            sleep "${BUILD_SECONDS:-0}"
            while [ -n "${BUILD_UNTIL:-}" ] && [ ! -e "$BUILD_UNTIL" ]; do sleep 0.05; done
            name=ipsisim
            for arg; do
                case $arg in
                    -Djar.name=*) name=${arg#*=} ;;
                esac
            done
            mkdir -p "$TREE/target"
            [ ! -e "$TREE/building" ] || echo overlap >>"$TREE/builds"
            : >"$TREE/building"
            echo half >"$TREE/target/$name.jar"
            if [ -n "${BUILD_FAILS:-}" ]; then
                echo "Foo.java:3: error"
                exit 1
            fi
            echo jar >"$TREE/target/$name.jar"
            rm -f "$TREE/building"
            """;
    private static final String JAVA = """
            #!/bin/sh
            for arg; do
                case $arg in
                    -Xmx1k) echo "Too small maximum heap"; exit 1 ;;
                    -version) exit 0 ;;
                    -Xshare:dump) dump=yes ;;
                    -XX:SharedArchiveFile=*) archive=${arg#*=} ;;
                    -XX:DumpLoadedClassList=*) exit 0 ;;
                esac
            done
            if [ -n "${dump:-}" ]; then
                echo archive >"$archive"
                exit 0
            fi
            for arg; do printf '[%s]' "$arg"; done
            exit 7
            """;

    @TempDir
    Path temporary;

    private Path tree;

    @BeforeEach
    void make_a_source_tree() throws IOException {
        tree = Files.createDirectories(temporary.toRealPath().resolve("a tree"));
        Files.createDirectories(tree.resolve("src/main"));
        Files.writeString(tree.resolve("src/main/Foo.java"), "");
        Files.writeString(tree.resolve("pom.xml"), "");
        Files.copy(Path.of("ipsisim"), tree.resolve("ipsisim"));
        script("bin/mvn", MAVEN);
        script("jdk/bin/java", JAVA);
        javaVersion("17.0.9");
    }

    private void script(String name, String text) throws IOException {
        Path file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void javaVersion(String version) throws IOException {
        Files.writeString(tree.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private ProcessBuilder launcher(Path launcher, String... args) {
        List<String> words = new ArrayList<>(List.of("sh", launcher.toString()));
        words.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(words).directory(temporary.toFile());
        builder.environment().put("TREE", tree.toString());
        builder.environment().put("JAVA_HOME", tree.resolve("jdk").toString());
        builder.environment().merge("PATH", tree.resolve("bin") + ":", (path, bin) -> bin + path);
        return builder;
    }

    private Outcome launch(String... args) throws Exception {
        return outcome(launcher(tree.resolve("ipsisim"), args).start());
    }

    private static Outcome outcome(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), out, err);
    }

    private int builds() throws IOException {
        Path builds = tree.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    @Test
    void it_builds_once_and_passes_arguments_and_status_on() throws Exception {
        Outcome first = launch("run", "a b.yaml", "");
        assertThat(first.status()).isEqualTo(7);
        assertThat(first.out())
                .contains("[-XX:SharedArchiveFile=" + tree.resolve("target/launcher-17.0.9.jsa") + "]")
                .endsWith("[-cp][" + tree.resolve("target/ipsisim.jar") + "][org.ipsisim.cli.Main][run][a b.yaml][]");
        assertThat(first.err().lines())
                .containsExactly(
                        "ipsisim: building ipsisim ...", "ipsisim: preparing a fast start with Java 17.0.9 ...");
        assertThat(launch("run").err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
        assertThat(tree.resolve("target"))
                .isDirectoryNotContaining("glob:**launcher.tmp*")
                .isDirectoryNotContaining("glob:**ipsisim-building*");
        assertThat(tree.resolve("target/launcher.lock.3"))
                .as("the turn is free again")
                .isRegularFile();
    }

    @Test
    void it_builds_again_when_a_source_is_newer() throws Exception {
        launch();
        Files.setLastModifiedTime(
                tree.resolve("src/main/Foo.java"), FileTime.from(Instant.now().plusSeconds(1)));
        assertThat(launch().err()).contains("building");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void it_works_through_symbolic_links() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("a tree", "ipsisim"));
        Path second = Files.createSymbolicLink(tree.resolve("bin/second"), link);
        assertThat(outcome(launcher(second, "x").start()).out())
                .endsWith("a tree/target/ipsisim.jar][org.ipsisim.cli.Main][x]");
    }

    @Test
    void two_at_once_build_once() throws Exception {
        ProcessBuilder builder = launcher(tree.resolve("ipsisim"), "x");
        builder.environment().put("BUILD_SECONDS", "1");
        Process one = builder.start();
        Process other = builder.start();
        assertThat(outcome(one).status()).isEqualTo(7);
        assertThat(outcome(other).status()).isEqualTo(7);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_failed_build_shows_why_and_leaves_no_jar() throws Exception {
        ProcessBuilder builder = launcher(tree.resolve("ipsisim"), "x");
        builder.environment().put("BUILD_FAILS", "yes");
        Outcome outcome = outcome(builder.start());
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("Foo.java:3: error", "ipsisim: the build failed");
        assertThat(tree.resolve("target/ipsisim.jar")).doesNotExist();
    }

    @Test
    void it_takes_over_from_a_launcher_that_was_killed() throws Exception {
        Files.createDirectories(tree.resolve("target"));
        Files.writeString(tree.resolve("target/ipsisim-building.jar"), "half");
        Files.createSymbolicLink(tree.resolve("target/launcher.lock.1"), Path.of("99999999"));
        assertThat(launch().status()).isEqualTo(7);
        assertThat(builds()).isEqualTo(1);
        assertThat(tree.resolve("target/ipsisim-building.jar")).doesNotExist();
    }

    /** As in a container whose first process asks after none that it was left. */
    @Test
    void a_Maven_that_has_ended_holds_nothing_though_nobody_has_asked_how() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 300 & echo $!; exec sleep 300").start();
        try (BufferedReader output = parent.inputReader()) {
            String zombie = output.readLine();
            waitFor(() -> ps("comm=", parent.pid() + "").startsWith("sleep"));
            ProcessHandle.of(Long.parseLong(zombie)).orElseThrow().destroyForcibly();
            waitFor(() -> ps("stat=", zombie).startsWith("Z"));
            Files.createDirectories(tree.resolve("target"));
            Files.createSymbolicLink(tree.resolve("target/launcher.lock.2"), Path.of(zombie));
            Outcome outcome = launch();
            assertThat(outcome.err()).doesNotContain("waiting");
            assertThat(outcome.status()).isEqualTo(7);
            assertThat(builds()).isEqualTo(1);
        } finally {
            parent.destroyForcibly();
        }
    }

    private static String ps(String what, String process) throws Exception {
        return outcome(new ProcessBuilder("ps", "-o", what, "-p", process).start())
                .out();
    }

    @Test
    void the_Maven_of_a_launcher_that_was_killed_is_waited_for() throws Exception {
        Path go = tree.resolve("go");
        ProcessBuilder builder = launcher(tree.resolve("ipsisim"), "x");
        builder.environment().put("BUILD_UNTIL", go.toString());
        Process killed = builder.start();
        waitFor(() -> builds() == 1);
        killed.destroyForcibly().waitFor();
        Process next = builder.start();
        BufferedReader messages = next.errorReader();
        assertThat(messages.readLine()).startsWith("ipsisim: waiting for another launcher");
        Files.createFile(go);
        assertThat(messages.lines()).isNotEmpty();
        assertThat(next.waitFor()).isEqualTo(7);
        assertThat(builds()).as("builds, one after the other").isEqualTo(2);
    }

    @Test
    void a_launcher_that_makes_a_turn_long_gone_holds_nothing() throws Exception {
        script("slow/ln", """
                #!/bin/sh
                : >"$TREE/slow/begun"
                while [ ! -e "$TREE/slow/go" ]; do sleep 0.05; done
                PATH=${PATH#*:} exec ln "$@"
                """);
        ProcessBuilder late = launcher(tree.resolve("ipsisim"), "x");
        late.environment().merge("PATH", tree.resolve("slow") + ":", (path, slow) -> slow + path);
        Process slow = late.start();
        waitFor(() -> Files.exists(tree.resolve("slow/begun")));
        launch();
        Files.setLastModifiedTime(
                tree.resolve("src/main/Foo.java"), FileTime.from(Instant.now().plusSeconds(1)));
        ProcessBuilder builder = launcher(tree.resolve("ipsisim"), "x");
        builder.environment().put("BUILD_SECONDS", "0.5");
        Process second = builder.start();
        waitFor(() -> builds() == 2);
        Files.createFile(tree.resolve("slow/go"));
        assertThat(outcome(slow).status()).isEqualTo(7);
        assertThat(outcome(second).status()).isEqualTo(7);
        assertThat(builds()).isEqualTo(2);
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        for (int tries = 0; !condition.call(); tries++) {
            assertThat(tries).as("twentieths of a second").isLessThan(6000);
            Thread.sleep(50);
        }
    }

    /** Who is killed while a first launcher builds, before a crowd of eight comes. */
    private enum Killed {
        NOBODY,
        LAUNCHER,
        LAUNCHER_AND_MAVEN
    }

    private void crowd(Killed killed, int millis) throws Exception {
        Files.deleteIfExists(tree.resolve("builds"));
        Files.deleteIfExists(tree.resolve("target/ipsisim.jar"));
        Files.createDirectories(tree.resolve("target"));
        Files.createSymbolicLink(tree.resolve("target/launcher.lock." + (1000 + millis)), Path.of("99999999"));
        ProcessBuilder builder = launcher(tree.resolve("ipsisim"), "x");
        builder.environment().put("BUILD_SECONDS", "0.3");
        if (killed != Killed.NOBODY) {
            Process first = builder.start();
            first.waitFor(millis, TimeUnit.MILLISECONDS);
            List<ProcessHandle> others = first.descendants().toList();
            first.destroyForcibly().waitFor();
            if (killed == Killed.LAUNCHER_AND_MAVEN) {
                others.forEach(ProcessHandle::destroyForcibly);
                Files.deleteIfExists(tree.resolve("building"));
            }
        }
        List<Process> crowd = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            crowd.add(builder.start());
        }
        int builders = 0;
        for (Process process : crowd) {
            Outcome outcome = outcome(process);
            assertThat(outcome.status()).isEqualTo(7);
            builders += outcome.err().contains("building") ? 1 : 0;
        }
        assertThat(builders).isLessThanOrEqualTo(1);
        assertThat(builds()).isBetween(1, killed == Killed.NOBODY ? 1 : 2);
        assertThat(Files.readAllLines(tree.resolve("builds"))).doesNotContain("overlap");
        assertThat(tree.resolve("target/ipsisim.jar")).hasContent("jar");
    }

    @Test
    void a_crowd_that_finds_the_lock_of_a_dead_one_builds_once() throws Exception {
        crowd(Killed.NOBODY, 100);
        crowd(Killed.LAUNCHER, 200);
    }

    @Test
    @Tag("torture")
    void sixty_crowds_build_once_whoever_is_killed() throws Exception {
        Dice dice = new Dice(1);
        for (int round = 0; round < 20; round++) {
            for (Killed killed : Killed.values()) {
                crowd(killed, dice.between(1, 600));
            }
        }
    }

    @Test
    void a_source_from_the_future_is_built_once() throws Exception {
        Files.setLastModifiedTime(
                tree.resolve("src/main/Foo.java"), FileTime.from(Instant.now().plusSeconds(86_400)));
        launch();
        assertThat(launch().err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_tree_that_has_moved_is_prepared_for_a_fast_start_again() throws Exception {
        launch();
        Path moved = temporary.toRealPath().resolve("moved");
        Files.move(tree, moved);
        tree = moved;
        assertThat(launch().err()).isEqualTo("ipsisim: preparing a fast start with Java 17.0.9 ...\n");
        assertThat(launch().err()).isEmpty();
    }

    @Test
    void the_archive_has_each_class_once_and_lambdas_that_are_alike_as_often_as_one_run_made_them() throws Exception {
        script("jdk/bin/java", """
                #!/bin/sh
                for arg; do
                    case $arg in
                        -XX:DumpLoadedClassList=*) list=${arg#*=} ;;
                        -XX:SharedClassListFile=*) classes=${arg#*=} ;;
                        -XX:SharedArchiveFile=*) archive=${arg#*=} ;;
                    esac
                done
                if [ -n "${list:-}" ]; then
                    printf '%s\n' '# NOTE: Do not modify' 'a/B id: 7' '@lambda a/B x' '@lambda a/B x' >"$list"
                elif [ -n "${classes:-}" ]; then
                    cp "$classes" "$archive"
                fi
                """);
        launch("run");
        assertThat(tree.resolve("target/launcher-17.0.9.jsa"))
                .hasContent("# NOTE: Do not modify\na/B\n@lambda a/B x\n@lambda a/B x");
    }

    @Test
    void without_an_archive_of_ours_Java_keeps_its_own() throws Exception {
        script("jdk/bin/java", "#!/bin/sh\necho \"$*\"\n");
        assertThat(launch("run").out()).doesNotContain("SharedArchiveFile").endsWith(" run\n");
        assertThat(tree.resolve("target/launcher-17.0.9.jsa")).isEmptyFile();
    }

    @Test
    void only_what_calls_the_system_is_started_as_a_program_of_its_own() throws Exception {
        launch();
        assertThat(launch("play").out()).endsWith("[-jar][" + tree.resolve("target/ipsisim.jar") + "][play]");
    }

    @Test
    void a_java_that_cannot_start_is_no_result_of_a_run() throws Exception {
        ProcessBuilder builder = launcher(tree.resolve("ipsisim"), "run");
        builder.environment().put("IPSISIM_JAVA_OPTS", "-Xmx1k");
        Outcome outcome = outcome(builder.start());
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).endsWith("ipsisim: Java cannot start: Too small maximum heap\n");
    }

    /** Java takes no two collectors. */
    @ParameterizedTest
    @ValueSource(strings = {"IPSISIM_JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"})
    void whoever_names_a_collector_gets_it(String variable) throws Exception {
        assertThat(launch("run").out()).contains("[-XX:+UseSerialGC]");
        ProcessBuilder builder = launcher(tree.resolve("ipsisim"), "run");
        builder.environment().put(variable, "-Xmx2g -XX:+UseG1GC");
        assertThat(outcome(builder.start()).out())
                .doesNotContain("[-XX:+UseSerialGC]")
                .endsWith("[run]");
    }

    /** Java could not read them otherwise. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "C, C.UTF-8, true",
        "POSIX, C.UTF-8, true",
        "de_DE.ISO-8859-1, de_DE.ISO-8859-1, false",
        "C.UTF-8, C.UTF-8, false"
    })
    void arguments_may_have_any_letters_in_the_plain_locale_and_its_output_has_none(
            String locale, String ofJava, boolean isPlain) throws Exception {
        script("jdk/bin/java", "#!/bin/sh\necho \"$LC_ALL $*\"\n");
        ProcessBuilder builder = launcher(tree.resolve("ipsisim"), "run");
        builder.environment().put("LC_ALL", locale);
        String out = outcome(builder.start()).out();
        assertThat(out).startsWith(ofJava + " ").endsWith(" run\n");
        assertThat(out.contains("-Dstdout.encoding=US-ASCII -Dstderr.encoding=US-ASCII"))
                .isEqualTo(isPlain);
    }

    @Test
    void an_old_java_is_refused() throws Exception {
        javaVersion("11.0.20");
        Outcome outcome = launch("run");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith("ipsisim: Java 17 or newer is needed; ")
                .contains(" is 11.0.20");
        assertThat(builds()).isZero();
    }

    @Test
    void long_commands_get_both_compilers() throws Exception {
        assertThat(launch("run").out()).contains("[-XX:TieredStopAtLevel=1]");
        assertThat(launch("sweep").out()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void a_run_of_many_phones_gets_both_compilers() throws Exception {
        String few = file("few.yaml", "phones: [{name: desk, extensions: 1000-9999, controllers: [sm-1]}]");
        String many = file("many.yaml", "  - {name: desk, extensions: \"100000-199999\", controllers: [sm-1]}");
        assertThat(launch("run", few).out()).contains("[-XX:TieredStopAtLevel=1]");
        assertThat(launch("run", "--seed", "2", many).out()).doesNotContain("TieredStopAtLevel");
        assertThat(launch("validate", many).out()).contains("[-XX:TieredStopAtLevel=1]");
    }

    @Test
    void many_runs_by_chance_and_runs_with_losses_get_both_compilers() throws Exception {
        String lossy = file("lossy.yaml", "links: [{id: wan, between: [hq, branch], loss: 1%}]\n");
        String ideal = file("ideal.yaml", "links: [{id: wan, between: [hq, branch]}]\n");
        assertThat(launch("monte-carlo", ideal, "--runs", "99999").out()).contains("[-XX:TieredStopAtLevel=1]");
        assertThat(launch("monte-carlo", ideal, "--seed", "123456").out()).contains("[-XX:TieredStopAtLevel=1]");
        assertThat(launch("monte-carlo", ideal, "--runs", "100000").out()).doesNotContain("TieredStopAtLevel");
        assertThat(launch("monte-carlo", "--runs=100000", ideal).out()).doesNotContain("TieredStopAtLevel");
        assertThat(launch("monte-carlo", ideal, "--set", "links[0].loss=2%").out())
                .doesNotContain("TieredStopAtLevel");
        assertThat(launch("monte-carlo", lossy).out()).doesNotContain("TieredStopAtLevel");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(tree.resolve(name), content + "\n").toString();
    }

    /** A release is a directory without sources; its launcher is the same. */
    private Path makeRelease() throws IOException {
        Path release = Files.createDirectories(tree.resolve("ipsisim-0.1.0"));
        Files.createDirectories(release.resolve("lib"));
        Files.writeString(release.resolve("lib/ipsisim.jar"), "jar");
        Files.copy(Path.of("ipsisim"), release.resolve("ipsisim"));
        return release;
    }

    @Test
    void a_release_starts_its_jar_and_builds_nothing() throws Exception {
        Path release = makeRelease();
        Outcome first =
                outcome(launcher(release.resolve("ipsisim"), "run", "a.yaml").start());
        assertThat(first.status()).isEqualTo(7);
        assertThat(first.out())
                .endsWith("[-cp][" + release.resolve("lib/ipsisim.jar") + "][org.ipsisim.cli.Main][run][a.yaml]");
        assertThat(first.err()).isEqualTo("ipsisim: preparing a fast start with Java 17.0.9 ...\n");
        Outcome second =
                outcome(launcher(release.resolve("ipsisim"), "run", "a.yaml").start());
        assertThat(second).isEqualTo(new Outcome(7, first.out(), ""));
        assertThat(builds()).isZero();
        assertThat(release.resolve("target")).doesNotExist();
    }

    @Test
    void a_release_with_a_Java_of_its_own_takes_that_one() throws Exception {
        Path release = makeRelease();
        script("ipsisim-0.1.0/runtime/bin/java", "#!/bin/sh\necho its own\n");
        Files.writeString(release.resolve("runtime/release"), "JAVA_VERSION=\"17.0.1\"\n");
        javaVersion("11.0.2");
        Outcome outcome =
                outcome(launcher(release.resolve("ipsisim"), "--version").start());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo("its own\n");
    }
}
