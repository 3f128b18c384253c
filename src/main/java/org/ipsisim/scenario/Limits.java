package org.ipsisim.scenario;

import java.time.Duration;
import org.ipsisim.estate.PriorityLists;

/** The largest values a scenario file may hold, where the format itself sets no narrower range. */
final class Limits {
    /** Largest scenario file: 1 MiB. */
    static final int FILE_BYTES = 1 << 20;

    /** Deepest nesting of lists and mappings; the format itself needs five. */
    static final int NESTING = 20;

    /** Most keys and values of a file and of those that it includes, so that small files cannot take much memory. */
    static final int NODES = 200_000;

    /** Longest duration anywhere: ten years. */
    static final Duration LONGEST = Duration.ofDays(3650);

    /** Shortest duration where 0s makes no sense. */
    static final Duration SHORTEST = Duration.ofMillis(1);

    /** Shortest mean length of good and bad times, a tenth of the usual heartbeat interval. */
    static final Duration SHORTEST_BURST = Duration.ofMillis(100);

    /** Shortest time from one burst of congestion to the next. */
    static final Duration SHORTEST_CONGESTION_PERIOD = Duration.ofSeconds(1);

    static final Duration LINK_LATENCY = Duration.ofSeconds(60);
    static final Duration MIN_CONNECTION_UP = Duration.ofMinutes(3);
    static final Duration MAX_CONNECTION_UP = Duration.ofHours(2);

    static final int TITLE_LENGTH = 200;
    static final int DESCRIPTION_LENGTH = 4000;
    static final int NAME_LENGTH = 64;
    static final int DOMAIN_LENGTH = 253;

    static final int SITES = 1000;
    static final int LINKS = 2000;
    static final int SURVIVABLE_REMOTES = 250;
    /** Longest delay of a survivable remote. */
    static final Duration REMOTE_DELAY = Duration.ofHours(1);

    static final int REQUESTS_PER_SECOND = 100_000;
    static final int QUEUE = 1_000_000;
    static final int VOICEMAIL_SERVERS = 1000;
    static final int SIP_CALLS = 1000;

    /** Most datagrams of a call that can be lost, and the last of them. */
    static final int DATAGRAMS = 1000;

    static final int EVENTS = 10_000;
    static final int EXPECTATIONS = 10_000;
    static final int FLAP_TIMES = 100_000;

    /** Most failures that the flaps of one scenario may add up to. */
    static final int ALL_FLAPS = 200_000;

    static final int RANDOM_OUTAGES = 1000;

    /** Most outages by chance that one run may have on average. */
    static final int ALL_RANDOM_OUTAGES = 100_000;

    static final double LEAST_SHAPE = 0.2;
    static final int SHAPE = 20;
    static final double LEAST_VARIATION = 0.01;
    static final int VARIATION = 10;

    static final int CALLS = 100_000;
    static final int CALLS_PER_HOUR = 1_000_000;
    static final int HOLD_VARIATION = 5;
    static final Duration SET_UP = Duration.ofMinutes(10);
    static final int TRUNK_CIRCUITS = 10_000;

    /** Most steps of a daily profile: one each quarter of an hour. */
    static final int PROFILE_STEPS = 96;

    /** The last time of a day. */
    static final Duration END_OF_DAY = Duration.ofDays(1).minusMillis(1);

    static final int COMMUNITY = 64;
    static final int CLUSTER = 999;
    static final int PRIORITY_SCORE = 100;
    static final int PRIORITY_LIST = PriorityLists.CAPACITY;
    static final int COUNT = 1_000_000_000;

    /** Most survivable cores on an IPSI's list, besides the main (C7). */
    static final int ENTERPRISE_SURVIVABLE_CORES = 7;

    private Limits() {}
}
