package org.ipsisim.course;

import static org.ipsisim.course.QuantityForm.IPSI;
import static org.ipsisim.course.QuantityForm.ORDINAL;
import static org.ipsisim.course.QuantityForm.PN;
import static org.ipsisim.course.QuantityForm.TIME;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/** What can be asked of a port network: its state and controller, its totals, its silences. */
final class PnForms {
    private static final String TOTALS = Arrays.stream(PnTotal.values())
            .map(total -> total.key().replace("-", "[ -]"))
            .collect(Collectors.joining("|"));
    private static final String STATES = Arrays.stream(PnState.values())
            .map(state -> state.key().replace("-", "[ -]"))
            .collect(Collectors.joining("|"));

    private PnForms() {}

    static List<QuantityForm> all() {
        return List.of(
                new QuantityForm(
                        "state of pn-1 at 80s",
                        "state of " + PN + " at " + TIME,
                        in -> new Answer.Word(span(in).state().key())),
                new QuantityForm(
                        "controller of pn-1 at 8m",
                        "controller of " + PN + " at " + TIME,
                        in -> cluster(OptionalInt.of(span(in).controller()), in)),
                new QuantityForm(
                        "calls dropped of pn-1", "(" + TOTALS + ") of " + PN, in -> total(in, List.of(in.pn(2)))),
                new QuantityForm(
                        "calls dropped",
                        "(" + TOTALS + ")",
                        in -> total(in, in.run().portNetworks())),
                new QuantityForm(
                        "calls dropped of pn-1 from 9m to 12m",
                        "calls dropped of " + PN + " from " + TIME + " to " + TIME,
                        PnForms::droppedBetween),
                new QuantityForm(
                        "time in warm reset of pn-1",
                        "time in (" + STATES + ") of " + PN,
                        in -> new Answer.Length(in.pn(2).timeByState().get(state(in, 1)))),
                new QuantityForm(
                        "end of the warm reset of pn-1",
                        "(start|end) of the " + ORDINAL + "(" + STATES + ") of " + PN,
                        PnForms::border),
                new QuantityForm(
                        "last contact of pn-1",
                        "last contact of (?:" + PN + "|" + IPSI + ")(?: before " + TIME + ")?",
                        PnForms::lastContact),
                new QuantityForm(
                        "longest silence of pn-1",
                        "longest silence of " + PN,
                        in -> new Answer.Length(in.pn(1).longestSilence(in.run().trace()))),
                new QuantityForm(
                        "server asked first by pn-1",
                        "server asked (first|second|third|last) by " + PN,
                        PnForms::asked));
    }

    private static PnSpan span(RunNames in) throws LessonTextError {
        return in.pn(1).spanAt(in.time(2));
    }

    private static PnState state(RunNames in, int group) {
        return Keyed.find(PnState.class, in.key(group)).orElseThrow();
    }

    private static Answer cluster(OptionalInt number, RunNames in) {
        return new Answer.Cluster(number, in.run().mainCluster());
    }

    private static Answer total(RunNames in, List<PnHistory> pns) {
        PnTotal total = Keyed.find(PnTotal.class, in.key(1)).orElseThrow();
        long sum = pns.stream().mapToLong(pn -> pn.total(total)).sum();
        return total.isDuration() ? new Answer.Length(sum) : new Answer.Count(sum);
    }

    private static Answer droppedBetween(RunNames in) throws LessonTextError {
        long from = in.time(2);
        long to = in.time(3);
        return new Answer.Count(in.run().trace().of(in.pn(1).subject()).stream()
                .filter(entry -> entry.at() >= from && entry.at() < to)
                .flatMap(entry -> entry.as(PnHappening.CallsDropped.class).stream())
                .mapToLong(PnHappening.CallsDropped::count)
                .sum());
    }

    private static Answer border(RunNames in) throws LessonTextError {
        PnState state = state(in, 3);
        boolean start = in.key(1).equals("start");
        List<PnSpan> spans = in.pn(4).timeline().stream()
                .filter(span -> span.state() == state)
                .toList();
        return Answer.Moment.of(in.nth(2, spans).map(span -> start ? span.from() : span.to()));
    }

    /** Before the first silence, or before the last one that began by a time. */
    private static Answer lastContact(RunNames in) throws LessonTextError {
        Subject subject = in.has(1) ? in.pn(1).subject() : Subject.ipsi(in.ipsi(2));
        Optional<TraceEntry> silence = in.has(3)
                ? in.run().trace().last(PnHappening.ContactLost.class, subject, in.time(3))
                : in.run().trace().first(PnHappening.ContactLost.class, subject);
        return Answer.Moment.of(silence.flatMap(entry -> entry.as(PnHappening.ContactLost.class))
                .map(PnHappening.ContactLost::lastContact));
    }

    private static Answer asked(RunNames in) throws LessonTextError {
        List<PnHappening.ServiceRequested> requests = in
                .run()
                .trace()
                .of(in.pn(2).subject())
                .stream()
                .flatMap(entry -> entry.as(PnHappening.ServiceRequested.class).stream())
                .toList();
        return cluster(
                in.nth(1, requests)
                        .map(request -> OptionalInt.of(request.cluster()))
                        .orElse(OptionalInt.empty()),
                in);
    }
}
