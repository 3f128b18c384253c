/** What an administrator sees on the console of any server at any moment of a run. */
package org.ipsisim.console;
