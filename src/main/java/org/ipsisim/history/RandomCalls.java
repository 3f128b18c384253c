package org.ipsisim.history;

/**
 * What became of the random calls that come from a port network.
 *
 * @param upAtStart calls that were up at the start
 * @param inSetUpAtStart calls that were dialled or rang at the start
 * @param offered attempts during the run
 * @param ended calls that came to their own end
 * @param upAtEnd calls that were up at the end
 * @param inSetUpAtEnd calls that waited, were dialled or rang at the end
 * @param frozen calls that were up but without features for some time (R12, R18); some may have dropped later
 * @param trunksBusy attempts that were blocked because all circuits were busy
 * @param farEndOut attempts that were blocked because the called port network accepted no calls
 * @param separate attempts that were blocked because the two port networks were under different servers (R47)
 * @param losses all that was lost; its blocked attempts include the three above
 */
public record RandomCalls(
        long upAtStart,
        long inSetUpAtStart,
        long offered,
        long ended,
        long upAtEnd,
        long inSetUpAtEnd,
        long frozen,
        long trunksBusy,
        long farEndOut,
        long separate,
        CallLosses losses) {
    /** No calls. */
    public static final RandomCalls NONE = ofLosses(CallLosses.NONE);

    /** Only what was lost. */
    public static RandomCalls ofLosses(CallLosses losses) {
        return new RandomCalls(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, losses);
    }

    /** These and others together. */
    public RandomCalls plus(RandomCalls other) {
        return new RandomCalls(
                upAtStart + other.upAtStart,
                inSetUpAtStart + other.inSetUpAtStart,
                offered + other.offered,
                ended + other.ended,
                upAtEnd + other.upAtEnd,
                inSetUpAtEnd + other.inSetUpAtEnd,
                frozen + other.frozen,
                trunksBusy + other.trunksBusy,
                farEndOut + other.farEndOut,
                separate + other.separate,
                losses.plus(other.losses));
    }

    /** Calls that were answered during the run. */
    public long carried() {
        return ended + losses.dropped() + upAtEnd - upAtStart;
    }
}
