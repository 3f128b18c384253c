package org.ipsisim.classroom;

import org.ipsisim.estate.Keyed;

/** What somebody is in a class. */
enum Role implements Keyed {
    /** Leads the class. Knows its key. */
    TRAINER(100, 300),
    /** Follows the class. */
    STUDENT(20, 60);

    private final int messagesPerSecond;
    private final int burst;

    Role(int messagesPerSecond, int burst) {
        this.messagesPerSecond = messagesPerSecond;
        this.burst = burst;
    }

    /** What somebody in this role may send. */
    MessageBudget budget(long now) {
        return new MessageBudget(messagesPerSecond, burst, now);
    }
}
