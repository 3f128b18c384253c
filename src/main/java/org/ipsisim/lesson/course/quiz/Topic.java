package org.ipsisim.lesson.course.quiz;

import java.util.List;
import org.ipsisim.lesson.course.Order;

/** A kind of question that can be asked of a run. */
interface Topic {
    /**
     * The questions of this kind, none if the run has nothing for it.
     *
     * @param order picks moments, always the same ones for a seed
     */
    List<Draft> drafts(QuizRun run, Order order);
}
