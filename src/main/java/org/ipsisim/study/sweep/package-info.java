/** {@code sweep}: what each of many settings costs, and which one to take. */
package org.ipsisim.study.sweep;
