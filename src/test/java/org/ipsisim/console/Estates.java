package org.ipsisim.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.history.History;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;

/** What the tests of this package have in common: printing screens, importing them, and what screens can carry of an estate. */
final class Estates {
    private Estates() {}

    static String text(List<Screen> screens) {
        return screens.stream().flatMap(screen -> screen.lines().stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    static String text(History history, long at, String from) {
        return text(Screens.of(history).at(at, from));
    }

    static ImportedEstate imported(String... texts) {
        List<ImportedEstate.Capture> captures = new java.util.ArrayList<>();
        for (String text : texts) {
            captures.add(new ImportedEstate.Capture(
                    "screens-" + (captures.size() + 1) + ".txt", text.getBytes(StandardCharsets.UTF_8)));
        }
        return ImportedEstate.of(captures);
    }

    /** The scenario that an import writes, which has to be one. */
    static Estate estate(ImportedEstate imported) {
        String yaml = imported.yaml(Map.of());
        ReadResult result = ScenarioReader.read("imported.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of());
        return result.scenario()
                .orElseThrow(() -> new AssertionError(result.diagnostics() + "\n" + yaml))
                .estate();
    }

    /** The clusters without their sites. */
    static List<SurvivableCore> cores(Estate estate) {
        return estate.survivableCores().stream()
                .map(core -> new SurvivableCore(
                        core.cluster(),
                        Estate.DEFAULT_SITE,
                        core.community(),
                        core.systemPreferred(),
                        core.localPreferred(),
                        core.localOnly(),
                        core.priorityScore()))
                .sorted((a, b) -> Integer.compare(a.cluster(), b.cluster()))
                .toList();
    }

    static MainCluster main(Estate estate) {
        return new MainCluster(
                estate.main().cluster(), Estate.DEFAULT_SITE, estate.main().duplex(), Estate.DEFAULT_SITE);
    }

    /** The port networks without sites, calls and traffic. */
    static List<PortNetwork> portNetworks(Estate estate) {
        return estate.portNetworks().stream()
                .map(pn -> new PortNetwork(
                        pn.number(),
                        Estate.DEFAULT_SITE,
                        pn.community(),
                        pn.duplicatedIpsis(),
                        pn.ignoreConnectivityInArbitration(),
                        new StableCalls(0, 0),
                        java.util.Optional.empty()))
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .toList();
    }
}
