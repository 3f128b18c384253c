package org.ipsisim.course;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.scenario.Nearest;

/** What can be asked of the trace: when something happened to somebody, and how often. */
final class TraceForms {
    private static final String EVENT = "([a-z]+(?:[ -][a-z]+){0,4})";

    private TraceForms() {}

    static List<Form> all() {
        return List.of(
                new Form(
                        "number of server interchanges",
                        "number of server interchanges",
                        text -> run -> new Answer.Count(run.serverInterchanges())),
                new Form(
                        "time of the cold reset of pn-1",
                        "time of the " + Form.ORDINAL + EVENT + " of " + Form.NAME,
                        TraceForms::time),
                new Form(
                        "number of warm resets of pn-1", "number of " + EVENT + " of " + Form.NAME, TraceForms::number),
                new Form("number of cold resets", "number of " + EVENT + "()", TraceForms::number));
    }

    private static Quantity time(Matcher text) throws LessonTextError {
        String which = text.group(1);
        String type = type(text.group(2));
        String subject = text.group(3);
        return run -> new Answer.Moment(Ordinal.of(which, entries(run, type, subject))
                .map(entry -> OptionalLong.of(entry.at()))
                .orElse(OptionalLong.empty()));
    }

    private static Quantity number(Matcher text) throws LessonTextError {
        String type = type(text.group(1));
        String subject = text.group(2);
        return run -> new Answer.Count(entries(run, type, subject).size());
    }

    private static String type(String words) throws LessonTextError {
        return find(words)
                .orElseThrow(() -> new LessonTextError(
                        "speaks of `" + words + "`, which is nothing that happens in a run",
                        String.join(", ", Happening.types().subList(0, 12))
                                + " and the other types of the trace (docs/output.md)",
                        Nearest.to(words.replace(' ', '-'), Happening.types())));
    }

    /** The type that some words mean, with blanks or in the plural: {@code cold-reset} for "cold resets". */
    private static Optional<String> find(String words) {
        List<String> types = Happening.types();
        String type = words.replace(' ', '-');
        String singular = type.endsWith("s") ? type.substring(0, type.length() - 1) : type;
        return Stream.of(type, singular).filter(types::contains).findFirst();
    }

    private static List<TraceEntry> entries(History run, String type, String subject) throws LessonTextError {
        if (!subject.isEmpty() && !subjects(run).contains(subject)) {
            throw RunNames.unknown(subject, List.copyOf(subjects(run)));
        }
        List<TraceEntry> entries = new ArrayList<>();
        for (TraceEntry entry : run.trace()) {
            if (entry.what().type().equals(type)
                    && (subject.isEmpty() || entry.subject().name().equals(subject))) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** Everything that something can happen to. */
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
