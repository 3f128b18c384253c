package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ipsisim.estate.Scenario;
import org.ipsisim.golden.GoldenFile;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;

/**
 * Named runs do no more work than they did: counted in steps of the agenda, events, entries of the trace and memory taken,
 * for seconds depend on who else uses the machine. A change that makes a run dearer has to say so here.
 */
class WorkBudgetTest {
    private static final Path BUDGETS = GoldenFile.folder("work").resolve("budgets.txt");
    private static final List<String> COUNTED = List.of("steps", "events", "entries", "kilobytes");
    private static final double MORE = 1.25;

    /** How much memory is taken depends a little on what the compiler has got to, and on the version of Java. */
    private static final double MORE_MEMORY = 1.6;

    /** More or less of anything is no reason to look. */
    private static final int SLACK = 100;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Path BIG = Path.of("src/test/resources/org/ipsisim/survivability/big-customer.yaml");

    private record Run(String name, Path file, List<String> settings) {
        static Run of(String name, String scenario, String... settings) {
            return new Run(name, Path.of("scenarios", scenario + ".yaml"), List.of(settings));
        }

        Scenario scenario() throws IOException {
            return ScenarioReader.read(name, Files.readAllBytes(file), settings)
                    .scenario()
                    .orElseThrow(() -> new IllegalStateException(name + " is no scenario"));
        }
    }

    private static List<Run> runs() {
        List<Run> runs = new ArrayList<>(List.of(
                Run.of("nothing happens", "minimal"),
                Run.of("nothing happens for a year", "minimal", "duration=365d", "events=[]", "expect=[]"),
                Run.of("WAN cut", "wan-cut"),
                Run.of("WAN cut over TCP", "wan-cut", "heartbeat-transport=tcp"),
                Run.of("WAN cut, a day with 1 % loss", "wan-cut", "duration=1d", "links[0].loss=1%"),
                Run.of(
                        "WAN cut over TCP, a day with 1 % loss",
                        "wan-cut", "duration=1d", "links[0].loss=1%", "heartbeat-transport=tcp"),
                Run.of("flapping WAN", "flapping-wan"),
                Run.of(
                        "flapping WAN, ten times as long",
                        "flapping-wan",
                        "events[0].times=400",
                        "duration=1d",
                        "expect=[]"),
                Run.of("busy hour", "busy-hour"),
                Run.of("duplex main that does not agree", "duplex-mismatch"),
                Run.of("interchange storm", "interchange-storm"),
                Run.of("incident of July 2009", "july-2009"),
                Run.of("month by chance", "month-by-chance"),
                Run.of("weekend return", "weekend-return"),
                Run.of("phones of a branch", "sip-branch"),
                Run.of("phones, one session manager", "sip-one-session-manager"),
                Run.of("phones, registration storm", "sip-storm"),
                Run.of("phones, a storm that feeds itself", "sip-storm-feeds-itself"),
                Run.of("phones for 30 days after an outage", "sip-short-cut", "duration=30d", "expect=[]")));
        runs.add(new Run("big customer, the day's first outages", BIG, List.of()));
        return runs;
    }

    private static Map<String, Long> counts(Run run) throws IOException {
        Scenario scenario = run.scenario();
        if (run.file().equals(BIG)) {
            scenario = scenario.lasting(Duration.ofHours(2));
        }
        Simulation.run(scenario);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        RunningEstate estate = RunningEstate.of(scenario, Detail.SILENCES, KeptPhones.NONE, new Agenda());
        History history = Simulation.runToEnd(estate, scenario, Detail.SILENCES);
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        Map<String, Long> counts = new TreeMap<>();
        counts.put("steps", estate.agenda().steps());
        counts.put("events", estate.agenda().events());
        counts.put("entries", (long) history.trace().size());
        counts.put("kilobytes", taken / 1024);
        return counts;
    }

    @Test
    void no_run_takes_a_quarter_more_work_than_its_budget() throws IOException {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        for (Run run : runs()) {
            counts.put(run.name(), counts(run));
        }
        if (GoldenFile.isToBeWritten()) {
            Files.createDirectories(BUDGETS.getParent());
            Files.writeString(BUDGETS, text(counts));
        }
        Map<String, Map<String, Long>> budgets = budgets();
        assertThat(counts.keySet()).as("the runs in " + BUDGETS).isEqualTo(budgets.keySet());
        List<String> wrong = new ArrayList<>();
        counts.forEach((name, now) -> now.forEach((what, count) -> {
            long budget = budgets.get(name).get(what);
            boolean isMemory = what.equals("kilobytes");
            double most = (isMemory ? MORE_MEMORY : MORE) * budget + SLACK;
            double least = isMemory ? 0 : budget / MORE - SLACK;
            if (count > most || count < least) {
                wrong.add(name + ": " + count + " " + what + " where there were " + budget);
            }
        }));
        assertThat(wrong)
                .as("more work than before, or less; if that is meant, -DupdateGolden=true writes " + BUDGETS + " anew")
                .isEmpty();
    }

    private static String text(Map<String, Map<String, Long>> counts) {
        StringBuilder text = new StringBuilder("run | " + String.join(" | ", COUNTED) + "\n");
        counts.forEach((name, of) -> text.append(name)
                .append(COUNTED.stream().map(what -> " | " + of.get(what)).collect(Collectors.joining()))
                .append('\n'));
        return text.toString();
    }

    private static Map<String, Map<String, Long>> budgets() throws IOException {
        Map<String, Map<String, Long>> budgets = new LinkedHashMap<>();
        for (String line : Files.readAllLines(BUDGETS).subList(1, 1 + runs().size())) {
            String[] cells = line.split(" \\| ", -1);
            Map<String, Long> of = new TreeMap<>();
            for (int i = 0; i < COUNTED.size(); i++) {
                of.put(COUNTED.get(i), Long.valueOf(cells[i + 1]));
            }
            budgets.put(cells[0], of);
        }
        return budgets;
    }
}
