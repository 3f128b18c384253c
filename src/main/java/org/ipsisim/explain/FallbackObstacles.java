package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** What stood in the way of a return to the main (R53 to R58, M13, M26). */
final class FallbackObstacles {
    private static final List<String> RULES = List.of("R53", "M26");

    private final PnMoment moment;
    private final Sources sources;

    FallbackObstacles(PnMoment moment, Sources sources) {
        this.moment = moment;
        this.sources = sources;
    }

    Obstacle find() {
        String condition =
                "It takes a return that is administered (" + sources.fallback().text()
                        + "), an operator who moves it, or a request for service that the main answers.";
        int main = moment.history().mainCluster();
        Optional<TraceEntry> back = last(PnHappening.FellBack.class);
        if (moment.span().controller() == main) {
            return back.map(entry -> Obstacle.none(entry, condition, RULES))
                    .orElseGet(() -> new Obstacle(
                            "the main has had it all the time", condition, RULES, List.of(), Optional.empty()));
        }
        long since = last(PnHappening.TakenOver.class).map(TraceEntry::at).orElse(0L);
        List<Step> steps = new ArrayList<>(refusedCommands(since));
        Optional<Step> listed = listed();
        steps.add(listed.orElseGet(this::notListed));
        steps.add(administered());
        String reason = listed.isPresent()
                ? "the main is back, and " + administered().text()
                : notListed().text();
        return new Obstacle(reason, condition, RULES, steps, Optional.empty());
    }

    private Optional<TraceEntry> last(Class<?> kind) {
        return moment.ownEntriesBackwards().stream()
                .filter(entry -> entry.is(kind))
                .findFirst();
    }

    private List<Step> refusedCommands(long since) {
        List<TraceEntry> commands = moment.ownEntries().stream()
                .filter(entry -> entry.at() >= since && entry.is(CommandHappening.CommandRefused.class))
                .filter(entry -> moment.history()
                        .trace()
                        .causeOf(entry)
                        .flatMap(cause -> cause.as(CommandHappening.TakeoverForced.class))
                        .filter(forced -> forced.cluster() == moment.history().mainCluster())
                        .isPresent())
                .toList();
        return new Steps(moment.history(), sources).of(commands);
    }

    private Optional<Step> listed() {
        int main = moment.history().mainCluster();
        for (IpsiId ipsi : moment.pn().portNetwork().ipsis()) {
            Optional<Long> since = moment.listedSince(ipsi, main);
            if (since.isPresent()) {
                return Optional.of(Step.of(
                        since.get(),
                        Subject.ipsi(ipsi),
                        "the main is on its list again, but its heartbeats move nothing",
                        List.of("R53", "M13")));
            }
        }
        return Optional.empty();
    }

    private Step notListed() {
        return Step.of(
                moment.at(),
                moment.pn().subject(),
                "the main is not on the list: none of its heartbeats comes through",
                List.of("R31", "M17"));
    }

    private Step administered() {
        Fallback fallback = moment.scenario().estate().fallback();
        String text = "auto-return is `no`";
        String rule = "R54";
        if (fallback instanceof Fallback.Scheduled scheduled) {
            text = "the return is scheduled for "
                    + moment.words(scheduled.at().toMillis())
                    + (scheduled.at().toMillis() <= moment.at() ? ", and tried again each minute from then" : "");
            rule = "R55";
        } else if (fallback instanceof Fallback.ConnectionUp up) {
            text = "the connection has to be up for "
                    + Words.duration(up.upTime().toMillis()) + " without a break, under the core";
            rule = "R58";
        }
        return new Step(
                0,
                moment.at(),
                moment.pn().subject(),
                text,
                List.of(rule, "M26"),
                Optional.empty(),
                Optional.of(sources.fallback()));
    }
}
