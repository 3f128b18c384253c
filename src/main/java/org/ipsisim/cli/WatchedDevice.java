package org.ipsisim.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.SipEstate;

/** The phone that {@code --phone} names: an extension, with {@code @} and its population where it has several (U16). */
record WatchedDevice(PhonePopulation population, long extension) {
    private static final int MOST_DIGITS = 15;

    static WatchedDevice of(Line line, String named, SipEstate sip) throws Refused {
        int at = named.indexOf('@');
        String digits = at < 0 ? named : named.substring(0, at);
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw line.wrong("--phone wants an extension such as 6001, or 6001@desk");
        }
        long extension = Long.parseLong(digits);
        List<PhonePopulation> having =
                sip.phones().stream().filter(phones -> phones.has(extension)).toList();
        if (having.isEmpty()) {
            String known = sip.phones().stream()
                    .map(phones -> phones.firstExtension() + "-" + phones.lastExtension())
                    .collect(Collectors.joining(", "));
            throw line.wrong("no phone of this scenario has the extension " + extension
                    + (known.isEmpty() ? "" : ": there are " + known));
        }
        List<PhonePopulation> meant = at < 0
                ? having
                : having.stream()
                        .filter(phones -> phones.name().equals(named.substring(at + 1)))
                        .toList();
        if (meant.size() != 1) {
            throw line.wrong("--phone must say which phone of " + extension + ": "
                    + having.stream()
                            .map(phones -> extension + "@" + phones.name())
                            .collect(Collectors.joining(", ")));
        }
        return new WatchedDevice(meant.get(0), extension);
    }
}
