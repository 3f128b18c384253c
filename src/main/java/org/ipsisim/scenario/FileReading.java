package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Release;

/**
 * One file that is being read: what is wrong with it, where its values stand, and what it has declared so far, which
 * later parts of it are checked against.
 */
final class FileReading {
    private final String file;
    private final Problems problems = new Problems();
    private final Positions positions = new Positions();
    private final Scalars scalars = new Scalars(this);
    private final ScenarioNames names = new ScenarioNames(this);
    private final List<Runnable> later = new ArrayList<>();
    private Duration end = Limits.LONGEST.plusMillis(1);
    private Release release = Release.CM_6;
    private boolean enforcesRanges = true;
    private Sites sites;
    private Declared declared;
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

    Positions positions() {
        return positions;
    }

    Scalars scalars() {
        return scalars;
    }

    ScenarioNames names() {
        return names;
    }

    /** Adds an error about a value, which it quotes: {@code `20s` is out of range}. */
    Finding error(EffectiveValue value, String saysOfIt) {
        return errorAt(value, quoted(value).concat(saysOfIt)).found(value.shown());
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
        boolean text = value.node() instanceof Node.Scalar scalar && !scalar.isEmpty();
        return text ? Quote.of(value.shown()).concat(" ") : value.shown().concat(" ");
    }

    void setRun(Duration length, Release itsRelease, boolean enforces) {
        end = length;
        release = itsRelease;
        enforcesRanges = enforces;
    }

    /** The end of the run; later than any time that a file may hold while it is not known. */
    Duration end() {
        return end;
    }

    Release release() {
        return release;
    }

    /** Whether what the release does not have is an error, rather than a warning. */
    boolean enforcesRanges() {
        return enforcesRanges;
    }

    void setSites(Sites all) {
        sites = all;
    }

    Sites sites() {
        return sites;
    }

    /** Runs a check when everything that a file can declare is known. */
    void checkLater(Runnable check) {
        later.add(check);
    }

    /** Everything that can be declared is read: checks that have waited for it run. */
    void setDeclared(Declared all) {
        declared = all;
        later.forEach(Runnable::run);
    }

    Declared declared() {
        return declared;
    }

    /** Whether these failures of a flap are those with which all flaps of the file become too many. */
    boolean areTooManyWith(int times) {
        boolean fewBefore = flaps <= Limits.ALL_FLAPS;
        flaps += times;
        return fewBefore && flaps > Limits.ALL_FLAPS;
    }
}
