package org.ipsisim.course;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.Nearest;

/** Finds what the names and times of a quantity stand for in a run. */
final class RunNames {
    private RunNames() {}

    static PnHistory portNetwork(History run, String number) throws LessonTextError {
        Optional<PnHistory> found = run.findPortNetwork(Integer.parseInt(number));
        if (found.isEmpty()) {
            throw unknown(
                    "pn-" + number,
                    run.portNetworks().stream().map(pn -> pn.portNetwork().id()).toList());
        }
        return found.get();
    }

    static IpsiId ipsi(History run, String name) throws LessonTextError {
        PnHistory pn = portNetwork(run, name.substring(0, name.length() - 1));
        Optional<IpsiId> found = pn.lists().keySet().stream()
                .filter(id -> id.toString().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            throw unknown(
                    "ipsi-" + name,
                    pn.lists().keySet().stream().map(id -> "ipsi-" + id).toList());
        }
        return found.get();
    }

    /** A time of the run in milliseconds. */
    static long time(History run, String text) throws LessonTextError {
        Optional<Duration> time = DurationText.parse(text);
        if (time.isEmpty()) {
            throw new LessonTextError(
                    "holds `" + text + "`, which is no time", "250ms, 15s, 1m30s, 2h", DurationText.repair(text));
        }
        if (time.get().toMillis() > run.duration()) {
            throw new LessonTextError(
                    "asks after the end of the run",
                    "at most " + DurationText.of(run.scenario().duration()));
        }
        return time.get().toMillis();
    }

    static LessonTextError unknown(String name, List<String> known) {
        return new LessonTextError(
                "names `" + name + "`, which is not in the scenario",
                String.join(", ", known),
                Nearest.to(name, known));
    }
}
