package org.ipsisim.course;

import static org.ipsisim.course.QuantityForm.NAME;
import static org.ipsisim.course.QuantityForm.ORDINAL;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.scenario.Nearest;

/** What can be asked of the trace: when something happened to a subject, and how often. */
final class TraceForms {
    private static final String EVENT = "([a-z]+(?:[ -][a-z]+){0,4})";

    private TraceForms() {}

    static List<QuantityForm> all() {
        return List.of(
                new QuantityForm(
                        "number of server interchanges",
                        "number of server interchanges",
                        in -> new Answer.Count(in.run().serverInterchanges())),
                new QuantityForm(
                        "time of the cold reset of pn-1",
                        "time of the " + ORDINAL + EVENT + " of " + NAME,
                        in -> Answer.Moment.of(in.nth(1, entries(in, 2)).map(TraceEntry::at))),
                new QuantityForm(
                        "number of warm resets of pn-1",
                        "number of " + EVENT + " of " + NAME,
                        in -> new Answer.Count(entries(in, 1).size())),
                new QuantityForm(
                        "number of cold resets",
                        "number of " + EVENT + "()",
                        in -> new Answer.Count(entries(in, 1).size())));
    }

    /** The entries of a type, and of a subject unless the next word is empty. */
    private static List<TraceEntry> entries(RunNames in, int event) throws LessonTextError {
        String type = type(in.key(event));
        String subject = in.word(event + 1).orElse("");
        Set<String> subjects = subjects(in.run());
        if (!subject.isEmpty() && !subjects.contains(subject)) {
            throw RunNames.unknown(subject, List.copyOf(subjects));
        }
        return in.run().trace().stream()
                .filter(entry -> entry.what().type().equals(type))
                .filter(entry -> subject.isEmpty() || entry.subject().name().equals(subject))
                .toList();
    }

    /** The type that some words mean, which may be in the plural: {@code cold-reset} for "cold resets". */
    private static String type(String key) throws LessonTextError {
        List<String> types = Happening.types();
        return Stream.of(key, key.replaceFirst("s$", ""))
                .filter(types::contains)
                .findFirst()
                .orElseThrow(() -> new LessonTextError(
                        "asks for `" + key.replace('-', ' ') + "`, which is not an event of a run",
                        String.join(", ", types.subList(0, 12)) + " and the other types of the trace (docs/output.md)",
                        Nearest.to(key, types)));
    }

    /** The names of everything to which something can happen. */
    private static Set<String> subjects(History run) {
        Set<String> subjects = new LinkedHashSet<>();
        run.portNetworks().forEach(pn -> {
            subjects.add(pn.portNetwork().id());
            pn.lists().keySet().forEach(ipsi -> subjects.add("ipsi-" + ipsi));
        });
        run.servers().forEach(server -> subjects.add(server.server().id()));
        Stream.of("main", "arbiter-link", "timers").forEach(subjects::add);
        run.scenario().estate().links().forEach(link -> subjects.add(link.id()));
        subjects.addAll(run.scenario().estate().sites());
        return subjects;
    }
}
