package org.ipsisim.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SipCall;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.ladder.CallPlay;
import org.ipsisim.ladder.Ladder;
import org.ipsisim.ladder.RegistrationPlay;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;

/** The ladders of the scenarios that ship, those of lessons among them: every call, and a phone of every population. */
record ShippedLadders(String name, Ladder ladder) {
    private static final List<Path> DIRECTORIES =
            List.of(Path.of("scenarios"), Path.of("src/main/resources/org/ipsisim/course/lessons"));

    static List<ShippedLadders> all() throws IOException {
        List<ShippedLadders> ladders = new ArrayList<>();
        for (Path directory : DIRECTORIES) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(each -> each.toString().matches(".*sip-[^.]*(\\.scenario)?\\.yaml"))
                        .sorted()
                        .toList()) {
                    Scenario scenario = ScenarioReader.read(file.toString(), Files.readAllBytes(file), List.of())
                            .scenario()
                            .orElse(null);
                    if (scenario != null) {
                        add(file.getFileName().toString(), scenario, ladders);
                    }
                }
            }
        }
        assertThat(ladders).hasSizeGreaterThan(25);
        return ladders;
    }

    private static void add(String file, Scenario scenario, List<ShippedLadders> ladders) {
        SipEstate sip = scenario.estate().sip();
        for (SipCall call : sip.calls()) {
            History run = Simulation.run(scenario, Detail.RESETS);
            ladders.add(new ShippedLadders(
                    file + " " + call.name(), CallPlay.of(run, call).ladder()));
        }
        for (PhonePopulation phones : sip.phones()) {
            History run =
                    Simulation.run(scenario, Detail.RESETS, KeptPhones.watching(phones.name(), phones.lastExtension()));
            ladders.add(new ShippedLadders(
                    file + " " + phones.name(),
                    RegistrationPlay.of(run, 0, scenario.duration().toMillis())));
        }
    }

    /** The arrows whose messages arrive. */
    List<Ladder.Arrow> arrived() {
        return ladder.arrows().stream()
                .filter(arrow -> !arrow.transfer().isLost())
                .toList();
    }

    /** How many Call-IDs they have: what others count as dialogs. */
    int dialogs() {
        Set<String> callIds = new LinkedHashSet<>();
        arrived().forEach(arrow -> callIds.add(arrow.transfer().message().header("Call-ID")));
        return callIds.size();
    }

    @Override
    public String toString() {
        return name;
    }
}
