package org.ipsisim.ladder;

import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.PhoneEvent;
import org.ipsisim.history.Words;

/**
 * What happened inside a phone or one of its session managers, in words.
 *
 * @param rule that it follows
 * @param isOfServer whether it happened in the session manager
 */
record PhoneWords(String rule, boolean isOfServer, String text) {
    static PhoneWords of(PhoneEvent event, SipSettings settings) {
        String name = event.controller();
        String wait = Words.decimalSeconds(event.until() - event.at()).toPlainString() + " s";
        return switch (event.what()) {
            case REGISTERED_BEFORE -> phone("U6", "is registered with " + name + " from before the start");
            case WAY_BREAKS -> phone("U1", "does not reach " + name + " any more");
            case WAY_MENDS -> phone("U1", "reaches " + name + " again");
            case FAILS -> server("U4", "fails, and forgets its registrations");
            case LOST -> phone("U3", times(settings.keepaliveMisses()) + " not answered: " + name + " is lost");
            case RESET -> phone("U4", "keep-alive answered with a reset: " + name + " is lost");
            case WAITS -> phone("U9", "tries " + name + " again in " + wait);
            case ATTEMPTS_FAIL ->
                phone(
                        "U9",
                        "attempts at " + name + " fail at once until "
                                + Words.decimalSeconds(event.until())
                                        .setScale(3)
                                        .toPlainString());
            case TIMED_OUT ->
                phone(
                        "U10",
                        "no answer from " + name + " in "
                                + settings.answerTimeout().toMillis() / 1000 + " s");
            case ACTIVATION -> phone("U12", "is to use " + name + ", and waits " + wait);
            case ACTIVE -> phone("U12", name + " is its active controller");
            case GIVEN_UP -> phone("U9", "gives up " + name + ", without a word");
            case BINDING_ENDS -> server("U8", "the binding of the phone has expired");
            case POWER_OFF -> phone("U16", "has no power");
            case POWER_ON -> phone("U16", "has power again");
        };
    }

    private static String times(int misses) {
        return misses == 1 ? "a keep-alive" : misses + " keep-alives in a row";
    }

    private static PhoneWords phone(String rule, String text) {
        return new PhoneWords(rule, false, text);
    }

    private static PhoneWords server(String rule, String text) {
        return new PhoneWords(rule, true, text);
    }
}
