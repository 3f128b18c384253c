/** {@code replay}: what the outages that a monitoring system has recorded would have cost. */
package org.ipsisim.study.replay;
