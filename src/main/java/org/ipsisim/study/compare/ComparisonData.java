package org.ipsisim.study.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.SipHistory;
import org.ipsisim.history.Words;
import org.ipsisim.report.JsonReport;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Measures;
import org.ipsisim.study.Objective;

/** A comparison for programs: the CSV table and the JSON object. */
record ComparisonData(Comparison comparison, Objective objective) {
    /** What a population of phones costs. */
    private static final Measures OF_PHONES =
            new Measures(Measure.PHONE_TIME_LOST, Measure.LONGEST_PHONE_OUTAGE, Measure.PHONES_AFFECTED);

    private record Line(String pn, Measure measure, Optional<Cost> a, Optional<Cost> b, Optional<Long> from) {
        Object value(Optional<Cost> cost) {
            return cost.<Object>map(there -> measure.plain(measure.of(there))).orElse("");
        }

        Object difference() {
            return a.isPresent() && b.isPresent() ? measure.plain(measure.of(b.get()) - measure.of(a.get())) : "";
        }
    }

    /**
     * One row for each port network and measure, then rows for {@code all} added up: its value in each run, empty if that
     * run has no such port network, {@code b} minus {@code a}, and the first difference in seconds from the start.
     */
    Table<?> rows() {
        List<Line> lines = new ArrayList<>();
        for (Compared<Integer, PnHistory> pn : comparison.portNetworks()) {
            lines(
                    String.valueOf(pn.key()),
                    pn.a().map(there -> Cost.of(there, comparison.a().history())),
                    pn.b().map(there -> Cost.of(there, comparison.b().history())),
                    pn.divergence().map(Divergence::at),
                    lines);
        }
        for (Compared<String, PopulationHistory> phones : comparison.phones()) {
            lines(
                    phones.key(),
                    phones.a().map(ComparisonData::cost),
                    phones.b().map(ComparisonData::cost),
                    phones.divergence().map(Divergence::at),
                    lines);
        }
        lines(
                "all",
                Optional.of(comparison.a().cost()),
                Optional.of(comparison.b().cost()),
                Optional.empty(),
                lines);
        return Table.of(lines)
                .name("pn", Line::pn)
                .name("measure", line -> line.measure.jsonName())
                .number("a", line -> line.value(line.a))
                .number("b", line -> line.value(line.b))
                .number("difference", Line::difference)
                .number(
                        "from",
                        line -> line.from.<Object>map(Words::decimalSeconds).orElse(""));
    }

    private static Cost cost(PopulationHistory phones) {
        return OF_PHONES.of(new SipHistory(List.of(phones), List.of(), List.of()));
    }

    private static void lines(String pn, Optional<Cost> a, Optional<Cost> b, Optional<Long> from, List<Line> lines) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        Stream.concat(a.stream(), b.stream())
                .forEach(cost -> measures.addAll(
                        cost.measures() == OF_PHONES
                                ? OF_PHONES.list()
                                : cost.measures().shown()));
        measures.forEach(measure -> lines.add(new Line(pn, measure, a, b, from)));
    }

    /** Times are seconds with at most three decimals. */
    void json(Json json, String headline) {
        json.format()
                .in(comparison.moments())
                .text("study", "compare")
                .text("headline", headline)
                .flag("differs", comparison.differs())
                .row(
                        "objective",
                        row -> row.text("sum", objective.toString())
                                .number(
                                        "a",
                                        objective.plain(
                                                objective.of(comparison.a().cost())))
                                .number(
                                        "b",
                                        objective.plain(
                                                objective.of(comparison.b().cost()))))
                .object("a", side -> write(side, comparison.a()))
                .object("b", side -> write(side, comparison.b()))
                .rows(
                        "changes",
                        comparison.changes(),
                        (row, change) -> row.text("key", change.key())
                                .text("a", change.a())
                                .text("b", change.b()))
                .objects("portNetworks", comparison.portNetworks(), this::write);
        if (!comparison.phones().isEmpty()) {
            json.objects("populations", comparison.phones(), this::writePhones);
        }
    }

    private void writePhones(Json json, Compared<String, PopulationHistory> phones) {
        json.text("name", phones.key()).flag("differs", phones.differs());
        phones.divergence().ifPresent(divergence -> {
            json.moment("from", divergence.at())
                    .text("a", ComparisonWords.phonesInRun(phones, false))
                    .text("b", ComparisonWords.phonesInRun(phones, true))
                    .text("chainOf", divergence.inB() ? "b" : "a")
                    .rows(
                            "chain",
                            divergence.chain(),
                            (row, entry) -> JsonReport.entry(
                                    row, comparison.side(divergence).history(), entry));
        });
        phones.cause().ifPresent(cause -> writeCause(json, cause));
        json.object("totals", totals -> {
            phones.a().ifPresent(in -> totals.row("a", row -> Measure.write(row, cost(in), OF_PHONES.list())));
            phones.b().ifPresent(in -> totals.row("b", row -> Measure.write(row, cost(in), OF_PHONES.list())));
        });
    }

    private static void writeCause(Json json, Compared.Cause cause) {
        json.rowOf("becauseOf", cause.changes().stream().map(Change::key).toList())
                .flag("eachAlone", cause.alone());
    }

    private static void write(Json json, Comparison.Side side) {
        History history = side.history();
        json.text("title", history.scenario().title())
                .text("file", history.scenario().provenance().file())
                .rowOf("settings", side.variant().settings())
                .number("seed", history.scenario().seed())
                .seconds("durationSeconds", history.duration())
                .number("serverInterchanges", history.serverInterchanges())
                .row("totals", totals -> Measure.write(totals, side.cost()));
    }

    private void write(Json json, Compared<Integer, PnHistory> pn) {
        json.number("pn", pn.key()).flag("differs", pn.differs());
        pn.divergence().ifPresent(divergence -> write(json, pn, divergence));
        pn.cause().ifPresent(cause -> writeCause(json, cause));
        json.object("totals", totals -> {
            pn.a()
                    .ifPresent(in -> totals.row(
                            "a",
                            row -> Measure.write(row, Cost.of(in, comparison.a().history()))));
            pn.b()
                    .ifPresent(in -> totals.row(
                            "b",
                            row -> Measure.write(row, Cost.of(in, comparison.b().history()))));
        });
    }

    private void write(Json json, Compared<Integer, PnHistory> pn, Divergence divergence) {
        History history = comparison.side(divergence).history();
        json.moment("from", divergence.at())
                .row("a", row -> write(row, pn.a().orElseThrow().spanAt(divergence.at())))
                .row("b", row -> write(row, pn.b().orElseThrow().spanAt(divergence.at())))
                .text("chainOf", divergence.inB() ? "b" : "a")
                .rows("chain", divergence.chain(), (row, entry) -> JsonReport.entry(row, history, entry));
    }

    private static void write(Json row, PnSpan span) {
        row.text("state", span.state().key()).number("controller", span.controller());
    }
}
