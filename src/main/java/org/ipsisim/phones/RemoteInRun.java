package org.ipsisim.phones;

import org.ipsisim.estate.SurvivableRemote;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/** A survivable remote in a run: active after a while without an active main, and idle after a while with one (U14). */
final class RemoteInRun {
    private final PhonesInRun run;
    private final Agenda agenda;
    private final SurvivableRemote remote;
    private final Timer change;
    private boolean up = true;
    private boolean active;
    private int cause;

    /** @param place its number among the survivable remotes */
    RemoteInRun(PhonesInRun run, Agenda agenda, SurvivableRemote remote, int place) {
        this.run = run;
        this.agenda = agenda;
        this.remote = remote;
        change = agenda.timer(Turn.EXPIRY, PhoneRank.REMOTE.rank(place), this::change);
    }

    SurvivableRemote remote() {
        return remote;
    }

    boolean isActive() {
        return active;
    }

    /** It fails, or works again; then it is idle, and its wait begins. */
    void setUp(boolean isUp) {
        up = isUp;
        active = false;
        change.cancel();
    }

    /** Whether it reaches an active main may have changed. */
    void review(boolean reachesMain) {
        if (!up || reachesMain != active) {
            change.cancel();
        } else if (!change.isArmed()) {
            cause = run.trace().latest();
            change.armAt(agenda.now() + (active ? remote.returnDelay() : remote.activationDelay()).toMillis());
        }
    }

    private void change() {
        active = !active;
        PhoneHappening what = active
                ? new PhoneHappening.SurvivableRemoteActive(
                        remote.activationDelay().toMillis())
                : new PhoneHappening.SurvivableRemoteIdle(remote.returnDelay().toMillis());
        run.trace().entry(Subject.server(remote.name()), cause, what);
        run.review();
    }
}
