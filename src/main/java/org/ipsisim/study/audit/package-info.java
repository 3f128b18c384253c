/** {@code audit}: what every single fault, and every pair of faults, costs. */
package org.ipsisim.study.audit;
