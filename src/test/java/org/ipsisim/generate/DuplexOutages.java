package org.ipsisim.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;

/**
 * Failures of the two main servers, and of their ways to the port networks, one after another, and the times that matter
 * to them: three heartbeats, the 4.1 s until a takeover, the 225 s of a Cold-2, the 5 min until a standby is refreshed,
 * an interchange and its curb.
 */
final class DuplexOutages {
    private static final long TAKEOVER = 4100;
    private static final long COLD_2 = 225_000;
    private static final long REFRESH = 300_000;

    private final Dice dice;
    private final Estate estate;
    private final long interval;
    private final long interchange;
    private final long curb;

    DuplexOutages(Dice dice, Estate estate) {
        this.dice = dice;
        this.estate = estate;
        interval = estate.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        interchange = estate.timers().millis(TimerSetting.SERVER_INTERCHANGE_DURATION);
        curb = estate.timers().millis(TimerSetting.SERVER_INTERCHANGE_CURB);
    }

    /** What may happen to the servers because of a failure or a restore at a time. */
    List<Long> stagesAfter(long at) {
        long begins = (at + interval - 1) / interval * interval + 2 * interval;
        return List.of(
                begins,
                begins + interchange,
                begins + interchange + curb,
                at + interchange,
                at + interchange + curb,
                at + TAKEOVER,
                at + TAKEOVER + COLD_2,
                at + REFRESH);
    }

    /** One server after the other fails, again and again, each at a time that matters to the failure before. */
    List<ScenarioEvent> ofServers(long first, long end) {
        List<ScenarioEvent> events = new ArrayList<>();
        Target server = dice.oneOf(List.of(server("main-a"), server("main-b")));
        long at = first;
        for (int i = dice.between(2, 5); i > 0 && at < end; i--) {
            long length = Math.max(1, oneOfTheTimes());
            events.add(fail(at, server, length));
            at += (dice.percent(50) ? length : 0) + oneOfTheTimes();
            if (dice.percent(70)) {
                server = server(server.name().equals("main-a") ? "main-b" : "main-a");
            }
        }
        return events;
    }

    /** One site with a server after the other is cut off, about as long as it takes to interchange because of it. */
    List<ScenarioEvent> ofPaths(long first, long end) {
        List<ScenarioEvent> events = new ArrayList<>();
        MainCluster main = estate.main();
        String site = main.site();
        long at = first;
        for (int i = dice.between(2, 6); i > 0 && at < end; i--) {
            long length = dice.between(2, 6) * interval + dice.between(-1, 1) + (dice.percent(30) ? interchange : 0);
            for (Target link : linksOf(site)) {
                events.add(fail(at, link, length));
            }
            if (dice.percent(70)) {
                site = site.equals(main.site()) ? main.standbySite() : main.site();
            }
            long next = dice.oneOf(List.of(0L, interval, length, length + interchange, interchange + curb));
            at += next + dice.between(0, 3) * interval;
        }
        return events;
    }

    private List<Target> linksOf(String site) {
        return estate.links().stream()
                .filter(link -> link.a().equals(site) || link.b().equals(site))
                .<Target>map(link -> new Target.OfLink(link.id()))
                .toList();
    }

    private static ScenarioEvent fail(long at, Target target, long length) {
        return new ScenarioEvent.Fail(Duration.ofMillis(at), target, Optional.of(Duration.ofMillis(length)));
    }

    private long oneOfTheTimes() {
        long time = dice.oneOf(List.of(
                0L,
                interval,
                2 * interval,
                3 * interval,
                dice.between(0L, 5 * interval),
                TAKEOVER,
                TAKEOVER,
                dice.between(0L, 2 * TAKEOVER),
                interchange,
                COLD_2,
                REFRESH,
                REFRESH - TAKEOVER));
        return Math.max(0, time + (dice.percent(40) ? dice.between(-1, 1) : 0));
    }

    private static Target server(String id) {
        return new Target.OfServers(id, List.of(id));
    }
}
