package org.ipsisim.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSetting;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.SurvivableRemote;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;
import org.ipsisim.estate.Timers;

/** Generated scenarios with a few SIP phones: outages of everything, slow session managers, and all settings. */
public final class PhoneScenarios {
    private static final List<String> SITES = List.of("hq", "dr", "oslo", "rome");

    private final Dice dice;
    private final long length;
    private final List<Link> links = new ArrayList<>();

    private PhoneScenarios(long seed) {
        dice = new Dice(seed);
        length = dice.between(60_000L, 600_000L);
    }

    /** The scenario of a seed. */
    public static Scenario scenario(long seed) {
        return new PhoneScenarios(seed).build(seed);
    }

    private Scenario build(long seed) {
        addLinks();
        List<SurvivableRemote> remotes = new ArrayList<>();
        if (dice.percent(60)) {
            remotes.add(
                    new SurvivableRemote("lsp-1", dice.oneOf(SITES), time(1000, 30_000, 500), time(1000, 30_000, 500)));
        }
        List<SurvivableCore> cores =
                dice.percent(30) ? List.of(new SurvivableCore(10, "dr", 1, false, false, false, 1)) : List.of();
        Servers servers = new Servers(MainCluster.simplexAt("hq"), cores, remotes);
        List<SessionManager> managers = managers(remotes);
        Estate estate = new Estate(
                Release.CM_6,
                Timers.defaultsOf(Release.CM_6),
                new Fallback.Manual(),
                SITES,
                links,
                servers,
                List.of(),
                HeartbeatRules.DEFAULT,
                new SipEstate(
                        "example.com",
                        managers,
                        populations(managers),
                        List.of(),
                        false,
                        SipSettings.DEFAULT,
                        List.of()));
        return new Scenario(
                "phones " + seed,
                "",
                Duration.ofMillis(length),
                seed,
                estate,
                events(estate),
                List.of(),
                List.of(),
                Provenance.NONE);
    }

    private void addLinks() {
        for (String site : SITES.subList(1, SITES.size())) {
            addLink("l" + links.size(), "hq", site);
        }
        int more = dice.between(0, 2);
        for (int i = 0; i < more; i++) {
            int one = dice.between(0, 2);
            addLink("l" + links.size(), SITES.get(one), SITES.get(dice.between(one + 1, 3)));
        }
    }

    private void addLink(String id, String a, String b) {
        ControlNetwork network = dice.percent(10) ? ControlNetwork.A : ControlNetwork.BOTH;
        links.add(new Link(id, a, b, time(0, 300, 5), 0, network, Optional.empty()));
    }

    private Duration time(long least, long most, long step) {
        return Duration.ofMillis(least + step * dice.between(0L, (most - least) / step));
    }

    private List<SessionManager> managers(List<SurvivableRemote> remotes) {
        List<SessionManager> managers = new ArrayList<>();
        int count = dice.between(1, 3);
        for (int i = 1; i <= count; i++) {
            managers.add(new SessionManager("sm-" + i, dice.oneOf(SITES), perSecond(), queue(), Optional.empty()));
        }
        for (SurvivableRemote remote : remotes) {
            managers.add(new SessionManager("bsm", remote.site(), perSecond(), queue(), Optional.of(remote.name())));
        }
        return managers;
    }

    private int perSecond() {
        return dice.percent(50) ? dice.between(1, 3) : dice.between(1, 700);
    }

    private int queue() {
        return dice.percent(50) ? dice.between(1, 3) : 1000;
    }

    private List<PhonePopulation> populations(List<SessionManager> managers) {
        List<PhonePopulation> populations = new ArrayList<>();
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            List<String> names =
                    new ArrayList<>(managers.stream().map(SessionManager::name).toList());
            List<String> controllers = new ArrayList<>();
            int wanted = dice.between(1, names.size());
            while (controllers.size() < wanted) {
                controllers.add(names.remove(dice.between(0, names.size() - 1)));
            }
            long first = dice.between(1L, 4L);
            populations.add(new PhonePopulation(
                    "p" + (count - i),
                    dice.oneOf(SITES),
                    first,
                    first + dice.between(0L, 5L),
                    controllers,
                    settings()));
        }
        return populations;
    }

    private SipSettings settings() {
        return SipSettings.DEFAULT
                .with(SipSetting.REGISTRATION, dice.oneOf(List.of(SipSettings.Registration.values())))
                .with(SipSetting.EXPIRES, time(60_000, 200_000, 1))
                .with(SipSetting.REFRESH_AT, dice.between(10, 95) / 100.0)
                .with(SipSetting.KEEPALIVE_INTERVAL, time(1000, 15_000, dice.oneOf(List.of(1L, 1000L))))
                .with(SipSetting.KEEPALIVE_MISSES, dice.between(1, 4))
                .with(SipSetting.RECOVERY_WAIT, someWait())
                .with(SipSetting.RETRY_AFTER, someWait())
                .with(SipSetting.ANSWER_TIMEOUT, time(1000, 8000, dice.oneOf(List.of(1L, 1000L))))
                .with(SipSetting.ACTIVATION_DELAY, dice.percent(20) ? Duration.ZERO : time(0, 5000, 100))
                .with(SipSetting.ACTIVATION_REQUESTS, dice.between(0, 4))
                .with(SipSetting.FAILBACK, dice.oneOf(List.of(SipSettings.Failback.values())))
                .with(SipSetting.NONCE, dice.oneOf(List.of(SipSettings.Nonce.values())))
                .with(SipSetting.PHASE, dice.oneOf(List.of(SipSettings.Phase.values())));
    }

    private SipSettings.Wait someWait() {
        Duration min = time(500, 40_000, 100);
        return new SipSettings.Wait(min, dice.percent(30) ? min : min.plus(time(0, 20_000, 1)));
    }

    private List<ScenarioEvent> events(Estate estate) {
        List<Target> targets = new ArrayList<>(Targets.of(estate).values());
        List<ScenarioEvent> events = new ArrayList<>();
        int count = dice.between(1, 7);
        for (int i = 0; i < count; i++) {
            Target target = dice.oneOf(targets);
            Duration at = moment();
            if (dice.percent(10)) {
                events.add(new ScenarioEvent.Failback(
                        at,
                        new TreeSet<>(List.of(dice.oneOf(estate.sip().phones()).name()))));
            } else if (dice.percent(15)) {
                events.add(new ScenarioEvent.Degrade(
                        at,
                        new Target.OfLink(dice.oneOf(links).id()),
                        OptionalDouble.empty(),
                        Optional.of(time(0, 3000, 10)),
                        Optional.empty(),
                        Optional.of(outage())));
            } else if (dice.percent(20)) {
                events.add(new ScenarioEvent.Flap(at, target, outage(), outage(), dice.between(1, 5)));
            } else if (dice.percent(10)) {
                events.add(new ScenarioEvent.Fail(at, target, Optional.empty()));
            } else {
                events.add(new ScenarioEvent.Fail(at, target, Optional.of(outage())));
            }
        }
        return events;
    }

    /** Often on a whole second, when keep-alives and waits are due, too. */
    private Duration moment() {
        long at = dice.between(0L, length - 1);
        return Duration.ofMillis(dice.percent(50) ? at - at % 1000 : at);
    }

    private Duration outage() {
        return dice.percent(50) ? time(1000, 120_000, 1000) : time(1, 20_000, 1);
    }
}
