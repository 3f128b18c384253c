package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Server;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** What the servers reach, as it is told, is what they counted when they changed roles (M22). */
class ServerReachTest {
    private static final Pattern COUNT = Pattern.compile("(main-[ab]) pcd (\\d+)/");

    private static Scenario withLoss(Scenario scenario, double loss) {
        Estate estate = scenario.estate();
        return scenario.with(estate.withLinks(
                estate.links().stream().map(link -> link.withLoss(loss)).toList()));
    }

    private static int check(Scenario scenario) {
        History history = Simulation.run(scenario, Detail.HEARTBEATS);
        int pn = history.portNetworks().get(0).portNetwork().number();
        int checked = 0;
        for (TraceEntry entry : history.trace()) {
            if (entry.what() instanceof ServerHappening.ServerInterchange change
                    && change.why().contains("pcd")) {
                ServerReach reach = ServerReach.of(PnMoment.of(history, pn, entry.at()));
                for (MatchResult count : COUNT.matcher(change.why()).results().toList()) {
                    Server server = scenario.estate().main().servers().stream()
                            .filter(each -> each.id().equals(count.group(1)))
                            .findFirst()
                            .orElseThrow();
                    assertThat(reach.count(server))
                            .as(scenario.title() + " at " + entry.at())
                            .isEqualTo(Long.parseLong(count.group(2)));
                    checked++;
                }
            }
        }
        return checked;
    }

    @Test
    void it_is_what_the_servers_counted() {
        int checked = 0;
        for (int seed = 0; seed < 60; seed++) {
            checked += check(ScenarioGenerator.duplexScenario(seed));
            checked += check(withLoss(ScenarioGenerator.duplexScenario(seed), 0.3));
        }
        assertThat(checked).isGreaterThan(100);
    }
}
