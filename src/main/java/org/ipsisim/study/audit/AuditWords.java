package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.history.Words;

/** The sentences about an audit that text, page and JSON share. */
public final class AuditWords {
    private static final int MOST_NAMED = 12;

    private final Audit audit;
    private final AuditRanking ranking;

    /** The words for an audit. */
    public AuditWords(Audit audit, AuditRanking ranking) {
        this.audit = audit;
        this.ranking = ranking;
    }

    /** The answer in a sentence. */
    public String headline() {
        if (audit.results().isEmpty()) {
            return "Nothing was tried yet.";
        }
        List<FaultResult> singles = ranking.singles();
        List<FaultResult> pairs = ranking.pairs();
        if (singles.isEmpty() && pairs.isEmpty()) {
            return "Nothing that was tried costs a call or a second of service.";
        }
        long lastingSingles = lasting(1);
        String keep = RoundedNumbers.grouped(lastingSingles, "single fault")
                + (audit.pairs().isEmpty() ? "" : " and " + RoundedNumbers.grouped(lasting(2), "pair") + " of others")
                + (lastingSingles == 1 && audit.pairs().isEmpty() ? " keeps" : " keep")
                + " port networks out of service until repaired";
        FaultResult worst = pairs.isEmpty() || !singles.isEmpty() && atLeast(singles.get(0), pairs.get(0))
                ? singles.get(0)
                : pairs.get(0);
        return keep + "; the worst, " + worst.set().name() + " for "
                + Words.duration(worst.worst().length()) + ", drops "
                + RoundedNumbers.grouped(worst.worst().callsDropped(), "call")
                + " and costs " + RoundedNumbers.time(worst.worst().outage()) + " of service.";
    }

    private static boolean atLeast(FaultResult a, FaultResult b) {
        return FaultCost.WORST_FIRST.compare(a.worst(), b.worst()) <= 0;
    }

    private long lasting(int size) {
        return ranking.lasting().stream()
                .filter(minimal -> minimal.result().set().size() == size)
                .count();
    }

    /** What was tried. */
    public String tried() {
        AuditPlan plan = audit.plan();
        List<String> lengths = plan.lengths().stream().map(Words::duration).toList();
        int elements = plan.elements().size();
        String text = plan.scenario().provenance().file() + ": " + elements
                + " links, sites, servers, control paths and IPSIs, each failing alone"
                + (plan.faults() == 2
                        ? " and in " + RoundedNumbers.grouped(plan.sets() - elements, "pair") + ", both at once,"
                        : "")
                + " at " + Words.duration(AuditPlan.AT) + " for " + NumberList.joined(lengths) + ": "
                + RoundedNumbers.grouped(plan.runs(), "run") + " of " + Words.duration(plan.horizon()) + ", seed "
                + plan.scenario().seed();
        if (plan.leftOut() > 0) {
            text += "; " + RoundedNumbers.count(plan.leftOut(), "event") + " of the scenario left out";
        }
        text += ". Service is summed over port networks.";
        return text + (plan.isByChance() ? " Heartbeats are lost by chance here: another seed may differ." : "");
    }

    /** What is missing of the plan; empty if nothing is. */
    public String missing() {
        return audit.isWhole()
                ? ""
                : "Interrupted: " + RoundedNumbers.grouped(audit.results().size(), "set") + " of faults of "
                        + Words.grouped(audit.plan().sets()) + " were tried";
    }

    /** A warning if the longest fault ends before every timer has run out; empty otherwise. */
    public String tooShort() {
        return audit.plan().outlastsTimers()
                ? ""
                : "The longest fault ends before every timer has run out; with a longer one, port networks may fail over"
                        + " instead of staying out.";
    }

    /** Weaknesses of the estate itself: a sentence each. */
    public List<String> weaknesses() {
        EstateFindings findings = audit.findings();
        List<String> sentences = new ArrayList<>();
        for (EstateFindings.Reason reason : EstateFindings.Reason.values()) {
            List<String> names = findings.idleCores().stream()
                    .filter(idle -> idle.reason() == reason)
                    .map(idle -> idle.core().id())
                    .toList();
            if (!names.isEmpty()) {
                sentences.add("No port network can use " + named(names) + ": " + why(reason, names.size() == 1) + ".");
            }
        }
        if (!findings.coreless().isEmpty()) {
            boolean one = findings.coreless().size() == 1;
            sentences.add((one ? "Port network " : "Port networks ") + NumberList.compact(findings.coreless())
                    + (one ? " has" : " have") + " no survivable core on "
                    + (one ? "its list." : "their lists."));
        }
        for (EstateFindings.SharedPoint point : findings.sharedPoints()) {
            sentences.add("Both IPSIs of port network"
                    + (point.portNetworks().size() == 1 ? " " : "s ") + NumberList.compact(point.portNetworks())
                    + " hear the main over " + point.fault().name() + " alone.");
        }
        return sentences;
    }

    private static String named(List<String> names) {
        return names.size() <= MOST_NAMED
                ? NumberList.joined(names)
                : String.join(", ", names.subList(0, MOST_NAMED)) + " and " + (names.size() - MOST_NAMED) + " more";
    }

    private static String why(EstateFindings.Reason reason, boolean one) {
        return switch (reason) {
            case NO_COMMUNITY ->
                (one ? "it is" : "they are") + " local only, and no port network is of " + (one ? "its" : "their")
                        + " community";
            case NO_WAY ->
                "no links join " + (one ? "it" : "them") + " to one that could list " + (one ? "it" : "them");
            case OUTRANKED -> "seven better ones are on every list, whatever fails";
        };
    }
}
