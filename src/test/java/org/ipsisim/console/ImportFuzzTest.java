package org.ipsisim.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever has happened to the text of screens, an import takes nothing from it that does not stand there; and as long as
 * words have only been lost, nothing that is not so.
 */
class ImportFuzzTest {
    private static final int INPUTS = Integer.getInteger("inputs", 10_000);
    private static final int VALIDATED = 10;
    private static final Pattern FIELD = Pattern.compile("([a-z-]+): ([^,{}\\[\\]]+|\\[[^]]*])[,}]");

    private static final List<Truth> TRUTHS = new ArrayList<>();

    /** The screens of a run at several moments from every server, and all that an import can make of them. */
    private record Truth(List<Map<ScreenName, String>> consoles, TreeSet<String> facts) {}

    @BeforeAll
    static void runSomeScenarios() throws IOException {
        for (String name : List.of("main-lost", "wan-cut", "separated-pair", "second-ipsi-helps", "core-lost")) {
            for (String release : List.of("cm-6", "cm-3.0")) {
                Path file = Path.of("scenarios", name + ".yaml");
                Scenario scenario = ScenarioReader.read(
                                name,
                                Files.readAllBytes(file),
                                List.of("release=" + release, "fallback={auto-return: no}"))
                        .scenario()
                        .orElseThrow();
                History history = Simulation.run(scenario);
                String whole =
                        Estates.imported(Estates.text(history, 0, Screens.MAIN)).yaml(Map.of());
                TreeSet<String> facts = facts(whole);
                for (PnHistory pn : history.portNetworks()) {
                    for (IpsiId ipsi : pn.portNetwork().ipsis()) {
                        pn.lists().get(ipsi).forEach(span -> facts.add("list " + ipsi + " " + span.clusters()));
                    }
                }
                TRUTHS.add(new Truth(consoles(history), facts));
            }
        }
    }

    private static List<Map<ScreenName, String>> consoles(History history) {
        List<Map<ScreenName, String>> consoles = new ArrayList<>();
        for (String from : Screens.viewpoints(history.scenario().estate())) {
            for (int part = 0; part <= 5; part++) {
                Map<ScreenName, String> screens = new EnumMap<>(ScreenName.class);
                Screens.of(history)
                        .at(history.duration() * part / 5, from)
                        .forEach(screen -> screens.merge(screen.name(), Estates.text(List.of(screen)), String::concat));
                consoles.add(screens);
            }
        }
        return consoles;
    }

    /** Every value that a scenario sets, with whose it is. */
    private static TreeSet<String> facts(String yaml) {
        TreeSet<String> facts = new TreeSet<>();
        for (String line : yaml.lines().toList()) {
            String text =
                    line.contains("#") ? line.substring(0, line.indexOf('#')).strip() : line.strip();
            if (text.startsWith("- {") || text.startsWith("main: {") || text.startsWith("fallback: {")) {
                Map<String, String> fields = new TreeMap<>();
                Matcher matcher = FIELD.matcher(text.substring(text.indexOf('{') + 1));
                while (matcher.find()) {
                    fields.put(matcher.group(1), matcher.group(2));
                }
                String owner = text.startsWith("- {")
                        ? text.substring(3, text.indexOf('}')).split(",")[0]
                        : text.split(":")[0];
                fields.forEach((key, value) -> facts.add(owner + " " + key + " " + value));
            } else if (text.matches("(release|[a-z]+-[a-z-]+): [^\\[]+")) {
                facts.add(text);
            }
        }
        facts.removeIf(fact -> fact.startsWith("enforce-ranges"));
        return facts;
    }

    private static String someScreens(Truth truth, Random random) {
        Map<ScreenName, String> screens = truth.consoles.get(random.nextInt(truth.consoles.size()));
        List<ScreenName> which = new ArrayList<>(screens.keySet());
        which.removeIf(name -> random.nextInt(3) == 0);
        Collections.shuffle(which, random);
        return which.stream().map(screens::get).collect(Collectors.joining());
    }

    /** One to three of them; nothing is wrapped twice. */
    private static Set<Damage> damages(Random random) {
        Set<Damage> damages = EnumSet.noneOf(Damage.class);
        for (int i = random.nextInt(3); i >= 0; i--) {
            damages.add(Damage.values()[random.nextInt(Damage.values().length)]);
        }
        if (damages.contains(Damage.WRAPPED)) {
            damages.remove(Damage.WRAPPED_AT_BLANKS);
        }
        return damages;
    }

    @Test
    void ten_thousand_damaged_inputs() {
        int taken = 0;
        for (int seed = 0; seed < INPUTS; seed++) {
            Random random = new Random(seed);
            Truth truth = TRUTHS.get(random.nextInt(TRUTHS.size()));
            String text = someScreens(truth, random);
            Set<Damage> damages = damages(random);
            for (Damage damage : damages) {
                text = text.isEmpty() ? text : damage.apply(text, random);
            }
            ImportedEstate imported = Estates.imported(text);
            String yaml = imported.yaml(Map.of());
            TreeSet<String> found = facts(yaml);
            imported.priorityLists().forEach((ipsi, list) -> found.add("list " + ipsi + " " + list));
            taken += found.size();
            Supplier<String> context = context(seed, damages, yaml, text);
            if (damages.stream().allMatch(Damage::keepsWords)) {
                TreeSet<String> wrong = new TreeSet<>(found);
                wrong.removeAll(truth.facts);
                wrong.remove("pn: 1 pn 1");
                assertThat(wrong).as(context).isEmpty();
            } else {
                assertStandsThere(found, text, context);
            }
            if (seed % VALIDATED == 0) {
                Estates.estate(imported);
            }
        }
        assertThat(taken).isGreaterThan(8 * INPUTS);
    }

    private static Supplier<String> context(int seed, Set<Damage> damages, String yaml, String text) {
        return () -> "seed " + seed + " " + damages + "\n" + yaml + "\n" + text;
    }

    /** Every number of a value stands in the text. */
    private static void assertStandsThere(TreeSet<String> found, String text, Supplier<String> context) {
        TreeSet<String> numbers = Pattern.compile("[0-9]+")
                .matcher(text.replaceAll("[\n\r]", ""))
                .results()
                .map(each -> each.group())
                .collect(Collectors.toCollection(TreeSet::new));
        Pattern.compile("[0-9]+").matcher(text).results().forEach(each -> numbers.add(each.group()));
        for (String fact : found) {
            if (fact.startsWith("release") || fact.equals("pn: 1 pn 1")) {
                continue;
            }
            assertThat(Pattern.compile("(?<![0-9])[0-9]+")
                            .matcher(fact.replace("delay: 1m", "delay: 60s"))
                            .results()
                            .map(each -> each.group()))
                    .as(context)
                    .allMatch(number ->
                            numbers.contains(number) || numbers.stream().anyMatch(each -> each.contains(number)));
        }
    }
}
