/** Questions made from the run of any scenario; wrong answers are what comes out for those who think of it wrongly. */
package org.ipsisim.course.quiz;
