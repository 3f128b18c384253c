package org.ipsisim.history;

import java.util.List;
import org.ipsisim.estate.Element;

/** A thing that a scenario can make fail or degrade changes: a link, a site, a server, an IPSI, a path. */
public sealed interface NetworkHappening extends Happening {
    /** What changes. */
    Element element();

    /** Whether it gets worse; otherwise it works again or is better. */
    boolean begins();

    private static String wordsOf(Element element) {
        return element.key().replace('-', ' ');
    }

    private static List<String> rulesOf(Element element) {
        return switch (element) {
            case LINK, CONTROL_PATH -> List.of("M3");
            case SITE, IPSI -> List.of("M28");
            case SERVER -> List.of("M29");
            case ARBITER_LINK -> List.of("R68");
        };
    }

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
            return NetworkHappening.wordsOf(element) + " failed";
        }

        @Override
        public List<String> rules() {
            return NetworkHappening.rulesOf(element);
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
            return NetworkHappening.wordsOf(element) + " works again";
        }

        @Override
        public List<String> rules() {
            return NetworkHappening.rulesOf(element);
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
            return NetworkHappening.wordsOf(element) + " degraded: " + how;
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
            return NetworkHappening.wordsOf(element) + " no longer degraded: " + how;
        }
    }
}
