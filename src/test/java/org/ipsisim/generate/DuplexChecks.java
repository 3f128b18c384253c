package org.ipsisim.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.TraceEntry;

/** What is true of the roles of two main servers in every history (M22 to M25). */
final class DuplexChecks {
    private static final long TAKEOVER_DELAY = 4100;
    private static final long COLD_2 = 225_000;
    private static final long REFRESH = 300_000;

    private final History history;
    private final List<ServerHistory> mains;
    private final Consumer<String> violation;
    private final long interchange;
    private final long curb;

    DuplexChecks(History history, List<ServerHistory> mains, Consumer<String> violation) {
        this.history = history;
        this.mains = mains;
        this.violation = violation;
        interchange = timer(TimerSetting.SERVER_INTERCHANGE_DURATION);
        curb = timer(TimerSetting.SERVER_INTERCHANGE_CURB);
    }

    private long timer(TimerSetting setting) {
        return history.scenario().estate().timers().millis(setting);
    }

    void check() {
        instants().forEach(this::checkRoles);
        checkServer(mains.get(0), mains.get(1));
        checkServer(mains.get(1), mains.get(0));
        List<Long> begins = interchangesBegin();
        long changes = begins.size() + takeovers();
        require(history.serverInterchanges() >= changes, "server interchanges are at least " + changes);
        if (!isChanged(ScenarioEvent.Interchange.class)) {
            checkArbitration(begins);
        }
    }

    private void require(boolean truth, String otherwise) {
        if (!truth) {
            violation.accept(otherwise);
        }
    }

    private boolean isChanged(Class<? extends ScenarioEvent> event) {
        return history.scenario().events().stream().anyMatch(event::isInstance);
    }

    /** When a role or the arbiter link changes. */
    private LongStream instants() {
        LongStream ofRoles =
                mains.stream().flatMap(main -> main.timeline().stream()).mapToLong(RoleSpan::from);
        LongStream ofLink = history.trace().stream()
                .filter(entry -> entry.subject().name().equals(Target.OfArbiterLink.NAME))
                .mapToLong(TraceEntry::at);
        return LongStream.concat(ofRoles, ofLink).sorted().distinct();
    }

    private static ServerRole role(ServerHistory main, long at) {
        return main.timeline().stream()
                .filter(span -> span.from() <= at && at < span.to())
                .map(RoleSpan::role)
                .findFirst()
                .orElseThrow();
    }

    /** Two that are up are active and standby or interchanging; one that is up alone does not wait for long. */
    private void checkRoles(long at) {
        List<ServerRole> roles = mains.stream().map(main -> role(main, at)).toList();
        String words = "at " + at + " the mains are " + roles.get(0) + " and " + roles.get(1);
        boolean oneInCharge = roles.stream().filter(DuplexChecks::inCharge).count() == 1;
        boolean twoInCharge = areTwoActive(at) && isArbiterLinkDown(at);
        boolean bothInterchanging = roles.stream().allMatch(role -> role == ServerRole.INTERCHANGING);
        boolean disabled = roles.contains(ServerRole.DISABLED);
        require(roles.contains(ServerRole.DOWN) || disabled || oneInCharge || twoInCharge || bothInterchanging, words);
    }

    private boolean areTwoActive(long at) {
        return mains.stream().allMatch(main -> inCharge(role(main, at)));
    }

    private boolean isArbiterLinkDown(long at) {
        return history.trace().stream()
                .filter(entry -> entry.at() <= at && entry.subject().name().equals(Target.OfArbiterLink.NAME))
                .reduce((first, second) -> second)
                .filter(entry -> entry.what() instanceof NetworkHappening.Failed)
                .isPresent();
    }

    private boolean isArbiterLinkLost() {
        return history.scenario().events().stream()
                .anyMatch(event -> event instanceof ScenarioEvent.Fail fail && isArbiterLink(fail.target())
                        || event instanceof ScenarioEvent.Flap flap && isArbiterLink(flap.target()));
    }

    private static boolean isArbiterLink(Target target) {
        return target instanceof Target.OfArbiterLink;
    }

    private static boolean inCharge(ServerRole role) {
        return role == ServerRole.ACTIVE || role == ServerRole.RESETTING;
    }

    private void checkServer(ServerHistory main, ServerHistory other) {
        RoleSpan before = null;
        for (RoleSpan span : main.timeline()) {
            String at = main.server().id() + " is " + span.role() + " from " + span.from() + " to " + span.to();
            switch (span.role()) {
                case INTERCHANGING -> checkInterchange(at, before, span);
                case RESETTING -> require(span.to() - span.from() <= COLD_2, at + ", longer than a Cold-2");
                case STANDBY -> checkWait(at, span, other);
                case ACTIVE -> checkRise(at, before, span, other);
                case IDLE -> violation.accept(at);
                case DOWN, DISABLED -> {}
            }
            before = span;
        }
    }

    private void checkInterchange(String at, RoleSpan before, RoleSpan span) {
        boolean whole = before != null && before.role() != ServerRole.DOWN && !endsEarly(span);
        if (whole && !isChanged(ScenarioEvent.SetTimers.class) && !isArbiterLinkLost()) {
            long length = span.to() - span.from();
            require(interchange > 0 && length % interchange == 0, at + ", not for " + interchange);
        }
    }

    /** The run ends, or one of the two goes down. */
    private boolean endsEarly(RoleSpan span) {
        return span.to() == history.duration()
                || mains.stream().anyMatch(main -> role(main, span.to()) == ServerRole.DOWN);
    }

    private void checkWait(String at, RoleSpan span, ServerHistory other) {
        for (RoleSpan down : other.timeline()) {
            if (down.role() == ServerRole.DOWN) {
                long alone = Math.min(span.to(), down.to()) - Math.max(span.from(), down.from());
                require(alone <= TAKEOVER_DELAY, at + ", alone for " + alone);
            }
        }
    }

    /** A standby becomes active by an interchange, or when the other has been down for 4.1 s. */
    private void checkRise(String at, RoleSpan before, RoleSpan span, ServerHistory other) {
        boolean alone =
                before != null && before.role() == ServerRole.STANDBY && role(other, span.from()) == ServerRole.DOWN;
        if (alone && !isArbiterLinkLost()) {
            require(
                    other.timeline().stream().anyMatch(down -> isLongDown(down, span.from())),
                    at + ", too early for a takeover");
        }
    }

    private static boolean isLongDown(RoleSpan span, long at) {
        return span.role() == ServerRole.DOWN && span.from() == at - TAKEOVER_DELAY && span.to() > at;
    }

    /** When an active began to interchange, or gave its role away at once; not when one of two stepped down. */
    private List<Long> interchangesBegin() {
        return changes(ServerRole.ACTIVE, List.of(ServerRole.INTERCHANGING, ServerRole.STANDBY)).stream()
                .filter(at -> !areTwoActive(at - 1))
                .toList();
    }

    /** How often a standby became active, in a Cold-2 or not, because the other was down or was not heard. */
    private long takeovers() {
        return changes(ServerRole.STANDBY, List.of(ServerRole.ACTIVE, ServerRole.RESETTING)).stream()
                .filter(at -> areTwoActive(at) || mains.stream().anyMatch(main -> role(main, at) == ServerRole.DOWN))
                .count();
    }

    private List<Long> changes(ServerRole from, List<ServerRole> to) {
        List<Long> changes = new ArrayList<>();
        for (ServerHistory main : mains) {
            for (int i = 1; i < main.timeline().size(); i++) {
                RoleSpan span = main.timeline().get(i);
                if (main.timeline().get(i - 1).role() == from && to.contains(span.role())) {
                    changes.add(span.from());
                }
            }
        }
        return changes.stream().sorted().toList();
    }

    /** Interchanges that no operator orders begin on a heartbeat, outside the curb, with a refreshed standby. */
    private void checkArbitration(List<Long> begins) {
        boolean sameTimers = !isChanged(ScenarioEvent.SetTimers.class);
        for (int i = 0; i < begins.size(); i++) {
            long at = begins.get(i);
            if (sameTimers) {
                require(
                        at % timer(TimerSetting.HEARTBEAT_INTERVAL) == 0,
                        "an interchange begins between heartbeats at " + at);
                require(
                        i == 0 || at >= begins.get(i - 1) + interchange + curb,
                        "an interchange begins within the curb at " + at);
            }
            require(
                    mains.stream().noneMatch(main -> cameBackWithin(main, at - REFRESH, at)),
                    "an interchange begins without a refreshed standby at " + at);
        }
    }

    private static boolean cameBackWithin(ServerHistory main, long from, long to) {
        RoleSpan before = null;
        for (RoleSpan span : main.timeline()) {
            boolean back = before != null && before.role() == ServerRole.DOWN && span.role() == ServerRole.STANDBY;
            if (back && span.from() > from && span.to() == to) {
                return true;
            }
            before = span;
        }
        return false;
    }
}
