package org.ipsisim.generate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PnTotals;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.Words;
import org.ipsisim.plain.Trace;
import org.ipsisim.scenario.ScenarioWriter;

/**
 * Holds one engine against another on generated scenarios, and makes what tells them apart small.
 *
 * @param expected the engine that is right by definition
 * @param actual the engine under test
 */
public record Differential(Function<Scenario, History> expected, Function<Scenario, History> actual) {
    /** The first difference in words, with the title and a small scenario that shows it; empty if they agree. */
    public Optional<String> findDifference(Scenario scenario) {
        if (compare(scenario).isEmpty()) {
            return Optional.empty();
        }
        Scenario small =
                Shrinker.shrink(scenario, candidate -> compare(candidate).isPresent());
        return Optional.of(
                scenario.title() + ": " + compare(small).orElseThrow() + "\n\n" + ScenarioWriter.yaml(small));
    }

    private Optional<String> compare(Scenario scenario) {
        History right = expected.apply(scenario);
        try {
            return difference(right, actual.apply(scenario));
        } catch (RuntimeException e) {
            return Optional.of("the engine under test failed: " + e);
        }
    }

    /** The first difference between two histories of one scenario, in words; of the trace, what the plain engine tells. */
    public static Optional<String> difference(History expected, History actual) {
        if (expected.portNetworks().size() != actual.portNetworks().size()) {
            return Optional.of("not the same port networks");
        }
        if (!names(expected).equals(names(actual))) {
            return Optional.of("servers: expected " + names(expected) + ", actual " + names(actual));
        }
        for (int i = 0; i < expected.portNetworks().size(); i++) {
            Optional<String> found = difference(
                    expected,
                    expected.portNetworks().get(i),
                    actual,
                    actual.portNetworks().get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        for (int i = 0; i < expected.servers().size(); i++) {
            ServerHistory right = expected.servers().get(i);
            List<RoleSpan> other = actual.servers().get(i).timeline();
            if (!right.timeline().equals(other)) {
                return Optional.of(lines(
                        right.server().id() + " at "
                                + firstDifference(right.timeline(), other, RoleSpan::to, RoleSpan::role),
                        HistoryLine.roles(expected, right.timeline()),
                        HistoryLine.roles(actual, other)));
            }
        }
        if (expected.serverInterchanges() != actual.serverInterchanges()) {
            return Optional.of("server interchanges: expected " + expected.serverInterchanges() + ", actual "
                    + actual.serverInterchanges());
        }
        return differenceOfTraces(expected, actual).or(() -> differenceOfHeartbeats(expected, actual));
    }

    private static Optional<String> differenceOfTraces(History expected, History actual) {
        Map<String, List<String>> right = told(expected);
        Map<String, List<String>> other = told(actual);
        return Stream.concat(right.keySet().stream(), other.keySet().stream())
                .sorted()
                .flatMap(subject -> firstDifference(
                        "trace of " + subject,
                        right.getOrDefault(subject, List.of()),
                        other.getOrDefault(subject, List.of()))
                        .stream())
                .findFirst();
    }

    /** What happened to each port network and IPSI, and when. */
    private static Map<String, List<String>> told(History history) {
        return history.trace().stream()
                .filter(entry -> Trace.TOLD.contains(entry.what().getClass()))
                .collect(Collectors.groupingBy(
                        entry -> entry.subject().name(),
                        Collectors.mapping(entry -> entry.at() + " " + entry.what(), Collectors.toList())));
    }

    private static Optional<String> differenceOfHeartbeats(History expected, History actual) {
        if (expected.heartbeats().size() != actual.heartbeats().size()) {
            return Optional.of("not the same ways of heartbeats");
        }
        Map<String, List<String>> other = heartbeats(actual);
        return heartbeats(expected).entrySet().stream()
                .flatMap(
                        way -> firstDifference(
                                "heartbeats " + way.getKey(),
                                way.getValue(),
                                other.getOrDefault(way.getKey(), List.of()))
                                .stream())
                .findFirst();
    }

    private static Map<String, List<String>> heartbeats(History history) {
        return history.heartbeats().stream()
                .collect(Collectors.toMap(
                        way -> way.server().id() + ">ipsi-" + way.ipsi(),
                        way -> way.beats().map(Object::toString).toList(),
                        (one, two) -> one,
                        TreeMap::new));
    }

    private static Optional<String> firstDifference(String what, List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String right = i < expected.size() ? expected.get(i) : "nothing";
            String other = i < actual.size() ? actual.get(i) : "nothing";
            if (!right.equals(other)) {
                return Optional.of(lines(what, right, other));
            }
        }
        return Optional.empty();
    }

    private static List<String> names(History history) {
        return history.servers().stream().map(server -> server.server().id()).toList();
    }

    private static Optional<String> difference(History expected, PnHistory right, History actual, PnHistory other) {
        String pn = right.portNetwork().id();
        if (!right.portNetwork().equals(other.portNetwork())) {
            return Optional.of(pn + ": not the same port network");
        }
        if (!states(right).equals(states(other))) {
            String at = firstDifference(
                    right.timeline(), other.timeline(), PnSpan::to, span -> span.state() + " " + span.controller());
            return Optional.of(lines(pn + " at " + at, HistoryLine.of(expected, right), HistoryLine.of(actual, other)));
        }
        if (!right.lists().keySet().equals(other.lists().keySet())) {
            return Optional.of(pn + ": not the same IPSIs");
        }
        for (IpsiId ipsi : right.lists().keySet()) {
            List<ListSpan> rightSpans = right.lists().get(ipsi);
            List<ListSpan> otherSpans = other.lists().get(ipsi);
            if (!rightSpans.equals(otherSpans)) {
                return Optional.of(lines(
                        "priority list of " + ipsi + " at "
                                + firstDifference(rightSpans, otherSpans, ListSpan::to, ListSpan::clusters),
                        HistoryLine.lists(expected, rightSpans),
                        HistoryLine.lists(actual, otherSpans)));
            }
        }
        return unequal(pn + ": totals", totals(right), totals(other))
                .or(() -> unequal(pn + ": PN calls", right.pnCalls(), other.pnCalls()))
                .or(() -> unequal(pn + ": IP calls", right.ipCalls(), other.ipCalls()));
    }

    /** What random calls lose has a plain form of its own, and is not compared here. */
    private static List<PnSpan> states(PnHistory pn) {
        return pn.timeline().stream()
                .map(span -> new PnSpan(span.from(), span.to(), span.state(), span.controller()))
                .toList();
    }

    private static PnTotals totals(PnHistory pn) {
        PnTotals all = pn.totals();
        return new PnTotals(
                all.outage(),
                all.degraded(),
                all.warmResets(),
                all.coldResets(),
                all.failovers(),
                all.fallbacks(),
                all.ipsiInterchanges(),
                pn.portNetwork().traffic().isPresent() ? 0 : all.callsDropped(),
                0,
                0);
    }

    private static Optional<String> unequal(String what, Object expected, Object actual) {
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of(lines(what, expected.toString(), actual.toString()));
    }

    private static String lines(String what, String expected, String actual) {
        return what + "\n  expected " + expected + "\n  actual   " + actual;
    }

    /** The time at which two timelines part: where the first unequal spans end, or begin. */
    private static <S> String firstDifference(
            List<S> expected, List<S> actual, Function<S, Long> end, Function<S, Object> value) {
        BiFunction<S, S, Boolean> sameValue = (a, b) -> value.apply(a).equals(value.apply(b));
        long from = 0;
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            S a = expected.get(i);
            S b = actual.get(i);
            if (!sameValue.apply(a, b)) {
                return Words.duration(from);
            }
            if (!end.apply(a).equals(end.apply(b))) {
                return Words.duration(Math.min(end.apply(a), end.apply(b)));
            }
            from = end.apply(a);
        }
        return Words.duration(from);
    }
}
