package org.ipsisim.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsisim.study.audit.AuditPage;
import org.ipsisim.study.audit.SampleAudits;
import org.ipsisim.study.montecarlo.MonteCarloPage;
import org.ipsisim.study.montecarlo.SampleMonths;
import org.ipsisim.study.replay.ReplayPage;
import org.ipsisim.study.replay.SampleReplays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages about outages by chance, about the faults of an estate, and about recorded outages. */
class LaterStudyPagesTest {
    private static final byte[] IMAGE = {1, 2, 3};

    @TempDir
    Path directory;

    private final ParallelRuns runs = ParallelRuns.quiet();

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void the_page_of_a_monte_carlo_study_looks_as_it_did() throws IOException {
        String command = "ipsisim monte-carlo branch.yaml";
        StudyPages.check("monte-carlo.html", MonteCarloPage.html(SampleMonths.compared(200, runs), command, IMAGE));
    }

    @Test
    void a_monte_carlo_study_writes_page_chart_and_data() throws IOException {
        MonteCarloPage.write(SampleMonths.alone(20, runs), "ipsisim monte-carlo branch.yaml", directory);
        assertThat(names())
                .containsExactlyInAnyOrder("index.html", "outage.png", "monte-carlo.json", "monte-carlo.csv");
    }

    @Test
    void the_page_of_an_audit_looks_as_it_did() throws IOException {
        String command = "ipsisim audit branch.yaml";
        StudyPages.check("audit.html", AuditPage.html(SampleAudits.pairs(runs), command, Optional.of(IMAGE)));
        StudyPages.check("audit-weak.html", AuditPage.html(SampleAudits.weak(runs), command, Optional.of(IMAGE)));
    }

    @Test
    void an_audit_writes_page_chart_and_data() throws IOException {
        AuditPage.write(SampleAudits.pairs(runs), 10, "ipsisim audit branch.yaml", directory);
        assertThat(names()).containsExactlyInAnyOrder("index.html", "worst.png", "audit.json", "audit.csv");
    }

    @Test
    void the_page_of_a_replay_looks_as_it_did() throws IOException {
        String command = "ipsisim replay branch.yaml --outages spring.csv";
        StudyPages.check("replay.html", ReplayPage.html(SampleReplays.compared(runs), command, Optional.of(IMAGE)));
        StudyPages.check(
                "replay-free.html", ReplayPage.html(SampleReplays.forNothing(runs), command, Optional.empty()));
    }

    @Test
    void a_replay_writes_page_chart_and_data_and_no_chart_of_nothing() throws IOException {
        ReplayPage.write(SampleReplays.forNothing(runs), "ipsisim replay branch.yaml", directory);
        assertThat(names()).containsExactlyInAnyOrder("index.html", "replay.json", "replay.csv");
        ReplayPage.write(SampleReplays.compared(runs), "ipsisim replay branch.yaml", directory);
        assertThat(names()).containsExactlyInAnyOrder("index.html", "outages.png", "replay.json", "replay.csv");
    }
}
