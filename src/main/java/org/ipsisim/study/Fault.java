package org.ipsisim.study;

import java.util.List;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;

/** Something in an estate that can be cut for a time. */
public record Fault(Target target) {
    /** The cuts that are tried unless others are asked for: each link, each site, the main, each session manager, each control path. */
    public static List<Fault> usual(Estate estate) {
        return all(estate).stream()
                .filter(fault -> fault.element() != Element.IPSI && fault.element() != Element.ARBITER_LINK)
                .filter(fault -> fault.element() != Element.SERVER
                        || fault.name().equals("main")
                        || estate.sip().findSessionManager(fault.name()).isPresent())
                .toList();
    }

    /** Every cut that an estate allows. */
    public static List<Fault> all(Estate estate) {
        return Targets.of(estate).values().stream().map(Fault::new).toList();
    }

    /** The kind of thing that is cut. */
    public Element element() {
        return target.element();
    }

    /** The name of what is cut, such as {@code wan} or {@code pn-1}. */
    public String name() {
        return target.name();
    }
}
