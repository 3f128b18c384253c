package org.ipsisim.course;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/** What can be asked of a port network: its state and controller, its totals, its silences. */
final class PnForms {
    private static final String TOTALS = Keyed.keys(PnTotal.class).stream()
            .map(key -> key.replace("-", "[ -]"))
            .collect(Collectors.joining("|"));

    private static final String STATES = Keyed.keys(PnState.class).stream()
            .map(key -> key.replace("-", "[ -]"))
            .collect(Collectors.joining("|"));

    private PnForms() {}

    static List<Form> all() {
        return List.of(
                new Form("state of pn-1 at 80s", "state of " + Form.PN + " at " + Form.TIME, PnForms::state),
                new Form(
                        "controller of pn-1 at 8m",
                        "controller of " + Form.PN + " at " + Form.TIME,
                        PnForms::controller),
                new Form("calls dropped of pn-1", "(" + TOTALS + ") of " + Form.PN, PnForms::total),
                new Form("calls dropped", "(" + TOTALS + ")", PnForms::totalOfAll),
                new Form(
                        "calls dropped of pn-1 from 9m to 12m",
                        "calls dropped of " + Form.PN + " from " + Form.TIME + " to " + Form.TIME,
                        PnForms::droppedBetween),
                new Form("time in warm reset of pn-1", "time in (" + STATES + ") of " + Form.PN, PnForms::timeIn),
                new Form(
                        "end of the warm reset of pn-1",
                        "(start|end) of the " + Form.ORDINAL + "(" + STATES + ") of " + Form.PN,
                        PnForms::border),
                new Form(
                        "last contact of pn-1",
                        "last contact of (?:" + Form.PN + "|" + Form.IPSI + ")(?: before " + Form.TIME + ")?",
                        PnForms::lastContact),
                new Form("longest silence of pn-1", "longest silence of " + Form.PN, PnForms::longestSilence),
                new Form(
                        "server asked first by pn-1",
                        "server asked (first|second|third|last) by " + Form.PN,
                        PnForms::asked));
    }

    private static Quantity state(Matcher text) {
        String pn = text.group(1);
        String at = text.group(2);
        return run -> new Answer.Word(RunNames.portNetwork(run, pn)
                .spanAt(RunNames.time(run, at))
                .state()
                .key());
    }

    private static Quantity controller(Matcher text) {
        String pn = text.group(1);
        String at = text.group(2);
        return run -> new Answer.Cluster(
                OptionalInt.of(RunNames.portNetwork(run, pn)
                        .spanAt(RunNames.time(run, at))
                        .controller()),
                run.mainCluster());
    }

    private static Quantity total(Matcher text) {
        PnTotal total = totalOf(text.group(1));
        String pn = text.group(2);
        return run -> answer(total, RunNames.portNetwork(run, pn).total(total));
    }

    private static Quantity droppedBetween(Matcher text) {
        String pn = text.group(1);
        String from = text.group(2);
        String to = text.group(3);
        return run -> {
            long first = RunNames.time(run, from);
            long end = RunNames.time(run, to);
            long dropped = 0;
            for (TraceEntry entry : run.trace().of(RunNames.portNetwork(run, pn).subject())) {
                if (entry.at() >= first && entry.at() < end) {
                    dropped += entry.as(PnHappening.CallsDropped.class)
                            .map(PnHappening.CallsDropped::count)
                            .orElse(0L);
                }
            }
            return new Answer.Count(dropped);
        };
    }

    private static Quantity totalOfAll(Matcher text) {
        PnTotal total = totalOf(text.group(1));
        return run -> answer(
                total,
                run.portNetworks().stream().mapToLong(pn -> pn.total(total)).sum());
    }

    private static PnTotal totalOf(String words) {
        return Keyed.find(PnTotal.class, words.replace(' ', '-')).orElseThrow();
    }

    private static Answer answer(PnTotal total, long value) {
        return total.isDuration() ? new Answer.Length(value) : new Answer.Count(value);
    }

    private static Quantity timeIn(Matcher text) {
        PnState state =
                Keyed.find(PnState.class, text.group(1).replace(' ', '-')).orElseThrow();
        String pn = text.group(2);
        return run ->
                new Answer.Length(RunNames.portNetwork(run, pn).timeByState().get(state));
    }

    private static Quantity border(Matcher text) {
        boolean start = text.group(1).equals("start");
        String which = text.group(2);
        PnState state =
                Keyed.find(PnState.class, text.group(3).replace(' ', '-')).orElseThrow();
        String pn = text.group(4);
        return run -> {
            List<PnSpan> spans = RunNames.portNetwork(run, pn).timeline().stream()
                    .filter(span -> span.state() == state)
                    .toList();
            Optional<PnSpan> span = Ordinal.of(which, spans);
            return new Answer.Moment(
                    span.isEmpty()
                            ? OptionalLong.empty()
                            : OptionalLong.of(
                                    start ? span.get().from() : span.get().to()));
        };
    }

    /** Before the first silence, or before the last one that began by a time. */
    private static Quantity lastContact(Matcher text) {
        String pn = text.group(1);
        String ipsi = text.group(2);
        String before = text.group(3);
        return run -> {
            Subject subject = pn == null
                    ? Subject.ipsi(RunNames.ipsi(run, ipsi))
                    : RunNames.portNetwork(run, pn).subject();
            OptionalLong contact = OptionalLong.empty();
            for (TraceEntry entry : run.trace().of(subject)) {
                boolean counts = before == null ? contact.isEmpty() : entry.at() <= RunNames.time(run, before);
                Optional<PnHappening.ContactLost> lost = entry.as(PnHappening.ContactLost.class);
                if (counts && lost.isPresent()) {
                    contact = OptionalLong.of(lost.get().lastContact());
                }
            }
            return new Answer.Moment(contact);
        };
    }

    /** Of those that have ended, with contact or a reset. */
    private static Quantity longestSilence(Matcher text) {
        String pn = text.group(1);
        return run -> new Answer.Length(RunNames.portNetwork(run, pn).longestSilence(run.trace()));
    }

    private static Quantity asked(Matcher text) {
        String which = text.group(1);
        String pn = text.group(2);
        return run -> {
            List<PnHappening.ServiceRequested> requests =
                    run.trace().of(RunNames.portNetwork(run, pn).subject()).stream()
                            .flatMap(entry -> entry.as(PnHappening.ServiceRequested.class).stream())
                            .toList();
            Optional<PnHappening.ServiceRequested> request = Ordinal.of(which, requests);
            OptionalInt cluster = request.isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of(request.get().cluster());
            return new Answer.Cluster(cluster, run.mainCluster());
        };
    }
}
