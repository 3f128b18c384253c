package org.ipsisim.scenario;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HeartbeatRules.FirstWait;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.RandomOutage;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.Story;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.estate.WallClock;

/** The keys at the top level of a scenario file; a mistake in one does not stop the next. */
final class ScenarioKeys extends Mapping<Scenario> {
    static final ScenarioKeys ROOT = new ScenarioKeys();

    private final FormatKey<Long> format = key("format", Forms.FORMAT, 1L, "The format that the file is written in.");
    private final FormatKey<String> title =
            required("title", Forms.text(Limits.TITLE_LENGTH, true), "The scenario in a few words.");
    private final FormatKey<List<String>> include = optional(
            Includes.KEY,
            Includes.PATHS,
            "Files whose keys this one completes and overrides; paths are relative to it.");
    private final FormatKey<String> description =
            optional("description", Forms.text(Limits.DESCRIPTION_LENGTH, false), "Why the scenario is worth running.");
    private final FormatKey<ClockForms.Stamp> start = optional(
            "start",
            ClockForms.STAMP,
            "What the customer's clock shows when the run begins; results then show that clock.");
    private final FormatKey<ZoneId> zone = optional(
            "zone", ClockForms.ZONE, "The time zone of the clock; without it the clock never changes by an hour.");
    private final FormatKey<Duration> duration = required("duration", Forms.LENGTH, "Length of the run.");
    private final FormatKey<Long> seed = key("seed", Forms.SEED, Scenario.DEFAULT_SEED, "Seed of every random draw.");
    private final FormatKey<Release> release = key(
            "release",
            Forms.word(Release.class),
            Release.CM_6,
            "Communication Manager release: sets defaults and allowed ranges of timers.");
    private final FormatKey<Boolean> enforceRanges =
            key("enforce-ranges", Forms.YES_NO, true, "n: timers out of range are warnings, for lab what-ifs.");
    private final FormatKey<Timers> timers =
            optional("timers", new TimersKeys().form(), "Timers; the release gives the defaults.");
    private final FormatKey<Fallback> fallback =
            optional("fallback", new FallbackKeys().form(), "How port networks return to the main.");
    private final FormatKey<Transport> transport = key(
            "heartbeat-transport",
            Forms.word(Transport.class),
            Transport.IDEAL,
            "What happens to a lost heartbeat: ideal, nothing; tcp, it is sent again.");
    private final FormatKey<FirstWait> firstWait = key(
            "tcp-first-wait",
            Forms.word(FirstWait.class),
            FirstWait.LINUX,
            "Over TCP, how long before a lost heartbeat is first sent again: linux, the round trip plus 200 ms; rfc6298,"
                    + " the round trip, at least 1 s.");
    private final FormatKey<Boolean> data = key(
            "data-as-heartbeats", Forms.YES_NO, false, "Whether the data of calls counts as contact; needs traffic.");
    private final FormatKey<List<String>> sites =
            optional("sites", Sites.form(), "The sites; without them everything is at one site, lan.");
    private final FormatKey<List<Link>> links =
            optional("links", new LinkKeys().list(Limits.LINKS), "The links between sites.");
    private final FormatKey<Servers> servers = optional(
            "servers",
            new ServersKeys().form(),
            "The servers; without them a simplex main, cluster 1, at the first site.");
    private final FormatKey<List<List<PortNetwork>>> portNetworks = optional(
            "port-networks",
            new PortNetworkKeys().list(1, Estate.MAX_PORT_NETWORKS, "[{pn: 1}]"),
            "The port networks; only a scenario with `sip` can do without.");
    private final FormatKey<SipEstate> sip =
            optional("sip", new SipKeys.Section(), "SIP phones and the session managers with which they register.");
    private final FormatKey<IpsiId> referenceIpsi = optional(
            "reference-ipsi", References.IPSI_NAME, "The IPSI that the licence is tied to; if it is silent: LIC-ERR.");
    private final FormatKey<List<ScenarioEvent>> events =
            optional("events", EventKeys.EVENT.list(Limits.EVENTS), "What happens, in any order.");
    private final FormatKey<List<RandomOutage>> randomOutages = optional(
            "random-outages",
            new RandomOutageKeys().list(Limits.RANDOM_OUTAGES),
            "What fails by chance, how often and for how long.");
    private final FormatKey<List<List<Expectation>>> expect =
            optional("expect", new ExpectKeys().list(Limits.EXPECTATIONS), "Checked after the run.");

    private ScenarioKeys() {
        super("the top level", "What is administered, what happens to it, and what is expected of the run.");
    }

    /** The scenario; empty if there is an error. Keys that declare something are read before keys that refer to it. */
    @Override
    Optional<Scenario> read(Fields fields) {
        FileReading reading = fields.reading();
        reading.putPlace("", fields.span());
        for (FormatKey<?> key : listKeys()) {
            fields.read(key);
            if (key == zone) {
                reading.setClock(clock(fields));
            } else if (key == enforceRanges) {
                Duration end = fields.find(duration).orElse(reading.end());
                reading.setRun(end, fields.get(release), fields.get(enforceRanges));
            } else if (key == sites) {
                reading.setSites(Sites.of(fields, sites));
            } else if (key == sip) {
                reading.setDeclared(declared(fields));
            }
        }
        checkNumber(fields.find(randomOutages).orElse(List.of()), fields);
        return reading.problems().hasErrors() ? Optional.empty() : make(fields);
    }

    private Optional<WallClock> clock(Fields fields) {
        if (fields.has(zone) && !fields.has(start) && fields.isClear(start)) {
            fields.warn(zone, "has no effect: without `start` no result shows a clock");
        }
        return fields.find(start)
                .filter(any -> fields.isClear(zone))
                .flatMap(stamp -> ClockForms.clock(stamp, fields.find(zone), fields.valueOf(start), fields.reading()));
    }

    @Override
    Optional<Scenario> make(Fields fields) {
        FileReading reading = fields.reading();
        return Optional.of(new Scenario(
                new Story(fields.get(title), fields.find(description).orElse(""), reading.clock(), reading.labels()),
                fields.get(duration),
                fields.get(seed),
                estate(fields),
                fields.find(events).orElse(List.of()),
                fields.find(randomOutages).orElse(List.of()),
                joined(fields.find(expect)),
                reading.provenance(),
                1));
    }

    private Estate estate(Fields fields) {
        Estate declared = fields.reading().declared().estate();
        return fields.find(referenceIpsi)
                .map(ipsi -> declared.with(declared.main().with(ipsi)))
                .orElse(declared);
    }

    private static <T> List<T> joined(Optional<List<List<T>>> entries) {
        List<T> all = new ArrayList<>();
        for (List<T> entry : entries.orElse(List.of())) {
            all.addAll(entry);
        }
        return all;
    }

    private Declared declared(Fields fields) {
        FileReading reading = fields.reading();
        ScenarioNames names = reading.names();
        List<PortNetwork> pns = joined(fields.find(portNetworks));
        boolean isNothing = fields.refuseNothing(portNetworks, "there is no port network");
        boolean isClear = fields.isClear(sites)
                && fields.isClear(links)
                && fields.isClear(servers)
                && fields.isClear(portNetworks)
                && fields.isClear(sip);
        boolean hasSip = fields.has(sip) || !fields.isClear(sip);
        if (!hasSip) {
            fields.require(
                    portNetworks.name(), portNetworks.form().allowed() + "; or `sip`, for a scenario of phones alone");
        }
        if (isNothing || !isClear || !fields.has(portNetworks) && !hasSip) {
            names.markIncomplete();
        }
        Estate estate = new Estate(
                reading.release(),
                fields.find(timers).orElse(Timers.defaultsOf(reading.release())),
                fields.find(fallback).orElse(new Fallback.Manual()),
                reading.sites().names(),
                fields.find(links).orElse(List.of()),
                fields.find(servers).orElse(Servers.simplexAt(reading.sites().first())),
                pns,
                heartbeats(fields, pns),
                fields.find(sip).orElse(SipEstate.NONE));
        if (!reading.problems().hasErrors()) {
            Reachability.check(estate, reading);
            SipCheck.check(estate, reading);
        }
        return new Declared(estate, names.isComplete());
    }

    private HeartbeatRules heartbeats(Fields fields, List<PortNetwork> all) {
        HeartbeatRules rules = new HeartbeatRules(fields.get(transport), fields.get(firstWait), fields.get(data));
        if (rules.firstWait() != HeartbeatRules.DEFAULT.firstWait() && rules.transport() == Transport.IDEAL) {
            fields.warn(firstWait, "has no effect: `heartbeat-transport` is `ideal`, and nothing is sent again");
        }
        if (rules.dataCounts()
                && all.stream().noneMatch(pn -> pn.traffic().isPresent())
                && !fields.reading().problems().hasErrors()) {
            fields.warn(data, "has no effect: no port network has `traffic` whose calls could carry data");
        }
        return rules;
    }

    private void checkNumber(List<RandomOutage> outages, Fields fields) {
        long end = fields.reading().end().toMillis();
        double expected = 0;
        for (RandomOutage outage : outages) {
            expected += outage.expectedIn(end);
        }
        if (expected > Limits.ALL_RANDOM_OUTAGES) {
            fields.errorAtKey(randomOutages.name(), "a run has " + Math.round(expected) + " random outages on average")
                    .allowed("at most " + Limits.ALL_RANDOM_OUTAGES)
                    .note("a longer `mean` of `between-failures`, or a shorter `duration`");
        }
    }

    @Override
    void constrain(Map<String, Object> schema) {
        // What is required may stand in an included file.
        schema.remove("required");
        schema.put(
                "anyOf",
                List.of(
                        JsonSchema.demanding(include.name()),
                        JsonSchema.demanding(title.name(), duration.name(), portNetworks.name()),
                        JsonSchema.demanding(title.name(), duration.name(), sip.name())));
    }

    @Override
    void write(Scenario scenario, Written out) {
        Estate estate = scenario.estate();
        out.put(format, 1L).put(title, scenario.title());
        if (!scenario.description().isEmpty()) {
            out.put(description, scenario.description());
        }
        out.put(start, scenario.clock().map(ClockForms.Stamp::of))
                .put(zone, scenario.clock().flatMap(ClockForms::zoneOf))
                .put(duration, scenario.duration())
                .put(seed, scenario.seed())
                .put(release, estate.release())
                .put(enforceRanges, !isSomethingOutOfRange(scenario))
                .put(timers, estate.timers())
                .put(fallback, estate.fallback())
                .put(transport, estate.heartbeats().transport())
                .put(firstWait, estate.heartbeats().firstWait())
                .put(data, estate.heartbeats().dataCounts())
                .put(sites, estate.sites())
                .putAny(links, estate.links())
                .put(servers, estate.servers())
                .putAny(
                        portNetworks,
                        estate.portNetworks().stream().map(List::of).toList())
                .put(sip, Optional.of(estate.sip()).filter(any -> !any.isEmpty()))
                .put(referenceIpsi, estate.main().referenceIpsi())
                .putAny(events, scenario.events())
                .putAny(randomOutages, scenario.randomOutages())
                .putAny(expect, scenario.expectations().stream().map(List::of).toList());
    }

    private static boolean isSomethingOutOfRange(Scenario scenario) {
        Estate estate = scenario.estate();
        boolean isFallback = estate.fallback() instanceof Fallback.ConnectionUp
                && !estate.release().returnsByConnection();
        return isFallback
                || isAnyOutOfRange(estate.timers().settings(), estate)
                || scenario.events().stream()
                        .anyMatch(event -> event instanceof ScenarioEvent.SetTimers change
                                && isAnyOutOfRange(change.settings(), estate));
    }

    private static boolean isAnyOutOfRange(Map<TimerSetting, Duration> settings, Estate estate) {
        return settings.entrySet().stream()
                .anyMatch(e -> e.getValue().compareTo(estate.release().minOf(e.getKey())) < 0
                        || e.getValue().compareTo(estate.release().maxOf(e.getKey())) > 0);
    }
}
