package org.ipsisim.study.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.document.JsonDocument;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.history.Words;
import org.ipsisim.study.Fault;
import tools.jackson.core.JsonGenerator;

/** An audit as one JSON document. Times are seconds with at most three decimals. */
public final class AuditJson {
    private final Audit audit;
    private final AuditRanking ranking;
    private final int most;
    private final JsonGenerator json;
    private final JsonLayout layout;

    private AuditJson(Audit audit, int most, JsonGenerator json, JsonLayout layout) {
        this.audit = audit;
        this.ranking = new AuditRanking(audit);
        this.most = most;
        this.json = json;
        this.layout = layout;
    }

    /**
     * Writes the document with a line end after it; flushes the writer and leaves it open.
     *
     * @param most entries of each ranking; the sets that are minimal are all there
     */
    public static void write(Audit audit, int most, Writer out) throws IOException {
        JsonDocument.write(out, (json, layout) -> new AuditJson(audit, most, json, layout).write());
    }

    private void write() {
        AuditPlan plan = audit.plan();
        json.writeStartObject();
        json.writeStringProperty("study", "audit");
        json.writeStringProperty("headline", new AuditWords(audit, ranking).headline());
        json.writeStringProperty("title", plan.scenario().title());
        json.writeStringProperty("file", plan.scenario().provenance().file());
        json.writeNumberProperty("seed", plan.scenario().seed());
        json.writeNumberProperty("faultsAtOnce", plan.faults());
        json.writeArrayPropertyStart("durations");
        plan.lengths().forEach(length -> json.writeNumber(Words.decimalSeconds(length)));
        json.writeEndArray();
        json.writeNumberProperty("at", Words.decimalSeconds(AuditPlan.AT));
        json.writeNumberProperty("durationSeconds", Words.decimalSeconds(plan.horizon()));
        json.writeNumberProperty("elements", plan.elements().size());
        json.writeNumberProperty("sets", plan.sets());
        json.writeNumberProperty("runs", plan.runs());
        json.writeNumberProperty("eventsLeftOut", plan.leftOut());
        json.writeBooleanProperty("outlastsTimers", plan.outlastsTimers());
        json.writeBooleanProperty("whole", audit.isWhole());
        writeRanked("worstSingles", ranking.singles());
        writeRanked("worstPairs", ranking.pairs());
        json.writeArrayPropertyStart("moreThanParts");
        first(ranking.more()).forEach(pair -> write(pair, ranking.excess(pair)));
        json.writeEndArray();
        json.writeArrayPropertyStart("lasting");
        for (AuditRanking.Minimal minimal : ranking.lasting()) {
            layout.row();
            json.writeStartObject();
            write(minimal.result().set().faults());
            write("portNetworks", minimal.portNetworks());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("fragmenting");
        for (FaultResult result : ranking.fragmenting()) {
            FaultCost cost = result.costs().stream()
                    .filter(FaultCost::fragments)
                    .findFirst()
                    .orElseThrow();
            layout.row();
            json.writeStartObject();
            write(result.set().faults());
            json.writeNumberProperty("from", Words.decimalSeconds(cost.length()));
            json.writeNumberProperty("systems", cost.systems());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeFindings();
        json.writeEndObject();
    }

    private void writeRanked(String name, List<FaultResult> results) {
        json.writeArrayPropertyStart(name);
        first(results).forEach(result -> write(result, result.worst()));
        json.writeEndArray();
    }

    private <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(most, all.size()));
    }

    private void write(FaultResult result, FaultCost cost) {
        layout.row();
        json.writeStartObject();
        write(result.set().faults());
        json.writeNumberProperty("for", Words.decimalSeconds(cost.length()));
        json.writeNumberProperty("callsDropped", cost.callsDropped());
        json.writeNumberProperty("outageSeconds", Words.decimalSeconds(cost.outage()));
        json.writeNumberProperty("degradedSeconds", Words.decimalSeconds(cost.degraded()));
        json.writeEndObject();
    }

    private void write(List<Fault> faults) {
        json.writeArrayPropertyStart("faults");
        faults.forEach(fault -> json.writeString(fault.name()));
        json.writeEndArray();
    }

    private void write(String name, List<Integer> numbers) {
        json.writeArrayPropertyStart(name);
        numbers.forEach(json::writeNumber);
        json.writeEndArray();
    }

    private void writeFindings() {
        EstateFindings findings = audit.findings();
        json.writeArrayPropertyStart("idleCores");
        for (EstateFindings.IdleCore idle : findings.idleCores()) {
            layout.row();
            json.writeStartObject();
            json.writeNumberProperty("cluster", idle.core().cluster());
            json.writeStringProperty("because", idle.reason().key());
            json.writeEndObject();
        }
        json.writeEndArray();
        write("coreless", findings.coreless());
        json.writeArrayPropertyStart("sharedPoints");
        for (EstateFindings.SharedPoint point : findings.sharedPoints()) {
            layout.row();
            json.writeStartObject();
            json.writeStringProperty("fault", point.fault().name());
            write("portNetworks", point.portNetworks());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
