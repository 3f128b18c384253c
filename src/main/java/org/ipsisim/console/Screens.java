package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Server;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.History;

/**
 * The console screens of the servers at any moment of a run. Each server shows its own view: what it cannot know looks
 * as on the real system.
 */
public final class Screens {
    /** The name for the main server that is active at the moment. */
    public static final String MAIN = "main";

    private final History history;
    private final Map<Integer, List<Alarm>> alarms;

    private Screens(History history) {
        this.history = history;
        this.alarms = Alarms.of(history).stream().collect(Collectors.groupingBy(Alarm::raisedBy));
    }

    /** The screens of a run. */
    public static Screens of(History history) {
        return new Screens(history);
    }

    /** The servers that have a console: {@code main} for the active one, then each by its name. */
    public static List<String> viewpoints(Estate estate) {
        List<String> names = new ArrayList<>();
        names.add(MAIN);
        estate.main().servers().forEach(server -> names.add(server.id()));
        estate.survivableCoresByCluster()
                .forEach(core -> names.add(core.server().id()));
        return List.copyOf(names);
    }

    /**
     * All screens that a server shows.
     *
     * @param at milliseconds from the start, 0 to the run's duration
     * @param from the server, one of {@link #viewpoints}
     * @throws IllegalArgumentException if the time is outside the run or the estate has no such server
     */
    public List<Screen> at(long at, String from) {
        return at(at, from, List.of(ScreenName.values()));
    }

    /** Some screens that a server shows, in the order asked for; otherwise the same as {@link #at(long, String)}. */
    public List<Screen> at(long at, String from, List<ScreenName> which) {
        ServerView view = view(at, from);
        List<Screen> screens = new ArrayList<>();
        for (ScreenName name : which) {
            Optional<String> silence = view.reasonForSilence(name);
            screens.addAll(
                    silence.isEmpty()
                            ? name.content(view)
                            : List.of(new Screen(name, name.command(), List.of(silence.get()))));
        }
        return List.copyOf(screens);
    }

    /** The server that a name stands for at a moment: {@code main-b} for {@code main} after an interchange. */
    public Server server(long at, String from) {
        return view(at, from).server();
    }

    private ServerView view(long at, String from) {
        if (at < 0 || at > history.duration()) {
            throw new IllegalArgumentException(at + " ms is outside the run");
        }
        return ServerView.of(history, alarms, at, from);
    }
}
