package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.console.Screen;
import org.ipsisim.console.ScreenName;
import org.ipsisim.console.Screens;
import org.ipsisim.document.Json;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.TimersOverTime;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.History;
import org.ipsisim.history.ServerHistory;

/**
 * The console screens of every server, at each moment at which one of them changes: each line of text once, each screen
 * as the numbers of its lines, and for each server and screen a track that says which one it shows when. Of long runs and large
 * estates these are the screens of the first part.
 */
final class ScreenData {
    /** Most screens to compute, so that the report is written without a noticeable wait. */
    private static final int MOST_ASKED = 12_000;

    /** A screen of a run with this many more entries in its trace takes as long as one more screen. */
    private static final int ENTRIES = 20_000;

    /** Most characters of a page that screens may take, and more for each port network. */
    private static final int MOST_CHARACTERS = 40_000;

    private static final int MORE_FOR_EACH = 2000;

    /** What a number of a line, or a row of a track, takes in the page. */
    private static final int NUMBER = 4;

    /** The one line that changes all the time. */
    private static final String CLOCK = "Elapsed Time since";

    /** Forms show what is administered, which changes with the timers; whether a server shows them depends on its role. */
    private static final Set<ScreenName> FORMS = EnumSet.of(
            ScreenName.IPSERVER_PARAMETERS,
            ScreenName.PORT_NETWORK_PARAMETERS,
            ScreenName.SURVIVABLE_CORES,
            ScreenName.IPSERVER_FORMS);

    private static final List<ScreenName> ALL = List.of(ScreenName.values());
    private static final List<ScreenName> WITHOUT_FORMS =
            ALL.stream().filter(name -> !FORMS.contains(name)).toList();

    private final Numbered<String> lines = new Numbered<>();
    private final Numbered<List<Integer>> texts = new Numbered<>();
    private final List<String> servers;
    private final Map<Console, TimedRows> tracks = new HashMap<>();
    private final Map<Console, List<String>> last = new HashMap<>();
    private int characters;
    private long until;

    /** A command at a server. */
    private record Console(String server, ScreenName name) {}

    ScreenData(History history) {
        servers = history.servers().stream().map(server -> server.server().id()).toList();
        Screens screens = Screens.of(history);
        Set<Long> formsChange = formsChange(history);
        int most = MOST_CHARACTERS + MORE_FOR_EACH * history.portNetworks().size();
        int asked = 0;
        until = history.duration();
        for (long at : moments(history)) {
            List<ScreenName> names = formsChange.contains(at) ? ALL : WITHOUT_FORMS;
            asked += servers.size() * names.size() * (1 + history.trace().size() / ENTRIES);
            if (characters > most || asked > MOST_ASKED) {
                until = at - 1;
                break;
            }
            for (String server : servers) {
                take(server, at, names, screens.at(at, server, names));
            }
        }
    }

    /** Writes lines, texts as the numbers of their lines, and for each server and command a track of texts. */
    void write(Json json) {
        List<ScreenName> names = ALL.stream()
                .filter(name -> servers.stream().anyMatch(server -> !isEmpty(server, name)))
                .toList();
        json.number("until", until)
                .list("commands", names.stream().map(ScreenName::command).toList())
                .list("lines", lines.all())
                .list("texts", texts.all())
                .list(
                        "tracks",
                        servers.stream()
                                .map(server -> names.stream()
                                        .map(name -> track(server, name).numbers())
                                        .toList())
                                .toList());
    }

    /** Whether a server never shows anything for a command. */
    private boolean isEmpty(String server, ScreenName name) {
        TimedRows track = track(server, name);
        return track.rows() == 1
                && texts.all().get(track.numbers().get(1).intValue()).isEmpty();
    }

    private void take(String server, long at, List<ScreenName> names, List<Screen> screens) {
        Map<ScreenName, List<String>> shown = screens.stream()
                .collect(Collectors.groupingBy(
                        Screen::name, Collectors.flatMapping(ScreenData::block, Collectors.toList())));
        for (ScreenName name : names) {
            List<String> text = shown.getOrDefault(name, List.of());
            List<String> still =
                    text.stream().filter(line -> !line.contains(CLOCK)).toList();
            if (!still.equals(last.put(new Console(server, name), still))) {
                track(server, name).row(at, number(text));
                characters += 2 * NUMBER;
            }
        }
    }

    private TimedRows track(String server, ScreenName name) {
        return tracks.computeIfAbsent(new Console(server, name), console -> new TimedRows(2));
    }

    /** One form of a screen that has several, and room below it. */
    private static Stream<String> block(Screen screen) {
        return Stream.concat(screen.lines().stream(), Stream.of(""));
    }

    private int number(List<String> text) {
        int before = lines.size();
        List<Integer> numbers = new ArrayList<>();
        for (String line : text) {
            numbers.add(lines.of(line));
            if (lines.size() > before) {
                characters += line.length() + NUMBER;
                before = lines.size();
            }
        }
        int known = texts.size();
        int number = texts.of(List.copyOf(numbers));
        characters += texts.size() > known ? NUMBER * numbers.size() : 0;
        return number;
    }

    private static Set<Long> formsChange(History history) {
        Set<Long> times = new HashSet<>();
        history.servers().forEach(server -> server.timeline().forEach(span -> times.add(span.from())));
        history.trace().all(CommandHappening.TimersChanged.class).forEach(entry -> times.add(entry.at()));
        return times;
    }

    /** The times at which a screen may change: whatever changes, and when a server notices that it cannot reach an IPSI. */
    private static TreeSet<Long> moments(History history) {
        TreeSet<Long> moments = new TreeSet<>(List.of(0L));
        history.trace().forEach(entry -> moments.add(entry.at()));
        history.timers().forEach(timer -> moments.addAll(List.of(timer.from(), timer.to())));
        history.portNetworks().forEach(pn -> {
            pn.timeline().forEach(span -> moments.add(span.from()));
            pn.lists().values().forEach(spans -> spans.forEach(span -> moments.add(span.from())));
            pn.ipsis().values().forEach(spans -> spans.forEach(span -> moments.add(span.from())));
        });
        TimersOverTime timers = history.scenario().timersOverTime();
        for (ServerHistory server : history.servers()) {
            server.timeline().forEach(span -> moments.add(span.from()));
            server.refreshes().forEach(span -> moments.addAll(List.of(span.from(), span.value())));
            server.reach()
                    .values()
                    .forEach(spans -> spans.forEach(span -> {
                        long sanity = timers.at(span.to()).millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
                        moments.addAll(List.of(span.from(), span.to() + sanity));
                    }));
        }
        Alarms.of(history).forEach(alarm -> {
            moments.add(alarm.at());
            alarm.clearedAt().ifPresent(moments::add);
        });
        moments.removeIf(at -> at > history.duration());
        return moments;
    }
}
