/** The SIP machines, rule by rule: names of tests begin with the rule. */
package org.ipsisim.sip;
