package org.ipsisim.bench;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.history.PnRecorder;
import umontreal.ssj.simevents.Simulator;

/** A port network and its IPSI in the model on SSJ, with the default timers and the reading {@code serial} (M4 to M13). */
final class SsjPortNetwork {
    private static final long SANITY_TIMEOUT = 15_000;
    private static final long WARM_RESET = 4_000;
    private static final long COLD_RESET_DELAY = 60_000;
    private static final long COLD_RESET = 30_000;
    private static final long NO_SERVICE_TIMEOUT = 300_000;
    private static final long RESTART = 60_000;

    private enum Mode {
        SERVICE,
        WARM,
        COLD,
        NO_SERVICE,
        RESTARTING
    }

    private final SsjDay day;
    private final PortNetwork portNetwork;
    private final PnRecorder recorder;
    private final SsjPath[] paths = new SsjPath[2];
    private final SsjEvent sanity;
    private final SsjEvent phaseEnd;
    private final SsjEvent coldReset;
    private final SsjEvent noService;
    private final SsjEvent request;

    private Mode mode = Mode.SERVICE;
    private int controller = SsjDay.MAIN;
    private boolean silent;
    private boolean timedOut;
    private boolean contactIsBack;
    private long warmSince;
    private long coldUntil;

    SsjPortNetwork(SsjDay day, Simulator simulator, PortNetwork portNetwork) {
        this.day = day;
        this.portNetwork = portNetwork;
        recorder = new PnRecorder(portNetwork, SsjDay.CLUSTERS[SsjDay.MAIN]);
        for (int server = 0; server < paths.length; server++) {
            paths[server] = day.path(simulator, this, server);
        }
        sanity = timer(simulator, SsjEvent.SANITY, this::resetWarm);
        phaseEnd = timer(simulator, SsjEvent.PHASE_END, this::endPhase);
        coldReset = timer(simulator, SsjEvent.COLD_RESET, this::resetCold);
        noService = timer(simulator, SsjEvent.NO_SERVICE, this::noServiceTimedOut);
        request = timer(simulator, SsjEvent.REQUEST, this::requestService);
    }

    private SsjEvent timer(Simulator simulator, int kind, Runnable action) {
        return new SsjEvent(simulator, kind, number()) {
            @Override
            public void actions() {
                action.run();
            }
        };
    }

    int number() {
        return portNetwork.number();
    }

    PortNetwork portNetwork() {
        return portNetwork;
    }

    PnRecorder recorder() {
        return recorder;
    }

    SsjPath path(int server) {
        return paths[server];
    }

    int controller() {
        return controller;
    }

    void start() {
        for (SsjPath path : paths) {
            path.start();
        }
        sanity.armIn(SANITY_TIMEOUT);
    }

    void listChanged() {
        List<Integer> clusters = new ArrayList<>();
        for (int server = 0; server < paths.length; server++) {
            if (paths[server].isConnected()) {
                clusters.add(SsjDay.CLUSTERS[server]);
            }
        }
        recorder.list(portNetwork.ipsis().get(0), day.now(), clusters);
    }

    void heard(int server) {
        if (server != controller) {
            return;
        }
        sanity.armIn(SANITY_TIMEOUT);
        if (silent || timedOut) {
            silent = false;
            timedOut = false;
            contactRestored();
        }
    }

    void missed(int server) {
        if (server == controller && !silent) {
            silent = true;
            show();
        }
    }

    private void contactRestored() {
        coldReset.disarm();
        noService.disarm();
        switch (mode) {
            case WARM -> {
                contactIsBack = true;
                phaseEnd.armAt(Math.max(day.now(), Math.max(warmSince + WARM_RESET, coldUntil)));
            }
            case COLD -> contactIsBack = true;
            case NO_SERVICE -> restart();
            case SERVICE, RESTARTING -> {}
        }
        show();
    }

    private void resetWarm() {
        timedOut = true;
        mode = Mode.WARM;
        contactIsBack = false;
        warmSince = day.now();
        phaseEnd.disarm();
        if (coldUntil > day.now()) {
            phaseEnd.armAt(coldUntil);
        }
        coldReset.armIn(COLD_RESET_DELAY);
        show();
    }

    private void resetCold() {
        mode = Mode.COLD;
        coldUntil = day.now() + COLD_RESET;
        phaseEnd.armAt(coldUntil);
        noService.armIn(NO_SERVICE_TIMEOUT);
        show();
    }

    private void endPhase() {
        switch (mode) {
            case WARM -> mode = contactIsBack ? Mode.SERVICE : Mode.WARM;
            case COLD -> {
                if (contactIsBack) {
                    restart();
                } else {
                    mode = Mode.NO_SERVICE;
                }
            }
            case RESTARTING -> mode = Mode.SERVICE;
            default -> throw new IllegalStateException("no phase ends in " + mode);
        }
        show();
    }

    private void noServiceTimedOut() {
        request.armIn(0);
    }

    private void requestService() {
        for (int server = 0; server < paths.length; server++) {
            if (paths[server].isConnected() && paths[server].delivers()) {
                moveTo(server);
                return;
            }
        }
        noService.armIn(NO_SERVICE_TIMEOUT);
    }

    private void moveTo(int server) {
        int previous = controller;
        controller = server;
        phaseEnd.disarm();
        coldReset.disarm();
        noService.disarm();
        silent = false;
        timedOut = false;
        sanity.armIn(SANITY_TIMEOUT);
        restart();
        show();
        day.moved(previous, server);
    }

    private void restart() {
        mode = Mode.RESTARTING;
        coldUntil = 0;
        phaseEnd.armIn(RESTART);
    }

    private void show() {
        PnState state = switch (mode) {
            case SERVICE -> silent ? PnState.CONTACT_LOST : PnState.IN_SERVICE;
            case WARM -> day.now() < coldUntil ? PnState.COLD_RESET : PnState.WARM_RESET;
            case COLD -> PnState.COLD_RESET;
            case NO_SERVICE -> PnState.NO_SERVICE;
            case RESTARTING -> PnState.RESTARTING;
        };
        recorder.state(day.now(), state, SsjDay.CLUSTERS[controller]);
    }
}
