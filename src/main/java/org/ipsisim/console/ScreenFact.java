package org.ipsisim.console;

import java.util.Arrays;
import java.util.Optional;
import org.ipsisim.estate.TimerSetting;

/** What screens say about an estate, under the key that a scenario file has for it. */
enum ScreenFact {
    CORE_COMMUNITY(Of.CORE, "community"),
    CORE_SYSTEM_PREFERRED(Of.CORE, "system-preferred"),
    CORE_LOCAL_PREFERRED(Of.CORE, "local-preferred"),
    CORE_LOCAL_ONLY(Of.CORE, "local-only"),
    CORE_PRIORITY_SCORE(Of.CORE, "priority-score"),
    /** Given only if the core is a pair of servers. */
    CORE_DUPLEX(Of.CORE, "duplex"),
    /** Given only if the core is disabled. */
    CORE_DISABLED(Of.CORE, "disabled"),
    AUTO_RETURN(Of.SYSTEM, "auto-return"),
    CONNECTION_UP_TIME(Of.SYSTEM, "connection-up-time"),
    /** The day and the time of a scheduled return. */
    RETURN_SCHEDULE(Of.SYSTEM, "schedule"),
    MAIN_CLUSTER(Of.MAIN, "cluster"),
    MAIN_DUPLEX(Of.MAIN, "duplex"),
    PN_COMMUNITY(Of.PORT_NETWORK, "community"),
    PN_IPSIS(Of.PORT_NETWORK, "ipsis"),
    PN_IGNORES_CONNECTIVITY(Of.PORT_NETWORK, "ignore-connectivity-in-arbitration"),
    /** The port network is in the list of communities; it need not be administered. */
    PN_LISTED(Of.PORT_NETWORK, "listed"),
    RELEASE(Of.SYSTEM, "release"),
    /** A server of some cluster says that it is duplicated. */
    SOME_SERVER_DUPLICATED(Of.SYSTEM, "a server that is duplicated"),
    /** A server of some cluster says that it is not duplicated. */
    SOME_SERVER_SINGLE(Of.SYSTEM, "a server that is not duplicated"),
    NO_SERVICE_TIMEOUT(Of.SYSTEM, TimerSetting.NO_SERVICE_TIMEOUT.key()),
    PN_COLD_RESET_DELAY(Of.SYSTEM, TimerSetting.PN_COLD_RESET_DELAY.key()),
    SOCKET_SANITY_TIMEOUT(Of.SYSTEM, TimerSetting.SOCKET_SANITY_TIMEOUT.key());

    /** What a fact is about. */
    enum Of {
        CORE,
        MAIN,
        PORT_NETWORK,
        SYSTEM
    }

    private final Of of;
    private final String key;

    ScreenFact(Of of, String key) {
        this.of = of;
        this.key = key;
    }

    /** What it is about. */
    Of of() {
        return of;
    }

    /** Its key in a scenario file. */
    String key() {
        return key;
    }

    /** The fact that gives a timer, if screens show it. */
    static Optional<ScreenFact> of(TimerSetting timer) {
        return Arrays.stream(values())
                .filter(fact -> fact.key.equals(timer.key()))
                .findFirst();
    }

    /** In an administrator's words, such as {@code community of port network 3}. */
    String words(int number) {
        return switch (of) {
            case CORE -> key + " of core " + number;
            case MAIN -> key + " of the main";
            case PORT_NETWORK -> key.replace("ipsis", "IPSIs") + " of port network " + number;
            case SYSTEM -> key;
        };
    }
}
