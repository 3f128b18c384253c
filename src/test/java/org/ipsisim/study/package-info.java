/** Studies of many runs: what they answer, and that the answer does not depend on how they were run. */
package org.ipsisim.study;
