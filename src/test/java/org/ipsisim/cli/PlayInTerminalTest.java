package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ipsisim play} as a process in a terminal, which is one of tmux. */
@EnabledIf(value = "hasTmux", disabledReason = "tmux is not installed: apt-get install tmux")
class PlayInTerminalTest {
    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(5);
    private static final String WAN_CUT = "scenarios/wan-cut.yaml";

    /** The mark of a shell that is ready for the next line. */
    private static final String READY = "ready> ";

    @TempDir
    Path directory;

    private String socket;

    static boolean hasTmux() {
        try {
            return new ProcessBuilder("tmux", "-V")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String tmux(String... args) {
        List<String> words = new ArrayList<>(List.of("tmux", "-u", "-S", socket, "-f", "/dev/null"));
        words.addAll(List.of(args));
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return out;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open() {
        socket = directory.resolve("socket").toString();
        // Not the locale of the tests: what the terminal can show depends on it.
        tmux("new-session", "-d", "-x", "80", "-y", "24", "env LC_ALL=C.UTF-8 PS1='" + READY + "' ENV= sh");
        tmux("set-option", "-g", "remain-on-exit", "on");
        awaitScreen(READY.strip());
    }

    @AfterEach
    void close() {
        tmux("kill-server");
    }

    private String screen() {
        return tmux("capture-pane", "-p");
    }

    private String awaitScreen(String part) {
        return await(Pattern.compile(Pattern.quote(part)));
    }

    private String await(Pattern part) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        String screen = screen();
        while (!part.matcher(screen).find() && System.nanoTime() < end) {
            pause();
            screen = screen();
        }
        assertThat(screen).containsPattern(part);
        return screen;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void type(String text) {
        tmux("send-keys", "-l", text);
    }

    private void press(String... keys) {
        for (String key : keys) {
            tmux("send-keys", key);
        }
    }

    /** What a pane of tmux knows of its terminal. */
    private String is(String what) {
        return tmux("display-message", "-p", "#{" + what + "}").strip();
    }

    private static String program() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return "'" + java + "' -XX:TieredStopAtLevel=1 -cp '" + classes + "' " + Main.class.getName();
    }

    /** Starts the program from a script that notes the state of the terminal before and after, and how it ended. */
    private void play(String environment, String... args) throws IOException {
        Path script = directory.resolve("play");
        Files.writeString(
                script,
                "cd '" + Path.of("").toAbsolutePath() + "'\n"
                        + "stty -g >'" + directory + "/before'\n"
                        + environment + " " + program() + " play " + String.join(" ", args) + "\n"
                        + "echo \"ended with $?\" >'" + directory + "/status'\n"
                        + "stty -g >'" + directory + "/after'\n"
                        + "cat '" + directory + "/status'\n");
        type("clear; . '" + script + "'");
        press("Enter");
    }

    private void playWanCut() throws IOException {
        play("", WAN_CUT);
        awaitScreen("space play");
    }

    private void endsWith(int status) throws IOException {
        String screen = awaitScreen("ended with");
        assertThat(screen).contains("ended with " + status).doesNotContain("of 20m");
        assertThat(directory.resolve("after")).hasSameTextualContentAs(directory.resolve("before"));
        assertThat(is("alternate_on")).as("the other screen is left").isEqualTo("0");
        assertThat(is("cursor_flag")).as("the cursor is shown").isEqualTo("1");
        assertThat(is("keypad_flag")).as("the keypad is as before").isEqualTo("0");
    }

    private long pid() {
        String pane = is("pane_pid");
        return ProcessHandle.of(Long.parseLong(pane))
                .orElseThrow()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    @Test
    void keys_do_what_they_say_and_quitting_leaves_the_terminal_as_it_was() throws Exception {
        playWanCut();
        assertThat(is("alternate_on")).isEqualTo("1");
        assertThat(is("cursor_flag")).isEqualTo("0");
        press("n");
        assertThat(awaitScreen("1m of 20m")).contains("link failed", "> pn 2");
        press("Right");
        awaitScreen("1m0.02s of 20m");
        press("Left", "Up");
        awaitScreen("> pn 1");
        press("Down", "PageDown");
        awaitScreen("> pn 3");
        type("g5m");
        press("Enter");
        assertThat(awaitScreen("5m of 20m")).contains("no-service-timeout");
        press("Space");
        await(Pattern.compile("▶ (5m[0-9]+s|[6-9]m.*|1[0-9]m.*) of 20m"));
        press("Space");
        awaitScreen("space play");
        press("q");
        endsWith(0);
    }

    @Test
    void a_fork_is_made_and_written_to_a_file() throws Exception {
        playWanCut();
        type("g20s");
        press("Enter");
        awaitScreen("20s of 20m");
        type("bw");
        press("Tab");
        type("16s");
        assertThat(awaitScreen("break at 20s: wan 16s")).contains("20s of 20m");
        assertThat(is("cursor_flag")).as("the cursor is shown where one types").isEqualTo("1");
        press("Enter");
        awaitScreen("fork 2 of 2");
        press("w", "C-u");
        Path file = directory.resolve("saved.yaml");
        type(file.toString());
        press("Enter");
        awaitScreen(" written");
        assertThat(Outcome.of("validate", file.toString()).status()).isZero();
        press("q");
        endsWith(0);
    }

    @Test
    void the_picture_follows_the_size_of_the_window() throws Exception {
        playWanCut();
        tmux("resize-window", "-x", "100", "-y", "30");
        await(Pattern.compile("(?m)^─ pn 2 .*─{40}"));
        tmux("resize-window", "-x", "50", "-y", "30");
        awaitScreen("make the window larger");
        tmux("resize-window", "-x", "80", "-y", "24");
        awaitScreen("space play");
        press("q");
        endsWith(0);
    }

    @Test
    void ctrl_c_leaves_the_terminal_as_it_was() throws Exception {
        playWanCut();
        press("Space", "C-c");
        endsWith(130);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void a_signal_leaves_the_terminal_as_it_was(String signal, int status) throws Exception {
        playWanCut();
        press("Space");
        await(Pattern.compile("▶"));
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).start().waitFor();
        endsWith(status);
    }

    @Test
    void ctrl_z_gives_the_terminal_back_until_fg() throws Exception {
        type("clear; exec env PS1='jobs> ' bash --norc -i");
        press("Enter");
        await(Pattern.compile("^jobs>"));
        Path script = directory.resolve("play");
        Files.writeString(script, "exec " + program() + " play " + WAN_CUT + "\n");
        type("set -m; stty -g >'" + directory + "/before'; sh '" + script + "'");
        press("Enter");
        awaitScreen("space play");
        press("C-z");
        awaitScreen("Stopped");
        assertThat(is("alternate_on")).isEqualTo("0");
        assertThat(is("cursor_flag")).isEqualTo("1");
        type("clear; stty -g >'" + directory + "/after'; fg");
        press("Enter");
        awaitScreen("space play");
        assertThat(directory.resolve("after")).hasSameTextualContentAs(directory.resolve("before"));
        press("n");
        awaitScreen("1m of 20m");
        press("q");
        awaitScreen("jobs>");
    }

    @Test
    void a_plain_terminal_gets_plain_text() throws Exception {
        play("NO_COLOR=1 LC_ALL=C", WAN_CUT, "--at", "5m");
        assertThat(awaitScreen("space play")).contains("no service", "|| 5m of").matches("[\\p{ASCII}]*");
        assertThat(tmux("capture-pane", "-p", "-e"))
                .as("no colour but the usual ones")
                .doesNotContainPattern("\\[[0-9;]*[34][0-8]");
        press("q");
        endsWith(0);
    }

    @ParameterizedTest
    @CsvSource({"TERM=dumb, ''", "'', '| cat'", "'', '</dev/null'"})
    void what_is_no_terminal_is_refused(String environment, String where) throws Exception {
        play(environment, WAN_CUT, where);
        assertThat(awaitScreen("ended with")).contains("play needs a terminal");
        assertThat(directory.resolve("status"))
                .content()
                .startsWith(where.contains("cat") ? "ended with 0" : "ended with 2");
    }
}
