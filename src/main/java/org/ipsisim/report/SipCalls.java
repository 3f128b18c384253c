package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;
import org.ipsisim.ladder.CallPlay;
import org.ipsisim.ladder.CallPlay.Outcome;
import org.ipsisim.ladder.CallPlay.Played;
import org.ipsisim.ladder.Ladder;
import org.ipsisim.ladder.LadderSvg;
import org.ipsisim.ladder.LadderText;
import org.ipsisim.ladder.RegistrationPlay;

/** The calls of {@code sip.calls} as a run holds for them, and their messages one by one (U17 to U19). */
final class SipCalls {
    /** More ladders than this a report does not draw. */
    private static final int MOST_LADDERS = 8;

    private SipCalls() {}

    /** A line for each call: what became of it. */
    static Table<Played> table(History history) {
        return Table.of(CallPlay.all(history))
                .words("call", played -> played.call().name())
                .number("at", played -> RoundedNumbers.time(played.call().at().toMillis()))
                .words("from", played -> String.valueOf(played.call().from()))
                .words("to", played -> String.valueOf(played.call().to()))
                .words("outcome", played -> played.ladder().outcome())
                .ink(played -> played.outcome() == Outcome.ANSWERED ? Ink.PLAIN : Ink.VERMILION)
                .number(
                        "PRACK after",
                        played -> played.prackMillis().map(Words::duration).orElse("–"))
                .number("messages", played -> String.valueOf(messages(played)))
                .number("lost", played -> String.valueOf(lost(played)));
    }

    private static int messages(Played played) {
        return played.ladder().arrows().size();
    }

    private static long lost(Played played) {
        return played.ladder().arrows().stream()
                .filter(arrow -> arrow.transfer().isLost())
                .count();
    }

    /** Adds the ladders of a run: that of the phone it has watched, then those of its calls; nothing if it has none. */
    static void addLadders(Document document, History history) {
        List<Ladder> ladders = new ArrayList<>();
        history.sip().watched().ifPresent(phone -> ladders.add(RegistrationPlay.of(history, 0, history.duration())));
        CallPlay.all(history).forEach(played -> ladders.add(played.ladder()));
        document.section("Message by message", "ladders");
        ladders.stream()
                .limit(MOST_LADDERS)
                .forEach(ladder -> document.drawing(page -> {
                            LadderText.write(ladder, page);
                            page.blank();
                        })
                        .svg(
                                () -> LadderSvg.inline(ladder),
                                Words.capital(ladder.title()) + ": " + ladder.outcome() + "."));
        int more = ladders.size() - MOST_LADDERS;
        document.note(more > 0 ? "And " + more + " more: `ipsisim sip ladder` shows each." : "");
        document.note(
                ladders.isEmpty()
                        ? ""
                        : "An arrow is a message; a broken one is a repeat, and one that ends in a cross is lost. A line"
                                + " with a rule says what happened inside.");
    }

    /** A call in the JSON of a run. */
    static void write(Json json, Played played) {
        json.text("name", played.call().name()).text("outcome", played.outcome().key());
        if (played.outcome() == Outcome.REFUSED) {
            json.number("status", played.status());
        }
        played.prackMillis().ifPresent(millis -> json.seconds("prackSeconds", millis));
        json.number("messages", messages(played)).number("lost", lost(played));
    }
}
