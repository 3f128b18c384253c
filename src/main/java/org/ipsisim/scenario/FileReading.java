package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Labels;
import org.ipsisim.estate.Labels.Label;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * One file that is being read: its mistakes, the places of its values, and what it has declared so far, against which
 * later parts are checked.
 */
final class FileReading {
    private final String file;
    private final Problems problems = new Problems();
    private final Map<String, SourceSpan> places = new HashMap<>();
    private final Map<Integer, String> pathsOfPortNetworks = new HashMap<>();
    private final ScenarioNames names = new ScenarioNames(this);
    private final Users users = new Users();
    private final List<Runnable> later = new ArrayList<>();
    private Duration end = Limits.LONGEST.plusMillis(1);
    private Optional<WallClock> clock = Optional.empty();
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final Map<ScenarioEvent, Label> eventLabels = new LinkedHashMap<>();
    private Release release = Release.CM_6;
    private boolean enforcesRanges = true;
    private Sites sites;
    private Declared declared;
    private SipSettings sipSettings = SipSettings.DEFAULT;
    private int phones;
    private int flaps;

    FileReading(String file) {
        this.file = file;
    }

    /** The name of the file as messages show it. */
    String file() {
        return file;
    }

    Problems problems() {
        return problems;
    }

    /** The keys of a file, unchecked; empty, with an error, if it is no mapping in YAML. */
    Optional<Node.Mapping> mapping(String name, byte[] content, Optional<SourceSpan> includedBy) {
        Optional<String> text = new SourceText(name, problems, includedBy).decode(content);
        Optional<Node> root = text.isEmpty()
                ? Optional.empty()
                : YamlTree.ofFile(SourceFile.ofFile(name, text.get(), includedBy), text.get(), problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (root.get() instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        return problems.error(
                        root.get().span(),
                        "",
                        "expected the keys of a scenario, got " + root.get().kind())
                .found(root.get().kind())
                .allowed(Quote.list(ScenarioKeys.ROOT.keys()))
                .none();
    }

    /** Remembers the place of a key path. */
    void putPlace(String path, SourceSpan span) {
        places.put(path, span);
    }

    /** Remembers the entry that declares a port network. */
    void putPortNetwork(int number, String path) {
        pathsOfPortNetworks.put(number, path);
    }

    /** The path of the entry that declares a port network, such as {@code port-networks[0]}. */
    @Nullable
    String pathOfPortNetwork(int number) {
        return pathsOfPortNetworks.get(number);
    }

    /** The place of a path, or of the nearest path above it that has one. */
    SourceSpan nearestPlace(String path) {
        String at = path;
        SourceSpan span = places.get(at);
        while (span == null) {
            at = at.substring(0, Math.max(at.lastIndexOf('.'), 0));
            span = places.get(at);
        }
        return span;
    }

    /** Where the values come from. */
    Provenance provenance() {
        Map<String, Provenance.Place> all = new HashMap<>();
        places.forEach((path, span) -> all.put(
                path,
                span.source().isCommandLine()
                        ? new Provenance.Place.CommandLine(span.source().line(1))
                        : span.source().includedBy().isPresent()
                                ? new Provenance.Place.Included(span.source().name(), span.line())
                                : new Provenance.Place.Line(span.line())));
        all.remove("");
        return new Provenance(file, all);
    }

    ScenarioNames names() {
        return names;
    }

    /** Adds an error about a value, which it quotes: {@code `20s` is out of range}. */
    Finding error(EffectiveValue value, String saysOfIt) {
        return errorAt(value, quoted(value).concat(saysOfIt)).found(value.shown());
    }

    /** Adds an error about a value of the wrong kind: {@code expected a list, got `5`}. */
    Finding expected(EffectiveValue value, String kind) {
        return errorAt(value, "expected " + kind + ", got " + quoted(value).strip())
                .found(value.shown());
    }

    /** Adds an error at a value. */
    Finding errorAt(EffectiveValue value, String message) {
        return problems.error(value.span(), value.path(), message);
    }

    /** Adds a warning at a value. */
    Finding warnAt(EffectiveValue value, String message) {
        return problems.warning(value.span(), value.path(), message);
    }

    private static String quoted(EffectiveValue value) {
        return value.isText()
                ? Quote.of(value.shown()).concat(" ")
                : value.shown().concat(" ");
    }

    /** The characters of a single value; empty, with an error, if it is missing or not a single value. */
    Optional<String> textOf(EffectiveValue value, String allowed) {
        if (value.isText()) {
            return Optional.of(value.shown());
        }
        if (value.node() instanceof Node.Scalar) {
            errorAt(value, "has no value").found("nothing").allowed(allowed);
        } else {
            expected(value, "a single value").allowed(allowed);
        }
        return Optional.empty();
    }

    /**
     * The items of a list; empty, with an error, if it is not a list or is too long.
     *
     * @param example such a list, for messages; empty for a general one
     */
    Optional<List<EffectiveValue>> items(EffectiveValue value, int most, String example) {
        if (value.isNothing()) {
            return Optional.of(List.of());
        }
        if (!(value.node() instanceof Node.Listing listing)) {
            expected(value, "a list")
                    .allowed(
                            example.isEmpty()
                                    ? "a list: lines that begin with `- `, or [...]"
                                    : "a list such as `" + example + "`");
            return Optional.empty();
        }
        if (listing.items().size() > most) {
            errorAt(value, listing.items().size() + " entries are too many").allowed("at most " + most);
            return Optional.empty();
        }
        List<EffectiveValue> items = new ArrayList<>(listing.items().size());
        for (Node node : listing.items()) {
            String path = value.path()
                    .concat("[")
                    .concat(Integer.toString(items.size()))
                    .concat("]");
            putPlace(path, node.span());
            items.add(new EffectiveValue(path, node));
        }
        return Optional.of(items);
    }

    void setClock(Optional<WallClock> customers) {
        clock = customers;
    }

    /** What the customer's clock shows during the run, if the file has a {@code start}. */
    Optional<WallClock> clock() {
        return clock;
    }

    /** Notes what a thing is called, under the name that results use. */
    void putLabel(String thing, Label label) {
        if (!label.isEmpty()) {
            labels.put(thing, label);
        }
    }

    /** Notes what an event is called. */
    void putLabel(ScenarioEvent event, Label label) {
        if (!label.isEmpty()) {
            eventLabels.put(event, label);
        }
    }

    Labels labels() {
        return new Labels(labels, eventLabels);
    }

    void setRun(Duration length, Release itsRelease, boolean enforces) {
        end = length;
        release = itsRelease;
        enforcesRanges = enforces;
    }

    /** The end of the run; until it is known, later than any time a file can hold. */
    Duration end() {
        return end;
    }

    Release release() {
        return release;
    }

    /** Whether a feature or value that the release lacks is an error; otherwise it is a warning. */
    boolean enforcesRanges() {
        return enforcesRanges;
    }

    void setSites(Sites all) {
        sites = all;
    }

    Sites sites() {
        return sites;
    }

    /** The users that have been read. */
    Users users() {
        return users;
    }

    void setSipSettings(SipSettings settings) {
        sipSettings = settings;
    }

    /** The settings that hold where the file gives none: the defaults, or those of the section once they are read. */
    SipSettings sipSettings() {
        return sipSettings;
    }

    /** Sets the number of phones that the shares of an expectation are of. */
    void setPhones(int number) {
        phones = number;
    }

    int phones() {
        return phones;
    }

    /** Runs a check once everything the file declares is known. */
    void checkLater(Runnable check) {
        later.add(check);
    }

    /** Sets what the file declares, and runs the checks that waited for it. */
    void setDeclared(Declared all) {
        declared = all;
        for (Runnable check : later) {
            check.run();
        }
    }

    Declared declared() {
        return declared;
    }

    /** Counts the failures of a flap; true if they are the first to exceed the limit of the file. */
    boolean exceedFlaps(int times) {
        boolean fewBefore = flaps <= Limits.ALL_FLAPS;
        flaps += times;
        return fewBefore && flaps > Limits.ALL_FLAPS;
    }
}
