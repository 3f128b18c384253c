package org.ipsisim.study.montecarlo;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.JsonDocument;
import org.ipsisim.document.JsonLayout;
import org.ipsisim.history.Words;
import org.ipsisim.study.Variant;
import tools.jackson.core.JsonGenerator;

/** Many runs under outages by chance as one JSON document. Times are seconds; estimates have nine digits. */
public final class MonteCarloJson {
    private static final MathContext DIGITS = new MathContext(9);
    private static final double SECOND = 1000;

    private final MonteCarlo study;
    private final MonteCarloWords words;
    private final JsonGenerator json;
    private final JsonLayout layout;

    private MonteCarloJson(MonteCarlo study, JsonGenerator json, JsonLayout layout) {
        this.study = study;
        this.words = new MonteCarloWords(study);
        this.json = json;
        this.layout = layout;
    }

    /** Writes the document with a line end after it; flushes the writer and leaves it open. */
    public static void write(MonteCarlo study, Writer out) throws IOException {
        JsonDocument.write(out, (json, layout) -> new MonteCarloJson(study, json, layout).write());
    }

    private void write() {
        Variant variant = study.plan().a();
        json.writeStartObject();
        json.writeStringProperty("study", "monte-carlo");
        json.writeStringProperty("headline", words.headline());
        json.writeStringProperty("title", variant.scenario().title());
        json.writeStringProperty("file", variant.scenario().provenance().file());
        writeTexts("set", variant.settings());
        writeTexts("against", study.plan().b().isEmpty() ? List.of() : words.againstSettings());
        json.writeNumberProperty("seed", variant.scenario().seed());
        json.writeNumberProperty(
                "durationSeconds",
                Words.decimalSeconds(variant.scenario().duration().toMillis()));
        json.writeBooleanProperty("whole", study.isWhole());
        json.writeNumberProperty("runs", study.runs());
        json.writeNumberProperty("confidence", Sample.CONFIDENCE);
        if (study.runs() > 0) {
            writeResults();
        }
        json.writeEndObject();
    }

    private void writeResults() {
        int worst = study.worstRun();
        json.writeName("worstRun");
        layout.row();
        json.writeStartObject();
        json.writeNumberProperty("run", worst);
        json.writeStringProperty("runSeed", String.valueOf(study.seedOf(worst)));
        json.writeNumberProperty("outageSeconds", Words.decimalSeconds(study.outageOf(worst)));
        json.writeEndObject();
        writeProspects("prospects", study.portNetworks(), study.all());
        if (study.otherAll().isPresent()) {
            writeProspects(
                    "otherProspects",
                    study.otherPortNetworks(),
                    study.otherAll().get());
            json.writeArrayPropertyStart("differences");
            study.differences().forEach(this::write);
            json.writeEndArray();
        }
    }

    private void writeProspects(String name, List<Forecast> portNetworks, Forecast all) {
        json.writeArrayPropertyStart(name);
        List<Forecast> prospects = new ArrayList<>(portNetworks);
        prospects.add(all);
        prospects.forEach(this::write);
        json.writeEndArray();
    }

    private void write(Forecast prospect) {
        json.writeStartObject();
        json.writeStringProperty("pn", prospect.name());
        for (RunMeasure measure : RunMeasure.values()) {
            Sample sample = prospect.of(measure);
            if (measure.isMishap()) {
                write(measure.jsonName(), sample.shareAboveZero(), 1);
            }
        }
        write("availability", prospect.availability(), 1);
        writeNumber("nines", prospect.nines());
        write(RunMeasure.OUTAGE, prospect.outage());
        write(RunMeasure.CALLS_DROPPED, prospect.of(RunMeasure.CALLS_DROPPED));
        json.writeEndObject();
    }

    private void write(RunMeasure measure, Sample sample) {
        double unit = measure.isTime() ? 1 / SECOND : 1;
        json.writeObjectPropertyStart(measure.jsonName());
        write("mean", sample.mean(), unit);
        for (int percentile : MonteCarloWords.PERCENTILES) {
            write("p" + percentile, sample.quantile(percentile / 100.0), unit);
        }
        writeNumber("most", sample.largest() * unit);
        json.writeEndObject();
    }

    private void write(PairedDifference difference) {
        json.writeStartObject();
        json.writeStringProperty("pn", difference.name());
        write("outageSeconds", difference.outage(), 1 / SECOND);
        write("callsDropped", difference.callsDropped(), 1);
        write("failovers", difference.failovers(), 1);
        json.writeEndObject();
    }

    private void write(String name, PairedDifference.Of difference, double unit) {
        json.writeName(name);
        layout.row();
        json.writeStartObject();
        writeBounds(difference.mean().times(unit));
        writeNumber("varianceCut", difference.gain());
        json.writeEndObject();
    }

    private void write(String name, Interval interval, double unit) {
        json.writeName(name);
        layout.row();
        json.writeStartObject();
        writeBounds(interval.times(unit));
        json.writeEndObject();
    }

    private void writeBounds(Interval interval) {
        writeNumber("estimate", interval.estimate());
        writeNumber("low", interval.low());
        writeNumber("high", interval.high());
    }

    /** A number; {@code null} if there is none. */
    private void writeNumber(String name, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, digits(value));
        }
    }

    /** Nine digits, so that the last bits of a sum do not show. */
    static BigDecimal digits(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private void writeTexts(String name, List<String> texts) {
        json.writeName(name);
        layout.row();
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
