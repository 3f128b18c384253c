package org.ipsisim.history;

import java.util.List;
import org.ipsisim.estate.Element;

/** A thing that a scenario can make fail or degrade changes: a link, a site, a server, an IPSI, a path. */
public sealed interface NetworkHappening extends Happening {
    /** What changes. */
    Element element();

    /** Whether it gets worse; otherwise it works again or is better. */
    default boolean begins() {
        return this instanceof Failed || this instanceof Degraded;
    }

    @Override
    default String type() {
        return element().key() + "-" + Happening.super.type();
    }

    /** An element stopped working. */
    @Says("{element} failed")
    record Failed(Element element) implements NetworkHappening {
        @Override
        public List<String> rules() {
            return List.of(element.rule());
        }
    }

    /** An element works again. */
    @Says("{element} works again")
    record Restored(Element element) implements NetworkHappening {
        @Override
        public List<String> rules() {
            return List.of(element.rule());
        }
    }

    /** An element loses some of what it carries, or is slow (N3 to N6). */
    @Says("{element} degraded: {how}")
    record Degraded(Element element, String how) implements NetworkHappening {}

    /** An element is as good again as before. */
    @Says("{element} no longer degraded: {how}")
    record DegradationEnded(Element element, String how) implements NetworkHappening {}
}
