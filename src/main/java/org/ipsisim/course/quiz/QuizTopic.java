package org.ipsisim.course.quiz;

import java.util.List;
import org.ipsisim.course.ShuffledOrder;

/** A kind of question that can be asked of a run. */
interface QuizTopic {
    /**
     * The questions of this kind, none if the run has nothing for it.
     *
     * @param order picks moments, always the same ones for a seed
     */
    List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order);
}
