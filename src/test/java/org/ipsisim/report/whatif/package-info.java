/** What reports of studies say, compared with files that a person has read. */
package org.ipsisim.report.whatif;
