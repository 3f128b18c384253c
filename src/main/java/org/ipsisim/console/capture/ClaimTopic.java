package org.ipsisim.console.capture;

/** What a claim is about, in an administrator's words. */
final class ClaimTopic {
    private ClaimTopic() {}

    /** Such as {@code community of port network 3} for {@code pn 3 community}. */
    static String words(String key) {
        String[] parts = key.split(" ");
        return switch (parts[0]) {
            case "pn" -> parts[2].replace("ipsis", "IPSIs") + " of port network " + parts[1];
            case "core" -> parts[2] + " of core " + parts[1];
            case "main" -> parts[1] + " of the main";
            case "timers", "fallback" -> parts[1];
            default -> key;
        };
    }
}
