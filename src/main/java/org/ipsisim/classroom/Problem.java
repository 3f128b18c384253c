package org.ipsisim.classroom;

import org.ipsisim.estate.Keyed;

/** The codes of an {@code error} message. */
enum Problem implements Keyed {
    BAD_MESSAGE,
    TOO_LARGE,
    NO_SUCH_ROOM,
    NO_SUCH_PEER,
    ROOM_FULL,
    TOO_FAST,
    NAME_TAKEN,
    NOT_ALLOWED
}
