package org.ipsisim.plain;

import org.ipsisim.estate.SurvivableRemote;

/** A survivable remote, plainly (U14). */
final class PlainRemote {
    private static final long NEVER = Long.MAX_VALUE;

    private final PlainPhones world;
    private final SurvivableRemote remote;
    private long reachedSince = NEVER;
    private long unreachedSince = NEVER;
    boolean active;

    PlainRemote(PlainPhones world, SurvivableRemote remote) {
        this.world = world;
        this.remote = remote;
    }

    String name() {
        return remote.name();
    }

    /** At the end of an instant: for how long has it reached an active main, or not? */
    void review() {
        long now = world.now;
        if (!world.isUp(remote.name(), remote.site())) {
            active = false;
            reachedSince = NEVER;
            unreachedSince = NEVER;
            return;
        }
        if (world.reachesActive(remote.site(), false)) {
            unreachedSince = NEVER;
            if (reachedSince == NEVER) {
                reachedSince = now;
                world.schedule(now + remote.returnDelay().toMillis(), PlainPhones.Turn.NOTHING, () -> {});
            }
            if (now - reachedSince >= remote.returnDelay().toMillis()) {
                active = false;
            }
        } else {
            reachedSince = NEVER;
            if (unreachedSince == NEVER) {
                unreachedSince = now;
                world.schedule(now + remote.activationDelay().toMillis(), PlainPhones.Turn.NOTHING, () -> {});
            }
            if (now - unreachedSince >= remote.activationDelay().toMillis()) {
                active = true;
            }
        }
    }
}
