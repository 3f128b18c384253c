package org.ipsisim.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextStyle;
import org.ipsisim.history.Words;
import org.ipsisim.play.Viewpoint.Page;

/** Draws a session: a pure function of its state and the canvas. */
final class PlaybackView extends Drawing {
    /** The hints of the last line after the space bar, the most useful first. */
    private static final List<String> HINTS = List.of(
            "n/p event",
            "g go to",
            "b break",
            "e explain",
            "s screens",
            "? help",
            "q quit",
            "r restore",
            "f forks",
            "w write",
            "l log",
            "a alarms",
            "j jump",
            "+/- speed",
            "z zoom");

    private PlaybackView(PlaybackState session, Canvas canvas) {
        super(session, canvas);
    }

    /**
     * The picture of a session.
     *
     * @param columns of the terminal; may be too few for a picture
     */
    static Picture of(PlaybackState session, Canvas canvas, int columns) {
        PlaybackView view = new PlaybackView(session, canvas);
        return canvas.rows() < Canvas.LEAST_ROWS || columns < TextStyle.MIN_WIDTH
                ? view.tooSmall(columns)
                : view.picture();
    }

    private Picture tooSmall(int columns) {
        List<StyledLine> lines = new ArrayList<>();
        for (String text : List.of(
                "at " + run.moments().exact(now),
                "This needs " + TextStyle.MIN_WIDTH + " columns and " + Canvas.LEAST_ROWS + " rows;",
                "make the window larger,",
                "or press q to quit.")) {
            if (lines.size() < canvas.rows()) {
                lines.add(canvas.line().addAtMost(text, columns, Ink.PLAIN));
            }
        }
        return new Picture(lines, -1, 0);
    }

    private Picture picture() {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(header());
        int room = canvas.rows() - 2;
        Page page = session.view().page();
        Pages pages = new Pages(session, canvas);
        List<StyledLine> middle = switch (page) {
            case OVERVIEW -> new Overview(session, canvas).lines(room);
            case TRACE -> pages.trace();
            case ALARMS -> pages.alarms();
            case FORKS -> pages.forks();
            case SCREENS -> pages.screen();
            case EXPLANATION -> pages.explanation();
            case HELP -> pages.help();
        };
        int scroll = 0;
        if (page != Page.OVERVIEW) {
            int fits = room - 1;
            int most = Math.max(0, middle.size() - fits);
            scroll = Math.min(most, session.view().scroll());
            int first = page.beginsAtItsEnd() ? most - scroll : scroll;
            lines.add(title(page, first, fits, middle.size()));
            middle = middle.subList(first, Math.min(middle.size(), first + fits));
        }
        lines.addAll(middle.subList(0, Math.min(room, middle.size())));
        while (lines.size() <= room) {
            lines.add(canvas.line());
        }
        Optional<Prompt> prompt = session.prompt();
        prompt.ifPresent(line -> lines.set(room, hint(line)));
        StyledLine footer = canvas.line();
        int cursor = prompt.isPresent() ? type(prompt.get(), footer) : -1;
        if (prompt.isEmpty()) {
            foot(footer);
        }
        lines.add(footer);
        return new Picture(lines, cursor, scroll);
    }

    /** The title of a page, and which of its lines are shown. */
    private StyledLine title(Page page, int first, int fits, int all) {
        String part = all <= fits ? "" : " " + (first + 1) + "-" + (first + fits) + " of " + all + ", PgUp PgDn ";
        String title = page == Page.SCREENS ? new Pages(session, canvas).titleOfScreen() : page.title();
        return canvas.rule(title, part);
    }

    private StyledLine header() {
        boolean isUnicode = canvas.style().unicode();
        String sign = session.playing() ? isUnicode ? "▶" : ">" : isUnicode ? "‖" : "||";
        StyledLine line = canvas.line().addOn(" " + sign + " ", Ink.BOLD);
        line.addOn(run.moments().clock().isPresent() ? run.moments().exact(now) + "  " : "", Ink.BOLD);
        line.addOn(session.rounded(now) + " of " + Words.duration(run.duration()), Ink.BOLD);
        line.toOn(Math.min(30, canvas.columns() / 3), Ink.BOLD);
        line.addOn(" " + session.pace().text(), Ink.BOLD);
        int forks = session.forks().all().size();
        String fork = forks == 1 ? "" : "fork " + session.forks().current() + " of " + forks + " ";
        int room = canvas.columns() - line.width() - fork.length() - 3;
        line.addOn("  " + StyledLine.shortened(run.scenario().title(), room, canvas.style()), Ink.BOLD);
        return line.toOn(canvas.columns() - fork.length(), Ink.BOLD).addOn(fork, Ink.BOLD);
    }

    /** What can be typed, or what is wrong. */
    private StyledLine hint(Prompt prompt) {
        if (!prompt.complaint().isEmpty()) {
            return canvas.line().addAtMost(" " + prompt.complaint(), canvas.columns(), Ink.VERMILION);
        }
        List<String> words = new Completion(run, now).candidates(prompt);
        String text = words.isEmpty() || prompt.words().isEmpty() && words.size() > 20
                ? prompt.kind().hint() + (words.isEmpty() ? "" : "; Tab completes")
                : String.join("  ", words);
        return canvas.line().addAtMost(" " + text, canvas.columns(), Ink.FAINT);
    }

    /** Draws the prompt; returns the column of the cursor. */
    private int type(Prompt prompt, StyledLine line) {
        String at = prompt.kind().isChange() ? " at " + run.moments().exact(now) : "";
        line.add(" ").add((prompt.about() + " " + prompt.kind().label()).strip() + at + ": ", Ink.BOLD);
        int room = canvas.columns() - line.width();
        int[] text = prompt.text().codePoints().toArray();
        int first = Math.max(0, prompt.cursor() - room + 1);
        int cursor = line.width() + prompt.width(first, prompt.cursor());
        line.add(new String(text, first, text.length - first));
        return Math.min(cursor, canvas.columns() - 1);
    }

    private void foot(StyledLine line) {
        if (!canvas.hasKeys()) {
            line.add("  ipsisim play " + run.scenario().provenance().file(), Ink.FAINT);
            return;
        }
        if (!session.message().isEmpty()) {
            line.add(" ").addAtMost(session.message(), canvas.columns() - 1, Ink.BOLD);
            return;
        }
        List<String> hints = new ArrayList<>(List.of(session.playing() ? "space stop" : "space play"));
        hints.addAll(HINTS);
        for (String hint : hints) {
            if (line.width() + hint.length() + 2 <= canvas.columns()) {
                int space = hint.indexOf(' ');
                line.add("  ").add(hint.substring(0, space), Ink.BOLD).add(hint.substring(space), Ink.FAINT);
            }
        }
    }
}
