package org.ipsisim.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What happened to phones and session managers in a run.
 *
 * @param populations in the order of the scenario
 * @param sessionManagers in the order of the scenario
 * @param phones every phone; empty unless the run was asked to keep them
 * @param phonesOfCalls those that call or are called in {@code sip.calls}
 * @param registrations by extension; empty unless the run was asked to keep those of a session manager
 * @param watched the phone that the run was asked to watch
 * @param steps those of the watched phone, by time
 */
public record SipHistory(
        List<PopulationHistory> populations,
        List<SessionManagerHistory> sessionManagers,
        List<PhoneHistory> phones,
        List<PhoneHistory> phonesOfCalls,
        List<Registration> registrations,
        Optional<KeptPhones.Watched> watched,
        List<PhoneStep> steps) {
    /** Of a run without phones. */
    public static final SipHistory NONE = new SipHistory(List.of(), List.of(), List.of());

    /** A history without single registrations and messages. */
    public SipHistory(
            List<PopulationHistory> populations,
            List<SessionManagerHistory> sessionManagers,
            List<PhoneHistory> phones) {
        this(populations, sessionManagers, phones, List.of(), List.of(), Optional.empty(), List.of());
    }

    /** Keeps copies of the lists. */
    public SipHistory {
        registrations = List.copyOf(registrations);
        steps = List.copyOf(steps);
        populations = List.copyOf(populations);
        sessionManagers = List.copyOf(sessionManagers);
        phones = List.copyOf(phones);
        phonesOfCalls = List.copyOf(phonesOfCalls);
    }

    /** Whether the run had no session manager. */
    public boolean isEmpty() {
        return sessionManagers.isEmpty();
    }

    /** The populations that lost most service, the worst first, at most so many. */
    public List<PopulationHistory> mostAffected(int most) {
        return populations.stream()
                .sorted(Comparator.comparingLong(phones -> -phones.outage().total()))
                .limit(most)
                .toList();
    }

    /** The history of a population by its name, if the estate has it. */
    public Optional<PopulationHistory> findPopulation(String name) {
        return populations.stream()
                .filter(p -> p.population().name().equals(name))
                .findFirst();
    }

    /** The history of a session manager by its name, if the estate has it. */
    public Optional<SessionManagerHistory> findSessionManager(String name) {
        return sessionManagers.stream()
                .filter(sm -> sm.sessionManager().name().equals(name))
                .findFirst();
    }
}
