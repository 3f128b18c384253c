package org.ipsisim.play;

import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.play.Viewpoint.Page;

/** What keys do while no prompt is open. */
final class Controls {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** Lines that a page moves by. */
    private static final int PAGE = 10;

    private Controls() {}

    /** The session after a key. */
    static PlaybackState press(PlaybackState session, Keystroke key) {
        if (session.prompt().isPresent()) {
            return Typing.press(session, session.prompt().get(), key);
        }
        PlaybackState quiet = session.saying("");
        if (session.view().page() == Page.FORKS && choosesFork(key)) {
            return choose(quiet, key);
        }
        return key.name() == Keystroke.Name.CHARACTER ? typed(quiet, key.character()) : pressed(quiet, key.name());
    }

    private static PlaybackState pressed(PlaybackState session, Keystroke.Name name) {
        Viewpoint view = session.view();
        return switch (name) {
            case RIGHT -> next(session);
            case LEFT -> previous(session);
            case UP -> move(session, -1);
            case DOWN -> move(session, 1);
            case PAGE_UP -> page(session, -PAGE);
            case PAGE_DOWN -> page(session, PAGE);
            case TAB ->
                session.with(
                        view.page() == Page.SCREENS
                                ? view.at(view.console().nextScreen())
                                : view.selecting(troubled(session)));
            case HOME -> session.at(0);
            case END -> session.at(session.run().duration());
            case ESCAPE -> session.with(view.on(Page.OVERVIEW));
            case INTERRUPT -> session.requesting(new Request.Quit(true));
            case SUSPEND -> session.requesting(new Request.Suspend());
            case REDRAW -> session.requesting(new Request.Redraw());
            default -> session;
        };
    }

    private static PlaybackState typed(PlaybackState session, int character) {
        long now = session.now();
        return switch (character) {
            case ' ' -> playOrPause(session);
            case 'n' -> next(session);
            case 'p' -> previous(session);
            case '.' -> session.at(now + SECOND);
            case ',' -> session.at(now - SECOND);
            case '>' -> session.at(now + MINUTE);
            case '<' -> session.at(now - MINUTE);
            case '}' -> session.at(now + HOUR);
            case '{' -> session.at(now - HOUR);
            case '+', '=' -> session.with(session.pace().faster());
            case '-' -> session.with(session.pace().slower());
            case 'j' -> session.with(session.pace().withJumps(!session.pace().jumps()));
            case 'z' -> zoom(session, session.view().zoom() + 1);
            case 'Z' -> zoom(session, session.view().zoom() - 1);
            case 'c' -> session.with(session.view().grouped(!session.view().grouped()));
            case 'g' -> session.asking(Prompt.of(Prompt.Kind.GO));
            case 'l' -> show(session, Page.TRACE);
            case 'a' -> show(session, Page.ALARMS);
            case 'f' -> show(session, Page.FORKS);
            case 's' -> show(session, Page.SCREENS);
            case 'v' -> session.with(session.view().at(session.view().console().nextServer()));
            case 'e' -> show(session, Page.EXPLANATION);
            case '?', 'h' -> show(session, Page.HELP);
            case 'b' -> change(session, Prompt.Kind.BREAK);
            case 'r' -> change(session, Prompt.Kind.RESTORE);
            case 'o' -> change(session, Prompt.Kind.ORDER);
            case 't' -> change(session, Prompt.Kind.TIMERS);
            case 'x' -> session.asking(Prompt.of(Prompt.Kind.LENGTHEN));
            case 'w' -> session.asking(Prompt.of(Prompt.Kind.WRITE, SavedScenario.usualName(session.forks())));
            case 'q' -> session.requesting(new Request.Quit(false));
            default -> session.saying("? shows what the keys do");
        };
    }

    private static PlaybackState playOrPause(PlaybackState session) {
        boolean isOver = session.now() == session.run().duration();
        return isOver ? session.at(0).playing(true) : session.playing(!session.playing());
    }

    private static PlaybackState next(PlaybackState session) {
        long next = session.run().stops().after(session.now());
        PlaybackState there = session.at(next).playing(false);
        return next == session.run().duration() ? there.saying("nothing more happens until the end") : there;
    }

    private static PlaybackState previous(PlaybackState session) {
        return session.at(session.run().stops().before(session.now())).playing(false);
    }

    /** Selects another line: a port network, or the first of a group. */
    private static PlaybackState move(PlaybackState session, int lines) {
        Viewpoint view = session.view();
        if (session.run().portNetworks().isEmpty()) {
            return session;
        }
        Groups groups = Groups.at(session.now(), session.run().portNetworks(), view.grouped());
        int selected = groups.firstOf(groups.indexOf(view.selected()) + lines);
        return session.with(view.selecting(selected));
    }

    /** The next port network that is not in service; the selected one if all are. */
    private static int troubled(PlaybackState session) {
        List<PnHistory> all = session.run().portNetworks();
        int selected = session.view().selected();
        for (int i = 1; i <= all.size(); i++) {
            int index = (selected + i) % all.size();
            if (all.get(index).spanAt(session.now()).state() != PnState.IN_SERVICE) {
                return index;
            }
        }
        return selected;
    }

    private static PlaybackState page(PlaybackState session, int lines) {
        Viewpoint view = session.view();
        int passed = view.page().beginsAtItsEnd() ? -lines : lines;
        return view.page() == Page.OVERVIEW
                ? move(session, lines)
                : session.with(view.scrolled(view.scroll() + passed));
    }

    private static PlaybackState zoom(PlaybackState session, int zoom) {
        int most = TimeWindow.mostZoom(session.run().duration());
        return session.with(session.view().zoomed(Math.max(0, Math.min(zoom, most))));
    }

    /** A page, or back to the overview if it is there already. */
    private static PlaybackState show(PlaybackState session, Page page) {
        Viewpoint view = session.view();
        Viewpoint shown = view.on(view.page() == page ? Page.OVERVIEW : page);
        return session.with(shown.pointingAt(session.forks().current()));
    }

    private static PlaybackState change(PlaybackState session, Prompt.Kind kind) {
        long end = session.run().duration();
        return session.now() < end
                ? session.asking(Prompt.of(kind))
                : session.saying("the run is over at " + session.run().moments().exact(end)
                        + ": go back, or make it longer with x");
    }

    /** Whether a key means something else on the page of forks than elsewhere. */
    private static boolean choosesFork(Keystroke key) {
        return switch (key.name()) {
            case UP, DOWN, ENTER -> true;
            case CHARACTER -> key.character() >= '1' && key.character() <= '9';
            default -> false;
        };
    }

    private static PlaybackState choose(PlaybackState session, Keystroke key) {
        Viewpoint view = session.view();
        return switch (key.name()) {
            case UP -> point(session, view.fork() - 1);
            case DOWN -> point(session, view.fork() + 1);
            case ENTER -> playFork(session, view.fork());
            default -> playFork(session, key.character() - '0');
        };
    }

    private static PlaybackState point(PlaybackState session, int number) {
        int most = session.forks().all().size();
        return session.with(session.view().pointingAt(Math.max(1, Math.min(number, most))));
    }

    private static PlaybackState playFork(PlaybackState session, int number) {
        if (number > session.forks().all().size()) {
            return session.saying("there is no fork " + number);
        }
        return session.with(session.forks().playing(number))
                .with(session.view().on(Page.OVERVIEW))
                .saying("fork " + number + ": "
                        + session.forks().all().get(number - 1).what());
    }
}
