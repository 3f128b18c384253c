package org.ipsisim.scenario;

/** Reports a key that is unknown where it stands, and what was probably meant. */
final class UnknownKey {
    private final Fields.Keys section;
    private final Problems problems;

    UnknownKey(Fields.Keys section, Problems problems) {
        this.section = section;
        this.problems = problems;
    }

    /** Adds the error, and returns the key of this place that was probably meant, or an empty text. */
    String report(Node.Scalar key, String path) {
        if (problems.isFull()) {
            problems.error(key.span(), path, "");
            return "";
        }
        Finding finding = problems.error(key.span(), path, Quote.of(key.text()) + " is not a key of " + section.place())
                .found(key.text())
                .allowed(Quote.list(section.keys()));
        String nearest = Nearest.to(key.text(), section.keys());
        finding.suggest(nearest);
        if (section instanceof Mapping) {
            pointToOtherPlace(key.text(), nearest, finding);
        }
        return nearest;
    }

    private static void pointToOtherPlace(String key, String nearest, Finding finding) {
        String home = home(key);
        if (!home.isEmpty()) {
            finding.note(Quote.of(key) + " belongs in " + home);
        } else if (nearest.isEmpty()) {
            suggestOfOtherPlace(key, finding);
        }
    }

    private static void suggestOfOtherPlace(String key, Finding finding) {
        for (Mapping<?> other : ScenarioKeys.ROOT.all()) {
            String nearest = Nearest.to(key, other.keys());
            if (key.length() > 3 && !nearest.isEmpty()) {
                finding.suggest(nearest).note("`" + nearest + "` belongs in " + other.place());
                return;
            }
        }
    }

    /** The places where a key belongs, in words; empty if there are none. */
    private static String home(String key) {
        StringBuilder places = new StringBuilder();
        for (Mapping<?> other : ScenarioKeys.ROOT.all()) {
            if (other.keys().contains(key)) {
                places.append(places.isEmpty() ? "" : " or ").append(other.place());
            }
        }
        return places.toString();
    }
}
