package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.Moments;
import org.ipsisim.history.Names;
import org.ipsisim.history.Words;
import org.ipsisim.report.PnHeadline.Move;

/** The sentence about the port networks that were without service, without its full stop. */
final class OutageWords {
    /** More moves or clusters than this are counted, not listed. */
    private static final int MOST_LISTED = 3;

    private final List<PnHeadline> out;
    private final int ofAll;
    private final int mainCluster;
    private final Moments moments;
    private final Names names;

    OutageWords(List<PnHeadline> out, int ofAll, History history) {
        this.out = out;
        this.ofAll = ofAll;
        this.mainCluster = history.mainCluster();
        this.moments = history.moments();
        this.names = history.names();
    }

    static List<Integer> numbers(List<PnHeadline> some) {
        return some.stream().map(PnHeadline::number).toList();
    }

    String text() {
        List<String> fates = out.size() == 1 ? fatesOfOne(out.get(0)) : fatesOfSeveral();
        return SubjectWords.portNetworks(numbers(out), ofAll)
                + outage()
                + (fates.isEmpty() ? "" : "; " + NumberList.joined(fates));
    }

    private String outage() {
        long longest = out.stream().mapToLong(PnHeadline::outageTime).max().orElse(0);
        if (longest == 0) {
            return " changed servers without an outage" + calls();
        }
        int most = out.stream().mapToInt(PnHeadline::outages).max().orElse(0);
        String calls = calls();
        if (most > 1 && out.size() == 1) {
            return " was without service " + RoundedNumbers.times(most) + ", " + RoundedNumbers.time(longest)
                    + " in all" + (calls.isEmpty() ? "" : "," + calls);
        }
        return (out.size() == 1 ? " was" : " were") + " without service for "
                + Headline.upTo(out, PnHeadline::outageTime) + (most > 1 ? " in all" : "") + calls;
    }

    private String calls() {
        long dropped = out.stream().mapToLong(PnHeadline::callsDropped).sum();
        long blocked = out.stream().mapToLong(PnHeadline::callsBlocked).sum();
        String lost = dropped > 0
                ? " and lost " + Words.count(dropped, "call") + (out.size() == 1 ? "" : " in all")
                : out.stream().anyMatch(PnHeadline::hasCalls) ? " and lost no calls" : "";
        return lost + (blocked > 0 ? " and turned away " + blocked + (dropped > 0 ? " more" : "") : "");
    }

    private List<String> fatesOfOne(PnHeadline one) {
        List<String> words = new ArrayList<>();
        if (one.moves().size() > MOST_LISTED) {
            int last = one.moves().get(one.moves().size() - 1).to();
            words.add("it changed servers " + RoundedNumbers.times(one.moves().size()) + ", the last time to "
                    + names.cluster(last));
        } else {
            for (Move move : one.moves()) {
                String at = " at " + moments.rounded(move.at());
                words.add(
                        move.to() == mainCluster
                                ? "it went back to " + names.cluster(mainCluster) + at
                                : names.cluster(move.to()) + " took it over" + at);
            }
        }
        if (one.lastState().isOutage()) {
            words.add("it was still " + stillOut(one.lastState()) + " at the end of the run");
        } else if (one.lastState() != PnState.IN_SERVICE) {
            words.add("its server was silent again at the end of the run");
        } else if (one.moves().isEmpty()) {
            words.add("it was back in service at " + moments.rounded(one.backAt()));
        }
        return words;
    }

    private static String stillOut(PnState state) {
        return switch (state) {
            case DOWN -> "down";
            case RESTARTING -> "restarting";
            default -> "without service";
        };
    }

    private List<String> fatesOfSeveral() {
        List<String> words = new ArrayList<>();
        addTakeovers(words);
        List<PnHeadline> returned = movedTo(mainCluster);
        if (!returned.isEmpty()) {
            words.add(which(returned) + " went back to " + names.cluster(mainCluster) + from(mainCluster));
        }
        List<PnHeadline> recovered = out.stream()
                .filter(pn -> !pn.lastState().isOutage() && pn.moves().isEmpty())
                .toList();
        if (!recovered.isEmpty()) {
            long last = recovered.stream().mapToLong(PnHeadline::backAt).max().orElse(0);
            words.add(which(recovered) + (recovered.size() == 1 ? " was" : " were") + " back in service by "
                    + moments.rounded(last));
        }
        List<PnHeadline> stillOut =
                out.stream().filter(pn -> pn.lastState().isOutage()).toList();
        if (!stillOut.isEmpty()) {
            words.add(which(stillOut) + (stillOut.size() == 1 ? " was" : " were")
                    + " still without service at the end of the run");
        }
        return words;
    }

    private void addTakeovers(List<String> words) {
        List<Integer> cores = out.stream()
                .flatMap(pn -> pn.moves().stream().map(Move::to))
                .filter(cluster -> cluster != mainCluster)
                .distinct()
                .sorted()
                .toList();
        if (cores.size() > MOST_LISTED) {
            words.add(cores.size() + " survivable cores took over");
            return;
        }
        for (int core : cores) {
            List<PnHeadline> taken = movedTo(core);
            words.add(names.cluster(core) + " took "
                    + (taken.size() == out.size() ? "them over" : "over " + which(taken))
                    + from(core));
        }
    }

    private List<PnHeadline> movedTo(int cluster) {
        return out.stream()
                .filter(pn -> pn.moves().stream().anyMatch(move -> move.to() == cluster))
                .toList();
    }

    /** When port networks moved to a cluster, such as {@code at 6m} or {@code from 6m}. */
    private String from(int cluster) {
        LongSummaryStatistics times = out.stream()
                .flatMap(pn -> pn.moves().stream())
                .filter(move -> move.to() == cluster)
                .mapToLong(Move::at)
                .summaryStatistics();
        return (times.getMin() == times.getMax() ? " at " : " from ") + moments.rounded(times.getMin());
    }

    /** Some of the port networks without service, by number where a sentence can name them. */
    private String which(List<PnHeadline> some) {
        if (some.size() == out.size()) {
            return "all of them";
        }
        List<Integer> numbers = numbers(some);
        if (!NumberList.isSpeakable(numbers)) {
            return some.size() + " of them";
        }
        return (some.size() == 1 ? "port network " : "port networks ") + NumberList.spoken(numbers);
    }
}
