package org.ipsisim.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSetting;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.SurvivableRemote;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Words;
import org.ipsisim.study.Allowance;

/**
 * What would have prevented or shortened the time without service of a population of phones, found by running the scenario
 * with one thing different at a time.
 *
 * @param asItIs the run as it is
 * @param events events without which it would have been better
 * @param remedies settings and changes of the estate with which it would have been better, best first
 * @param noEffect what was tried and does not help, in a few words each
 * @param runs how many runs it took
 * @param unfinished what was not found out
 */
public record PhonePrevention(
        PhoneRemedy asItIs,
        List<PhoneRemedy> events,
        List<PhoneRemedy> remedies,
        List<String> noEffect,
        int runs,
        Allowance.Unfinished unfinished) {
    /** More events than this are not tried one by one. */
    private static final int MOST_EVENTS = 40;

    /** A remedy saves at least this share of the time without service. */
    private static final double LEAST_SAVED = 0.01;

    private static final int HALF = 2;

    /**
     * A difference, and what the population would have gone through with it.
     *
     * @param words what is different
     * @param inService how many phones would have been in service at the moment
     * @param total time without service of all phones in milliseconds
     * @param longest of any phone, in milliseconds
     */
    public record PhoneRemedy(String words, int inService, long total, long longest) {}

    /** A scenario with a difference. */
    private record Change(String words, boolean isEvent, Scenario scenario) {}

    /** Keeps copies of the lists. */
    public PhonePrevention {
        events = List.copyOf(events);
        remedies = List.copyOf(remedies);
        noEffect = List.copyOf(noEffect);
    }

    /** Tries what an administrator or a designer could have changed; tries nothing if no phone lost any service. */
    public static PhonePrevention of(PhoneExplanation explanation) {
        return of(explanation, Allowance.usual());
    }

    /**
     * Tries what an administrator or a designer could have changed; tries nothing if no phone lost any service.
     *
     * @param allowance how much work all runs together may take
     */
    public static PhonePrevention of(PhoneExplanation explanation, Allowance allowance) {
        Scenario scenario = explanation.history().scenario();
        PhonePopulation phones = explanation.phones().population();
        PhoneRemedy asItIs = remedy("as it is", explanation.history(), phones, explanation.at());
        if (asItIs.total() == 0) {
            return new PhonePrevention(asItIs, List.of(), List.of(), List.of(), 0, Allowance.Unfinished.NOTHING);
        }
        List<Change> changes = new ArrayList<>();
        List<Optional<PhoneRemedy>> tried = new ArrayList<>();
        for (List<Change> some : Lists.parts(changes(scenario, phones), Allowance.TOGETHER)) {
            if (allowance.hasWorkFor(some.size())) {
                changes.addAll(some);
                some.parallelStream()
                        .map(change -> allowance
                                .run(change.scenario.withoutExpectations(), Detail.RESETS)
                                .map(run -> remedy(change.words, run, phones, explanation.at())))
                        .forEachOrdered(tried::add);
            }
        }
        List<PhoneRemedy> events = new ArrayList<>();
        List<PhoneRemedy> remedies = new ArrayList<>();
        List<String> noEffect = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Optional<PhoneRemedy> better = tried.get(i).filter(remedy -> helps(remedy, asItIs));
            if (better.isEmpty()) {
                noEffect.add(changes.get(i).words);
            } else if (changes.get(i).isEvent) {
                events.add(better.get());
            } else {
                remedies.add(better.get());
            }
        }
        remedies.sort(Comparator.comparingLong(PhoneRemedy::total));
        return new PhonePrevention(asItIs, events, remedies, noEffect, changes.size(), allowance.unfinished());
    }

    private static boolean helps(PhoneRemedy remedy, PhoneRemedy asItIs) {
        return remedy.total() <= asItIs.total() * (1 - LEAST_SAVED);
    }

    private static PhoneRemedy remedy(String words, History run, PhonePopulation phones, long at) {
        PopulationHistory then = run.sip().findPopulation(phones.name()).orElseThrow();
        return new PhoneRemedy(
                words,
                then.sampleAt(at).in(PhoneState.IN_SERVICE),
                then.outage().total(),
                then.outage().longest());
    }

    private static List<Change> changes(Scenario scenario, PhonePopulation phones) {
        List<Change> changes = new ArrayList<>();
        List<Occurrence> occurrences = Occurrence.of(scenario);
        if (occurrences.size() <= MOST_EVENTS) {
            for (Occurrence event : occurrences) {
                List<Occurrence> rest = new ArrayList<>(occurrences);
                rest.remove(event);
                changes.add(new Change(event.source().text(), true, scenario.withOnly(Occurrence.events(rest))));
            }
        }
        addControllers(changes, scenario, phones);
        addSettings(changes, scenario, phones.settings());
        addFasterSessionManagers(changes, scenario, phones);
        addRemotes(changes, scenario, phones);
        addLinks(changes, scenario);
        return changes;
    }

    /** Each session manager that is not on the list becomes the last on it. */
    private static void addControllers(List<Change> changes, Scenario scenario, PhonePopulation phones) {
        SipEstate sip = scenario.estate().sip();
        if (phones.controllers().size() == PhonePopulation.MAX_CONTROLLERS) {
            return;
        }
        for (SessionManager sm : sip.sessionManagers()) {
            if (!phones.controllers().contains(sm.name())) {
                List<String> longer = new ArrayList<>(phones.controllers());
                longer.add(sm.name());
                changes.add(new Change(
                        sm.name() + " as one more controller",
                        false,
                        with(scenario, sip.withPhones(each -> each.equals(phones) ? each.with(longer) : each))));
            }
        }
    }

    private static void addSettings(List<Change> changes, Scenario scenario, SipSettings now) {
        if (now.keepaliveMisses() > 1) {
            add(changes, scenario, SipSetting.KEEPALIVE_MISSES, now.keepaliveMisses() - 1);
        }
        add(changes, scenario, SipSetting.KEEPALIVE_INTERVAL, half(now.keepaliveInterval()));
        SipSettings.Registration other = now.registration() == SipSettings.Registration.SIMULTANEOUS
                ? SipSettings.Registration.ALTERNATE
                : SipSettings.Registration.SIMULTANEOUS;
        add(changes, scenario, SipSetting.REGISTRATION, other);
        add(changes, scenario, SipSetting.RECOVERY_WAIT, halved(now.recoveryWait()));
        add(changes, scenario, SipSetting.RECOVERY_WAIT, doubled(now.recoveryWait()));
        add(changes, scenario, SipSetting.RETRY_AFTER, doubled(now.retryAfter()));
        add(changes, scenario, SipSetting.ANSWER_TIMEOUT, now.answerTimeout().multipliedBy(HALF));
        SipSettings.Failback back =
                now.failback() == SipSettings.Failback.AUTO ? SipSettings.Failback.MANUAL : SipSettings.Failback.AUTO;
        add(changes, scenario, SipSetting.FAILBACK, back);
    }

    private static Duration half(Duration length) {
        return Duration.ofMillis(Math.max(1000, length.toMillis() / HALF));
    }

    private static SipSettings.Wait halved(SipSettings.Wait wait) {
        return new SipSettings.Wait(half(wait.min()), half(wait.max()));
    }

    private static SipSettings.Wait doubled(SipSettings.Wait wait) {
        return new SipSettings.Wait(wait.min().multipliedBy(HALF), wait.max().multipliedBy(HALF));
    }

    /** Another value for all phones: a storm is theirs together. */
    private static void add(List<Change> changes, Scenario scenario, SipSetting setting, Object value) {
        SipEstate sip = scenario.estate()
                .sip()
                .withPhones(each -> each.with(each.settings().with(setting, value)));
        changes.add(new Change(setting.key() + " " + Words.setting(value), false, with(scenario, sip)));
    }

    private static void addFasterSessionManagers(List<Change> changes, Scenario scenario, PhonePopulation phones) {
        SipEstate sip = scenario.estate().sip();
        for (String name : phones.controllers()) {
            changes.add(new Change(
                    name + " twice as fast",
                    false,
                    with(
                            scenario,
                            sip.withSessionManagers(
                                    sm -> sm.name().equals(name) ? sm.serving(HALF * sm.requestsPerSecond()) : sm))));
        }
    }

    /** The survivable remote of a branch session manager is active in half the time. */
    private static void addRemotes(List<Change> changes, Scenario scenario, PhonePopulation phones) {
        Estate estate = scenario.estate();
        List<String> branches = phones.controllers().stream()
                .flatMap(name -> estate.sip().findSessionManager(name).stream())
                .flatMap(sm -> sm.survivableRemote().stream())
                .toList();
        for (SurvivableRemote remote : estate.survivableRemotes()) {
            if (branches.contains(remote.name())) {
                Duration sooner = half(remote.activationDelay());
                SurvivableRemote faster =
                        new SurvivableRemote(remote.name(), remote.site(), sooner, remote.returnDelay());
                List<SurvivableRemote> remotes = estate.survivableRemotes().stream()
                        .map(each -> each.equals(remote) ? faster : each)
                        .toList();
                changes.add(new Change(
                        remote.name() + " active after " + Words.duration(sooner.toMillis()),
                        false,
                        scenario.with(estate.withSurvivableRemotes(remotes))));
            }
        }
    }

    /** A second way beside each link, which no event strikes. */
    private static void addLinks(List<Change> changes, Scenario scenario) {
        Estate estate = scenario.estate();
        for (Link link : estate.links()) {
            List<Link> links = new ArrayList<>(estate.links());
            links.add(EstateChanges.twinOf(link, link.network()));
            changes.add(new Change("a second link beside " + link.id(), false, scenario.with(estate.withLinks(links))));
        }
    }

    private static Scenario with(Scenario scenario, SipEstate sip) {
        return scenario.with(scenario.estate().with(sip));
    }
}
