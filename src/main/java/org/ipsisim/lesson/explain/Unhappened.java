package org.ipsisim.lesson.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;

/** Something that a user may have expected to happen to a port network. */
public enum Unhappened {
    WARM_RESET("reset warm", Happening.WarmReset.class::isInstance),
    COLD_RESET("reset cold", Happening.ColdReset.class::isInstance),
    /** To a survivable core. */
    FAILOVER("failed over", Happening.TakenOver.class::isInstance),
    /** To the main. */
    FALLBACK("fallen back to the main", Happening.FellBack.class::isInstance),
    /** Of the main servers. */
    INTERCHANGE("seen an interchange of the main servers", Happening.ServerInterchange.class::isInstance),
    /** From one of its IPSIs to the other. */
    IPSI_INTERCHANGE("changed to its other IPSI", Happening.IpsiInterchange.class::isInstance);

    private final String participle;
    private final Predicate<Happening> is;

    Unhappened(String participle, Predicate<Happening> is) {
        this.participle = participle;
        this.is = is;
    }

    /** The word on the command line and in results, such as {@code warm-reset}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All words. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Unhappened::key).toList();
    }

    /** The one with this word, if there is one. */
    public static Optional<Unhappened> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** As in "it has {@code failed over}". */
    String participle() {
        return participle;
    }

    /** The entries that tell of it, up to a time. */
    List<TraceEntry> entries(History history, int pn, long until) {
        String subject = this == INTERCHANGE ? "main" : "pn-" + pn;
        return history.trace().stream()
                .filter(entry -> entry.at() <= until && entry.subject().equals(subject) && is.test(entry.what()))
                .toList();
    }
}
