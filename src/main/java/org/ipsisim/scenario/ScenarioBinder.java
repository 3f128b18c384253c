package org.ipsisim.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.RandomOutage;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Timers;

/** Turns the tree of a file into a scenario, section by section; what is wrong does not stop the next section. */
final class ScenarioBinder {
    private final String file;
    private final FileReading reading;
    private final Scalars scalars;

    ScenarioBinder(String file, FileReading reading) {
        this.file = file;
        this.reading = reading;
        this.scalars = new Scalars(reading);
    }

    /** The scenario; empty, or made of fallbacks, if there are errors. */
    Optional<Scenario> bind(Node.Mapping tree) {
        reading.positions().put("", tree.span());
        Fields root = Fields.of(new EffectiveValue("", tree), Section.ROOT, reading);
        String title = title(root);
        String description = description(root);
        Optional<Duration> duration = root.requireDuration("duration", Limits.SHORTEST, Limits.LONGEST);
        Duration end = duration.orElse(Limits.LONGEST.plusMillis(1));
        long seed = seed(root);
        Release release = root.word("release", Release.class).orElse(Release.CM_6);
        boolean enforceRanges = root.yesNo("enforce-ranges", true);
        TimersSection timersSection = new TimersSection(reading, release, enforceRanges);
        Timers timers = timersSection.read(root.fields("timers", Section.TIMERS));
        Fallback fallback = new FallbackSection(reading, release, enforceRanges)
                .read(root.fields("fallback", Section.FALLBACK), end);

        ScenarioNames names = new ScenarioNames(reading);
        Sites sites = Sites.read(root, names, reading);
        List<Link> links = new LinksSection(reading, names, sites).read(root);
        ServersSection.Servers servers =
                new ServersSection(reading, names, sites).read(root.fields("servers", Section.SERVERS));
        PortNetworksSection portNetworksSection = new PortNetworksSection(reading, names, sites);
        List<PortNetwork> portNetworks = portNetworksSection.read(root);
        Estate estate = new Estate(
                release,
                timers,
                fallback,
                sites.names(),
                links,
                servers.main(),
                servers.cores(),
                servers.remotes(),
                portNetworks,
                new HeartbeatsReader(reading).read(root, portNetworks));
        if (!reading.problems().hasErrors()) {
            new Reachability(estate, reading).check();
        }
        if (!root.isClear("servers") || !root.isClear("port-networks")) {
            names.markIncomplete();
        }
        Declared declared = new Declared(estate, end, names.isComplete());
        portNetworksSection.checkReferences(declared);
        List<ScenarioEvent> events = new EventsSection(declared, timersSection, reading).read(root);
        List<RandomOutage> randomOutages = new RandomOutagesSection(declared, reading).read(root);
        List<Expectation> expectations = new ExpectationsSection(declared, reading).read(root);
        if (reading.problems().hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Scenario(
                title,
                description,
                end,
                seed,
                estate,
                events,
                randomOutages,
                expectations,
                reading.positions().toProvenance(file)));
    }

    private String title(Fields root) {
        Optional<EffectiveValue> value = root.require("title", "a few words");
        Optional<String> text = value.isEmpty() ? Optional.empty() : scalars.textOf(value.get(), "a few words");
        if (text.isPresent()) {
            if (text.get().isBlank()) {
                reading.problems()
                        .error(value.get().span(), value.get().path(), "is blank")
                        .allowed("a few words");
            }
            checkText(value.get(), text.get(), Limits.TITLE_LENGTH, false);
        }
        return text.orElse("");
    }

    private String description(Fields root) {
        Optional<EffectiveValue> value = root.find("description");
        if (value.isEmpty() || value.get().node() instanceof Node.Scalar scalar && scalar.isEmpty()) {
            return "";
        }
        Optional<String> text = scalars.textOf(value.get(), "text");
        if (text.isPresent()) {
            checkText(value.get(), text.get(), Limits.DESCRIPTION_LENGTH, true);
        }
        return text.orElse("");
    }

    private void checkText(EffectiveValue value, String text, int longest, boolean lines) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            reading.problems()
                    .error(value.span(), value.path(), "is too long: " + length + " characters")
                    .allowed("at most " + longest + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Visible.isUnsafe(c) && !(lines && c == '\n')) {
                reading.problems()
                        .error(
                                value.span(),
                                value.path(),
                                "holds a control character: " + Visible.of(String.valueOf(c)))
                        .allowed(lines ? "printable characters and line ends" : "printable characters in one line");
                return;
            }
        }
    }

    private long seed(Fields root) {
        Optional<EffectiveValue> value = root.find("seed");
        return value.isEmpty()
                ? Scenario.DEFAULT_SEED
                : scalars.integer(value.get(), Long.MIN_VALUE, Long.MAX_VALUE).orElse(Scenario.DEFAULT_SEED);
    }
}
