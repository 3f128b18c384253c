package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.document.TextPage;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Names;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Words;
import org.ipsisim.study.Cost;

/** An explanation for a person. */
public final class ExplanationDocument {
    private static final int MOST_LEFT_OUT = 4;
    private static final int WIDEST_SUBJECT = 16;

    /** Of more places the rest are counted. */
    private static final int MOST_PLACES = 5;

    /** A difference whose last word is the place where it is made. */
    private static final Pattern PLACE = Pattern.compile("(.+ (?:at|beside)) ([^ ]+|[^0-9,][^,]*)");

    private final Explanation explanation;
    private final Document document;
    private boolean afterTable;

    private ExplanationDocument(Explanation explanation, String answer) {
        this(
                explanation,
                new Document("explanation", explanation.history().scenario().title(), answer));
    }

    private ExplanationDocument(Explanation explanation, Document document) {
        this.explanation = explanation;
        this.document = document;
    }

    /**
     * Why a state is as it is, what is so now, what comes next and what would have prevented it.
     *
     * @param chosen what the user did not ask for and was chosen, in sentences
     */
    public static Document of(Explanation explanation, List<String> chosen, Outlook outlook, Prevention prevention) {
        return new ExplanationDocument(explanation, explanation.answer())
                .head(chosen)
                .why()
                .now()
                .next(outlook)
                .prevention(prevention)
                .document;
    }

    /**
     * Why a state is as it is, and what comes next.
     *
     * @param outlook what comes next; empty if that is not asked for
     */
    public static Document briefly(Explanation explanation, Optional<Outlook> outlook) {
        ExplanationDocument brief = new ExplanationDocument(explanation, explanation.answer()).why();
        outlook.ifPresent(brief::next);
        return brief.document;
    }

    /** Why something has not happened. */
    public static Document of(Explanation explanation, List<String> chosen, WhyNot whyNot) {
        return new ExplanationDocument(explanation, whyNot.answer() + " " + explanation.answer())
                .head(chosen)
                .whyNot(whyNot)
                .document;
    }

    private ExplanationDocument head(List<String> chosen) {
        Scenario scenario = explanation.history().scenario();
        document.note(scenario.provenance().file() + ", "
                + explanation.history().moments().length() + ", release "
                + scenario.estate().release().key() + ", seed " + scenario.seed());
        chosen.forEach(document::note);
        return this;
    }

    private String moment(long at) {
        return explanation.history().moments().exact(at);
    }

    private ExplanationDocument why() {
        document.section("Why");
        if (explanation.why().isEmpty()) {
            document.paragraph("Nothing has changed its state by then.");
        }
        document.table(table(explanation.why(), explanation.history()));
        return this;
    }

    private ExplanationDocument now() {
        document.section("Now");
        if (explanation.timers().isEmpty()) {
            document.paragraph("No timer runs.").drawing(TextPage::blank);
        }
        document.table(Table.of(explanation.timers())
                .name("timer", running -> running.timer().setting().key())
                .name("whose", running -> name(running.subject(), explanation.history()))
                .number("runs out", running -> moment(running.timer().due()))
                .number("left", running -> explanation.history().moments().lasting(running.left()))
                .number("value", running -> Words.duration(running.timer().value()))
                .words("set by", running -> running.timer().origin()));
        explanation.ipsis().forEach(ipsi -> document.paragraph(words(ipsi)));
        if (explanation.history().scenario().estate().main().duplex()) {
            document.paragraph(explanation.servers().stream()
                            .map(ExplanationDocument::words)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return this;
    }

    private String words(Explanation.IpsiNow ipsi) {
        String servers = ipsi.priorityList().stream().map(this::cluster).collect(Collectors.joining(", "));
        return "ipsi-" + ipsi.ipsi() + " is " + ipsi.role().word().replace('-', ' ')
                + (ipsi.hasContact() ? " and hears " : " and does not hear ")
                + cluster(explanation.state().controller()) + "; its priority list: "
                + (servers.isEmpty() ? "empty" : servers) + ".";
    }

    private static String words(Explanation.ServerNow server) {
        boolean showsRefresh = server.role() == ServerRole.STANDBY;
        return server.id() + " is " + server.role().key()
                + (showsRefresh ? server.isRefreshed() ? " and refreshed" : " and not refreshed" : "");
    }

    private String cluster(int number) {
        return explanation.history().names().cluster(number);
    }

    private ExplanationDocument next(Outlook outlook) {
        document.section("Next, if nothing changes").paragraph(unchanged(outlook));
        if (!outlook.steps().isEmpty()) {
            document.drawing(TextPage::blank).table(table(outlook.steps(), explanation.history()));
        }
        document.paragraph(rest(outlook));
        return this;
    }

    private String unchanged(Outlook outlook) {
        Names names = explanation.history().names();
        List<String> sentences = new ArrayList<>();
        if (!outlook.failed().isEmpty()) {
            sentences.add("Stays failed: "
                    + NumberList.joined(outlook.failed().stream().map(names::of).toList()) + ".");
        }
        if (!outlook.degraded().isEmpty()) {
            sentences.add("Stays degraded: "
                    + NumberList.joined(
                            outlook.degraded().stream().map(names::of).toList()) + ".");
        }
        List<Step.Origin> leftOut = outlook.leftOut();
        int more = leftOut.size() - MOST_LEFT_OUT;
        sentences.add(
                leftOut.isEmpty()
                        ? "No later event is left out."
                        : "Left out: "
                                + Lists.first(leftOut, MOST_LEFT_OUT).stream()
                                        .map(Step.Origin::text)
                                        .collect(Collectors.joining("; "))
                                + (more > 0 ? "; and " + more + " more" : "") + ".");
        return String.join(" ", sentences);
    }

    private String rest(Outlook outlook) {
        String end = moment(outlook.run().duration());
        List<Step> steps = outlook.steps();
        List<String> sentences = new ArrayList<>();
        if (outlook.calmSilences() > 0) {
            sentences.add("Besides, contact is lost and comes back without a reset "
                    + RoundedNumbers.times(outlook.calmSilences()) + " until " + end + ".");
        }
        boolean isWaiting = !steps.isEmpty()
                && outlook.run()
                        .findEntry(steps.get(steps.size() - 1).entry())
                        .filter(entry -> entry.is(PnHappening.NoServiceStarted.class))
                        .isPresent();
        if (outlook.more() > 0) {
            sentences.add("It goes on like that: " + Words.count(outlook.more(), "more step") + " until " + end + ".");
        } else if (isWaiting) {
            sentences.add("It goes on like that as long as nobody answers.");
        } else if (sentences.isEmpty()) {
            PnSpan last = outlook.last();
            sentences.add((steps.isEmpty() ? "Nothing happens" : "After that nothing happens") + " to it until " + end
                    + ": it is " + words(last.state())
                    + (last.state() == PnState.IN_SERVICE ? " under " : ", last under ")
                    + cluster(last.controller()) + ".");
        }
        return String.join(" ", sentences);
    }

    private static String words(PnState state) {
        return state.key().replace('-', ' ');
    }

    private ExplanationDocument prevention(Prevention prevention) {
        document.section("What would have prevented it");
        if (prevention.harm() == Harm.NONE) {
            document.paragraph("There is nothing to prevent: the main has it in service.");
            return this;
        }
        for (Remedy event : prevention.events()) {
            String role = event.verdict() == Remedy.Verdict.PREVENTS ? "Cause: " : "Contributed: ";
            document.paragraph(role + event.words() + ". Without it: " + effect(event) + ".");
        }
        if (!prevention.events().isEmpty()) {
            gap();
        }
        if (prevention.remedies().isEmpty()) {
            document.paragraph("Nothing that was tried, of what can be set or built, would have helped.");
        } else {
            String price = priceForOthers(prevention);
            document.table(remedies(prevention)).paragraph(price);
            afterTable = price.isEmpty();
        }
        if (!prevention.assumed().isEmpty()) {
            gap().paragraph("It depends on lengths that the simulator assumes; it would not have happened with "
                    + prevention.assumed().stream().map(Remedy::words).collect(Collectors.joining("; ")) + ".");
        }
        if (!prevention.noBetter().isEmpty()) {
            gap().note("No better on the whole: " + String.join("; ", merged(prevention.noBetter())) + ".");
        }
        if (!prevention.inVain().isEmpty()) {
            gap().note(noEffect(prevention.inVain()));
        }
        if (!prevention.unfinished().words().isEmpty()) {
            gap().paragraph(prevention.unfinished().words());
        }
        gap().note("Found by " + Words.count(prevention.runs(), "run")
                + ", each with one thing different, all with seed "
                + explanation.history().scenario().seed()
                + ". Calls and times are of this port network, over the whole run."
                + prevention.otherSeeds().map(ExplanationDocument::words).orElse(""));
        return this;
    }

    /** A blank line between paragraphs of a section; a table has one after it anyway. */
    private Document gap() {
        Document apart = afterTable ? document : document.drawing(TextPage::blank);
        afterTable = false;
        return apart;
    }

    private static String noEffect(List<String> tried) {
        return "No effect: " + String.join("; ", merged(tried)) + ".";
    }

    private String effect(Remedy remedy) {
        long calls = remedy.cost().callsDropped();
        long outage = remedy.cost().outage();
        return (calls == 0 ? "no call" : Words.count(calls, "call")) + " dropped, "
                + (outage == 0 ? "no outage" : Words.duration(outage) + " of outage") + "; "
                + state(remedy.then()) + " at " + moment(explanation.at());
    }

    private String state(PnSpan span) {
        return words(span.state()) + ", " + cluster(span.controller());
    }

    /** A row for each difference; those that differ in a place alone, and come to the same, share one. */
    private Table<Remedy> remedies(Prevention prevention) {
        Map<List<?>, List<Remedy>> alike = new LinkedHashMap<>();
        for (Remedy remedy : prevention.remedies()) {
            List<?> key = List.of(
                    withoutPlace(remedy.words()),
                    remedy.verdict(),
                    state(remedy.then()),
                    remedy.cost().callsDropped(),
                    remedy.cost().outage(),
                    remedy.cost().cannotDial());
            alike.computeIfAbsent(key, words -> new ArrayList<>()).add(remedy);
        }
        List<Remedy> rows = new ArrayList<>(List.of(prevention.asItIs()));
        alike.values()
                .forEach(same -> rows.add(same.get(0)
                        .named(merged(same.stream().map(Remedy::words).toList()).get(0)
                                + note(same.get(0), prevention))));
        return Table.of(rows)
                .words("with", Remedy::words)
                .ink(remedy -> remedy == prevention.asItIs() ? Ink.BOLD : Ink.PLAIN)
                .words("at " + moment(explanation.at()), remedy -> state(remedy.then()))
                .number("dropped", remedy -> remedy.cost().callsDropped())
                .number("outage", remedy -> Words.duration(remedy.cost().outage()))
                .number("cannot dial", remedy -> Words.duration(remedy.cost().cannotDial()));
    }

    /** What is different, without the place. */
    static String withoutPlace(String words) {
        return place(words).map(place -> place.group(1)).orElse(words);
    }

    /** What is said of several places is said once: {@code core 10 at hq or dallas}. */
    static List<String> merged(List<String> all) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (String words : all) {
            Optional<MatchResult> place = place(words);
            places.computeIfAbsent(withoutPlace(words), what -> new ArrayList<>())
                    .addAll(place.map(found -> found.group(2)).stream().toList());
        }
        return places.entrySet().stream()
                .map(entry -> (entry.getKey() + " " + either(entry.getValue())).strip())
                .toList();
    }

    private static String either(List<String> places) {
        int last = Math.min(places.size() - 1, MOST_PLACES);
        if (last < places.size() - 1) {
            return String.join(", ", places.subList(0, last)) + " or " + (places.size() - last) + " others";
        }
        return last < 1
                ? String.join("", places)
                : String.join(", ", places.subList(0, last)) + " or " + places.get(last);
    }

    private static Optional<MatchResult> place(String words) {
        Matcher matcher = PLACE.matcher(words);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static String note(Remedy remedy, Prevention prevention) {
        String note = switch (remedy.verdict()) {
            case PREVENTS -> "";
            case SHORTENS -> " (shortens it)";
            case SAVES -> " (helps on the whole)";
            case NO_HELP -> "";
        };
        return prevention.harm() == Harm.WAITING
                ? note + " (" + Words.count(remedy.all().serverInterchanges(), "interchange") + " instead of "
                        + prevention.asItIs().all().serverInterchanges() + ")"
                : note;
    }

    private static String priceForOthers(Prevention prevention) {
        String prices = prevention.remedies().stream()
                .map(remedy -> price(remedy, prevention.asItIs().others()))
                .filter(price -> !price.isEmpty())
                .collect(Collectors.joining("; "));
        return prices.isEmpty() ? "" : "Other port networks would pay for it. " + Words.capital(prices) + ".";
    }

    private static String price(Remedy remedy, Cost now) {
        List<String> more = new ArrayList<>();
        long calls = remedy.others().callsDropped() - now.callsDropped();
        long outage = remedy.others().outage() - now.outage();
        if (calls > 0) {
            more.add(Words.count(calls, "more call") + " dropped");
        }
        if (outage > 0) {
            more.add(Words.duration(outage) + " more outage");
        }
        return more.isEmpty() ? "" : remedy.words() + ": " + String.join(", ", more);
    }

    private static String words(Prevention.OtherSeeds others) {
        return " Chance plays a part: with the next " + others.seeds() + " seeds it would be as bad at this moment "
                + RoundedNumbers.times(others.atMoment()) + ", and at some time of the run "
                + RoundedNumbers.times(others.atAll()) + ".";
    }

    private ExplanationDocument whyNot(WhyNot whyNot) {
        document.section("The condition")
                .paragraph(whyNot.condition() + " (" + String.join(", ", whyNot.rules()) + ")");
        if (whyNot.happened().isPresent()) {
            document.section("It has happened")
                    .table(table(List.of(whyNot.happened().get()), explanation.history()));
            return this;
        }
        document.section("What stood in its way").table(table(whyNot.obstacles(), explanation.history()));
        document.section("What would have made it happen");
        if (whyNot.enablers().isEmpty()) {
            document.paragraph("Nothing that was tried.").drawing(TextPage::blank);
        }
        document.table(Table.of(whyNot.enablers())
                .number("at", enabler -> moment(enabler.at()))
                .words("with", WhyNot.Enabler::words));
        if (!whyNot.inVain().isEmpty()) {
            document.note(noEffect(whyNot.inVain()));
        }
        document.paragraph(whyNot.unfinished().words());
        document.paragraph(
                whyNot.comesAt().isPresent()
                        ? "If nothing changes, it comes at "
                                + moment(whyNot.comesAt().getAsLong()) + "."
                        : "If nothing changes, it will not have come by " + moment(whyNot.lookedUntil()) + " either.");
        return this;
    }

    /** Each step with what stands in the scenario about it, and the timer that governed it, below it. */
    static Table<?> table(List<Step> steps, History history) {
        return Table.of(steps.stream().flatMap(step -> Line.of(step, history)).toList())
                .number("at", Line::at)
                .name("who", Line::who)
                .widest(WIDEST_SUBJECT)
                .words("what", Line::what)
                .ink(line -> line.at.isEmpty() ? Ink.FAINT : Ink.PLAIN)
                .words("rule", Line::rule);
    }

    private record Line(String at, String who, String what, String rule) {
        static Stream<Line> of(Step step, History history) {
            Line first = new Line(
                    history.moments().exact(step.at()),
                    name(step.subject(), history),
                    step.text(),
                    String.join(", ", step.rules()));
            Stream<String> below = Stream.concat(
                    step.source().stream().map(Step.Origin::text),
                    step.timer().stream().map(Line::words));
            return Stream.concat(Stream.of(first), below.map(words -> new Line("", "", "  " + words, "")));
        }

        /** With timers outside the ranges of the product, no step comes before the one before it. */
        private static String words(Step.Timer timer) {
            long length = timer.due() - timer.from();
            String inEffect = length == timer.value() ? "" : ", in effect " + Words.duration(length);
            return timer.setting().key() + " " + Words.duration(timer.value()) + inEffect + " (" + timer.origin() + ")";
        }
    }

    /** A subject as tables write it: {@code pn 1} for {@code pn-1}. */
    private static String name(Subject subject, History history) {
        return subject.isPn() ? "pn " + subject.pn() : history.names().of(subject);
    }
}
