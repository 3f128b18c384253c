package org.ipsisim.course;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.SipCall;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.ladder.CallPlay;
import org.ipsisim.ladder.Ladder;
import org.ipsisim.ladder.RegistrationPlay;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.Nearest;

/**
 * The names, times and other words in the text of a quantity, looked up in a run; they are numbered as the groups of a
 * pattern.
 */
record RunNames(History run, MatchResult text) {
    /** The cluster number of the main servers. */
    int main() {
        return run.mainCluster();
    }

    boolean has(int group) {
        return text.group(group) != null;
    }

    /** A word as it stands in the text; empty if it is left out. */
    Optional<String> find(int group) {
        return Optional.ofNullable(text.group(group));
    }

    /** A word as it stands in the text. */
    String word(int group) {
        return text.group(group);
    }

    /** A word as the key of a state or a type: with hyphens for blanks. */
    String key(int group) {
        return text.group(group).replace(' ', '-');
    }

    /** The constant of an enum that a word names. */
    <E extends Enum<E> & Keyed> E word(Class<E> keyed, int group) {
        return Keyed.find(keyed, key(group)).orElseThrow();
    }

    ServerHistory server(int group) throws LessonTextError {
        return run.findServer(key(group))
                .orElseThrow(() -> unknown(
                        key(group),
                        run.servers().stream()
                                .map(server -> server.server().id())
                                .toList()));
    }

    PopulationHistory phones(int group) throws LessonTextError {
        String name = text.group(group);
        return run.sip()
                .findPopulation(name)
                .orElseThrow(() -> unknown(
                        name,
                        run.sip().populations().stream()
                                .map(phones -> phones.population().name())
                                .toList()));
    }

    /** The place of a session manager among the controllers of a population. */
    int controller(int population, int group) throws LessonTextError {
        List<String> controllers = phones(population).population().controllers();
        int place = controllers.indexOf(text.group(group));
        if (place < 0) {
            throw unknown(text.group(group), controllers);
        }
        return place;
    }

    SessionManagerHistory sessionManager(int group) throws LessonTextError {
        String name = text.group(group);
        return run.sip()
                .findSessionManager(name)
                .orElseThrow(() -> unknown(
                        name,
                        run.sip().sessionManagers().stream()
                                .map(sm -> sm.sessionManager().name())
                                .toList()));
    }

    /** The messages of a call, or of the watched phone by its extension. */
    Ladder ladder(int group) throws LessonTextError {
        String name = text.group(group);
        if (run.sip()
                .watched()
                .filter(phone -> name.equals(String.valueOf(phone.extension())))
                .isPresent()) {
            return RegistrationPlay.of(run, 0, run.duration());
        }
        List<SipCall> calls = run.scenario().estate().sip().calls();
        return calls.stream()
                .filter(call -> call.name().equals(name))
                .findFirst()
                .map(call -> CallPlay.of(run, call).ladder())
                .orElseThrow(
                        () -> unknown(name, calls.stream().map(SipCall::name).toList()));
    }

    PnHistory pn(int group) throws LessonTextError {
        return pn(run, text.group(group));
    }

    /** The port network of an IPSI. */
    PnHistory pnOf(IpsiId ipsi) throws LessonTextError {
        return pn(run, String.valueOf(ipsi.pn()));
    }

    private static PnHistory pn(History run, String number) throws LessonTextError {
        return run.findPortNetwork(Integer.parseInt(number))
                .orElseThrow(() -> unknown(
                        "pn-" + number,
                        run.portNetworks().stream()
                                .map(pn -> pn.portNetwork().id())
                                .toList()));
    }

    IpsiId ipsi(int group) throws LessonTextError {
        String name = text.group(group);
        Set<IpsiId> ipsis =
                pn(run, name.substring(0, name.length() - 1)).lists().keySet();
        return ipsis.stream()
                .filter(id -> id.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "ipsi-" + name, ipsis.stream().map(id -> "ipsi-" + id).toList()));
    }

    /** A time of the run in milliseconds. */
    long time(int group) throws LessonTextError {
        String word = text.group(group);
        long time = DurationText.parse(word)
                .orElseThrow(() -> new LessonTextError(
                        "holds `" + word + "`, which is not a time",
                        "250ms, 15s, 1m30s, 2h",
                        DurationText.repair(word)))
                .toMillis();
        if (time > run.duration()) {
            throw new LessonTextError(
                    "asks for a time after the end of the run",
                    "at most " + DurationText.of(run.scenario().duration()));
        }
        return time;
    }

    /** A time of the run in milliseconds, or another one if the text has none. */
    long time(int group, long otherwise) throws LessonTextError {
        return has(group) ? time(group) : otherwise;
    }

    /**
     * The one of a list that {@code first}, {@code second}, {@code third} or {@code last} means; no word means the first.
     */
    <T> Optional<T> nth(int group, List<T> all) {
        int index = switch (find(group).orElse("first")) {
            case "second" -> 1;
            case "third" -> 2;
            case "last" -> all.size() - 1;
            default -> 0;
        };
        return index < 0 || index >= all.size() ? Optional.empty() : Optional.of(all.get(index));
    }

    static LessonTextError unknown(String name, List<String> known) {
        return new LessonTextError(
                "names `" + name + "`, which is not in the scenario",
                String.join(", ", known),
                Nearest.to(name, known));
    }
}
