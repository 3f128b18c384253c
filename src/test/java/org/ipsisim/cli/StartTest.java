package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What Java makes ready when a command starts: counted, because times depend on the machine. */
class StartTest {
    private static final String CUT = "scenarios/wan-cut.yaml";

    /** The classes that are loaded for a command, in the order of their loading. */
    private static List<String> classesFor(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:stderr:none",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(List.of(command));
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String log = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        List<String> classes =
                log.lines().map(line -> line.replaceFirst(" source: .*", "")).toList();
        assertThat(classes).contains("org.ipsisim.scenario.ScenarioReader");
        return classes;
    }

    private static Predicate<String> lambdasOf(String room) {
        return name -> name.startsWith("org.ipsisim." + room) && name.contains("$$Lambda");
    }

    @Test
    void a_file_costs_the_keys_that_it_has_not_those_of_the_format() throws Exception {
        assertThat(classesFor("validate", CUT).stream().filter(lambdasOf("scenario")))
                .hasSizeBetween(5, 28);
    }

    @Test
    void a_run_links_fewer_than_540_lambdas() throws Exception {
        assertThat(classesFor("run", CUT).stream().filter(lambdasOf(""))).hasSizeBetween(200, 540);
    }

    @Test
    void the_parser_loads_no_types_that_no_option_has() throws Exception {
        assertThat(classesFor("run", CUT)).noneMatch(name -> name.startsWith("java.sql."));
    }

    /** Java makes {@code equals} and {@code hashCode} of a record when they are first called: ten milliseconds for the first. */
    @Test
    void a_run_compares_no_records_whose_methods_java_has_to_make() throws Exception {
        for (String scenario : List.of("minimal", "wan-cut", "second-ipsi-helps", "july-2009", "interchange-storm")) {
            assertThat(classesFor("run", "scenarios/" + scenario + ".yaml"))
                    .as(scenario)
                    .doesNotContain("java.lang.runtime.ObjectMethods");
        }
    }
}
