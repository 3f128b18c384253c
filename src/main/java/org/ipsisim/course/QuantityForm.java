package org.ipsisim.course;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.PhoneTotal;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.SessionManagerTotal;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.Happening;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.History;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.ladder.Ladder;
import org.ipsisim.scenario.Nearest;

/**
 * One form in which a lesson names a quantity.
 *
 * @param example a quantity of this form, as messages and the documentation show it
 * @param pattern what texts of this form look like
 * @param meaning what they mean
 */
record QuantityForm(String example, Pattern pattern, Meaning meaning) {
    private static final String TIME = "([0-9]+[0-9a-z]*)";
    private static final String PN = "pn-([0-9]{1,2})";
    private static final String IPSI = "ipsi-([0-9]{1,2}[ab])";
    private static final String NAME = "([\\p{L}][\\p{L}\\p{N}._-]*)";
    private static final String ORDINAL = "(?:(first|second|third|last) )?";
    private static final String EVENT = "([a-z]+(?:[ -][a-z]+){0,4})";
    private static final String ALARM = "alarms?(?: ([A-Z][A-Z-]+))?(?: of " + NAME + ")?";
    private static final String MESSAGE = "([A-Z]+|[1-6][0-9]{2})";
    private static final String LADDER = "([\\p{L}\\p{N}][\\p{L}\\p{N}._-]*)";
    private static final String TOTAL = words(PnTotal.class);
    private static final String STATE = words(PnState.class);
    private static final String PHONE_STATE = words(PhoneState.class);
    private static final String PHONE_TOTAL = words(PhoneTotal.class);
    private static final String SM_TOTAL = words(SessionManagerTotal.class);

    private static final String NAT =
            Arrays.stream(NatKind.values()).map(NatKind::words).collect(Collectors.joining("|", "(", ")"));

    /** In the order in which they are tried; the more general ones come last. */
    private static final List<QuantityForm> FORMS = List.of(
            form(
                    "state of pn-1 at 80s",
                    "state of " + PN + " at " + TIME,
                    in -> Answer.word(span(in).state().key())),
            form(
                    "controller of pn-1 at 8m",
                    "controller of " + PN + " at " + TIME,
                    in -> Answer.cluster(Optional.of(span(in).controller()), in.main())),
            form(
                    "phones limbo of desk at 80s",
                    "phones " + PHONE_STATE + " of " + NAME + "(?: on " + NAME + ")? at " + TIME,
                    in -> {
                        PhoneSample sample = in.phones(2).sampleAt(in.time(4));
                        PhoneState state = in.word(PhoneState.class, 1);
                        return Answer.count(in.has(3) ? sample.in(state, in.controller(2, 3)) : sample.in(state));
                    }),
            form("longest outage of desk", PHONE_TOTAL + " of " + NAME, in -> {
                PhoneTotal total = in.word(PhoneTotal.class, 1);
                long value = in.phones(2).total(total);
                return total.isDuration() ? Answer.length(value) : Answer.count(value);
            }),
            form(
                    "peak requests per second of sm-1",
                    SM_TOTAL + " of " + NAME,
                    in -> Answer.count(in.sessionManager(2).total(in.word(SessionManagerTotal.class, 1)))),
            form("calls dropped of pn-1", TOTAL + " of " + PN, in -> total(in, List.of(in.pn(2)))),
            form("calls dropped", TOTAL, in -> total(in, in.run().portNetworks())),
            form(
                    "calls dropped of pn-1 from 9m to 12m",
                    "calls dropped of " + PN + " from " + TIME + " to " + TIME,
                    QuantityForm::droppedBetween),
            form(
                    "time in warm reset of pn-1",
                    "time in " + STATE + " of " + PN,
                    in -> Answer.length(in.pn(2).timeByState().getOrDefault(in.word(PnState.class, 1), 0L))),
            form("end of the warm reset of pn-1", "(start|end) of the " + ORDINAL + STATE + " of " + PN, in -> {
                List<PnSpan> spans = in.pn(4).timeline().stream()
                        .filter(span -> span.state().key().equals(in.key(3)))
                        .toList();
                return Answer.moment(in.nth(2, spans).map(span -> in.key(1).equals("start") ? span.from() : span.to()));
            }),
            form(
                    "last contact of pn-1",
                    "last contact of (?:" + PN + "|" + IPSI + ")(?: before " + TIME + ")?",
                    QuantityForm::lastContact),
            form(
                    "longest silence of pn-1",
                    "longest silence of " + PN,
                    in -> Answer.length(in.pn(1).longestSilence(in.run().trace()))),
            form("server asked first by pn-1", "server asked (first|second|third|last) by " + PN, in -> {
                List<TraceEntry> requests = happened(in, in.pn(2).subject(), PnHappening.ServiceRequested.class)
                        .toList();
                return Answer.cluster(
                        in.nth(1, requests).map(entry -> ((PnHappening.ServiceRequested) entry.what()).cluster()),
                        in.main());
            }),
            form("list of ipsi-1a at 0s", "list of " + IPSI + " at " + TIME, in -> {
                IpsiId ipsi = in.ipsi(1);
                return Answer.clusters(in.pnOf(ipsi).listAt(ipsi, in.time(2)), in.main());
            }),
            form("role of ipsi-1b at 2m", "role of " + IPSI + " at " + TIME, in -> {
                IpsiId ipsi = in.ipsi(1);
                return Answer.word(in.pnOf(ipsi).ipsiAt(ipsi, in.time(2)).role().word());
            }),
            form(
                    "role of main-b at 2m",
                    "role of " + NAME + " at " + TIME,
                    in -> Answer.word(in.server(1).roleAt(in.time(2)).key())),
            form(
                    "messages lost 180 in voicemail",
                    "messages( lost)?(?: " + MESSAGE + ")? in " + LADDER,
                    in -> Answer.count(messages(in, 2).stream()
                            .filter(arrow -> !in.has(1) || arrow.transfer().isLost())
                            .count())),
            form(
                    "time of the first message PRACK in voicemail",
                    "time of the " + ORDINAL + "message " + MESSAGE + " in " + LADDER,
                    in -> Answer.moment(in.nth(1, messages(in, 2)).map(Ladder.Arrow::at))),
            form(
                    "CSeq of the last message ACK in voicemail",
                    "CSeq of the " + ORDINAL + "message " + MESSAGE + " in " + LADDER,
                    in -> Answer.count(in.nth(1, messages(in, 2))
                            .map(arrow -> arrow.transfer().message().cseqNumber())
                            .orElse(0L))),
            form(
                    "number of major alarms",
                    "number of (?:(major|minor|warning) )?" + ALARM + "(?: at " + TIME + ")?",
                    QuantityForm::numberOfAlarms),
            form(
                    "time of the first alarm EXP-PN of pn-1",
                    "time of the " + ORDINAL + ALARM,
                    in -> Answer.moment(in.nth(1, alarms(in, 2)).map(Alarm::at))),
            form(
                    "heartbeats lost to pn-1",
                    "heartbeats( lost)? to (?:" + PN + "|" + IPSI + ")(?: from " + TIME + " to " + TIME + ")?",
                    QuantityForm::heartbeats),
            form(
                    "number of server interchanges",
                    "number of server interchanges",
                    in -> Answer.count(in.run().serverInterchanges())),
            form(
                    "help between symmetric and port restricted",
                    "help between " + NAT + " and " + NAT,
                    in -> Answer.word(NatKind.named(in.word(1))
                            .needed(NatKind.named(in.word(2)))
                            .words())),
            form("columns of CIF in square pixels", "columns of (CIF|QCIF)( in square pixels)?", in -> {
                PictureSize size = PictureSize.valueOf(in.word(1));
                return Answer.count(in.has(2) ? size.squareColumns() : size.columns());
            }),
            form(
                    "time of the cold reset of pn-1",
                    "time of the " + ORDINAL + EVENT + " of " + NAME,
                    in -> Answer.moment(in.nth(1, entries(in, 2)).map(TraceEntry::at))),
            form(
                    "number of warm resets of pn-1",
                    "number of " + EVENT + " of " + NAME,
                    in -> Answer.count(entries(in, 1).size())),
            form(
                    "number of cold resets",
                    "number of " + EVENT + "()",
                    in -> Answer.count(entries(in, 1).size())));

    /** The value of a text of the form in a run. */
    private interface Meaning {
        Answer of(RunNames names) throws LessonTextError;
    }

    private static QuantityForm form(String example, String pattern, Meaning meaning) {
        return new QuantityForm(example, Pattern.compile(pattern), meaning);
    }

    /** A group that takes any key of an enum, with blanks or hyphens. */
    private static <E extends Enum<E> & Keyed> String words(Class<E> keyed) {
        return Arrays.stream(keyed.getEnumConstants())
                .map(value -> value.key().replace("-", "[ -]"))
                .collect(Collectors.joining("|", "(", ")"));
    }

    /** An example of each form. */
    static List<String> examples() {
        return FORMS.stream().map(QuantityForm::example).toList();
    }

    /** The quantity that a text names; empty if the text has none of the forms. */
    static Optional<Quantity> read(String text) {
        return FORMS.stream().flatMap(form -> form.match(text).stream()).findFirst();
    }

    private Optional<Quantity> match(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        MatchResult words = matcher.toMatchResult();
        return Optional.of(run -> meaning.of(new RunNames(run, words)));
    }

    private static PnSpan span(RunNames in) throws LessonTextError {
        return in.pn(1).spanAt(in.time(2));
    }

    private static Answer total(RunNames in, List<PnHistory> pns) {
        PnTotal total = in.word(PnTotal.class, 1);
        long sum = pns.stream().mapToLong(pn -> pn.total(total)).sum();
        return total.isDuration() ? Answer.length(sum) : Answer.count(sum);
    }

    private static Stream<TraceEntry> happened(RunNames in, Subject subject, Class<?> kind) {
        return in.run().trace().of(subject).stream().filter(entry -> entry.is(kind));
    }

    private static Answer droppedBetween(RunNames in) throws LessonTextError {
        long from = in.time(2);
        long to = in.time(3);
        return Answer.count(happened(in, in.pn(1).subject(), PnHappening.CallsDropped.class)
                .filter(entry -> entry.at() >= from && entry.at() < to)
                .mapToLong(entry -> ((PnHappening.CallsDropped) entry.what()).count())
                .sum());
    }

    /** Before the first silence, or before the last one that began by a time. */
    private static Answer lastContact(RunNames in) throws LessonTextError {
        Subject subject = in.has(1) ? in.pn(1).subject() : Subject.ipsi(in.ipsi(2));
        Optional<TraceEntry> silence = in.has(3)
                ? in.run().trace().last(PnHappening.ContactLost.class, subject, in.time(3))
                : in.run().trace().first(PnHappening.ContactLost.class, subject);
        return Answer.moment(silence.map(entry -> ((PnHappening.ContactLost) entry.what()).lastContact()));
    }

    private static Answer numberOfAlarms(RunNames in) throws LessonTextError {
        long at = in.time(4, 0);
        return Answer.count(alarms(in, 2).stream()
                .filter(alarm -> !in.has(1) || alarm.severity().word().equals(in.key(1)))
                .filter(alarm ->
                        !in.has(4) || alarm.at() <= at && alarm.clearedAt().orElse(Long.MAX_VALUE) > at)
                .count());
    }

    /** The alarms of an object and of a subject; the text may leave out either. */
    private static List<Alarm> alarms(RunNames in, int object) {
        return Alarms.of(in.run()).stream()
                .filter(alarm -> in.find(object).map(alarm.object()::equals).orElse(true))
                .filter(alarm ->
                        in.find(object + 1).map(alarm.subject().name()::equals).orElse(true))
                .toList();
    }

    /** The messages of a ladder that are requests of a method or responses of a status; the text may leave that out. */
    private static List<Ladder.Arrow> messages(RunNames in, int kind) throws LessonTextError {
        return in.ladder(kind + 1).arrows().stream()
                .filter(arrow -> in.find(kind)
                        .map(word -> (arrow.label() + " ").startsWith(word + " "))
                        .orElse(true))
                .toList();
    }

    private static Answer heartbeats(RunNames in) throws LessonTextError {
        Collection<IpsiId> receivers = in.has(2) ? in.pn(2).lists().keySet() : List.of(in.ipsi(3));
        long from = in.time(4, 0);
        long until = in.time(5, in.run().duration());
        return Answer.count(in.run().heartbeats().stream()
                .filter(way -> receivers.contains(way.ipsi()))
                .flatMap(HeartbeatHistory::beats)
                .filter(beat -> beat.due() >= from && beat.due() < until)
                .filter(beat -> !in.has(1) || !beat.delivered())
                .count());
    }

    /** The entries of a type, and of a subject unless the next word is empty. */
    private static List<TraceEntry> entries(RunNames in, int event) throws LessonTextError {
        String type = type(in.key(event));
        String subject = in.find(event + 1).orElse("");
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
        run.scenario().estate().survivableRemotes().forEach(remote -> subjects.add(remote.name()));
        run.sip()
                .sessionManagers()
                .forEach(sm -> subjects.add(sm.sessionManager().name()));
        run.sip()
                .populations()
                .forEach(phones -> subjects.add(phones.population().name()));
        return subjects;
    }
}
