package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Link;

/** Reads {@code links}: which sites are joined. */
final class LinksSection {
    private final FileReading reading;
    private final ScenarioNames names;
    private final Sites sites;

    LinksSection(FileReading reading, ScenarioNames names, Sites sites) {
        this.reading = reading;
        this.names = names;
        this.sites = sites;
    }

    List<Link> read(Fields root) {
        List<Link> links = new ArrayList<>();
        for (EffectiveValue item : root.items("links", Limits.LINKS)) {
            Fields fields = Fields.of(item, Section.LINK, reading);
            Optional<EffectiveValue> idValue = fields.require("id", "a name such as `wan`");
            if (idValue.isEmpty()) {
                names.markIncomplete();
            }
            Optional<String> id = idValue.isEmpty() ? Optional.empty() : names.declare(idValue.get(), "a link");
            List<String> ends = ends(fields);
            Duration latency = fields.duration("latency", Duration.ZERO, Limits.LINK_LATENCY)
                    .orElse(Duration.ZERO);
            double loss = fields.share("loss").orElse(0);
            Optional<Bursts> bursts = new BurstsReader(reading).read(fields);
            ControlNetwork network =
                    fields.word("control-network", ControlNetwork.class).orElse(ControlNetwork.BOTH);
            if (id.isPresent() && ends.size() == 2) {
                links.add(new Link(id.get(), ends.get(0), ends.get(1), latency, loss, network, bursts));
            } else {
                names.markIncomplete();
            }
        }
        if (!root.isClear("links") || !root.isClear("sites")) {
            names.markIncomplete();
        }
        return links;
    }

    private List<String> ends(Fields fields) {
        String allowed = "two sites, such as `[hq, dallas]`";
        Optional<EffectiveValue> between = fields.require("between", allowed);
        if (between.isEmpty()) {
            return List.of();
        }
        if (!(between.get().node() instanceof Node.Listing listing)) {
            reading.error(between.get(), "stands where a list of two sites belongs")
                    .allowed(allowed);
            return List.of();
        }
        if (listing.items().size() != 2) {
            reading.problems()
                    .error(
                            between.get().span(),
                            between.get().path(),
                            "a link joins two sites, not " + listing.items().size())
                    .allowed(allowed);
            return List.of();
        }
        List<String> ends = new ArrayList<>();
        for (EffectiveValue end : Fields.items(between.get(), 2, reading)) {
            Optional<String> site = sites.find(end);
            if (site.isPresent() && ends.contains(site.get())) {
                reading.error(end, "is at both ends of the link").allowed("two different sites");
            } else if (site.isPresent()) {
                ends.add(site.get());
            }
        }
        return ends;
    }
}
