/** Files of runs: what a study has made so far, or one shard of it, run by run, so that another process can go on from it. */
package org.ipsisim.runfile;
