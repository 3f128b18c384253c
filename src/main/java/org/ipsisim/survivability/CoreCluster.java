package org.ipsisim.survivability;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.ServerRecorder;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/** A survivable core in a run: one server that controls the port networks that have come to it (R42, R59, R60). */
final class CoreCluster extends Cluster {
    private final SurvivableCore core;
    private final Server server;
    private final ServerRecorder recorder;
    private final TreeSet<Integer> controlled = new TreeSet<>();
    private final Timer resetEnd;
    private boolean failed;
    private boolean resetting;

    CoreCluster(RunningEstate run, SurvivableCore core) {
        super(run, core.cluster());
        this.core = core;
        this.server = core.server();
        this.recorder = new ServerRecorder(server, role());
        run.recorder().add(recorder);
        this.resetEnd = run.agenda().timer(Turn.EXPIRY, EventRank.PHASE_END.rank(number()), this::endReset);
    }

    @Override
    List<Server> servers() {
        return List.of(server);
    }

    @Override
    Server activeServer() {
        return server;
    }

    @Override
    Optional<SurvivableCore> core() {
        return Optional.of(core);
    }

    @Override
    String reasonForRefusal() {
        if (failed) {
            return "the server is down";
        }
        if (isDisabled()) {
            return "it is disabled";
        }
        return resetting ? "it is resetting" : "it cannot be reached";
    }

    @Override
    void setFailed(Server failing, boolean fails, int cause) {
        failed = fails;
        resetting = false;
        resetEnd.cancel();
        run().recorder().timers().stopAll(run().agenda().now(), subject());
        tellState(cause);
    }

    @Override
    Subject subject() {
        return Subject.server(server.id());
    }

    @Override
    void tellDisabled(int entry) {
        tellState(entry);
    }

    @Override
    void gain(int pn) {
        controlled.add(pn);
        recorder.role(run().agenda().now(), role());
    }

    /** If it was the last one, the core resets (R59, M27). */
    @Override
    void lose(int pn, int cause) {
        controlled.remove(pn);
        boolean resets = run().timers().millis(TimerSetting.SURVIVABLE_CORE_RESET) > 0;
        if (resets && controlled.isEmpty() && !failed) {
            reset(cause);
        } else {
            recorder.role(run().agenda().now(), role());
        }
    }

    private void reset(int cause) {
        long duration = run().timers().millis(TimerSetting.SURVIVABLE_CORE_RESET);
        resetting = true;
        int entry = run().entry(subject(), cause, new ServerHappening.SurvivableCoreReset(duration));
        long now = run().agenda().now();
        resetEnd.armAt(now + duration);
        run().recorder().timers().start(now, subject(), TimerSetting.SURVIVABLE_CORE_RESET, now, now + duration);
        tellState(entry);
        run().connections().settleServer(run().indexOf(server));
        run().dropFromLists(this);
    }

    private void endReset() {
        resetting = false;
        tellState(0);
        run().connections().settleServer(run().indexOf(server));
    }

    private void tellState(int cause) {
        recorder.role(run().agenda().now(), role());
        run().connections().setServerSends(run().indexOf(server), !failed && !isDisabled() && !resetting, cause);
    }

    private ServerRole role() {
        if (failed) {
            return ServerRole.DOWN;
        }
        if (isDisabled()) {
            return ServerRole.DISABLED;
        }
        if (resetting) {
            return ServerRole.RESETTING;
        }
        return controlled.isEmpty() ? ServerRole.IDLE : ServerRole.ACTIVE;
    }
}
