package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.ipsisim.estate.Scenario;
import org.ipsisim.generate.PhoneScenarios;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.plain.PlainManager;
import org.ipsisim.plain.PlainPhones;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** Phones that skip their keep-alives do, to the millisecond, the same as phones that send each of them. */
class SameAsPlainPhonesTest {
    private static final int SCENARIOS = 3000;

    @Test
    void on_generated_scenarios() {
        List<String> differences = seeds().parallel()
                .mapToObj(PhoneScenarios::scenario)
                .map(SameAsPlainPhonesTest::differences)
                .filter(found -> !found.isEmpty())
                .map(found -> found.get(0))
                .limit(3)
                .toList();
        assertThat(differences).as(String.join("\n\n", differences)).isEmpty();
    }

    /** Other seeds than those of each build with {@code -Dseeds=10000-60000}. */
    private static LongStream seeds() {
        String[] range = System.getProperty("seeds", "0-" + SCENARIOS).split("-");
        return LongStream.range(Long.parseLong(range[0]), Long.parseLong(range[1]));
    }

    private static List<String> differences(Scenario scenario) {
        History history = Simulation.run(scenario, Detail.SILENCES, KeptPhones.ALL);
        PlainPhones plain = PlainPhones.run(scenario, history);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < plain.phones().size(); i++) {
            PhoneHistory right = plain.phones().get(i).history();
            PhoneHistory other = history.sip().phones().get(i);
            compare(found, scenario.title() + ": " + right.extension(), right, other);
        }
        for (SessionManagerHistory manager : history.sip().sessionManagers()) {
            compare(found, scenario.title(), manager, plain);
        }
        return found;
    }

    private static void compare(List<String> found, String title, SessionManagerHistory actual, PlainPhones plain) {
        String name = actual.sessionManager().name();
        PlainManager right = plain.managers().get(name);
        String what = title + ": " + name;
        compare(found, what + " requests", right.requests, actual.requests());
        compare(found, what + " refused", right.refused, actual.refused());
        compare(found, what + " useless", right.useless, actual.useless());
        compare(found, what + " lost", right.lost, actual.lost());
        long stale =
                plain.phones().stream().mapToLong(phone -> phone.staleAt(name)).sum();
        compare(found, what + " stale", stale, actual.staleBindings());
        List<SessionManagerHistory.Load> load = new ArrayList<>();
        for (Map.Entry<Long, PlainManager.Second> at : right.seconds().entrySet()) {
            PlainManager.Second second = at.getValue();
            load.add(new SessionManagerHistory.Load(
                    at.getKey(),
                    second.register,
                    second.activation,
                    second.refresh,
                    second.refused,
                    second.queue,
                    second.useless));
        }
        for (int i = 0; i < Math.max(load.size(), actual.load().size()); i++) {
            compare(
                    found,
                    what + " load",
                    i < load.size() ? load.get(i) : "none",
                    i < actual.load().size() ? actual.load().get(i) : "none");
        }
    }

    private static void compare(List<String> found, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            found.add(what + "\n  expected " + expected + "\n  actual   " + actual);
        }
    }
}
