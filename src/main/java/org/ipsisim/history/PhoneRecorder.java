package org.ipsisim.history;

/** Records what a phone is in while a run happens, and makes its {@link PhoneHistory} at the end. */
public final class PhoneRecorder {
    private final long extension;
    private final String population;
    private final Track<PhoneHistory.In> states = new Track<>();

    /** The recorder of one phone. */
    public PhoneRecorder(long extension, String population) {
        this.extension = extension;
        this.population = population;
    }

    /** From a time on the phone is in another state, or on another controller. */
    public void change(long at, PhoneHistory.In state) {
        states.change(at, state);
    }

    /** The history up to the end of the run. */
    public PhoneHistory finish(long end) {
        return new PhoneHistory(extension, population, states.spans(end));
    }
}
