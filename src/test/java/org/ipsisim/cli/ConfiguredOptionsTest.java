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
import org.junit.jupiter.api.io.TempDir;

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
}
