/** The course and quizzes as pages for a browser, which work without a network. */
@NullMarked
package org.ipsisim.course.page;

import org.jspecify.annotations.NullMarked;
