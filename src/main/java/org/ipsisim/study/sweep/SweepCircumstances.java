package org.ipsisim.study.sweep;

import java.util.List;
import java.util.stream.IntStream;
import org.ipsisim.document.Document;
import org.ipsisim.document.Json;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;

/** Under which circumstances the recommended setting still costs something; nothing in a sweep without them. */
final class SweepCircumstances {
    private static final int MOST_ROWS = 30;

    private final Sweep sweep;
    private final Grid over;
    private final List<Cost> best;

    SweepCircumstances(SweepAnswer answer) {
        this.sweep = answer.sweep();
        this.over = sweep.plan().circumstances();
        this.best = over.axes().isEmpty() || answer.recommended().isEmpty()
                ? List.of()
                : sweep.single().get(answer.recommended().getAsInt());
    }

    private boolean isPaid(Cost cost) {
        return sweep.criteria().stream().anyMatch(criterion -> criterion.of(cost) > 0);
    }

    void addTo(Document document) {
        if (best.isEmpty()) {
            return;
        }
        List<Integer> paid = IntStream.range(0, best.size())
                .filter(i -> isPaid(best.get(i)))
                .boxed()
                .toList();
        long never = IntStream.range(0, best.size())
                .filter(i -> sweep.single().stream().noneMatch(costs -> isPaid(costs.get(i))))
                .count();
        Table<Integer> table = Table.of(paid).showing(MOST_ROWS, "the JSON output has them all");
        for (int i = 0; i < over.axes().size(); i++) {
            int axis = i;
            table.number(headings().get(axis), each -> over.texts(each).get(axis));
        }
        for (Criterion criterion : sweep.criteria()) {
            Measure measure = criterion.measure();
            table.number(criterion.heading(), each -> shown(measure, best.get(each)));
            if (!sweep.singleNow().isEmpty()) {
                table.number("now", each -> shown(measure, sweep.singleNow().get(each)));
            }
        }
        document.section("Which circumstances still cost something")
                .table(table)
                .note(paid.size() + " of the " + best.size()
                        + " circumstances cost something with the recommended setting"
                        + (never == 0 ? "." : "; " + never + " cost nothing with any setting that was tried."));
    }

    /** The keys that are varied, without what they are in, if they still differ then. */
    private List<String> headings() {
        List<String> keys = over.axes().stream().map(Axis::name).toList();
        List<String> last = keys.stream()
                .map(key -> key.substring(key.lastIndexOf('.') + 1))
                .toList();
        return last.stream().distinct().count() == last.size() ? last : keys;
    }

    private static String shown(Measure measure, Cost cost) {
        return measure.isTime() ? RoundedNumbers.time(cost.of(measure)) : measure.shown(cost);
    }

    void json(Json json) {
        if (best.isEmpty()) {
            return;
        }
        json.objects("circumstances", IntStream.range(0, best.size()).boxed().toList(), (each, i) -> {
            each.rowOf("settings", over.settings(i)).row("recommended", row -> Measure.write(row, best.get(i)));
            if (!sweep.singleNow().isEmpty()) {
                each.row("now", row -> Measure.write(row, sweep.singleNow().get(i)));
            }
        });
    }
}
