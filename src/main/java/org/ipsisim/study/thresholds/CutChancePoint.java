package org.ipsisim.study.thresholds;

import org.ipsisim.study.Share;

/**
 * What cuts of one length cost a port network in several runs.
 *
 * @param length of the cut in milliseconds; 0 is no cut
 * @param costs in how many runs something was reset, or a call dropped
 * @param calls in how many a call dropped
 * @param failovers in how many a survivable core took it over
 */
public record CutChancePoint(long length, Share costs, Share calls, Share failovers) {
    /** Whether the shares are those of another length. */
    public boolean isLike(CutChancePoint other) {
        return costs.equals(other.costs) && calls.equals(other.calls) && failovers.equals(other.failovers);
    }
}
