package org.ipsisim.study;

import java.util.List;
import org.ipsisim.scenario.ScenarioSource;

/**
 * A small estate with phones to ask questions about, whose every number can be worked out by hand: a session manager at
 * headquarters that serves a request in 1 ms, a WAN on which a message takes 1 ms (U1), and at the branch three phones out of
 * phase, which send keep-alives 0 s, 5 s and 10 s after each quarter of a minute. All waits are 30 s; nothing is by chance.
 *
 * <p>To register takes 6 ms, to become active 5 s and 9 ms more: a phone is in service 5.015 s after its attempt.
 */
public final class PhoneBranch {
    private static final String ESTATE = """
            title: Phones of a branch
            duration: 10m
            sites: [hq, branch]
            links: [{id: wan, between: [hq, branch]}]
            servers: {main: {site: hq}}
            sip:
              session-managers:
                - {name: sm-1, site: hq, requests-per-second: 1000}
              phones:
                - {name: desk, site: branch, extensions: 6001-6003, controllers: [sm-1]}
              settings: {phase: even, recovery-wait: {min: 30s, max: 30s}, retry-after: {min: 30s, max: 30s}}
            """;

    private PhoneBranch() {}

    /** The branch with events such as {@code {at: 1m, fail: wan, for: 40s}}. */
    public static ScenarioSource with(String... events) {
        return Branch.source(ESTATE + "events: " + List.of(events) + "\n");
    }
}
