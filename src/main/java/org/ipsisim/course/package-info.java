/**
 * The course: lessons that ask before they show, and questions about any scenario. Start with {@link
 * org.ipsisim.course.Course}.
 */
@NullMarked
package org.ipsisim.course;

import org.jspecify.annotations.NullMarked;
