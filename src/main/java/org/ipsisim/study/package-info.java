/**
 * Questions that take many runs, and what the studies share: runs in parallel that share nothing, results in a fixed order,
 * files of runs from which another process can go on. Each study has a package of its own.
 *
 * <p>Start with {@link org.ipsisim.study.ParallelRuns}.
 */
@NullMarked
package org.ipsisim.study;

import org.jspecify.annotations.NullMarked;
