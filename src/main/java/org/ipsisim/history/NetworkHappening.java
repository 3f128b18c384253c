package org.ipsisim.history;

import java.util.List;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.IpsiFault;

/** A thing that a scenario can make fail or degrade changes: a link, a site, a server, an IPSI, a path. */
public sealed interface NetworkHappening extends Happening {
    /** What changes. */
    Element element();

    @Override
    default String type() {
        return element().key() + "-" + Happening.super.type();
    }

    /** An element stopped working. */
    @Says("{element}")
    record Failed(Element element, IpsiFault fault) implements NetworkHappening {
        /** An element that stopped working as a whole. */
        public Failed(Element element) {
            this(element, IpsiFault.BOARD);
        }

        @Override
        public String text(Names names, Moments moments) {
            return NetworkHappening.super.text(names, moments) + " " + fault.words();
        }

        @Override
        public List<String> rules() {
            return List.of(ruleOf(element, fault));
        }
    }

    /** An element works again. */
    @Says("{element} works again")
    record Restored(Element element, IpsiFault fault) implements NetworkHappening {
        /** An element that works again as a whole. */
        public Restored(Element element) {
            this(element, IpsiFault.BOARD);
        }

        @Override
        public String text(Names names, Moments moments) {
            return NetworkHappening.super.text(names, moments)
                    + (fault == IpsiFault.BOARD ? "" : ", having " + fault.words());
        }

        @Override
        public List<String> rules() {
            return List.of(ruleOf(element, fault));
        }
    }

    private static String ruleOf(Element element, IpsiFault fault) {
        return element == Element.IPSI ? fault.rule() : element.rule();
    }

    /** An element loses some of what it carries, or is slow (N3 to N6). */
    @Says("{element} degraded: {how}")
    record Degraded(Element element, String how) implements NetworkHappening {}

    /** An element is as good again as before. */
    @Says("{element} no longer degraded: {how}")
    record DegradationEnded(Element element, String how) implements NetworkHappening {}
}
