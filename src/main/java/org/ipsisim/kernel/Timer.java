package org.ipsisim.kernel;

/**
 * An event that is due at a time, and can be moved or called off until then.
 *
 * <p>A timer belongs to one {@link Agenda} and is armed for at most one time. Timers that are due at the same instant
 * run in the order of their {@link Turn}, then of their rank; neither the order of creation nor that of arming matters.
 * One that comes from {@link Agenda#once} is spent when it has run or is called off.
 */
public final class Timer {
    int id;
    final long order;
    final boolean once;
    final Runnable action;
    private final Agenda agenda;

    Timer(Agenda agenda, int id, long order, boolean once, Runnable action) {
        this.agenda = agenda;
        this.id = id;
        this.order = order;
        this.once = once;
        this.action = action;
    }

    /**
     * Arms the timer, or moves it if it is armed.
     *
     * @param time milliseconds, not before now; {@link Agenda#NEVER} calls it off
     * @throws IllegalArgumentException if the time has passed
     * @throws IllegalStateException if the timer is spent
     */
    public void armAt(long time) {
        if (time == Agenda.NEVER) {
            cancel();
        } else {
            agenda.arm(this, time);
        }
    }

    /**
     * Calls the timer off.
     *
     * @return whether it was armed
     */
    public boolean cancel() {
        return agenda.disarm(this);
    }

    /** Whether the timer is waiting for its time. */
    public boolean isArmed() {
        return agenda.isArmed(this);
    }

    /** The time it is armed for in milliseconds; {@link Agenda#NEVER} if it is not. */
    public long time() {
        return agenda.timeOf(this);
    }
}
