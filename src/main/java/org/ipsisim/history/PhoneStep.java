package org.ipsisim.history;

/** Something that a phone and one of its controllers do, where a run watches a single phone (U20). */
public sealed interface PhoneStep permits PhoneExchange, PhoneEvent {
    /** When it begins, in milliseconds; negative for what was done before the start (U6). */
    long at();

    /** The session manager; empty if it is about none. */
    String controller();
}
