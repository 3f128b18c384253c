package org.ipsisim.history;

import java.util.List;

/** A thing that a scenario can make fail or degrade changes: a link, a site, a server, an IPSI, a path. */
public sealed interface NetworkHappening extends Happening {
    /** What changes. */
    Element element();

    /** Whether it gets worse; otherwise it works again or is better. */
    boolean begins();

    @Override
    default String type() {
        return element().key() + "-" + Words.kebab(getClass());
    }

    /** An element stopped working. */
    record Failed(Element element) implements NetworkHappening {
        @Override
        public boolean begins() {
            return true;
        }

        @Override
        public String text(int main) {
            return element.words() + " failed";
        }

        @Override
        public List<String> rules() {
            return element.rules();
        }
    }

    /** An element works again. */
    record Restored(Element element) implements NetworkHappening {
        @Override
        public boolean begins() {
            return false;
        }

        @Override
        public String text(int main) {
            return element.words() + " works again";
        }

        @Override
        public List<String> rules() {
            return element.rules();
        }
    }

    /** An element loses some of what it carries, or is slow (N3 to N6). */
    record Degraded(Element element, String how) implements NetworkHappening {
        @Override
        public boolean begins() {
            return true;
        }

        @Override
        public String text(int main) {
            return element.words() + " degraded: " + how;
        }
    }

    /** An element is as good again as before. */
    record DegradationEnded(Element element, String how) implements NetworkHappening {
        @Override
        public boolean begins() {
            return false;
        }

        @Override
        public String text(int main) {
            return element.words() + " no longer degraded: " + how;
        }
    }
}
