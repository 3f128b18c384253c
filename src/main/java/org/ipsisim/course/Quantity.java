package org.ipsisim.course;

import org.ipsisim.history.History;

/** Something that can be asked of a run. */
interface Quantity {
    /**
     * What it comes to in a run.
     *
     * @throws LessonTextError if the run has nothing of the kind: an unknown name, a time outside of it
     */
    Answer in(History run) throws LessonTextError;
}
