package org.ipsisim.study.thresholds;

import java.util.List;
import java.util.function.Predicate;
import org.ipsisim.history.Subject;

/** One kind of cost that a cut may have, or not. */
enum CutCost {
    ANYTHING("something", "nothing", "costs", "nothingUpTo", "#e69f00", CutCost::isAnything),
    CALL("a call", "no call", "dropsCalls", "noCallUpTo", "#d55e00", CutOutcome::callsDrop),
    FAILOVER("a failover", "no failover", "failsOver", "noFailoverUpTo", "#0072b2", WorstOutcome.FAILOVER),
    /** A phone loses one of its controllers and has to register again (U3). */
    CONTROLLER("a controller", "no controller", "losesController", "noControllerUpTo", "#d55e00", WorstOutcome.LOST),
    /** A phone goes to another controller than its best one (U12). */
    MOVE("a move", "no move", "moves", "noMoveUpTo", "#0072b2", WorstOutcome.MOVED),
    /** A session manager answers a phone 503 (U11). */
    REFUSAL("a refusal", "no refusal", "refused", "noRefusalUpTo", "#cc79a7", CutOutcome::refused),
    /** A phone is still without service when the run ends. */
    ENDLESS_OUTAGE(
            "an endless outage", "no endless outage", "endless", "noEndlessOutageUpTo", "#2b2b2b", CutOutcome::endless);

    private static final List<CutCost> OF_PORT_NETWORKS = List.of(ANYTHING, CALL, FAILOVER);
    private static final List<CutCost> OF_PHONES = List.of(ANYTHING, CONTROLLER, MOVE, REFUSAL, ENDLESS_OUTAGE);

    private final String words;
    private final String without;
    private final String key;
    private final String keyWithout;
    private final String colour;
    private final Predicate<CutOutcome> isPaid;

    CutCost(String words, String without, String key, String keyWithout, String colour, Predicate<CutOutcome> isPaid) {
        this.words = words;
        this.without = without;
        this.key = key;
        this.keyWithout = keyWithout;
        this.colour = colour;
        this.isPaid = isPaid;
    }

    CutCost(String words, String without, String key, String keyWithout, String colour, WorstOutcome from) {
        this(words, without, key, keyWithout, colour, outcome -> outcome.fate().compareTo(from) >= 0);
    }

    private static boolean isAnything(CutOutcome outcome) {
        return outcome.fate() != WorstOutcome.NOTHING || outcome.callsDrop() || outcome.refused();
    }

    /** What a cut may cost a port network, or phones; the mildest first. */
    static List<CutCost> of(Subject.Kind kind) {
        return kind == Subject.Kind.PHONES ? OF_PHONES : OF_PORT_NETWORKS;
    }

    /** Whether an outcome has this cost. */
    boolean isPaid(CutOutcome outcome) {
        return isPaid.test(outcome);
    }

    /** What it costs: {@code a call}. */
    String words() {
        return words;
    }

    /** What a cut without it costs: {@code no call}. */
    String without() {
        return without;
    }

    /** The name of the share of runs that have it, in JSON and CSV. */
    String key() {
        return key;
    }

    /** The name of the longest cut without it, in JSON. */
    String keyWithout() {
        return keyWithout;
    }

    /** The colour of its curve, {@code #rrggbb}. */
    String colour() {
        return colour;
    }
}
