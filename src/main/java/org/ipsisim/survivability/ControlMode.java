package org.ipsisim.survivability;

import org.ipsisim.estate.PnState;

/** What a port network is at in its escalation, restart or recovery (M4 to M10, M28, M30). */
enum ControlMode {
    SERVICE(PnState.IN_SERVICE),
    WARM(PnState.WARM_RESET),
    COLD(PnState.COLD_RESET),
    NO_SERVICE(PnState.NO_SERVICE),
    RESTARTING(PnState.RESTARTING),
    /** No power or no working IPSI. */
    DOWN(PnState.DOWN),
    /** Power is back, and no server has been reached yet. */
    WAITING(PnState.NO_SERVICE);

    private final PnState shown;

    ControlMode(PnState shown) {
        this.shown = shown;
    }

    /** The state that the history shows while the controlling cluster is heard. */
    PnState shown() {
        return shown;
    }

    /** Whether the port network needs a restart, or is in one (M30). */
    boolean isCold() {
        return this == COLD || this == NO_SERVICE || this == RESTARTING;
    }

    /** Whether some cluster is in control. */
    boolean isControlled() {
        return this != DOWN && this != WAITING;
    }
}
