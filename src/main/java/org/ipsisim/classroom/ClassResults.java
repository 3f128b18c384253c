package org.ipsisim.classroom;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.document.Csv;
import org.ipsisim.document.Table;

/** The answers of a class as CSV: one line for each vote that counts. */
final class ClassResults {
    private record Row(Ballot ballot, Ballot.Vote vote) {
        String right() {
            return ballot.question()
                    .right()
                    .map(right -> right == vote.choice() ? "yes" : "no")
                    .orElse("");
        }
    }

    private ClassResults() {}

    static void write(List<Ballot> ballots, Writer out) throws IOException {
        List<Row> rows = ballots.stream()
                .flatMap(ballot -> ballot.votes().stream().map(vote -> new Row(ballot, vote)))
                .toList();
        Csv.write(
                Table.of(rows)
                        .number("number", row -> row.ballot().number())
                        .words("question", row -> row.ballot().question().text())
                        .words("name", row -> row.vote().name())
                        .words(
                                "answer",
                                row -> row.ballot()
                                        .question()
                                        .choices()
                                        .get(row.vote().choice()))
                        .words("right", Row::right)
                        .seconds("seconds", row -> row.vote().after()),
                out);
    }
}
