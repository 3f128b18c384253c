/** Questions made from the run of any scenario; wrong answers are the results of typical misunderstandings. */
package org.ipsisim.course.quiz;
