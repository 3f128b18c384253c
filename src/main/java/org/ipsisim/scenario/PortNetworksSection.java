package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.Traffic;

/** Reads {@code port-networks}; an entry with a range stands for several alike. */
final class PortNetworksSection {
    private static final List<String> IPSIS = List.of("single", "duplicated");

    private final FileReading reading;
    private final ScenarioNames names;
    private final Sites sites;
    private final TrafficSection traffic;
    private final Map<Integer, Integer> lines = new HashMap<>();

    PortNetworksSection(FileReading reading, ScenarioNames names, Sites sites) {
        this.reading = reading;
        this.names = names;
        this.sites = sites;
        this.traffic = new TrafficSection(reading);
    }

    /** Checks what entries say of other port networks, when all are known. */
    void checkReferences(Declared declared) {
        traffic.checkReferences(declared);
    }

    List<PortNetwork> read(Fields root) {
        String allowed = "1 to 64 port networks, such as `[{pn: 1}]`";
        List<PortNetwork> portNetworks = new ArrayList<>();
        Optional<EffectiveValue> value = root.require("port-networks", allowed);
        if (value.isEmpty()) {
            names.markIncomplete();
            return portNetworks;
        }
        List<EffectiveValue> items = root.items("port-networks", Estate.MAX_PORT_NETWORKS);
        if (items.isEmpty()) {
            names.markIncomplete();
            if (value.get().node() instanceof Node.Scalar scalar && scalar.isEmpty()
                    || value.get().node() instanceof Node.Listing listing
                            && listing.items().isEmpty()) {
                reading.problems()
                        .error(value.get().span(), value.get().path(), "there is no port network")
                        .found("nothing")
                        .allowed(allowed);
            }
        }
        for (EffectiveValue item : items) {
            read(Fields.of(item, Section.PORT_NETWORK, reading), portNetworks);
        }
        return portNetworks;
    }

    private void read(Fields fields, List<PortNetwork> portNetworks) {
        List<Integer> numbers = numbers(fields);
        String site = sites.siteOf(fields, "site", sites.first());
        int community = fields.integer("community", 1, Limits.COMMUNITY, 1);
        boolean duplicated = fields.word("ipsis", IPSIS).orElse("single").equals("duplicated");
        boolean ignored = fields.yesNo("ignore-connectivity-in-arbitration", false);
        StableCalls calls = calls(fields.fields("calls", Section.CALLS));
        Optional<Traffic> traffic = this.traffic.read(fields.fields("traffic", Section.TRAFFIC), numbers);
        for (int number : numbers) {
            reading.positions().putPortNetwork(number, fields.path());
            portNetworks.add(new PortNetwork(number, site, community, duplicated, ignored, calls, traffic));
        }
    }

    private List<Integer> numbers(Fields fields) {
        Optional<EffectiveValue> value = fields.require("pn", "1 to 64, or a range such as 2-5");
        Optional<PnRange> range = value.isEmpty() ? Optional.empty() : PnNumbers.range(value.get(), reading);
        if (range.isEmpty()) {
            names.markIncomplete();
            return List.of();
        }
        List<Integer> numbers = new ArrayList<>();
        for (int number = range.get().first(); number <= range.get().last(); number++) {
            int line = value.get().span().line();
            Integer other = lines.putIfAbsent(number, line);
            if (other == null) {
                numbers.add(number);
            } else {
                reading.problems()
                        .error(value.get().span(), value.get().path(), "port network " + number + " is declared twice")
                        .found(value.get().shown())
                        .allowed("each port network once")
                        .note("the first one is in line " + other);
            }
        }
        return numbers;
    }

    private static StableCalls calls(Optional<Fields> given) {
        if (given.isEmpty()) {
            return StableCalls.NONE;
        }
        Fields fields = given.get();
        return new StableCalls(fields.integer("pn", 0, Limits.CALLS, 0), fields.integer("ip", 0, Limits.CALLS, 0));
    }
}
