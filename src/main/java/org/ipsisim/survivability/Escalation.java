package org.ipsisim.survivability;

import java.util.List;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Agenda;

/**
 * The way of a port network from the warm reset to the cold reset and to the request for service, as long as nobody answers
 * (M7, M8, M14).
 */
final class Escalation {
    private static final List<String> IN_SERVICE = List.of("M4");
    private static final List<String> WHILE_WARM = List.of("M6");
    private static final List<String> WHILE_COLD = List.of("M9");

    private final RunningEstate run;
    private final Subject pn;
    private final Agenda agenda;
    private final NamedTimer coldReset;
    private final NamedTimer noService;
    private boolean isUnderWay;
    private long coldBase;
    private int noServiceEntry;

    /**
     * An escalation that has not begun.
     *
     * @param resetCold what is to be done when the cold reset is due
     * @param askForService what is to be done when the no-service time-out expires
     */
    Escalation(RunningEstate run, int number, Subject pn, Runnable resetCold, Runnable askForService) {
        this.run = run;
        this.pn = pn;
        this.agenda = run.agenda();
        this.coldReset =
                new NamedTimer(run, pn, TimerSetting.PN_COLD_RESET_DELAY, EventRank.COLD_RESET.rank(number), resetCold);
        this.noService = new NamedTimer(
                run, pn, TimerSetting.NO_SERVICE_TIMEOUT, EventRank.NO_SERVICE.rank(number), askForService);
    }

    /** M14: where the cold reset and the request for service count from; neither comes before the warm reset. */
    void begin(long lastContact, int warmReset) {
        isUnderWay = true;
        long warmSince = agenda.now();
        long coldDelay = coldReset.millis();
        coldBase = coldDelay
                + switch (run.timers().reading()) {
                    case SERIAL -> warmSince;
                    case COLD_FROM_LOSS, ALL_FROM_LOSS, NO_SERVICE_FROM_WARM -> lastContact;
                };
        switch (run.timers().reading()) {
            case SERIAL, COLD_FROM_LOSS -> {}
            case ALL_FROM_LOSS -> startNoService(lastContact, warmReset, "R21", "M14");
            case NO_SERVICE_FROM_WARM -> startNoService(warmSince, warmReset, "R21", "M14");
        }
        coldReset.start(coldBase - coldDelay, Math.max(warmSince, coldBase));
    }

    /** M8: the no-service timer starts at the cold reset, unless it runs already. */
    void resetsCold(int coldResetEntry) {
        switch (run.timers().reading()) {
            case SERIAL, COLD_FROM_LOSS -> startNoService(coldBase, coldResetEntry, "R21", rulingOfReading("M8"));
            case ALL_FROM_LOSS, NO_SERVICE_FROM_WARM -> {}
        }
    }

    /** M11: nobody accepted, and the no-service timer starts again. */
    void waitAgain(int cause) {
        startNoService(agenda.now(), cause, "M11");
    }

    /** A ruling of the serial reading, the article's; all others follow M14. */
    String rulingOfReading(String serial) {
        return run.timers().reading() == EscalationReading.SERIAL ? serial : "M14";
    }

    private void startNoService(long from, int cause, String... rules) {
        isUnderWay = true;
        long due = Math.max(agenda.now(), from + noService.millis());
        noService.start(from, due);
        noServiceEntry = run.entry(pn, cause, new PnHappening.NoServiceStarted(due), rules);
    }

    /** The entry of the trace that tells of the start of the no-service time-out. */
    int noServiceEntry() {
        return noServiceEntry;
    }

    /** One heartbeat stops it (R24, M8). Most end a silence that had reset nothing. */
    void stopOnContact(int contact) {
        if (!isUnderWay) {
            return;
        }
        noService.left().ifPresent(left -> run.entry(pn, contact, new PnHappening.NoServiceStopped(left)));
        cancel();
    }

    /** Nothing of it is due any more. */
    void cancel() {
        isUnderWay = false;
        coldReset.stop();
        noService.stop();
    }

    /** The ruling on a heartbeat, by the state that it finds. */
    static List<String> rulingOfContact(PnState state) {
        if (state.isDegraded()) {
            return WHILE_WARM;
        }
        return state.isOutage() ? WHILE_COLD : IN_SERVICE;
    }
}
