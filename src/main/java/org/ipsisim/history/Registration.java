package org.ipsisim.history;

/**
 * A registration that a session manager keeps at the end of a run. Times are in milliseconds.
 *
 * @param sessionManager its name
 * @param extension of the user
 * @param population the device: the population of the phone
 * @param confirmed when the phone registered or refreshed last, from the start; below 0 if that was before the start
 * @param expiresIn how long it lasts from the end of the run on, more than 0
 * @param stale whether the phone has given it up (U8)
 */
public record Registration(
        String sessionManager, long extension, String population, long confirmed, long expiresIn, boolean stale) {}
