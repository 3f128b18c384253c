package org.ipsisim.estate;

/** A total of one population of phones over a run that an expectation can name. */
public enum PhoneTotal implements Keyed {
    LONGEST_OUTAGE(true, "Longest time that any phone was not in-service without a break."),
    PHONE_TIME_LOST(true, "Time not in-service, summed over the phones."),
    PHONES_AFFECTED(false, "Phones that were not in-service for some time."),
    LONGEST_NOT_CALLABLE(true, "Longest time in which no controller could pass a call to a phone.");

    private final boolean duration;
    private final String meaning;

    PhoneTotal(boolean duration, String meaning) {
        this.duration = duration;
        this.meaning = meaning;
    }

    /** What it counts, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is a time in milliseconds; a plain count otherwise. */
    public boolean isDuration() {
        return duration;
    }
}
