package org.ipsisim.cli;

import org.ipsisim.estate.Keyed;

/** What {@code --format} can be for a command that answers a question about one run. */
enum AnswerFormat implements Keyed {
    TEXT,
    JSON;

    static final Option<AnswerFormat> OPTION = option("text (default) or json.");

    static Option<AnswerFormat> option(String description) {
        return Option.word("--format", "FORMAT", description, TEXT);
    }
}
