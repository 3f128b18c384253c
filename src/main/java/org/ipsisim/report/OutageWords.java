package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Words;

/** The sentence about the port networks that were without service, without its full stop. */
final class OutageWords {
    /** More moves or clusters than this are counted, not listed. */
    private static final int MOST_LISTED = 3;

    private final List<PnHeadline> out;
    private final int ofAll;
    private final int mainCluster;

    OutageWords(List<PnHeadline> out, int ofAll, int mainCluster) {
        this.out = out;
        this.ofAll = ofAll;
        this.mainCluster = mainCluster;
    }

    /** Port networks as the subject of a sentence. */
    static String subject(List<PnHeadline> some, int ofAll) {
        List<Integer> numbers = numbers(some);
        if (some.size() == 1) {
            return "port network " + numbers.get(0);
        }
        if (some.size() == ofAll) {
            return (ofAll == 2 ? "both" : "all " + ofAll) + " port networks";
        }
        return NumberList.isSpeakable(numbers)
                ? "port networks " + NumberList.spoken(numbers)
                : some.size() + " of the " + ofAll + " port networks";
    }

    String text() {
        StringBuilder text = new StringBuilder(subject(out, ofAll));
        appendOutage(text);
        appendCalls(text);
        List<String> fates = out.size() == 1 ? fatesOfOne(out.get(0)) : fatesOfSeveral();
        if (!fates.isEmpty()) {
            text.append("; ").append(NumberList.joined(fates));
        }
        return text.toString();
    }

    private void appendOutage(StringBuilder text) {
        long longest = 0;
        long shortest = Long.MAX_VALUE;
        int most = 0;
        for (PnHeadline fate : out) {
            longest = Math.max(longest, fate.outageTime());
            shortest = Math.min(shortest, fate.outageTime());
            most = Math.max(most, fate.outages());
        }
        if (longest == 0) {
            text.append(" changed servers without an outage");
            return;
        }
        text.append(out.size() == 1 ? " was without service " : " were without service ");
        String upTo = RoundedNumbers.time(longest).equals(RoundedNumbers.time(shortest)) ? "" : "up to ";
        if (most > 1 && out.size() == 1) {
            text.append(RoundedNumbers.times(most))
                    .append(", ")
                    .append(RoundedNumbers.time(longest))
                    .append(" in all,");
        } else {
            text.append("for ")
                    .append(upTo)
                    .append(RoundedNumbers.time(longest))
                    .append(most > 1 ? " in all" : "");
        }
    }

    private void appendCalls(StringBuilder text) {
        long dropped = 0;
        long blocked = 0;
        boolean calls = false;
        for (PnHeadline fate : out) {
            dropped += fate.callsDropped();
            blocked += fate.callsBlocked();
            calls |= fate.hasCalls();
        }
        if (dropped > 0) {
            text.append(" and lost ").append(RoundedNumbers.count(dropped, "call"));
            text.append(out.size() == 1 ? "" : " in all");
        } else if (calls) {
            text.append(" and lost no calls");
        }
        if (blocked > 0) {
            text.append(" and turned away ").append(blocked).append(dropped > 0 ? " more" : "");
        }
        if (text.charAt(text.length() - 1) == ',') {
            text.setLength(text.length() - 1);
        }
    }

    private List<String> fatesOfOne(PnHeadline fate) {
        List<String> words = new ArrayList<>();
        if (fate.moves().size() > MOST_LISTED) {
            int last = fate.moves().get(fate.moves().size() - 1).to();
            words.add("it changed servers " + RoundedNumbers.times(fate.moves().size()) + ", the last time to "
                    + Words.clusterName(last, mainCluster));
        } else {
            for (PnHeadline.Move move : fate.moves()) {
                words.add(
                        move.to() == mainCluster
                                ? "it went back to the main at " + RoundedNumbers.time(move.at())
                                : Words.clusterName(move.to(), mainCluster) + " took it over at "
                                        + RoundedNumbers.time(move.at()));
            }
        }
        if (fate.isOutAtEnd()) {
            words.add("it was still " + stillOut(fate.lastState()) + " at the end of the run");
        } else if (fate.lastState() != PnState.IN_SERVICE) {
            words.add("its server was silent again at the end of the run");
        } else if (fate.moves().isEmpty()) {
            words.add("it was back in service at " + RoundedNumbers.time(fate.backAt()));
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
        List<PnHeadline> returned = new ArrayList<>();
        List<PnHeadline> stillOut = new ArrayList<>();
        List<PnHeadline> recovered = new ArrayList<>();
        long firstReturn = Long.MAX_VALUE;
        long lastReturn = 0;
        long lastBack = 0;
        for (PnHeadline fate : out) {
            for (PnHeadline.Move move : fate.moves()) {
                if (move.to() == mainCluster) {
                    firstReturn = Math.min(firstReturn, move.at());
                    lastReturn = Math.max(lastReturn, move.at());
                    if (!returned.contains(fate)) {
                        returned.add(fate);
                    }
                }
            }
            if (fate.isOutAtEnd()) {
                stillOut.add(fate);
            } else if (fate.moves().isEmpty()) {
                recovered.add(fate);
                lastBack = Math.max(lastBack, fate.backAt());
            }
        }
        if (!returned.isEmpty()) {
            words.add(which(returned) + " went back to the main" + (firstReturn == lastReturn ? " at " : " from ")
                    + RoundedNumbers.time(firstReturn));
        }
        if (!recovered.isEmpty()) {
            words.add(which(recovered) + (recovered.size() == 1 ? " was" : " were") + " back in service by "
                    + RoundedNumbers.time(lastBack));
        }
        if (!stillOut.isEmpty()) {
            words.add(which(stillOut) + (stillOut.size() == 1 ? " was" : " were")
                    + " still without service at the end of the run");
        }
        return words;
    }

    private void addTakeovers(List<String> words) {
        Map<Integer, Takeovers> byCluster = new TreeMap<>();
        for (PnHeadline fate : out) {
            for (PnHeadline.Move move : fate.moves()) {
                if (move.to() != mainCluster) {
                    Takeovers taken = byCluster.get(move.to());
                    if (taken == null) {
                        taken = new Takeovers();
                        byCluster.put(move.to(), taken);
                    }
                    taken.add(fate, move.at());
                }
            }
        }
        if (byCluster.size() > MOST_LISTED) {
            words.add(byCluster.size() + " survivable cores took over");
            return;
        }
        for (Map.Entry<Integer, Takeovers> entry : byCluster.entrySet()) {
            Takeovers taken = entry.getValue();
            boolean everyone = taken.fates.size() == out.size();
            words.add(Words.clusterName(entry.getKey(), mainCluster) + " took "
                    + (everyone ? "them over" : "over " + which(taken.fates))
                    + (taken.first == taken.last ? " at " : " from ")
                    + RoundedNumbers.time(taken.first));
        }
    }

    /** The port networks that one cluster took over, and when. */
    private static final class Takeovers {
        private final List<PnHeadline> fates = new ArrayList<>();
        private long first = Long.MAX_VALUE;
        private long last;

        void add(PnHeadline fate, long at) {
            if (!fates.contains(fate)) {
                fates.add(fate);
            }
            first = Math.min(first, at);
            last = Math.max(last, at);
        }
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

    private static List<Integer> numbers(List<PnHeadline> fates) {
        List<Integer> numbers = new ArrayList<>();
        for (PnHeadline fate : fates) {
            numbers.add(fate.number());
        }
        return numbers;
    }
}
