package org.ipsisim.estate;

import java.util.List;

/**
 * A population of SIP phones: devices at one site with the same controllers and settings, one for each extension.
 *
 * @param name such as {@code dallas-desk}
 * @param site where the phones are
 * @param firstExtension the lowest extension
 * @param lastExtension the highest extension; every number between has a phone
 * @param controllers names of session managers, best first, 1 to 5
 * @param settings in force for these phones
 */
public record PhonePopulation(
        String name,
        String site,
        long firstExtension,
        long lastExtension,
        List<String> controllers,
        SipSettings settings) {
    /** Most controllers of a phone (A1). */
    public static final int MAX_CONTROLLERS = 5;

    /** Keeps a copy of the list. */
    public PhonePopulation {
        controllers = List.copyOf(controllers);
    }

    /** How many phones there are. */
    public int size() {
        return Math.toIntExact(lastExtension - firstExtension + 1);
    }

    /** Whether a phone of it has an extension. */
    public boolean has(long extension) {
        return extension >= firstExtension && extension <= lastExtension;
    }

    /** The same population with other controllers. */
    public PhonePopulation with(List<String> others) {
        return new PhonePopulation(name, site, firstExtension, lastExtension, others, settings);
    }

    /** The same population with other settings. */
    public PhonePopulation with(SipSettings others) {
        return new PhonePopulation(name, site, firstExtension, lastExtension, controllers, others);
    }
}
