/** The course and quizzes as pages for a browser, which work without a network. */
package org.ipsisim.course.page;
