package org.ipsisim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may see whom: data flows one way, scenario to simulation to history to reports. */
class PackageRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ipsisim");

    private static void mayOnlySee(String room, String... others) {
        List<String> allowed = new ArrayList<>(List.of("java..", "org.ipsisim." + room + ".."));
        for (String other : others) {
            allowed.add(other.contains(".") ? other : "org.ipsisim." + other + "..");
        }
        classes()
                .that()
                .resideInAPackage("org.ipsisim." + room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void the_estate_sees_nothing() {
        mayOnlySee("estate");
    }

    @Test
    void a_scenario_sees_the_estate() {
        mayOnlySee("scenario", "estate", "org.snakeyaml.engine..", "tools.jackson..");
    }

    @Test
    void the_kernel_knows_nothing_of_telephony() {
        mayOnlySee("kernel");
    }

    @Test
    void the_network_sees_the_estate_and_the_kernel() {
        mayOnlySee("network", "estate", "kernel");
    }

    @Test
    void traffic_sees_the_estate_the_kernel_and_how_losses_are_counted() {
        mayOnlySee("traffic", "estate", "kernel", "history", "org.apache.commons.statistics..");
    }

    @Test
    void history_sees_the_estate() {
        mayOnlySee("history", "estate");
    }

    @Test
    void survivability_does_not_see_files_or_reports() {
        mayOnlySee("survivability", "estate", "kernel", "network", "outage", "traffic", "history");
    }

    @Test
    void random_outages_see_the_estate_and_the_kernel() {
        mayOnlySee("outage", "estate", "kernel", "org.apache.commons.statistics..");
    }

    @Test
    void records_of_outages_see_what_they_name() {
        mayOnlySee("incident", "estate", "scenario", "org.apache.commons.csv..");
        mayOnlySee("whatif.replay", "estate", "history", "incident", "whatif");
    }

    @Test
    void reports_read_the_history_and_nothing_else() {
        mayOnlySee("report", "estate", "history", "screen", "tools.jackson..", "javax.xml.stream..");
    }

    @Test
    void console_screens_read_the_history_and_the_way_back_sees_no_run() {
        mayOnlySee("screen", "estate", "history", "scenario");
        mayOnlySee("screen.capture", "estate", "scenario", "screen");
    }

    @Test
    void studies_of_many_runs_do_not_see_reports() {
        mayOnlySee("whatif", "scenario", "survivability", "history", "estate");
        mayOnlySee("whatif.chance", "estate", "history", "outage", "whatif", "org.apache.commons.statistics..");
    }

    @Test
    void files_of_runs_know_numbers_and_no_study() {
        mayOnlySee("runfile", "whatif", "tools.jackson..");
    }

    @Test
    void reports_of_studies_see_the_studies() {
        mayOnlySee("report.whatif", "estate", "history", "incident", "whatif", "report", "tools.jackson..");
    }

    @Test
    void the_course_reads_runs_and_reports_and_writes_pages_of_its_own() {
        List<String> seen = List.of("estate", "history", "report", "scenario", "survivability", "whatif");
        for (String room : List.of("lesson.course", "lesson.course.quiz", "lesson.course.page")) {
            List<String> all = new ArrayList<>(seen);
            all.addAll(List.of("org.ipsisim.lesson.course..", "tools.jackson.."));
            mayOnlySee(room, all.toArray(String[]::new));
        }
    }

    @Test
    void explanations_see_scenarios_runs_studies_and_how_reports_are_written() {
        mayOnlySee(
                "lesson.explain",
                "estate",
                "scenario",
                "outage",
                "survivability",
                "history",
                "whatif",
                "report",
                "tools.jackson..");
    }

    @Test
    void charts_alone_see_JFreeChart_and_AWT() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ipsisim.report.chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "java.awt..", "javax.imageio..")
                .check(CLASSES);
    }

    @Test
    void playback_alone_sees_JLine() {
        mayOnlySee(
                "lesson.play",
                "estate",
                "scenario",
                "survivability",
                "history",
                "report",
                "screen",
                "org.ipsisim.lesson.explain..",
                "org.jline..",
                "tools.jackson..");
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ipsisim.lesson.play..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jline..")
                .check(CLASSES);
    }

    @Test
    void the_command_line_alone_sees_picocli_and_nobody_sees_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ipsisim.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.ipsisim.cli..")
                .check(CLASSES);
    }

    @Test
    void there_are_no_cycles() {
        slices().matching("org.ipsisim.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void the_engine_reads_no_clock_and_starts_no_thread() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.ipsisim.estate..",
                        "org.ipsisim.kernel..",
                        "org.ipsisim.network..",
                        "org.ipsisim.outage..",
                        "org.ipsisim.traffic..",
                        "org.ipsisim.survivability..",
                        "org.ipsisim.history..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.(io\\..*|nio\\..*|util\\.Random|util\\.concurrent\\..*|lang\\.Thread|time\\.(Instant|Clock|LocalDateTime|ZonedDateTime))")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .check(CLASSES);
    }
}
