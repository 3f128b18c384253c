package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipsisim.document.Json;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.Table;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Words;
import org.ipsisim.study.StudyReport;

/** What thresholds and their chances have in common as results: which cuts cost whom something. */
abstract class CutsDocument<P extends FaultCuts.OfSubject> extends StudyReport {
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

    /** The answer for some cuts that cost those of one kind something: the weakest of them counts. */
    abstract String weakest(List<CutRow<P>> some);

    /** What the weakest take of cuts; a loss of power is left out and named. */
    private String weakest() {
        List<CutRow<P>> cuts =
                rows.stream().filter(row -> !row.element().takesPower()).toList();
        List<String> power = rows.stream()
                .filter(row -> row.element().takesPower())
                .map(CutRow::fault)
                .distinct()
                .toList();
        boolean leavesOut = !cuts.isEmpty() && !power.isEmpty();
        List<CutRow<P>> told = leavesOut ? cuts : rows;
        String answer = byKind(told).values().stream().map(this::weakest).collect(Collectors.joining(" "));
        return answer
                + (leavesOut
                        ? " This leaves out a loss of power at "
                                + (power.size() > MOST_NAMED ? power.size() + " places" : NumberList.joined(power))
                                + "."
                        : "");
    }

    /** Rows of port networks, then those of phones. */
    static <P extends FaultCuts.OfSubject> Map<Subject.Kind, List<CutRow<P>>> byKind(List<CutRow<P>> some) {
        return some.stream()
                .collect(Collectors.groupingBy(
                        CutRow::kind, () -> new EnumMap<>(Subject.Kind.class), Collectors.toList()));
    }

    /** What a cut costs, cost by cost, those at one place together: {@code nothing up to 14s, no call and no failover up to 74s}. */
    static String costs(
            List<? extends CutRow<?>> some, Function<CutCost, String> words, Function<CutCost, String> place) {
        Subject.Kind kind = some.get(0).kind();
        Map<String, List<String>> byPlace = new LinkedHashMap<>();
        CutCost.of(kind)
                .forEach(cost -> byPlace.computeIfAbsent(place.apply(cost), any -> new ArrayList<>())
                        .add(words.apply(cost)));
        List<String> parts = byPlace.entrySet().stream()
                .map(each -> NumberList.joined(each.getValue()) + each.getKey())
                .toList();
        boolean isFlat = parts.size() == CutCost.of(kind).size();
        return (kind == Subject.Kind.PHONES ? " costs phones " : " costs ")
                + (isFlat ? NumberList.joined(parts) : String.join("; ", parts))
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
            text += "; " + Words.count(plan.leftOut(), "event") + " of the scenario left out";
        }
        return text + ".";
    }

    /** A part of the lengths of a cut or of the values of a setting, and what that cost somebody. */
    record Line<T>(String name, String kind, Subject subject, T part) {
        /** The number of the port network, or the name of the population. */
        Object whom() {
            return subject.isPn() ? subject.pn() : subject.name();
        }

        /** A value that port networks have, or phones: empty for the others. */
        Object only(Subject.Kind kind, Object value) {
            return subject.kind() == kind ? value : "";
        }
    }

    /** A table of all parts that begins with the cut, and the number of the port network or the name of the population. */
    final <T> Table<Line<T>> lines(Function<P, List<T>> parts) {
        List<Line<T>> lines = new ArrayList<>();
        faults.forEach(fault -> fault.subjects()
                .forEach(each -> parts.apply(each)
                        .forEach(part -> lines.add(new Line<>(
                                fault.fault().name(), fault.fault().element().key(), each.subject(), part)))));
        return Table.of(lines)
                .name("fault", Line::name)
                .name("kind", Line::kind)
                .name("pn", Line::whom);
    }

    /** Writes the members up to the cuts, with some of a document's own after the seed. */
    final void json(Json json, Consumer<Json> own, boolean whole, BiConsumer<Json, P> write) {
        head(json).number("seed", plan.scenario().seed());
        own.accept(json);
        json.seconds("at", plan.at())
                .seconds("upTo", plan.upTo())
                .seconds("step", plan.step())
                .flag("whole", whole)
                .objects("faults", faults, (object, fault) -> {
                    object.text("fault", fault.fault().name())
                            .text("kind", fault.fault().element().key())
                            .objects("portNetworks", fault.of(Subject.Kind.PORT_NETWORK), (pn, each) -> {
                                pn.number("pn", each.subject().pn());
                                write.accept(pn, each);
                            });
                    if (!plan.scenario().estate().sip().isEmpty()) {
                        object.objects("phones", fault.of(Subject.Kind.PHONES), (phones, each) -> {
                            phones.text("phones", each.subject().name());
                            write.accept(phones, each);
                        });
                    }
                });
    }
}
