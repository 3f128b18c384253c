package org.ipsisim.explain;

import java.util.Optional;
import java.util.TreeSet;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Provenance.Place;

/** Where values stand, in words: a line of the file, or a part of the command line. */
final class Places {
    private final Provenance provenance;

    Places(Provenance provenance) {
        this.provenance = provenance;
    }

    /** The place of a key path, if something set it. */
    Optional<String> find(String keyPath) {
        return provenance.find(keyPath).map(this::words);
    }

    /** The place of an entry of a list, with what the command line changes within it; empty if nothing set it. */
    String ofEntry(String keyPath) {
        TreeSet<String> changes = new TreeSet<>();
        provenance.places().forEach((path, place) -> {
            if (path.startsWith(keyPath + ".") && place instanceof Place.CommandLine) {
                changes.add(words(place));
            }
        });
        StringBuilder text = new StringBuilder(find(keyPath).orElse(""));
        for (String change : changes) {
            if (text.indexOf(change) < 0) {
                text.append(text.isEmpty() ? "" : ", ").append(change);
            }
        }
        return text.toString();
    }

    private String words(Place place) {
        return place instanceof Place.Line line
                ? provenance.file() + ":" + line.number()
                : "--set " + ((Place.CommandLine) place).assignment();
    }
}
