/**
 * What an administrator sees on the console of any server at any moment of a run.
 *
 * <p>Start with {@link org.ipsisim.console.ScreenName}.
 */
@NullMarked
package org.ipsisim.console;

import org.jspecify.annotations.NullMarked;
