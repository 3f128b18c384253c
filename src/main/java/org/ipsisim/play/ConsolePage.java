package org.ipsisim.play;

import java.util.List;
import org.ipsisim.console.Screen;
import org.ipsisim.console.Screens;

/** A console screen of a server at the present moment. */
final class ConsolePage {
    private final Canvas canvas;
    private final String from;
    private final List<Screen> screens;
    private final int index;

    ConsolePage(PlaybackState session, Canvas canvas) {
        this.canvas = canvas;
        PreparedRun course = session.course();
        Viewpoint.Console console = session.sight().console();
        List<String> servers = Screens.viewpoints(course.scenario().estate());
        from = servers.get(console.server() % servers.size());
        screens = course.screens().at(session.now(), from);
        index = console.screen() % screens.size();
    }

    /** Whose it is, the command, and how many there are. */
    String title() {
        return from + "> " + screens.get(index).command() + "  (" + (index + 1) + " of " + screens.size()
                + "; Tab the next, v the next server)";
    }

    List<StyledLine> lines() {
        return screens.get(index).lines().stream()
                .map(line -> canvas.line().add(line))
                .toList();
    }
}
