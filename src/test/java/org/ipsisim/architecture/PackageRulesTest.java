package org.ipsisim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may see whom: data flows one way, scenario to simulation to history to reports. */
class PackageRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ipsisim");

    /** A room with all that it contains may see only itself, Java, and the others. */
    private static void mayOnlySee(String room, String... others) {
        List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify..", "org.ipsisim." + room + ".."));
        for (String other : others) {
            allowed.add(other.contains(".") ? other : "org.ipsisim." + other + "..");
        }
        classes()
                .that()
                .resideInAPackage("org.ipsisim." + room + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    private static void alone(String room, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ipsisim." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(CLASSES);
    }

    @Test
    void no_two_classes_have_one_name() {
        List<String> names = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(names).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void every_package_has_a_rule() throws IOException {
        String rules = Files.readString(Path.of("src/test/java/org/ipsisim/architecture/PackageRulesTest.java"));
        try (Stream<Path> rooms = Files.list(Path.of("src/main/java/org/ipsisim"))) {
            List<String> names = rooms.map(room -> room.getFileName().toString())
                    .filter(name -> !name.equals("cli"))
                    .toList();
            assertThat(names)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(rules).containsPattern("mayOnlySee\\(\\s*\"" + name + "\""));
        }
    }

    @Test
    void the_kernel_knows_no_telephony_and_the_estate_sees_nothing() {
        mayOnlySee("kernel", "org.apache.commons.statistics..");
        mayOnlySee("estate");
    }

    @Test
    void a_scenario_sees_the_estate() {
        mayOnlySee("scenario", "estate", "org.snakeyaml.engine..", "tools.jackson..");
    }

    @Test
    void what_was_found_in_files_sees_the_scenario() {
        mayOnlySee("validation", "document", "scenario");
    }

    @Test
    void the_network_knows_no_heartbeats() {
        mayOnlySee("network", "estate", "kernel");
        mayOnlySee("heartbeat", "estate", "kernel", "network");
    }

    @Test
    void traffic_sees_the_estate_the_kernel_and_how_losses_are_counted() {
        mayOnlySee("traffic", "estate", "kernel", "history");
    }

    @Test
    void sip_machines_know_no_socket_no_file_and_no_estate() {
        mayOnlySee("sip", "kernel");
        noClasses()
                .that()
                .resideInAPackage("org.ipsisim.sip..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "java.util.concurrent..")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "reads the clock",
                        call -> call.getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time")))
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CLASSES);
    }

    @Test
    void a_ladder_sees_runs_and_SIP_machines_and_a_lab_has_the_sockets() {
        mayOnlySee("ladder", "sip", "kernel", "estate", "network", "history", "document");
        mayOnlySee("lab", "sip", "kernel", "estate", "network");
    }

    @Test
    void phones_see_the_network_and_no_port_network() {
        mayOnlySee("phones", "estate", "kernel", "network", "history");
    }

    @Test
    void survivability_does_not_see_files_or_reports() {
        mayOnlySee("survivability", "estate", "kernel", "network", "heartbeat", "traffic", "phones", "history");
    }

    @Test
    void history_sees_the_estate() {
        mayOnlySee("history", "estate");
    }

    @Test
    void documents_know_no_study_and_no_report() {
        mayOnlySee("document", "estate", "history", "tools.jackson..", "org.apache.pdfbox..");
        alone("document", "org.apache.pdfbox..");
    }

    @Test
    void reports_read_the_history_and_make_no_run() {
        mayOnlySee(
                "report",
                "document",
                "estate",
                "history",
                "network",
                "console",
                "ladder",
                "sip",
                "tools.jackson..",
                "javax.imageio..",
                "org.jfree..");
    }

    @Test
    void console_screens_read_the_history_and_what_is_read_back_sees_no_run() {
        mayOnlySee("console", "estate", "history", "scenario");
        noClasses()
                .that()
                .haveNameMatching(
                        "org.ipsisim.console.(Capture|Claims|ImportedEstate|LineWords|ListTail|ScenarioDraft).*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ipsisim.history..")
                .check(CLASSES);
    }

    private static final String[] SEEN_BY_STUDIES = {
        "org.ipsisim.study",
        "scenario",
        "survivability",
        "network",
        "history",
        "estate",
        "console",
        "document",
        "report",
        "tools.jackson..",
        "org.apache.commons.."
    };

    @Test
    void studies_do_not_see_one_another() {
        for (String study : List.of("compare", "thresholds", "sweep", "audit", "montecarlo", "replay")) {
            mayOnlySee("study." + study, SEEN_BY_STUDIES);
        }
    }

    @Test
    void what_studies_share_knows_no_study() {
        mayOnlySee("study", SEEN_BY_STUDIES);
        noClasses()
                .that()
                .resideInAPackage("org.ipsisim.study")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ipsisim.study.*..")
                .check(CLASSES);
    }

    @Test
    void explanations_see_scenarios_runs_studies_and_how_reports_are_written() {
        mayOnlySee(
                "explain",
                "estate",
                "scenario",
                "network",
                "survivability",
                "history",
                "study",
                "document",
                "report",
                "console",
                "tools.jackson..");
    }

    @Test
    void the_course_reads_runs_and_reports_and_writes_pages_of_its_own() {
        mayOnlySee(
                "course",
                "estate",
                "history",
                "document",
                "report",
                "ladder",
                "sip",
                "scenario",
                "survivability",
                "study",
                "tools.jackson..");
    }

    @Test
    void playback_alone_sees_JLine() {
        mayOnlySee(
                "play",
                "estate",
                "scenario",
                "survivability",
                "history",
                "document",
                "report",
                "console",
                "explain",
                "org.jline..",
                "tools.jackson..");
        alone("play", "org.jline..");
    }

    @Test
    void the_classroom_alone_sees_Jetty_and_its_rooms_see_no_socket() {
        mayOnlySee(
                "classroom",
                "estate",
                "scenario",
                "survivability",
                "history",
                "document",
                "report",
                "course",
                "play",
                "org.eclipse.jetty..",
                "tools.jackson..");
        alone("classroom", "org.eclipse.jetty..");
        noClasses()
                .that()
                .haveNameMatching("org.ipsisim.classroom.(Room|Rooms|Peer|Person|Ballot|Message|ClassRuns)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .check(CLASSES);
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
                        "org.ipsisim.heartbeat..",
                        "org.ipsisim.traffic..",
                        "org.ipsisim.phones..",
                        "org.ipsisim.survivability..",
                        "org.ipsisim.history..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.(io\\..*|nio\\..*|util\\.Random|util\\.concurrent\\..*|lang\\.Thread|time\\.Clock)")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "reads the clock",
                        call -> call.getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time")))
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .check(CLASSES);
    }
}
