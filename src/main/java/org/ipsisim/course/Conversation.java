package org.ipsisim.course;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;

/** Questions to a learner and answers, line by line, at a terminal or through a pipe. */
public final class Conversation {
    private static final int LONGEST_LINE = 200;

    private final Reader in;
    private final Writer out;
    private final TextPage page;
    private boolean left;

    /**
     * A conversation that has not begun.
     *
     * @param in what the learner types
     * @param out takes what the learner reads; flushed before each wait
     */
    public Conversation(Reader in, Writer out, TextStyle style) {
        this.in = in;
        this.out = out;
        this.page = new TextPage(out, style);
    }

    /** The page to write on. */
    public TextPage page() {
        return page;
    }

    /** Whether the learner has left. */
    boolean hasLeft() {
        return left;
    }

    /**
     * Asks for one of several answers.
     *
     * @param scenario to show again on request
     * @return its index; empty if the learner leaves
     */
    OptionalInt choose(int choices, List<String> scenario) throws IOException {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < choices; i++) {
            letters.append(i == 0 ? "" : i == choices - 1 ? " or " : ", ").append(Question.letter(i));
        }
        while (true) {
            page.blank();
            page.paragraph("  ", letters + "? (? helps, q leaves)", Ink.FAINT);
            String word = line().orElse("q").replaceFirst("[.):]$", "");
            if (leaves(word)) {
                left = true;
                return OptionalInt.empty();
            }
            int index = word.length() == 1 ? word.charAt(0) - 'a' : -1;
            if (index >= 0 && index < choices) {
                return OptionalInt.of(index);
            }
            switch (word) {
                case "?", "h", "help" -> help(letters.toString());
                case "s" -> scenario(scenario);
                case "" -> page.paragraph("  ", "Type the letter of an answer and press Enter.", Ink.PLAIN);
                default -> page.paragraph("  ", "That is not one of the answers: type " + letters + ".", Ink.PLAIN);
            }
        }
    }

    /** Waits for Enter; any other line continues as well, except {@code q}. At the end of the input it does not wait. */
    void pause(String what) throws IOException {
        page.blank();
        page.paragraph("  ", what + " (Enter continues, q leaves)", Ink.FAINT);
        left = leaves(line().orElse(""));
    }

    private void help(String letters) throws IOException {
        page.paragraph(
                "  ", letters + ": your answer, with Enter. You can guess; a wrong answer costs nothing.", Ink.PLAIN);
        page.paragraph("  ", "s: shows the scenario again. q: leaves, as Ctrl-C does.", Ink.PLAIN);
    }

    void scenario(List<String> lines) throws IOException {
        page.blank();
        for (String line : lines) {
            page.paragraph("    ", line, Ink.PLAIN);
        }
    }

    /** The next line in lower case, without blanks around it; empty at the end of the input. */
    private Optional<String> line() throws IOException {
        out.flush();
        StringBuilder line = new StringBuilder();
        int c = next();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n') {
            if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
            c = next();
        }
        return Optional.of(line.toString().strip().toLowerCase(Locale.ROOT));
    }

    /** The next character; input that cannot be read counts as ended. */
    private int next() {
        try {
            return in.read();
        } catch (IOException e) {
            return -1;
        }
    }

    private static boolean leaves(String word) {
        return word.equals("q") || word.equals("quit");
    }
}
