package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.TimerSetting;

/** A kind of mapping in a scenario file, and the keys it may have. */
enum Section implements Keys {
    ROOT(
            "the top level",
            "title",
            "description",
            "duration",
            "seed",
            "release",
            "enforce-ranges",
            "timers",
            "fallback",
            "heartbeat-transport",
            "data-as-heartbeats",
            "sites",
            "links",
            "servers",
            "port-networks",
            "events",
            "random-outages",
            "expect"),
    TIMERS("`timers`", timers("reading", "calls-drop")),
    FALLBACK("`fallback`", "auto-return", "scheduled-at", "connection-up-time"),
    LINK("an entry of `links`", "id", "between", "latency", "loss", "bursts", "control-network"),
    BURSTS("`bursts`", "good", "bad", "loss"),
    SERVERS("`servers`", "main", "survivable-cores", "survivable-remotes"),
    MAIN("`servers.main`", "cluster", "site", "duplex", "standby-site"),
    SURVIVABLE_CORE(
            "an entry of `servers.survivable-cores`",
            "cluster",
            "site",
            "community",
            "system-preferred",
            "local-preferred",
            "local-only",
            "priority-score"),
    SURVIVABLE_REMOTE("an entry of `servers.survivable-remotes`", "name", "site"),
    PORT_NETWORK(
            "an entry of `port-networks`",
            "pn",
            "site",
            "community",
            "ipsis",
            "ignore-connectivity-in-arbitration",
            "calls",
            "traffic"),
    CALLS("`calls` of a port network", "pn", "ip"),
    TRAFFIC(
            "`traffic` of a port network",
            "calls-per-hour",
            "mean-hold",
            "hold",
            "hold-variation",
            "set-up",
            "trunk",
            "trunk-circuits",
            "ip",
            "to",
            "profile"),
    TRAFFIC_TO("an entry of `to` of traffic", "pn", "share"),
    PROFILE_STEP("an entry of `profile` of traffic", "from", "share"),
    EVENT(
            "an entry of `events`",
            "at",
            "fail",
            "restore",
            "flap",
            "degrade",
            "congestion",
            "duplex-mismatch",
            "forced-takeover",
            "interchange",
            "disable",
            "enable",
            "busyout",
            "release-busyout",
            "set-timers",
            "for",
            "down",
            "up",
            "times",
            "loss",
            "latency",
            "bursts",
            "every",
            "burst",
            "peak-loss",
            "full-load",
            "port-networks"),
    SET_TIMERS("`set-timers` of an event", administeredTimers()),
    RANDOM_OUTAGE("an entry of `random-outages`", "target", "together", "between-failures", "repair"),
    RANDOM_TIME("a random time", "law", "mean", "shape", "variation"),
    EXPECTATION("an entry of `expect`", expectations()),
    BOUND("the bounds of an expectation", "at-most", "at-least");

    private final String place;
    private final List<String> keys;

    Section(String place, String... keys) {
        this.place = place;
        this.keys = List.of(keys);
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    private static String[] timers(String... more) {
        List<String> keys = new ArrayList<>(Keyed.keys(TimerSetting.class));
        keys.addAll(List.of(more));
        return keys.toArray(new String[0]);
    }

    /** Those that an administrator can change: the heartbeat interval is fixed in the product. */
    private static String[] administeredTimers() {
        return Arrays.stream(TimerSetting.values())
                .filter(TimerSetting::isAdministered)
                .map(TimerSetting::key)
                .toArray(String[]::new);
    }

    private static String[] expectations() {
        List<String> keys = new ArrayList<>(List.of("pn", "at", "state", "controller"));
        keys.addAll(Keyed.keys(PnTotal.class));
        keys.addAll(List.of("server-interchanges", "ipsi", "priority-list"));
        return keys.toArray(new String[0]);
    }
}
