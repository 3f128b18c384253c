package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.listOf;
import static org.ipsisim.scenario.JsonSchema.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Link;

/** The keys of an entry of {@code links}: which sites are joined, and how well. */
final class LinkKeys extends Mapping<Link> {
    private final FormatKey<String> id = naming("id", Forms.newName("a link", "wan"), "Its name in events.");
    private final FormatKey<List<String>> between = required("between", new TwoSites(), "The two sites it joins.");
    private final FormatKey<Duration> latency =
            key("latency", Forms.duration(Duration.ZERO, Limits.LINK_LATENCY), Duration.ZERO, "One-way delay.");
    private final FormatKey<Double> loss = key("loss", Forms.SHARE, 0.0, "Share of heartbeats that are lost.");
    private final FormatKey<Bursts> bursts =
            optional("bursts", new BurstsKeys().form(), "Additional losses in bursts: good and bad times alternate.");
    private final FormatKey<ControlNetwork> network = key(
            "control-network",
            Forms.word(ControlNetwork.class),
            ControlNetwork.BOTH,
            "Which IPSIs it serves: those of side A, those of side B, or both.");
    private final LabelKeys label = LabelKeys.of(this);

    LinkKeys() {
        super("an entry of `links`", "A two-way connection between two sites.");
    }

    @Override
    Optional<Link> make(Fields fields) {
        List<String> ends = fields.get(between);
        fields.reading().putLabel(fields.get(id), label.label(fields));
        return Optional.of(new Link(
                fields.get(id),
                ends.get(0),
                ends.get(1),
                fields.get(latency),
                fields.get(loss),
                fields.get(network),
                fields.find(bursts)));
    }

    @Override
    void write(Link link, Written out) {
        out.put(id, link.id())
                .put(between, List.of(link.a(), link.b()))
                .put(latency, link.latency())
                .put(loss, link.loss())
                .put(bursts, link.bursts())
                .put(network, link.network());
        label.write(out.labels().of(link.id()), out);
    }

    private static final class TwoSites extends ValueForm<List<String>> {
        TwoSites() {
            super("two sites, such as `[hq, dallas]`");
        }

        @Override
        Optional<List<String>> read(EffectiveValue value, FileReading reading) {
            if (!(value.node() instanceof Node.Listing listing)) {
                return reading.expected(value, "a list of two sites")
                        .allowed(allowed())
                        .none();
            }
            int size = listing.items().size();
            if (size != 2) {
                return reading.errorAt(value, "a link joins two sites, not " + size)
                        .allowed(allowed())
                        .none();
            }
            List<String> ends = Forms.SITE.readEach(
                    reading.items(value, 2, "").orElse(List.of()),
                    reading,
                    "is at both ends of the link",
                    "two different sites");
            return ends.size() == 2 ? Optional.of(ends) : Optional.empty();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return listOf(node("type", "string"), 2, 2);
        }
    }

    /** The keys of {@code bursts}: losses in bursts, of a link or of a degradation (N4). */
    static final class BurstsKeys extends Mapping<Bursts> {
        private final FormatKey<Duration> good = required("good", mean(), "Mean length of the good times.");
        private final FormatKey<Duration> bad = required("bad", mean(), "Mean length of the bad times.");
        private final FormatKey<Double> loss =
                key("loss", Forms.SHARE, 1.0, "Share of heartbeats that are lost in bad times.");

        BurstsKeys() {
            super("`bursts`", "Good and bad times alternate; their lengths are exponential.");
        }

        private static ValueForm<Duration> mean() {
            return Forms.duration(Limits.SHORTEST_BURST, Limits.LONGEST);
        }

        @Override
        Optional<Bursts> make(Fields fields) {
            Bursts bursts = new Bursts(fields.get(good), fields.get(bad), fields.get(loss));
            if (bursts.loss() == 0) {
                fields.warn(loss, "the bursts have no effect: nothing is lost in bad times");
            }
            return Optional.of(bursts);
        }

        @Override
        void write(Bursts bursts, Written out) {
            out.put(good, bursts.good()).put(bad, bursts.bad()).put(loss, bursts.loss());
        }
    }
}
