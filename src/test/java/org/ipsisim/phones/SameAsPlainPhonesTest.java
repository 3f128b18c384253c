package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.generate.Generated;
import org.ipsisim.generate.PhoneScenarios;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.PhoneOutage;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.history.Span;
import org.ipsisim.plain.PlainManager;
import org.ipsisim.plain.PlainPhone;
import org.ipsisim.plain.PlainPhones;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** Phones that skip their keep-alives do, to the millisecond, the same as phones that send each of them. */
class SameAsPlainPhonesTest {
    private static final int SCENARIOS = 3000;

    @Test
    void on_generated_scenarios() {
        List<String> differences = Generated.seeds(SCENARIOS)
                .parallel()
                .mapToObj(PhoneScenarios::scenario)
                .map(SameAsPlainPhonesTest::differences)
                .filter(found -> !found.isEmpty())
                .map(found -> found.get(0))
                .limit(3)
                .toList();
        assertThat(differences).as(String.join("\n\n", differences)).isEmpty();
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
        for (PopulationHistory population : history.sip().populations()) {
            compare(found, scenario, population, plain);
        }
        for (SessionManagerHistory manager : history.sip().sessionManagers()) {
            compare(found, scenario.title(), manager, plain);
        }
        return found;
    }

    /** Samples and times without service are those of the single phones. */
    private static void compare(List<String> found, Scenario scenario, PopulationHistory actual, PlainPhones plain) {
        String what = scenario.title() + ": " + actual.population().name();
        List<PlainPhone> phones = plain.phones().stream()
                .filter(phone -> phone.population().equals(actual.population().name()))
                .toList();
        long end = scenario.duration().toMillis();
        List<PhoneSample> samples = new ArrayList<>();
        for (long at = 0; at < end; at += 1000) {
            PhoneSample sample = sample(actual.population(), phones, at);
            if (samples.isEmpty()
                    || !sample.counts().equals(samples.get(samples.size() - 1).counts())) {
                samples.add(sample);
            }
        }
        List<PhoneSample> sampled =
                actual.samples().stream().filter(sample -> sample.at() < end).toList();
        compare(found, what + " samples", samples, sampled);
        compareOutage(
                found,
                what + " outage",
                phones.stream()
                        .map(phone -> phone.history().timeline().stream()
                                .<Span<Boolean>>map(span -> new Span<>(
                                        span.from(), span.to(), span.value().state() == PhoneState.IN_SERVICE))
                                .toList())
                        .toList(),
                actual.outage());
        compareOutage(
                found,
                what + " not callable",
                phones.stream().map(PlainPhone::callable).toList(),
                actual.notCallable());
    }

    private static PhoneSample sample(PhonePopulation population, List<PlainPhone> phones, long at) {
        List<PhoneSample.Count> counts = new ArrayList<>();
        for (PhoneState state : PhoneState.values()) {
            for (int place = -1; place < population.controllers().size(); place++) {
                Optional<String> controller = place < 0
                        ? Optional.empty()
                        : Optional.of(population.controllers().get(place));
                PhoneHistory.In in = new PhoneHistory.In(state, controller);
                long count = phones.stream()
                        .flatMap(phone -> phone.history().timeline().stream())
                        .filter(span -> span.from() <= at
                                && at < span.to()
                                && span.value().equals(in))
                        .count();
                if (count > 0) {
                    counts.add(new PhoneSample.Count(state, place, (int) count));
                }
            }
        }
        return new PhoneSample(at, counts);
    }

    private static void compareOutage(
            List<String> found, String what, List<List<Span<Boolean>>> phones, PhoneOutage actual) {
        int affected = 0;
        long total = 0;
        long longest = 0;
        for (List<Span<Boolean>> phone : phones) {
            long out = 0;
            long since = -1;
            for (Span<Boolean> span : phone) {
                if (!span.value()) {
                    since = since < 0 ? span.from() : since;
                    out += span.length();
                    longest = Math.max(longest, span.to() - since);
                } else {
                    since = -1;
                }
            }
            affected += out > 0 ? 1 : 0;
            total += out;
        }
        compare(found, what + " affected", affected, actual.phonesAffected());
        compare(found, what + " total", total, actual.total());
        compare(found, what + " longest", longest, actual.longest());
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
        compare(found, what + " registered", right.registered(), actual.registered());
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
