package org.ipsisim.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.survivability.Simulation;

/**
 * The states of a port network and the ways between them, as the engine takes them in many generated scenarios with the
 * standard timers. What happens by coincidence, in less than one of fifty times, is left out.
 */
final class StateMachine {
    private static final int RARE = 50;

    /** What makes a port network change its state: the words of the documentation, and the ruling. */
    private enum Reason {
        SANITY("socket sanity time-out passes", "M4, M6, M30", "socket-sanity-timeout"),
        COLD("PN cold reset delay passes", "M7", "pn-cold-reset-delay"),
        COLD_OVER("cold reset is over", "M9", "cold-reset-duration"),
        REQUEST("no-service time-out passes, a server accepts", "M10", "no-service-timeout"),
        RESTARTED("restart is over", "M9, M10", "pn-restart-duration", "in-service"),
        WARM_OVER("warm reset over, contact is back", "M6", "warm-reset-duration"),
        MISS("heartbeat missed", "M5", "contact-lost"),
        CONTACT("heartbeat comes", "M5, M6, M9", "contact-restored"),
        OTHER_IPSI("IPSI interchange", "M20", "ipsi-interchange"),
        OPERATOR("forced takeover", "R56, M27", "takeover-forced"),
        RETURN("return to the main", "M26, M27", "return-due", "fell-back"),
        COLD_2("the main restarts from scratch", "M24", "pn-restarted"),
        POWER_LOST("no power or no IPSI", "M28", "pn-down", "ipsi-failed"),
        POWER_BACK("power and an IPSI are back", "M28", "pn-up", "ipsi-restored", "taken-over");

        private final String words;
        private final String rule;
        private final List<String> types;

        Reason(String words, String rule, String... types) {
            this.words = words;
            this.rule = rule;
            this.types = List.of(types);
        }

        static Reason of(String type) {
            return Stream.of(values())
                    .filter(reason -> reason.types.contains(type))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no words for " + type));
        }
    }

    private record Way(PnState from, PnState to) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            return Comparator.comparing(Way::from).thenComparing(Way::to).compare(this, other);
        }
    }

    private final TreeMap<Way, TreeMap<Reason, Integer>> ways = new TreeMap<>();

    private StateMachine() {}

    /** What shows in scenarios of every kind that the generator makes. */
    static StateMachine observed(int scenariosOfEachKind) {
        StateMachine machine = new StateMachine();
        LongStream.range(0, scenariosOfEachKind)
                .boxed()
                .flatMap(seed -> Stream.of(
                        ScenarioGenerator.scenario(seed),
                        ScenarioGenerator.duplexScenario(seed),
                        ScenarioGenerator.duplicatedScenario(seed)))
                .map(StateMachine::withStandardTimers)
                .forEach(scenario -> machine.add(Simulation.run(scenario)));
        return machine;
    }

    private static Scenario withStandardTimers(Scenario scenario) {
        Timers timers = scenario.estate().timers();
        for (TimerSetting setting : TimerSetting.values()) {
            timers = timers.with(setting, setting.standard());
        }
        List<ScenarioEvent> events = scenario.events().stream()
                .filter(event -> !(event instanceof ScenarioEvent.SetTimers))
                .toList();
        return scenario.with(timers).withEvents(events);
    }

    private void add(History history) {
        for (PnHistory pn : history.portNetworks()) {
            List<PnSpan> spans = pn.timeline();
            for (int i = 1; i < spans.size(); i++) {
                Way way = new Way(spans.get(i - 1).state(), spans.get(i).state());
                if (way.from != way.to) {
                    ways.computeIfAbsent(way, key -> new TreeMap<>())
                            .merge(reason(history, pn, way.from, spans.get(i).from()), 1, Integer::sum);
                }
            }
        }
    }

    /**
     * A heartbeat that came then, a timer of the port network that expired, or else the first thing that happened to it;
     * the end of a Cold-2 in silence is none of these.
     */
    private static Reason reason(History history, PnHistory pn, PnState from, long at) {
        String id = pn.portNetwork().id();
        List<String> happened = history.trace().stream()
                .filter(entry -> entry.at() == at)
                .filter(entry -> entry.subject().name().equals(id)
                        || pn.lists().keySet().stream()
                                .anyMatch(ipsi -> entry.subject().name().equals("ipsi-" + ipsi)))
                .map(entry -> entry.what().type())
                .filter(type -> !type.startsWith("control-path"))
                .toList();
        List<String> expired = history.timers().stream()
                .filter(timer -> timer.subject().name().equals(id) && timer.expired() && timer.to() == at)
                .map(timer -> timer.timer().key())
                .toList();
        if (happened.contains("contact-restored")) {
            return Reason.CONTACT;
        }
        if (expired.isEmpty() && happened.isEmpty() && from == PnState.RESTARTING) {
            return Reason.RESTARTED;
        }
        return Reason.of(expired.isEmpty() ? happened.get(0) : expired.get(0));
    }

    private List<Reason> usual(Way way) {
        TreeMap<Reason, Integer> reasons = ways.get(way);
        int all = reasons.values().stream().mapToInt(Integer::intValue).sum();
        return reasons.keySet().stream()
                .filter(reason -> reasons.get(reason) * RARE >= all)
                .toList();
    }

    /** A state diagram in the language of Mermaid. */
    String diagram() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> in_service\n");
        for (PnState state : PnState.values()) {
            text.append("    state \"")
                    .append(state.key())
                    .append("\" as ")
                    .append(name(state))
                    .append('\n');
        }
        for (Way way : ways.keySet()) {
            List<String> words = usual(way).stream().map(reason -> reason.words).toList();
            text.append("    ").append(name(way.from)).append(" --> ").append(name(way.to));
            text.append(" : ").append(String.join(" / ", words)).append('\n');
        }
        return text.toString();
    }

    private static String name(PnState state) {
        return state.key().replace('-', '_');
    }

    /** The rows of a table in Markdown: from, to, when, ruling. */
    String table() {
        List<String> rows = new ArrayList<>();
        for (Way way : ways.keySet()) {
            for (Reason reason : usual(way)) {
                rows.add("| `" + way.from.key() + "` | `" + way.to.key() + "` | " + reason.words + " | " + reason.rule
                        + " |\n");
            }
        }
        return String.join("", rows);
    }
}
