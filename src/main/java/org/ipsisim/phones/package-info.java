/**
 * SIP phones and session managers in a run: who has service when, on which controller, and what load the session managers
 * have (U1 to U16).
 *
 * <p>Between two changes of the network nothing about a registered phone needs an event: its keep-alives are answered and
 * its refreshes succeed. Start with {@link org.ipsisim.phones.PhonesInRun}.
 */
@NullMarked
package org.ipsisim.phones;

import org.jspecify.annotations.NullMarked;
