package org.ipsisim.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.Plane;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Target;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.network.StandingRoutes;

/** What an incident was: what failed or was ordered together; and why one that cost nothing cost nothing. */
record IncidentWords(History history, RunIncident incident) {
    /** More names than this are counted. */
    private static final int MOST_NAMED = 3;

    /** Such as {@code At 31m site chicago failed for 22m, with main-a, main-b and 2 links}. */
    String what() {
        if (incident.causes().isEmpty()) {
            return incident.entries().isEmpty()
                    ? "From the start"
                    : "From " + at(incident.from()) + " on heartbeats were lost by chance";
        }
        Map<String, List<TraceEntry>> alike = new LinkedHashMap<>();
        for (TraceEntry cause : incident.causes()) {
            alike.computeIfAbsent(words(cause), words -> new ArrayList<>()).add(cause);
        }
        List<String> clauses = new ArrayList<>();
        alike.forEach((words, causes) -> clauses.add(clause(words, causes)));
        int more = clauses.size() - MOST_NAMED;
        return "At " + at(incident.from()) + " " + NumberList.joined(Lists.first(clauses, MOST_NAMED))
                + (more > 0 ? ", and " + more + " more" : "");
    }

    private String at(long moment) {
        return history.moments().rounded(moment);
    }

    private String words(TraceEntry cause) {
        return cause.as(NetworkHappening.Failed.class)
                .map(failed -> failed.fault().words() + history.remarksOf(cause))
                .orElseGet(() -> history.textOf(cause));
    }

    private String clause(String words, List<TraceEntry> causes) {
        List<Subject> subjects =
                causes.stream().map(TraceEntry::subject).distinct().toList();
        if (causes.get(0).is(NetworkHappening.Degraded.class)) {
            return NumberList.joined(subjects.stream().map(this::name).toList())
                    + (subjects.size() == 1 ? " was " : " were ")
                    + words.replaceFirst(".*? degraded:", "degraded:");
        }
        if (!causes.get(0).is(NetworkHappening.Failed.class)) {
            return causes.get(0).is(CommandHappening.TakeoverForced.class)
                    ? words.replace("moves the port network", "moved " + SubjectWords.spoken(subjects, history.names()))
                    : (causes.get(0).is(CommandHappening.TimersChanged.class)
                                    ? ""
                                    : SubjectWords.spoken(subjects, history.names()) + ": ")
                            + words;
        }
        List<String> names = subjects.stream().map(this::name).toList();
        int more = names.size() - MOST_NAMED;
        long times = causes.size() / subjects.size();
        return (more > 1 ? names.get(0) + " and " + (names.size() - 1) + " more" : NumberList.joined(names)) + " "
                + words + (times > 1 ? " " + RoundedNumbers.times(times) + "," : "") + length(subjects, times) + with();
    }

    private String name(Subject subject) {
        String own = history.names().of(subject);
        if (!subject.isPn() && !own.equals(subject.name())) {
            return own;
        }
        return incident.entries().stream()
                .filter(entry -> entry.subject().equals(subject))
                .flatMap(entry -> entry.as(NetworkHappening.class).stream())
                .map(NetworkHappening::element)
                .findFirst()
                .map(element -> switch (element) {
                    case SITE -> "site " + subject;
                    case LINK -> "link " + subject;
                    case CONTROL_PATH ->
                        "the control path of " + SubjectWords.spoken(List.of(subject), history.names());
                    case ARBITER_LINK -> "the " + subject;
                    case SERVER, IPSI -> subject.name();
                })
                .orElse(subject.name());
    }

    private String length(List<Subject> subjects, long times) {
        Optional<TraceEntry> last = incident.entries().stream()
                .filter(entry -> entry.is(NetworkHappening.Restored.class) && subjects.contains(entry.subject()))
                .reduce((first, second) -> second);
        if (last.isEmpty()) {
            return " and did not come back";
        }
        long end = last.get().at();
        return times > 1 ? " the last time until " + at(end) : " for " + RoundedNumbers.time(end - incident.from());
    }

    /** The servers and links that go down with a site. */
    private String with() {
        Set<String> sites = new HashSet<>();
        Set<String> lost = new LinkedHashSet<>();
        for (TraceEntry failure : incident.failures()) {
            if (failure.subject().kind() == Subject.Kind.SITE) {
                sites.add(failure.subject().name());
            } else if (!failure.isRoot() && failure.subject().kind() == Subject.Kind.SERVER) {
                lost.add(history.names().of(failure.subject()));
            }
        }
        List<String> links = history.scenario().estate().links().stream()
                .filter(link -> sites.contains(link.a()) || sites.contains(link.b()))
                .map(link -> history.names().of(link.id()))
                .toList();
        if (!links.isEmpty()) {
            lost.add(links.size() == 1 ? "link " + links.get(0) : links.size() + " links");
        }
        return lost.isEmpty() ? "" : ", with " + NumberList.joined(List.copyOf(lost));
    }

    /** Why it cost nothing; empty if that cannot be said in a few words. */
    String whyFree() {
        List<TraceEntry> entries = incident.entries();
        if (entries.stream().anyMatch(entry -> entry.is(ServerHappening.ServerActive.class))) {
            return "the standby main took over, with the state of the calls";
        }
        if (entries.stream().anyMatch(entry -> entry.is(PnHappening.IpsiInterchange.class))) {
            return "control went over to the other IPSI";
        }
        return incident.failures().isEmpty() || !incident.troubles().isEmpty() ? "" : stillReached();
    }

    private String stillReached() {
        Set<String> detours = new LinkedHashSet<>();
        StandingRoutes routes = new StandingRoutes(history.scenario().estate());
        List<Target> before = failedBefore();
        List<Target> now = new ArrayList<>(before);
        incident.failures().forEach(failure -> target(failure).ifPresent(now::add));
        boolean isUsed = false;
        for (PnHistory pn : history.portNetworks()) {
            PnSpan span = pn.spanAt(incident.from());
            for (ServerHistory server : history.servers()) {
                if (server.server().cluster() != span.controller() || span.state() == PnState.DOWN) {
                    continue;
                }
                isUsed |= struck(server.server().id());
                String from = server.server().site();
                String to = pn.portNetwork().site();
                Optional<List<String>> old = routes.links(Plane.A, from, to, before);
                Optional<List<String>> other = routes.links(Plane.A, from, to, now);
                if (other.isPresent() && !other.equals(old)) {
                    detours.add(
                            history.names().of(from) + " to " + history.names().of(to) + " over "
                                    + NumberList.joined(other.get().stream()
                                            .map(history.names()::of)
                                            .toList()));
                }
                isUsed |= !other.equals(old);
            }
        }
        if (!detours.isEmpty()) {
            int more = detours.size() - MOST_NAMED;
            return "heartbeats took another way, from "
                    + String.join("; from ", Lists.first(List.copyOf(detours), MOST_NAMED))
                    + (more > 0 ? "; and " + more + " more" : "");
        }
        if (isUsed) {
            boolean isActiveLeft = history.mains().stream()
                    .anyMatch(main -> main.roleAt(incident.from()) == ServerRole.ACTIVE
                            && !struck(main.server().id()));
            return isActiveLeft
                            && incident.failures().stream()
                                    .anyMatch(
                                            failure -> failure.subject().name().startsWith("main-"))
                    ? "the active main server went on"
                    : "";
        }
        return "no port network was controlled through it";
    }

    private boolean struck(String server) {
        return incident.failures().stream()
                .anyMatch(failure -> failure.subject().name().equals(server));
    }

    /** The links and sites that had failed when it began. */
    private List<Target> failedBefore() {
        Map<Subject, Target> failed = new LinkedHashMap<>();
        for (TraceEntry entry : history.trace()) {
            if (entry.at() >= incident.from()) {
                break;
            }
            target(entry).ifPresent(target -> failed.put(entry.subject(), target));
            if (entry.is(NetworkHappening.Restored.class)) {
                failed.remove(entry.subject());
            }
        }
        return List.copyOf(failed.values());
    }

    private static Optional<Target> target(TraceEntry entry) {
        return entry.as(NetworkHappening.Failed.class)
                .map(NetworkHappening.Failed::element)
                .flatMap(element -> {
                    String name = entry.subject().name();
                    return element == Element.LINK
                            ? Optional.of(new Target.OfLink(name))
                            : element == Element.SITE ? Optional.of(new Target.OfSite(name)) : Optional.empty();
                });
    }
}
