package org.ipsisim.estate;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The SIP side of an estate: session managers, the phones that register with them, and voicemail.
 *
 * @param domain of every address, such as {@code example.com}
 * @param sessionManagers in the order of the file
 * @param phones in the order of the file
 * @param voicemail servers that answer calls
 * @param directMedia whether media goes straight from phone to phone; phones then ask for PRACK (U19)
 * @param settings those of the section; a population may have others
 * @param calls that are told message by message (U17)
 */
public record SipEstate(
        String domain,
        List<SessionManager> sessionManagers,
        List<PhonePopulation> phones,
        List<VoicemailServer> voicemail,
        boolean directMedia,
        SipSettings settings,
        List<SipCall> calls) {
    /** The domain of a scenario that names none. */
    public static final String DEFAULT_DOMAIN = "example.com";

    /** Most session managers of an estate. */
    public static final int MAX_SESSION_MANAGERS = 278;

    /** Most populations of an estate. */
    public static final int MAX_POPULATIONS = 1000;

    /** Most phones of an estate. */
    public static final int MAX_PHONES = 500_000;

    /** Most devices of one user (A9, U16). */
    public static final int MAX_DEVICES = 10;

    /** An estate without SIP. */
    public static final SipEstate NONE =
            new SipEstate(DEFAULT_DOMAIN, List.of(), List.of(), List.of(), false, SipSettings.DEFAULT, List.of());

    /** Keeps copies of the lists. The scenario reader checks their consistency. */
    public SipEstate {
        sessionManagers = List.copyOf(sessionManagers);
        phones = List.copyOf(phones);
        voicemail = List.copyOf(voicemail);
        calls = List.copyOf(calls);
    }

    /** Whether there is no session manager, and so nothing of SIP. */
    public boolean isEmpty() {
        return sessionManagers.isEmpty();
    }

    /** The same with other session managers. */
    public SipEstate withSessionManagers(UnaryOperator<SessionManager> other) {
        List<SessionManager> others = sessionManagers.stream().map(other).toList();
        return new SipEstate(domain, others, phones, voicemail, directMedia, settings, calls);
    }

    /** The same with other populations of phones. */
    public SipEstate withPhones(UnaryOperator<PhonePopulation> other) {
        List<PhonePopulation> others = phones.stream().map(other).toList();
        return new SipEstate(domain, sessionManagers, others, voicemail, directMedia, settings, calls);
    }

    /** The session manager of a name, if the estate has it. */
    public Optional<SessionManager> findSessionManager(String name) {
        return sessionManagers.stream().filter(sm -> sm.name().equals(name)).findFirst();
    }

    /** The population of a name, if the estate has it. */
    public Optional<PhonePopulation> findPhones(String name) {
        return phones.stream().filter(phones -> phones.name().equals(name)).findFirst();
    }
}
