package org.ipsisim.report;

import org.ipsisim.estate.PnState;

/**
 * The time of a run that is charged to one phase of an outage.
 *
 * @param state the state whose phase it is; never {@link PnState#IN_SERVICE}
 * @param millis how long, longer than 0
 */
public record PhaseCharge(PnState state, long millis) {}
