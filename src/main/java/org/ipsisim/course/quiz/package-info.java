/** Questions made from the run of any scenario; wrong answers are the results of typical misunderstandings. */
@NullMarked
package org.ipsisim.course.quiz;

import org.jspecify.annotations.NullMarked;
