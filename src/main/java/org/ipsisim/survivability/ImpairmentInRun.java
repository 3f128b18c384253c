package org.ipsisim.survivability;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.Target;
import org.ipsisim.heartbeat.Connections;
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
            told.ifPresent(t -> tell(t.began, new NetworkHappening.Degraded(target.element(), t.words), t.ruling));
        }
        if (now == end) {
            told.ifPresent(
                    t -> tell(t.ended, new NetworkHappening.DegradationEnded(target.element(), t.words), t.ruling));
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
            forEachPart(part -> {
                run.agenda().spend(1);
                part.impair(place, impairment, cause);
            });
            next = Math.min(next, patterns.get(i).nextChangeAfter(now));
        }
        change.armAt(next);
    }

    private void forEachPart(Consumer<Part> action) {
        target.accept(new Target.Visitor() {
            @Override
            public void visit(Target.OfLink link) {
                change(link.name());
            }

            @Override
            public void visit(Target.OfSite site) {
                connections.linksAt(site.name()).forEach(this::change);
            }

            @Override
            public void visit(Target.OfServers servers) {
                for (Server server : run.servers()) {
                    if (servers.covers(server.id())) {
                        action.accept(connections.serverPart(run.indexOf(server)));
                        connections.markServer(run.indexOf(server));
                    }
                }
            }

            @Override
            public void visit(Target.OfControlPath path) {
                for (IpsiId ipsi : run.getPortNetwork(path.pn()).portNetwork().ipsis()) {
                    action.accept(connections.controlPathPart(run.indexOf(ipsi)));
                    connections.markIpsi(run.indexOf(ipsi));
                }
            }

            @Override
            public void visit(Target.OfIpsi board) {
                action.accept(connections.ipsiPart(run.indexOf(board.ipsi())));
                connections.markIpsi(run.indexOf(board.ipsi()));
            }

            @Override
            public void visit(Target.OfArbiterLink link) {
                throw new IllegalArgumentException(link.name() + " carries no heartbeats");
            }

            private void change(String link) {
                action.accept(connections.link(link));
                connections.markLink(link);
            }
        });
    }
}
