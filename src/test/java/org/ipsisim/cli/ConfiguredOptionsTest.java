package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What options are if the command line does not say: the environment, then the project's file, then the user's. */
class ConfiguredOptionsTest {
    @TempDir
    Path directory;

    private Path project(String text) throws IOException {
        return Files.writeString(directory.resolve(".ipsisim.yaml"), text);
    }

    private Path user(String text) throws IOException {
        return Files.writeString(directory.resolve("config.yaml"), text);
    }

    private Outcome run(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Look look = Outcome.look(false, 80, StandardCharsets.UTF_8, false);
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, err, look);
        List<Path> files = List.of(directory.resolve(".ipsisim.yaml"), directory.resolve("config.yaml"));
        int status = new Ipsisim(terminal, new ConfiguredOptions(environment, files)).run(args);
        return new Outcome(
                status,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8).replace(directory.toString(), "..."));
    }

    /** Who a report names as its author. */
    private String author(Map<String, String> environment, String... more) throws IOException {
        Path report = directory.resolve("report");
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"run", Outcome.file("met.yaml"), "--report", report.toString()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        assertThat(run(environment, args).status()).isZero();
        String page = Files.readString(report.resolve("index.html"));
        return List.of("Line Author", "Env Author", "Project Author", "User Author").stream()
                .filter(page::contains)
                .reduce("", String::concat);
    }

    @Test
    void the_nearest_one_wins() throws IOException {
        assertThat(author(Map.of())).isEmpty();
        user("by: User Author\n");
        assertThat(author(Map.of())).isEqualTo("User Author");
        project("by: Project Author\n");
        assertThat(author(Map.of())).isEqualTo("Project Author");
        Map<String, String> environment = Map.of("IPSISIM_BY", "Env Author");
        assertThat(author(environment)).isEqualTo("Env Author");
        assertThat(author(environment, "--by", "Line Author")).isEqualTo("Line Author");
    }

    @Test
    void an_author_without_a_report_is_no_mistake() throws IOException {
        user("by: User Author\n");
        Outcome configured = run(Map.of(), "run", Outcome.file("met.yaml"));
        assertThat(configured).isEqualTo(Outcome.of("run", Outcome.file("met.yaml")));
    }

    @Test
    void mistakes_name_the_place_and_what_is_allowed() throws IOException {
        project("threads: 4\nlimmit: 3\n");
        assertThat(run(Map.of(), "run", Outcome.file("met.yaml"))).isEqualTo(new Outcome(2, "", """
                .../.ipsisim.yaml:2:1: error: limmit: `limmit` is not a key of the settings
                  2 | limmit: 3
                    | ^^^^^^
                    = allowed: by, limit, logo, threads
                    = did you mean `limit`?
                """));
        project("\nlimit: 0\n");
        assertThat(run(Map.of(), "run", Outcome.file("met.yaml")).err())
                .startsWith(
                        "ipsisim: .../.ipsisim.yaml:2: invalid value for option '--limit': '0' is not a whole number");
        assertThat(run(Map.of("IPSISIM_LIMIT", "many"), "run", Outcome.file("met.yaml"))
                        .err())
                .startsWith("ipsisim: IPSISIM_LIMIT: invalid value for option '--limit': 'many'");
        assertThat(run(Map.of(), "run", Outcome.file("met.yaml"), "--limit", "0")
                        .err())
                .startsWith("ipsisim: invalid value");
    }

    @Test
    void a_logo_is_relative_to_its_file() throws IOException {
        user("logo: nowhere.png\n");
        Outcome outcome = run(
                Map.of(),
                "run",
                Outcome.file("met.yaml"),
                "--report",
                directory.resolve("r").toString());
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("ipsisim: .../nowhere.png: no such file");
    }

    @Test
    void commands_that_take_none_of_it_read_no_file() throws IOException {
        project("nonsense\n");
        assertThat(run(Map.of(), "help", "run").status()).isZero();
        assertThat(run(Map.of(), "schema").status()).isZero();
        assertThat(run(Map.of(), "run", Outcome.file("met.yaml")).status()).isEqualTo(2);
    }

    @Test
    void settings_that_are_all_commented_out_are_none() throws IOException {
        Outcome plain = Outcome.of("run", Outcome.file("met.yaml"));
        for (String text : List.of("", "# limit: 3\n\n  # by: X", "#\n".repeat(1 << 19), " ".repeat(1 << 20))) {
            project(text);
            assertThat(run(Map.of(), "run", Outcome.file("met.yaml"))).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({
        "'\0\1\2', 1:1: error: a control character: U+0000",
        "'limit: &a [*a]', 1:8: error: anchors",
        "'by: !!binary AAAA', 1:5: error: tags",
        "'limit: 1\n---\nlimit: 2', 2:1: error: a second YAML document starts here",
        "9, 1:1: error: expected a mapping",
        "[, 1:21: error: nested too deeply",
        "limit: 9, 1:8: error: limit: `999",
        "? [a], 1:3: error: a list or a mapping cannot be a key",
    })
    void whatever_a_file_holds_it_is_refused_at_its_place(String text, String message) throws IOException {
        String file = text.translateEscapes();
        project(file
                + (file.matches("(limit: )?[9\\[]")
                        ? file.substring(file.length() - 1).repeat(1 << 19)
                        : ""));
        Outcome outcome = run(Map.of(), "run", Outcome.file("met.yaml"));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(".../.ipsisim.yaml:" + message).hasSizeLessThan(1000);
    }

    @Test
    void what_is_no_file_is_not_read() throws IOException {
        Path file = directory.resolve(".ipsisim.yaml");
        Files.createDirectory(file);
        String command = Outcome.file("met.yaml");
        assertThat(run(Map.of(), "run", command))
                .isEqualTo(new Outcome(3, "", "ipsisim: .../.ipsisim.yaml: is not a file\n"));
        for (Path target : List.of(file, Path.of("nowhere"))) {
            Files.delete(file);
            Files.createSymbolicLink(file, target);
            assertThat(run(Map.of(), "run", command).status()).isEqualTo(3);
        }
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("/dev/zero"));
        assertThat(run(Map.of(), "run", command).err()).endsWith(": is not a file\n");
        Files.delete(file);
    }
}
