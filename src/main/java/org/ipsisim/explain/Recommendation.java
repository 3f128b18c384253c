package org.ipsisim.explain;

import org.ipsisim.document.Document;
import org.ipsisim.document.Reproduction;
import org.ipsisim.history.History;
import org.ipsisim.history.SessionManagerHistory;

/**
 * What a report of a run recommends: what would have prevented its worst moment, or shortened it, with the run as it is
 * and with each difference beside each other.
 */
public final class Recommendation {
    /** With more entries in its trace, a run takes so long that a reader has to ask for it. */
    private static final int MOST_ENTRIES = 2000;

    /** The same with more requests to session managers. */
    private static final long MOST_REQUESTS = 100_000;

    private Recommendation() {}

    /** A section of a report, found by running the scenario with one thing different at a time; empty if nothing is wrong. */
    public static Document of(History history) {
        Document document = new Document("", "", "").section("What would have helped", "recommended");
        boolean isOut = history.portNetworks().stream()
                .anyMatch(pn -> pn.totals().outage() + pn.totals().degraded() > 0);
        boolean phonesAreOut = history.sip().populations().stream()
                .anyMatch(phones -> phones.outage().phonesAffected() > 0);
        if (!isOut && !phonesAreOut) {
            return document;
        }
        long requests = history.sip().sessionManagers().stream()
                .mapToLong(SessionManagerHistory::requests)
                .sum();
        if (history.trace().size() > MOST_ENTRIES || requests > MOST_REQUESTS) {
            return document.paragraph("Much happens in this run. Ask for the moment that matters:")
                    .code(Reproduction.command(history.scenario())
                            .replaceFirst("^ipsisim run", "ipsisim explain")
                            .replaceFirst(" --report report$", ""));
        }
        if (isOut) {
            int pn = WorstMoment.portNetwork(history);
            long at = WorstMoment.of(history, pn).orElse(0L);
            Explanation explanation = Explanation.of(history, pn, at);
            ExplanationDocument.addRemedies(document, explanation, Prevention.of(explanation));
        }
        if (phonesAreOut) {
            PhoneExplanation.Worst worst = PhoneExplanation.Worst.of(history);
            PhoneExplanation explanation = PhoneExplanation.of(history, worst.population(), worst.at());
            PhoneDocument.addRemedies(document, explanation, PhonePrevention.of(explanation));
        }
        return document;
    }
}
