package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ipsisim.document.Json;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.history.Words;
import org.ipsisim.study.Fault;
import org.ipsisim.study.StudyReport;

/** What thresholds and their chances have in common as results: which cuts cost which port network something. */
abstract class CutsDocument<P extends FaultCuts.OfPn> extends StudyReport {
    static final int MOST_NAMED = 6;

    private final CutPlan plan;
    private final List<FaultCuts<P>> faults;
    private final List<CutRow<P>> rows;

    CutsDocument(CutPlan plan, List<FaultCuts<P>> faults, String command) {
        super("thresholds", "thresholds", plan.scenario(), command);
        this.plan = plan;
        this.faults = faults;
        this.rows = CutRow.of(faults);
    }

    /** The rows of those that some cut costs something. */
    final List<CutRow<P>> cuts() {
        return rows;
    }

    @Override
    public final String headline() {
        if (faults.isEmpty()) {
            return "Nothing was tried yet.";
        }
        return rows.isEmpty() ? free() : weakest();
    }

    /** The answer if no cut costs anything. */
    abstract String free();

    /** The answer for some cuts: the weakest port network counts. */
    abstract String weakest(List<CutRow<P>> some);

    /** What the weakest port network takes of cuts; a loss of power is left out and named. */
    private String weakest() {
        List<CutRow<P>> cuts =
                rows.stream().filter(row -> !row.element().takesPower()).toList();
        List<String> power = rows.stream()
                .filter(row -> row.element().takesPower())
                .map(CutRow::fault)
                .distinct()
                .toList();
        if (cuts.isEmpty() || power.isEmpty()) {
            return weakest(rows);
        }
        return weakest(cuts) + " This leaves out a loss of power at "
                + (power.size() > MOST_NAMED ? power.size() + " places" : NumberList.joined(power))
                + ".";
    }

    /** {@code A cut of wan or a control path}; of many, their number. */
    String any(List<CutRow<P>> rows) {
        List<String> names = rows.stream().map(CutRow::one).distinct().toList();
        int last = names.size() - 1;
        return last >= MOST_NAMED
                ? "Any of " + names.size() + " cuts"
                : "A cut of " + (last == 0 ? "" : String.join(", ", names.subList(0, last)) + " or ") + names.get(last);
    }

    /** The least length of some rows; empty if none has one. */
    OptionalLong least(List<CutRow<P>> rows, Function<P, OptionalLong> length) {
        return rows.stream()
                .map(row -> length.apply(row.first()))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    /** What cuts were tried, in a sentence. */
    String tried(String how) {
        String text = plan.scenario().provenance().file() + ": one cut at " + Words.duration(plan.at())
                + ", of every length up to " + Words.duration(plan.upTo()) + " in steps of "
                + Words.duration(plan.step()) + how;
        if (plan.leftOut() > 0) {
            text += "; " + RoundedNumbers.count(plan.leftOut(), "event") + " of the scenario left out";
        }
        return text + ".";
    }

    /** A part of the lengths of a cut, and what that cost a port network. */
    record Line<T>(Fault fault, int pn, T part) {}

    /** A table of all parts that begins with the cut and the port network. */
    final <T> Table<Line<T>> lines(Function<P, List<T>> parts) {
        List<Line<T>> lines = new ArrayList<>();
        faults.forEach(fault -> fault.portNetworks()
                .forEach(pn ->
                        parts.apply(pn).forEach(part -> lines.add(new Line<>(fault.fault(), pn.number(), part)))));
        return Table.of(lines)
                .name("fault", line -> line.fault.name())
                .name("kind", line -> line.fault.element().key())
                .number("pn", Line::pn);
    }

    /** Writes the members up to the cuts, with some of a document's own after the seed. */
    final void json(Json json, Consumer<Json> own, boolean whole, BiConsumer<Json, P> write) {
        head(json).number("seed", plan.scenario().seed());
        own.accept(json);
        json.seconds("at", plan.at())
                .seconds("upTo", plan.upTo())
                .seconds("step", plan.step())
                .flag("whole", whole)
                .objects(
                        "faults",
                        faults,
                        (object, fault) -> object.text("fault", fault.fault().name())
                                .text("kind", fault.fault().element().key())
                                .objects("portNetworks", fault.portNetworks(), write));
    }
}
