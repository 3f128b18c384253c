/** The course: lessons that ask before they show, and questions about any scenario. */
package org.ipsisim.course;
