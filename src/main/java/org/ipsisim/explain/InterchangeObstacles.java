package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.TraceEntry;

/** What stood in the way of an interchange of the main servers (R62 to R71, M22 to M25). */
final class InterchangeObstacles {
    private static final List<String> RULES = List.of("R62", "M23");

    private final PnMoment moment;
    private final List<Step> steps = new ArrayList<>();
    private String reason = "";

    InterchangeObstacles(PnMoment moment) {
        this.moment = moment;
    }

    Obstacle find() {
        String condition = "It takes a standby that is refreshed and reaches more IPSIs than the active server, and no"
                + " curb; or an active server that dies; or an operator.";
        List<Server> mains = moment.scenario().estate().main().servers();
        if (mains.size() == 1) {
            return new Obstacle("the main has one server", condition, RULES, List.of(), Optional.empty());
        }
        Optional<TimerSpan> curb = curb();
        if (curb.isPresent()) {
            add(
                    curb.get().from(),
                    Subject.MAIN,
                    "a curb holds interchanges back until "
                            + moment.words(curb.get().due()),
                    "R66");
        }
        addRoles(mains);
        arbiterLinkFailed()
                .ifPresent(entry -> add(
                        entry.at(),
                        entry.subject(),
                        "the arbiter link is down: the servers do not compare what they reach",
                        "R68"));
        addReach(mains);
        return new Obstacle(reason, condition, RULES, steps, Optional.empty());
    }

    private void add(long at, Subject subject, String text, String rule) {
        steps.add(Step.of(at, subject, text, List.of(rule)));
        reason = reason.isEmpty() ? text : reason;
    }

    private Optional<TimerSpan> curb() {
        return moment.history().timersAt(moment.at()).stream()
                .filter(span -> span.timer() == TimerSetting.SERVER_INTERCHANGE_CURB)
                .findFirst();
    }

    private void addRoles(List<Server> mains) {
        for (int i = 0; i < mains.size(); i++) {
            String id = mains.get(i).id();
            ServerHistory there = moment.history().findServer(id).orElseThrow();
            ServerRole role = there.roleAt(moment.at());
            ServerRole other = moment.history()
                    .findServer(mains.get(1 - i).id())
                    .orElseThrow()
                    .roleAt(moment.at());
            if (role == ServerRole.DOWN && other == ServerRole.STANDBY) {
                add(
                        moment.at(),
                        Subject.server(id),
                        id + " is down, and the standby waits for 4.1s before it goes active",
                        "M24");
            } else if (role == ServerRole.DOWN || role == ServerRole.DISABLED || role == ServerRole.INTERCHANGING) {
                add(moment.at(), Subject.server(id), id + " is " + role.key(), "R71");
            } else if (!there.isRefreshedAt(moment.at())) {
                add(moment.at(), Subject.server(id), id + " is not refreshed", "M25");
            }
        }
    }

    private Optional<TraceEntry> arbiterLinkFailed() {
        return moment.history()
                .trace()
                .last(NetworkHappening.class, Subject.ARBITER_LINK, moment.at())
                .filter(entry -> entry.is(NetworkHappening.Failed.class));
    }

    private void addReach(List<Server> mains) {
        ServerReach reach = ServerReach.of(moment);
        if (reach.isUnknown()) {
            reason = reason.isEmpty() ? "the standby does not reach more" : reason;
            return;
        }
        String counts = mains.get(0).id() + " reaches " + reach.count(mains.get(0)) + " of " + reach.ipsis()
                + " IPSIs that count, " + mains.get(1).id() + " " + reach.count(mains.get(1));
        steps.add(Step.of(moment.at(), Subject.MAIN, counts, List.of("M22")));
        reason = reason.isEmpty() ? "the standby does not reach more: " + counts : reason;
    }
}
