package org.ipsisim.sip.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of header fields: their spelling, their compact forms, their order in a message. */
public final class HeaderName {
    public static final String VIA = "Via";
    public static final String RECORD_ROUTE = "Record-Route";
    public static final String ROUTE = "Route";
    public static final String FROM = "From";
    public static final String TO = "To";
    public static final String CALL_ID = "Call-ID";
    public static final String CSEQ = "CSeq";
    public static final String CONTACT = "Contact";
    public static final String MAX_FORWARDS = "Max-Forwards";
    public static final String EXPIRES = "Expires";
    public static final String MIN_EXPIRES = "Min-Expires";
    public static final String AUTHORIZATION = "Authorization";
    public static final String WWW_AUTHENTICATE = "WWW-Authenticate";
    public static final String PROXY_AUTHORIZATION = "Proxy-Authorization";
    public static final String PROXY_AUTHENTICATE = "Proxy-Authenticate";
    public static final String REQUIRE = "Require";
    public static final String PROXY_REQUIRE = "Proxy-Require";
    public static final String SUPPORTED = "Supported";
    public static final String UNSUPPORTED = "Unsupported";
    public static final String RSEQ = "RSeq";
    public static final String RACK = "RAck";
    public static final String RETRY_AFTER = "Retry-After";
    public static final String WARNING = "Warning";
    public static final String ALLOW = "Allow";
    public static final String DATE = "Date";
    public static final String CONTENT_TYPE = "Content-Type";
    public static final String CONTENT_LENGTH = "Content-Length";

    /** The known names in the order in which we write them; a name that is not listed stands before Content-Type. */
    private static final List<String> ORDER = List.of(
            VIA,
            RECORD_ROUTE,
            ROUTE,
            FROM,
            TO,
            CALL_ID,
            CSEQ,
            CONTACT,
            MAX_FORWARDS,
            EXPIRES,
            MIN_EXPIRES,
            REQUIRE,
            PROXY_REQUIRE,
            SUPPORTED,
            UNSUPPORTED,
            RSEQ,
            RACK,
            ALLOW,
            AUTHORIZATION,
            PROXY_AUTHORIZATION,
            WWW_AUTHENTICATE,
            PROXY_AUTHENTICATE,
            RETRY_AFTER,
            WARNING,
            DATE,
            CONTENT_TYPE,
            CONTENT_LENGTH);

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

    private static final Map<String, String> SPELLING = ORDER.stream()
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    /** Fields whose value is a list with commas; other values keep theirs, such as that of Date or of Authorization. */
    private static final Set<String> LISTS =
            Set.of(VIA, RECORD_ROUTE, ROUTE, CONTACT, REQUIRE, PROXY_REQUIRE, SUPPORTED, UNSUPPORTED, ALLOW, WARNING);

    private HeaderName() {}

    /** The spelling of the RFC for a name in other capitals or in its compact form; the name itself if it is not known. */
    public static String canonical(String name) {
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
