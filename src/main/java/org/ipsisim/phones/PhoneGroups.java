package org.ipsisim.phones;

import org.ipsisim.estate.PhoneState;

/** The groups of a population's phones: phones in a group are in the same state on the same controller (U15). */
final class PhoneGroups {
    private final int controllers;

    PhoneGroups(int controllers) {
        this.controllers = controllers;
    }

    int count() {
        return 3 * controllers + 3;
    }

    /** The controller at a place is active, and knows the phones. */
    int active(int place) {
        return place;
    }

    /** The controller at a place is active, and has restarted since. */
    int stale(int place) {
        return controllers + place;
    }

    /** The controller at a place is being made active. */
    int moving(int place) {
        return 2 * controllers + place;
    }

    int registering() {
        return 3 * controllers;
    }

    int searching() {
        return 3 * controllers + 1;
    }

    int down() {
        return 3 * controllers + 2;
    }

    boolean isActive(int group) {
        return group < controllers;
    }

    boolean isMoving(int group) {
        return group >= 2 * controllers && group < 3 * controllers;
    }

    /** The place of the controller of a group; -1 if there is none. */
    int controllerOf(int group) {
        return group < 3 * controllers ? group % controllers : -1;
    }

    /** The state of a group whose controller is not active and known. */
    PhoneState stateOf(int group) {
        if (group < 2 * controllers) {
            return PhoneState.LIMBO;
        }
        if (isMoving(group)) {
            return PhoneState.MOVING;
        }
        if (group == registering()) {
            return PhoneState.REGISTERING;
        }
        return group == searching() ? PhoneState.SEARCHING : PhoneState.DOWN;
    }
}
