package org.ipsisim.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of a screen, declared once: the command and the title by which consoles show it and captures are recognised, and how
 * it is read back.
 *
 * @param command that shows it; empty for a page that is always part of another screen
 * @param title the part of its title that all releases have in common
 * @param heading words of its column headings, in lower case; none for a form
 * @param reader makes a reader of one such page; takes the claims to fill and the rest of the command, which may be empty
 */
record Layout(
        String command, String title, List<String> heading, BiFunction<Claims, String, ? extends PageReader> reader) {
    private static final BiFunction<Claims, String, PageReader> NOTHING = (claims, subject) -> new PageReader(claims);
    private static final Layout UNKNOWN = Layout.shownOnly("", "");

    private static final Set<String> VERBS = Set.of("""
            add busyout campon change clear cmpare disable display duplicate enable erase format get go list mark monitor \
            netstat ping recycle refresh release remove reset resume save set status test traceroute upgrade\
            """.split(" "));
    private static final Pattern TWO_CAPITALS = Pattern.compile("[A-Z]{2}");
    private static final String PROMPT = "Command:";
    private static final String DONE = "Command successfully completed";

    /** A page that captures are not searched for. */
    static Layout shownOnly(String command, String title) {
        return new Layout(command, title, List.of(), NOTHING);
    }

    /** A page that holds nothing to read but {@link Settings}, which are read on any page. */
    static Layout settings(String command, String title) {
        return new Layout(command, title, List.of(), (claims, subject) -> new PageReader(claims));
    }

    /** Whether anything is read from such pages. */
    boolean isRead() {
        return reader != NOTHING;
    }

    /** A reader of one page of this kind. */
    PageReader read(Claims claims, String typed) {
        return reader.apply(claims, subject(typed).orElse(""));
    }

    /** The rest of a typed command after the words that show this page; empty if the command shows another page. */
    private Optional<String> subject(String typed) {
        String stem = command.startsWith("status") ? command.substring(0, command.length() - 1) : command;
        String usual = typed.startsWith("change ") ? "display " + typed.substring(7) : typed;
        return !command.isEmpty() && usual.startsWith(stem)
                ? Optional.of(usual.substring(stem.length()).strip())
                : Optional.empty();
    }

    private static Stream<Layout> all() {
        return Known.LAYOUTS.stream();
    }

    /** The layouts of all screens. */
    private static final class Known {
        private static final List<Layout> LAYOUTS = Arrays.stream(ScreenName.values())
                .flatMap(name -> name.layouts().stream())
                .toList();
    }

    /** The command of a line, with single blanks, without prompt and page number; empty if it has none. */
    static String commandOf(String text) {
        String rest = text.strip();
        if (rest.startsWith(PROMPT)) {
            rest = rest.substring(PROMPT.length()).strip();
        }
        int blank = rest.indexOf(' ');
        if (blank < 0 || !VERBS.contains(rest.substring(0, blank))) {
            return "";
        }
        int page = rest.indexOf("  ");
        return page < 0 ? rest : rest.substring(0, page);
    }

    /** The page that a command shows: the unknown one if the command is not known, none if there is no command. */
    static Optional<Layout> ofCommand(String typed) {
        return typed.isEmpty()
                ? Optional.empty()
                : Optional.of(all().filter(layout -> layout.subject(typed).isPresent())
                        .findFirst()
                        .orElse(UNKNOWN));
    }

    /** The page whose title a line holds. */
    static Optional<Layout> ofTitle(String text) {
        return TWO_CAPITALS.matcher(text).find()
                ? all().filter(layout -> text.contains(layout.title)).findFirst()
                : Optional.empty();
    }

    /** The page whose column headings a line is part of. */
    static Optional<Layout> ofHeading(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return all().filter(layout -> !layout.heading.isEmpty())
                .filter(layout -> layout.heading.stream().allMatch(lower::contains))
                .findFirst();
    }

    /** Whether a line begins or ends a page or is a heading, and so cannot continue the row before. */
    static boolean isBoundary(String text) {
        return isPrompt(text)
                || !commandOf(text).isEmpty()
                || ofTitle(text).isPresent()
                || ofHeading(text).isPresent();
    }

    /** Whether a line ends a screen: a prompt, or the message that the command is done. */
    static boolean isPrompt(String text) {
        String stripped = text.strip();
        return stripped.equals(PROMPT) || stripped.startsWith(DONE) || stripped.startsWith("press CANCEL");
    }

    /** The page for unknown screens and for other text; nothing is read from it. */
    static Layout unknown() {
        return UNKNOWN;
    }
}
