/** What was found in scenario files without running them, for programs: JSON, and SARIF for editors and build servers. */
@NullMarked
package org.ipsisim.validation;

import org.jspecify.annotations.NullMarked;
