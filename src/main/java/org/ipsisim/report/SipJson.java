package org.ipsisim.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import org.ipsisim.document.Json;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.history.History;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.PhoneOutage;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.history.SipHistory;
import org.ipsisim.ladder.CallPlay;

/** What the JSON of a run says of phones and session managers: the member {@code sip}. */
public final class SipJson {
    private SipJson() {}

    static void write(Json json, History history) {
        SipHistory sip = history.sip();
        json.objects("populations", sip.populations(), SipJson::population)
                .objects("sessionManagers", sip.sessionManagers(), SipJson::sessionManager)
                .rows("calls", CallPlay.all(history), SipCalls::write);
        if (!sip.phones().isEmpty()) {
            json.objects("phones", sip.phones(), SipJson::phone);
        }
    }

    private static void population(Json json, PopulationHistory phones) {
        json.text("name", phones.population().name())
                .text("site", phones.population().site())
                .number("phones", phones.population().size())
                .object("outage", outage -> outage(outage, phones.outage()))
                .row(
                        "notCallable",
                        row -> row.seconds("phoneSeconds", phones.notCallable().total())
                                .seconds("longestSeconds", phones.notCallable().longest()))
                .rows("samples", phones.samples(), SipJson::sample);
    }

    /** Writes the members of time without service; a moment that never came is left out. */
    public static void outage(Json json, PhoneOutage outage) {
        json.number("phonesAffected", outage.phonesAffected())
                .seconds("phoneSeconds", outage.total())
                .seconds("longestSeconds", outage.longest());
        time(json, "firstBackAt", outage.firstBackAt());
        time(json, "halfBackAt", outage.halfBackAt());
        time(json, "allButFivePercentBackAt", outage.allButFivePercentBackAt());
        time(json, "lastBackAt", outage.lastBackAt());
    }

    private static void time(Json json, String name, OptionalLong at) {
        if (at.isPresent()) {
            json.seconds(name, at.getAsLong());
        }
    }

    private static void sample(Json json, PhoneSample sample) {
        Map<PhoneState, Integer> counts = new EnumMap<>(PhoneState.class);
        sample.counts().forEach(count -> counts.merge(count.state(), count.phones(), Integer::sum));
        json.seconds("at", sample.at());
        counts.forEach((state, phones) -> json.number(state.key(), phones));
    }

    private static void sessionManager(Json json, SessionManagerHistory sm) {
        json.text("name", sm.sessionManager().name())
                .text("site", sm.sessionManager().site())
                .rows(
                        "registered",
                        sm.registered(),
                        (row, span) -> row.seconds("at", span.from()).number("phones", span.value()))
                .number("requests", sm.requests())
                .number("peakRequestsPerSecond", sm.peakRequestsPerSecond())
                .number("peakQueue", sm.peakQueue())
                .number("refused", sm.refused())
                .number("useless", sm.useless())
                .number("lost", sm.lost())
                .number("staleBindings", sm.staleBindings())
                .rows("load", sm.load(), SipJson::load);
    }

    private static void load(Json json, SessionManagerHistory.Load load) {
        json.seconds("at", load.at());
        count(json, "register", load.register());
        count(json, "activation", load.activation());
        count(json, "refresh", load.refresh());
        count(json, "refused", load.refused());
        count(json, "useless", load.useless());
        json.number("queue", load.queue());
    }

    /** A kind with none is left out. */
    private static void count(Json json, String name, int number) {
        if (number > 0) {
            json.number(name, number);
        }
    }

    private static void phone(Json json, PhoneHistory phone) {
        json.number("extension", phone.extension())
                .text("population", phone.population())
                .rows("timeline", phone.timeline(), (row, span) -> {
                    row.seconds("from", span.from())
                            .seconds("to", span.to())
                            .text("state", span.value().state().key());
                    span.value().controller().ifPresent(controller -> row.text("controller", controller));
                });
    }
}
