package org.ipsisim.sip.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of header fields: their spelling, their compact forms, their order in a message. */
public final class HeaderName {
    /** The known names in the order in which we write them; a name that is not listed stands before Content-Type. */
    private static final List<String> ORDER = new ArrayList<>();

    public static final String VIA = inOrder("Via");
    public static final String RECORD_ROUTE = inOrder("Record-Route");
    public static final String ROUTE = inOrder("Route");
    public static final String FROM = inOrder("From");
    public static final String TO = inOrder("To");
    public static final String CALL_ID = inOrder("Call-ID");
    public static final String CSEQ = inOrder("CSeq");
    public static final String CONTACT = inOrder("Contact");
    public static final String MAX_FORWARDS = inOrder("Max-Forwards");
    public static final String EXPIRES = inOrder("Expires");
    public static final String MIN_EXPIRES = inOrder("Min-Expires");
    public static final String REQUIRE = inOrder("Require");
    public static final String PROXY_REQUIRE = inOrder("Proxy-Require");
    public static final String SUPPORTED = inOrder("Supported");
    public static final String UNSUPPORTED = inOrder("Unsupported");
    public static final String RSEQ = inOrder("RSeq");
    public static final String RACK = inOrder("RAck");
    public static final String ALLOW = inOrder("Allow");
    public static final String AUTHORIZATION = inOrder("Authorization");
    public static final String PROXY_AUTHORIZATION = inOrder("Proxy-Authorization");
    public static final String WWW_AUTHENTICATE = inOrder("WWW-Authenticate");
    public static final String PROXY_AUTHENTICATE = inOrder("Proxy-Authenticate");
    public static final String RETRY_AFTER = inOrder("Retry-After");
    public static final String WARNING = inOrder("Warning");
    public static final String DATE = inOrder("Date");
    public static final String CONTENT_TYPE = inOrder("Content-Type");
    public static final String CONTENT_LENGTH = inOrder("Content-Length");

    private static final Map<String, String> COMPACT = Map.ofEntries(
            Map.entry("v", VIA),
            Map.entry("f", FROM),
            Map.entry("t", TO),
            Map.entry("i", CALL_ID),
            Map.entry("m", CONTACT),
            Map.entry("k", SUPPORTED),
            Map.entry("c", CONTENT_TYPE),
            Map.entry("l", CONTENT_LENGTH),
            Map.entry("e", "Content-Encoding"),
            Map.entry("s", "Subject"),
            Map.entry("o", "Event"),
            Map.entry("u", "Allow-Events"),
            Map.entry("r", "Refer-To"),
            Map.entry("b", "Referred-By"),
            Map.entry("x", "Session-Expires"));

    private static final Set<String> KNOWN = Set.copyOf(ORDER);

    private static final Map<String, String> SPELLING = ORDER.stream()
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    /** Fields whose value is a list with commas; other values keep theirs, such as that of Date or of Authorization. */
    private static final Set<String> LISTS =
            Set.of(VIA, RECORD_ROUTE, ROUTE, CONTACT, REQUIRE, PROXY_REQUIRE, SUPPORTED, UNSUPPORTED, ALLOW, WARNING);

    private HeaderName() {}

    private static String inOrder(String name) {
        ORDER.add(name);
        return name;
    }

    /** The spelling of the RFC for a name in other capitals or in its compact form; the name itself if it is not known. */
    public static String canonical(String name) {
        if (KNOWN.contains(name)) {
            return name;
        }
        String small = name.toLowerCase(Locale.ROOT);
        String full = COMPACT.get(small);
        return full != null ? full : SPELLING.getOrDefault(small, name);
    }

    static boolean isList(String name) {
        return LISTS.contains(name);
    }

    /** The place in a message that we write. */
    static int rank(String name) {
        int rank = ORDER.indexOf(canonical(name));
        return rank < 0 ? ORDER.indexOf(CONTENT_TYPE) : rank;
    }
}
