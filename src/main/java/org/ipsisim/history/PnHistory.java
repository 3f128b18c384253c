package org.ipsisim.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.PortNetwork;

/**
 * What happened to one port network.
 *
 * @param portNetwork which one
 * @param timeline its states; neighbours differ, and they cover the run without a gap
 * @param lists the priority lists of its IPSIs over time; they cover the run without a gap
 * @param ipsis the roles of its IPSIs over time; they cover the run without a gap
 * @param totals counts and times
 * @param pnCalls calls that use its resources
 * @param ipCalls calls between shuffled IP phones
 * @param randomCalls random calls that come from it
 */
public record PnHistory(
        PortNetwork portNetwork,
        List<PnSpan> timeline,
        SortedMap<IpsiId, List<ListSpan>> lists,
        SortedMap<IpsiId, List<IpsiSpan>> ipsis,
        PnTotals totals,
        CallOutcome pnCalls,
        CallOutcome ipCalls,
        RandomCalls randomCalls) {
    /** Keeps a copy of the timeline. */
    public PnHistory {
        timeline = List.copyOf(timeline);
    }

    /**
     * The span at a time; at the end of the run, the last one.
     *
     * @param at milliseconds from the start, 0 to the run's duration
     * @throws IllegalArgumentException if the time is outside the run
     */
    public PnSpan spanAt(long at) {
        return Track.spanAt(timeline, PnSpan::to, at);
    }

    /** The spans that begin at a time within the run or later; the time is in milliseconds from the start. */
    public List<PnSpan> spansFrom(long at) {
        int index = Track.indexAt(timeline, PnSpan::to, at);
        int first = timeline.get(index).from() < at ? index + 1 : index;
        return timeline.subList(first, timeline.size());
    }

    /**
     * The priority list of one of its IPSIs at a time; at the end of the run, the last one.
     *
     * @throws IllegalArgumentException if the time is outside the run or the IPSI is not of this port network
     */
    public List<Integer> listAt(IpsiId ipsi, long at) {
        return Track.spanAt(spansOf(ipsi, lists), ListSpan::to, at).clusters();
    }

    /**
     * What one of its IPSIs is at a time; at the end of the run, the last thing it was.
     *
     * @throws IllegalArgumentException if the time is outside the run or the IPSI is not of this port network
     */
    public IpsiSpan ipsiAt(IpsiId ipsi, long at) {
        return Track.spanAt(spansOf(ipsi, ipsis), IpsiSpan::to, at);
    }

    private <S> List<S> spansOf(IpsiId ipsi, SortedMap<IpsiId, List<S>> all) {
        List<S> spans = all.get(ipsi);
        if (spans == null) {
            throw new IllegalArgumentException(ipsi + " is not an IPSI of " + portNetwork.id());
        }
        return spans;
    }

    /** The port network as the subject of what happens to it. */
    public Subject subject() {
        return Subject.pn(portNetwork.number());
    }

    /**
     * The longest silence, in milliseconds: from the last contact until the next one, a reset, another state, or the end of
     * the run.
     *
     * @param trace of the run
     */
    public long longestSilence(Trace trace) {
        long longest = 0;
        Map<Long, Long> lastContacts = new TreeMap<>();
        for (TraceEntry entry : trace.ofPn(portNetwork.number())) {
            if (entry.what() instanceof PnHappening.ContactLost lost) {
                lastContacts.merge(entry.at(), lost.lastContact(), Math::min);
            } else if (entry.what() instanceof PnHappening.Silence silence
                    && entry.subject().equals(subject())) {
                longest = Math.max(longest, silence.silence());
            }
        }
        for (PnSpan span : timeline) {
            if (span.state() == PnState.CONTACT_LOST) {
                longest = Math.max(longest, span.to() - lastContacts.getOrDefault(span.from(), span.from()));
            }
        }
        return longest;
    }

    /** The total that an expectation names. */
    public long total(PnTotal total) {
        return switch (total) {
            case OUTAGE -> totals.outage();
            case DEGRADED -> totals.degraded();
            case WARM_RESETS -> totals.warmResets();
            case COLD_RESETS -> totals.coldResets();
            case FAILOVERS -> totals.failovers();
            case FALLBACKS -> totals.fallbacks();
            case IPSI_INTERCHANGES -> totals.ipsiInterchanges();
            case CALLS_DROPPED -> totals.callsDropped();
            case CALLS_BLOCKED -> totals.callsBlocked();
            case CALLS_DELAYED -> totals.callsDelayed();
            case CALLS_OFFERED -> randomCalls.offered();
            case CALLS_CARRIED -> randomCalls.carried();
            case SET_UPS_LOST -> randomCalls.losses().setUpsLost();
            case CALLS_FROZEN -> pnCalls.frozen() + ipCalls.frozen() + randomCalls.frozen();
            case TALK_TIME_LOST -> randomCalls.losses().talkTime();
        };
    }

    /** What random calls lost in each state in which they lost something; the values sum to all that they lost. */
    public Map<PnState, CallLosses> lossesByState() {
        EnumMap<PnState, CallLosses> losses = new EnumMap<>(PnState.class);
        for (PnSpan span : timeline) {
            if (!span.losses().equals(CallLosses.NONE)) {
                losses.merge(span.state(), span.losses(), CallLosses::plus);
            }
        }
        return losses;
    }

    /** Time in each state in milliseconds, also of states that did not occur; the values sum to the run's duration. */
    public Map<PnState, Long> timeByState() {
        EnumMap<PnState, Long> times = new EnumMap<>(PnState.class);
        for (PnState state : PnState.values()) {
            times.put(state, 0L);
        }
        for (PnSpan span : timeline) {
            times.merge(span.state(), span.length(), Long::sum);
        }
        return times;
    }
}
