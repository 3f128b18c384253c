package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.history.History;
import org.ipsisim.history.Registration;
import org.ipsisim.history.Words;

/** The page <i>User Registrations</i> of a session manager: which phones it has a registration of. */
public final class UserRegistrations {
    /** More rows of a text than this are counted. */
    private static final int MOST_ROWS = 400;

    private UserRegistrations() {}

    /**
     * The page as it is at the end of a run that has kept the registrations.
     *
     * @param at the moment in words and results, in milliseconds from the start
     * @param sessionManager its name
     */
    public static Document of(History history, long at, String sessionManager) {
        List<Registration> all = history.sip().registrations();
        long stale = all.stream().filter(Registration::stale).count();
        String answer = sessionManager + " at " + history.moments().exact(at) + ": "
                + Words.count(all.size(), "registration")
                + (stale == 0 ? "." : ", " + Words.grouped(stale) + " of them stale: their phones have given them up.");
        String domain = history.scenario().estate().sip().domain();
        return new Document("user registrations", history.scenario().title(), answer)
                .section("User Registrations")
                .table(Table.of(all)
                        .name("user", Registration::extension)
                        .words("device", Registration::population)
                        .words("address", row -> row.extension() + "@" + domain)
                        .number("registered", row -> registered(row.confirmed(), history))
                        .number("expires in", row -> Words.duration(left(row, history, at)))
                        .name("stale", row -> row.stale() ? "yes" : "no")
                        .ink(row -> row.stale() ? Ink.VERMILION : Ink.PLAIN)
                        .showing(MOST_ROWS, "--format json has them all"));
    }

    private static long left(Registration registration, History history, long at) {
        return registration.expiresIn() + history.duration() - at;
    }

    /** When a registration was confirmed last; before the start the run knows nothing. */
    private static String registered(long at, History history) {
        return at < 0 ? "before the start" : history.moments().exact(at);
    }

    /** Writes the page as JSON; flushes the writer and leaves it open. */
    public static void writeJson(History history, long at, String sessionManager, Writer out) throws IOException {
        String domain = history.scenario().estate().sip().domain();
        Json.write(
                out,
                json -> json.in(history.moments())
                        .text("title", history.scenario().title())
                        .text("file", history.scenario().provenance().file())
                        .number("seed", history.scenario().seed())
                        .moment("at", at)
                        .text("from", sessionManager)
                        .rows(
                                "registrations",
                                history.sip().registrations(),
                                (row, registration) -> row.number("user", registration.extension())
                                        .text("device", registration.population())
                                        .text("address", registration.extension() + "@" + domain)
                                        .moment("registered", registration.confirmed())
                                        .seconds("expiresIn", left(registration, history, at))
                                        .flag("stale", registration.stale())));
    }
}
