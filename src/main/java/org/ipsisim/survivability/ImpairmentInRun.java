package org.ipsisim.survivability;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ipsisim.estate.Target;
import org.ipsisim.heartbeat.Connections;
import org.ipsisim.history.Element;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;
import org.ipsisim.network.LossPattern;
import org.ipsisim.network.Part;

/** One impairment of one target: it begins, changes with its patterns, and ends. */
final class ImpairmentInRun {
    private final RunningEstate run;
    private final Connections connections;
    private final Target target;
    private final List<LossPattern> patterns;
    private final Optional<Told> told;
    private final int number;
    private final long end;
    private final Timer change;
    private boolean begun;
    private int cause;

    /**
     * What the trace says of an impairment.
     *
     * @param words what it is
     * @param ruling the one that it follows
     * @param began the number of the event that brings it about
     * @param ended the number of the event that ends it
     */
    record Told(String words, String ruling, int began, int ended) {}

    /**
     * An impairment that has not begun.
     *
     * @param told what the trace says of it; empty if nobody is told
     * @param number of its first pattern; the others count from there
     * @param end milliseconds, not part of it
     */
    ImpairmentInRun(
            RunningEstate run, Target target, List<LossPattern> patterns, Optional<Told> told, int number, long end) {
        this.run = run;
        this.connections = run.connections();
        this.target = target;
        this.patterns = patterns;
        this.told = told;
        this.number = number;
        this.end = end;
        this.change = run.agenda().timer(Turn.CHANGE, EventRank.IMPAIRMENT.rank(number), this::change);
    }

    void beginAt(long time) {
        change.armAt(time);
    }

    private void change() {
        long now = run.agenda().now();
        if (!begun) {
            begun = true;
            told.ifPresent(t -> tell(t.began, new NetworkHappening.Degraded(element(), t.words), t.ruling));
        }
        if (now == end) {
            told.ifPresent(t -> tell(t.ended, new NetworkHappening.DegradationEnded(element(), t.words), t.ruling));
            forEachPart(part -> {
                for (int i = 0; i < patterns.size(); i++) {
                    part.relieve(number + i, cause);
                }
            });
        } else {
            impair(now);
        }
        run.networkChanged();
    }

    private void tell(int event, NetworkHappening what, String ruling) {
        cause = run.entryOfEvent(Subject.of(target), event, what, "R9", ruling);
    }

    private void impair(long now) {
        long next = end;
        for (int i = 0; i < patterns.size(); i++) {
            int place = number + i;
            var impairment = patterns.get(i).at(now);
            forEachPart(part -> part.impair(place, impairment, cause));
            next = Math.min(next, patterns.get(i).nextChangeAfter(now));
        }
        change.armAt(next);
    }

    private void forEachPart(Consumer<Part> action) {
        if (target instanceof Target.OfLink link) {
            changeLink(link.name(), action);
        } else if (target instanceof Target.OfSite site) {
            connections.linksAt(site.name()).forEach(link -> changeLink(link, action));
        } else if (target instanceof Target.OfServers servers) {
            run.servers().stream()
                    .filter(server -> servers.serverIds().contains(server.id()))
                    .mapToInt(run::indexOf)
                    .forEach(server -> {
                        action.accept(connections.serverPart(server));
                        connections.markServer(server);
                    });
        } else if (target instanceof Target.OfControlPath path) {
            run.getPortNetwork(path.pn()).portNetwork().ipsis().forEach(ipsi -> {
                action.accept(connections.controlPathPart(run.indexOf(ipsi)));
                connections.markIpsi(run.indexOf(ipsi));
            });
        } else if (target instanceof Target.OfIpsi ipsi) {
            action.accept(connections.ipsiPart(run.indexOf(ipsi.ipsi())));
            connections.markIpsi(run.indexOf(ipsi.ipsi()));
        } else {
            throw new IllegalArgumentException(target.name() + " carries no heartbeats");
        }
    }

    private void changeLink(String link, Consumer<Part> action) {
        action.accept(connections.link(link));
        connections.markLink(link);
    }

    private Element element() {
        if (target instanceof Target.OfLink) {
            return Element.LINK;
        }
        if (target instanceof Target.OfSite) {
            return Element.SITE;
        }
        if (target instanceof Target.OfServers) {
            return Element.SERVER;
        }
        return target instanceof Target.OfControlPath ? Element.CONTROL_PATH : Element.IPSI;
    }
}
