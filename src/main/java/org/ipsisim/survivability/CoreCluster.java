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

/** A survivable core in a run: one server that controls the port networks that have come to it (R42, R59, R60). */
final class CoreCluster extends Cluster {
    private final Optional<SurvivableCore> core;
    private final Server server;
    private final ServerRecorder recorder;
    private final TreeSet<Integer> controlled = new TreeSet<>();
    private final NamedTimer resetEnd;
    private boolean failed;
    private boolean resetting;

    CoreCluster(RunningEstate run, SurvivableCore core) {
        super(run, core.cluster());
        this.core = Optional.of(core);
        this.server = core.server();
        this.recorder = new ServerRecorder(server, role());
        run.recorder().add(recorder);
        this.resetEnd = new NamedTimer(
                run, subject(), TimerSetting.SURVIVABLE_CORE_RESET, EventRank.PHASE_END.rank(number()), this::endReset);
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
        return core;
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
        resetEnd.stop();
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
        tellRole();
    }

    /** If it was the last one, the core resets (R59, M27). */
    @Override
    void lose(int pn, int cause) {
        controlled.remove(pn);
        boolean resets = resetEnd.millis() > 0;
        if (resets && controlled.isEmpty() && !failed) {
            reset(cause);
        } else {
            tellRole();
        }
    }

    private void reset(int cause) {
        long duration = resetEnd.millis();
        resetting = true;
        int entry = run().entry(subject(), cause, new ServerHappening.SurvivableCoreReset(duration));
        resetEnd.start(duration);
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
        tellRole();
        run().connections().setServerSends(run().indexOf(server), !failed && !isDisabled() && !resetting, cause);
    }

    private void tellRole() {
        recorder.role(run().agenda().now(), role());
        run().rolesChanged(this);
    }

    @Override
    boolean isActive(Server any) {
        return role() == ServerRole.ACTIVE;
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
