package org.ipsisim.survivability;

import java.util.Optional;
import java.util.TreeSet;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Happening;
import org.ipsisim.history.ServerRecorder;
import org.ipsisim.history.ServerRole;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/** A cluster that can control port networks: the main, or a survivable core. */
final class Cluster {
    private final RunningEstate run;
    private final Server server;
    private final int serverIndex;
    private final Optional<SurvivableCore> core;
    private final ServerRecorder recorder;
    private final TreeSet<Integer> controlled = new TreeSet<>();
    private final Timer resetEnd;
    private boolean failed;
    private boolean disabled;
    private boolean resetting;

    Cluster(RunningEstate run, Server server, int serverIndex, Optional<SurvivableCore> core) {
        this.run = run;
        this.server = server;
        this.serverIndex = serverIndex;
        this.core = core;
        this.recorder = new ServerRecorder(server, role());
        run.recorder().add(recorder);
        this.resetEnd = run.agenda().timer(Turn.EXPIRY, Kind.PHASE_END.rank(server.cluster()), this::endReset);
    }

    int number() {
        return server.cluster();
    }

    Server server() {
        return server;
    }

    int serverIndex() {
        return serverIndex;
    }

    /** The survivable core it is; empty for the main. */
    Optional<SurvivableCore> core() {
        return core;
    }

    boolean isMain() {
        return core.isEmpty();
    }

    int priorityScore() {
        return core.map(SurvivableCore::priorityScore).orElse(0);
    }

    /** Whether it would accept a request for service from an IPSI now (M10). */
    boolean accepts(int ipsi) {
        return run.connections().reaches(serverIndex, ipsi);
    }

    /** Why it does not accept, in a few words. */
    String reasonForRefusal() {
        if (failed) {
            return "the server is down";
        }
        if (disabled) {
            return "it is disabled";
        }
        return resetting ? "it is resetting" : "it cannot be reached";
    }

    /** The server fails, or works again (M29). */
    void setFailed(boolean fails, int cause) {
        failed = fails;
        resetting = false;
        resetEnd.cancel();
        tellState(cause);
    }

    /** An operator disables or enables it; refused while it controls a port network (R60). */
    void setDisabled(boolean disables) {
        if (disables == disabled) {
            return;
        }
        if (disables && !controlled.isEmpty()) {
            run.entry(server.id(), 0, new Happening.CommandRefused("it controls pn-" + controlled.first()));
            return;
        }
        disabled = disables;
        int entry =
                run.entry(server.id(), 0, disables ? new Happening.ServerDisabled() : new Happening.ServerEnabled());
        tellState(entry);
        run.connections().settleServer(serverIndex);
        if (disables) {
            run.dropFromLists(this);
        }
    }

    /** It controls a port network from now on. */
    void gain(int pn) {
        controlled.add(pn);
        recorder.role(run.agenda().now(), role());
    }

    /** A port network has gone to another cluster; a survivable core that was its last one resets (R59, M27). */
    void lose(int pn, int cause) {
        controlled.remove(pn);
        boolean resets = run.timers().millis(TimerSetting.SURVIVABLE_CORE_RESET) > 0;
        if (resets && !isMain() && controlled.isEmpty() && !failed) {
            reset(cause);
        } else {
            recorder.role(run.agenda().now(), role());
        }
    }

    private void reset(int cause) {
        long duration = run.timers().millis(TimerSetting.SURVIVABLE_CORE_RESET);
        resetting = true;
        int entry = run.entry(server.id(), cause, new Happening.SurvivableCoreReset(duration));
        resetEnd.armAt(run.agenda().now() + duration);
        tellState(entry);
        run.connections().settleServer(serverIndex);
        run.dropFromLists(this);
    }

    private void endReset() {
        resetting = false;
        tellState(0);
        run.connections().settleServer(serverIndex);
    }

    private void tellState(int cause) {
        recorder.role(run.agenda().now(), role());
        run.connections().setServerSends(serverIndex, !failed && !disabled && !resetting, cause);
    }

    private ServerRole role() {
        if (failed) {
            return ServerRole.DOWN;
        }
        if (isMain()) {
            return ServerRole.ACTIVE;
        }
        if (disabled) {
            return ServerRole.DISABLED;
        }
        if (resetting) {
            return ServerRole.RESETTING;
        }
        return controlled.isEmpty() ? ServerRole.IDLE : ServerRole.ACTIVE;
    }
}
