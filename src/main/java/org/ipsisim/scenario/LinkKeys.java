package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Link;

/** The keys of an entry of {@code links}: which sites are joined, and how well. */
final class LinkKeys extends Mapping<Link> {
    private final Key<String> id =
            required("id", Forms.newName("a link", "a name such as `wan`"), "Its name in events.");
    private final Key<List<String>> between = required("between", new TwoSites(), "The two sites it joins.");
    private final Key<Duration> latency =
            key("latency", Forms.duration(Duration.ZERO, Limits.LINK_LATENCY), Duration.ZERO, "One-way delay.");
    private final Key<Double> loss = key("loss", Forms.SHARE, 0.0, "Share of heartbeats that are lost.");
    private final Key<Bursts> bursts =
            optional("bursts", new BurstsKeys().form(), "Losses in bursts besides: good and bad times by turns.");
    private final Key<ControlNetwork> network = key(
            "control-network",
            Forms.word(ControlNetwork.class),
            ControlNetwork.BOTH,
            "Which IPSIs it serves: those of side A, those of side B, or both.");

    LinkKeys() {
        super("an entry of `links`", "A two-way connection between two sites.");
    }

    @Override
    Optional<Link> read(Fields fields) {
        Optional<String> name = id.find(fields);
        Optional<List<String>> ends = between.find(fields);
        Duration delay = latency.get(fields);
        double share = loss.get(fields);
        Optional<Bursts> inBursts = bursts.find(fields);
        ControlNetwork side = network.get(fields);
        if (name.isEmpty() || ends.isEmpty()) {
            fields.reading().names().markIncomplete();
            return Optional.empty();
        }
        return Optional.of(new Link(name.get(), ends.get().get(0), ends.get().get(1), delay, share, side, inBursts));
    }

    @Override
    void write(Link link, Written out) {
        out.put(id, link.id())
                .put(between, List.of(link.a(), link.b()))
                .put(latency, link.latency())
                .put(loss, link.loss())
                .put(bursts, link.bursts())
                .put(network, link.network());
    }

    private record TwoSites() implements Form<List<String>> {
        @Override
        public Optional<List<String>> read(EffectiveValue value, FileReading reading) {
            if (!(value.node() instanceof Node.Listing listing)) {
                reading.error(value, "stands where a list of two sites belongs").allowed(allowed());
                return Optional.empty();
            }
            if (listing.items().size() != 2) {
                reading.errorAt(
                                value,
                                "a link joins two sites, not " + listing.items().size())
                        .allowed(allowed());
                return Optional.empty();
            }
            List<String> ends = new ArrayList<>();
            for (EffectiveValue end : Fields.items(value, 2, "", reading).orElseThrow()) {
                Optional<String> site = reading.sites().find(end);
                if (site.isPresent() && ends.contains(site.get())) {
                    reading.error(end, "is at both ends of the link").allowed("two different sites");
                } else if (site.isPresent()) {
                    ends.add(site.get());
                }
            }
            return ends.size() == 2 ? Optional.of(ends) : Optional.empty();
        }

        @Override
        public Object written(List<String> value, Written in) {
            return value;
        }

        @Override
        public String allowed() {
            return "two sites, such as `[hq, dallas]`";
        }

        @Override
        public Map<String, Object> schema(ScenarioSchema schema) {
            return ScenarioSchema.node(
                    "type",
                    "array",
                    "items",
                    ScenarioSchema.node("type", "string"),
                    "minItems",
                    2,
                    "maxItems",
                    2,
                    "uniqueItems",
                    true);
        }
    }

    /** The keys of {@code bursts}: losses that come in bursts, of a link or while it is degraded (N4). */
    static final class BurstsKeys extends Mapping<Bursts> {
        private final Key<Duration> good = required("good", mean(), "Mean length of the good times.");
        private final Key<Duration> bad = required("bad", mean(), "Mean length of the bad times.");
        private final Key<Double> loss =
                key("loss", Forms.SHARE, 1.0, "Share of heartbeats that are lost in bad times.");

        BurstsKeys() {
            super("`bursts`", "Good and bad times by turns, of exponential lengths.");
        }

        private static Form<Duration> mean() {
            return Forms.duration(Limits.SHORTEST_BURST, Limits.LONGEST);
        }

        @Override
        Optional<Bursts> read(Fields fields) {
            Optional<Duration> goodTime = good.find(fields);
            Optional<Duration> badTime = bad.find(fields);
            double share = loss.get(fields);
            if (share == 0) {
                loss.warn(fields, "the bursts have no effect: nothing is lost in bad times");
            }
            return goodTime.isEmpty() || badTime.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Bursts(goodTime.get(), badTime.get(), share));
        }

        @Override
        void write(Bursts bursts, Written out) {
            out.put(good, bursts.good()).put(bad, bursts.bad()).put(loss, bursts.loss());
        }
    }
}
