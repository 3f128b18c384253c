package org.ipsisim.study;

import java.util.List;
import java.util.Locale;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;

/** Something of an estate that can be cut for a time. */
public record Fault(Kind kind, Target target) {
    /** What is cut. */
    public enum Kind {
        LINK,
        SITE,
        SERVER,
        ARBITER_LINK,
        CONTROL_PATH,
        IPSI;

        /** The word in results, such as {@code control-path}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it takes power or a board, rather than heartbeats alone. */
        public boolean takesPower() {
            return this == SITE || this == IPSI;
        }
    }

    private static Fault of(Target target) {
        if (target instanceof Target.OfLink) {
            return new Fault(Kind.LINK, target);
        }
        if (target instanceof Target.OfSite) {
            return new Fault(Kind.SITE, target);
        }
        if (target instanceof Target.OfServers) {
            return new Fault(Kind.SERVER, target);
        }
        if (target instanceof Target.OfArbiterLink) {
            return new Fault(Kind.ARBITER_LINK, target);
        }
        return new Fault(target instanceof Target.OfIpsi ? Kind.IPSI : Kind.CONTROL_PATH, target);
    }

    /** The cuts that are tried unless others are asked for: each link, each site, the main, each control path. */
    public static List<Fault> usual(Estate estate) {
        return all(estate).stream()
                .filter(fault -> fault.kind != Kind.IPSI && fault.kind != Kind.ARBITER_LINK)
                .filter(fault -> fault.kind != Kind.SERVER || fault.name().equals("main"))
                .toList();
    }

    /** Every cut that an estate allows. */
    public static List<Fault> all(Estate estate) {
        return Targets.of(estate).values().stream().map(Fault::of).toList();
    }

    /** The name of what is cut, such as {@code wan} or {@code pn-1}. */
    public String name() {
        return target.name();
    }
}
