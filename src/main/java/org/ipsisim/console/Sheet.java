package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out a screen for a terminal of 24 lines: the command and the page number at the top, a message and the prompt last.
 */
final class Sheet {
    private static final int HEIGHT = 24;
    private static final String NEXT_PAGE = "         press CANCEL to quit --  press NEXT PAGE to continue";

    private Sheet() {}

    /** A table on as many pages as it needs, each with the same heading. */
    static List<List<String>> table(List<String> heading, List<String> rows) {
        List<List<String>> pages = new ArrayList<>();
        int perPage = HEIGHT - 3 - heading.size();
        for (int from = 0; from == 0 || from < rows.size(); from += perPage) {
            List<String> page = new ArrayList<>(heading);
            page.addAll(rows.subList(from, Math.min(rows.size(), from + perPage)));
            pages.add(page);
        }
        return pages;
    }

    /** A screen with nothing but a table, under its usual command. */
    static List<Screen> table(ScreenName name, List<String> heading, List<String> rows) {
        return List.of(screen(name, name.command(), table(heading, rows)));
    }

    /** A screen of some pages, under a command. */
    static Screen screen(ScreenName name, String command, List<List<String>> pages) {
        List<String> lines = new ArrayList<>();
        for (int page = 1; page <= pages.size(); page++) {
            String number = format("Page %3d of %3d", page, pages.size());
            lines.add(command + " ".repeat(Screen.WIDTH - 1 - command.length() - number.length()) + number);
            lines.addAll(pages.get(page - 1));
            lines.add("");
            if (page < pages.size()) {
                lines.add(NEXT_PAGE);
                lines.add("");
            }
        }
        lines.add("Command successfully completed");
        lines.add("Command:");
        return new Screen(
                name, command, lines.stream().map(String::stripTrailing).toList());
    }

    /** A text in the middle of the line. */
    static String centred(String text) {
        return " ".repeat((Screen.WIDTH - text.length()) / 2) + text;
    }

    /** The title of a table that begins with the cluster of the server. */
    static String titleOf(ServerView view, String title) {
        String cluster = "Cluster ID " + view.cluster();
        return cluster + centred(title).substring(cluster.length());
    }

    static String yesNo(boolean value) {
        return value ? "y" : "n";
    }

    /** A time of the run as its day, from 1, and its time of day: {@code 01/00:02:14}. */
    static String date(long millis) {
        return format("%02d/%s", 1 + millis / 86_400_000, timeOfDay(millis));
    }

    /** Hours, minutes and seconds of the day, such as {@code 00:02:14}. */
    static String timeOfDay(long millis) {
        long seconds = millis / 1000;
        return format("%02d:%02d:%02d", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    }

    /**
     * Values in columns, as {@link String#format} has them with {@code %s} or {@code %d}, a width, and {@code -} or {@code 0}:
     * the screens of a large estate have a million of them, and that takes its pattern apart each time.
     */
    static String format(String pattern, Object... values) {
        StringBuilder line = new StringBuilder(Screen.WIDTH);
        int done = 0;
        for (Object each : values) {
            int at = pattern.indexOf('%', done);
            line.append(pattern, done, at++);
            boolean left = pattern.charAt(at) == '-';
            char fill = pattern.charAt(at) == '0' ? '0' : ' ';
            int width = 0;
            for (at += left ? 1 : 0; Character.isDigit(pattern.charAt(at)); at++) {
                width = 10 * width + pattern.charAt(at) - '0';
            }
            String value = each.toString();
            line.append(left ? value : "");
            for (int room = value.length(); room < width; room++) {
                line.append(fill);
            }
            line.append(left ? "" : value);
            done = at + 1;
        }
        return line.append(pattern, done, pattern.length()).toString();
    }
}
