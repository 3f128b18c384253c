package org.ipsisim.phones;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.history.SessionManagerHistory.Load;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/** A session manager in a run: it serves one request after another, and loses everything when it fails (U4, U11). */
final class Registrar {
    private static final long MICROS = 1000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long SECOND = 1000;
    private static final long OVERLOAD_GAP = 60_000;

    private final PhonesInRun run;
    private final SessionManager sessionManager;
    private final Agenda agenda;
    private final Timer nextAnswer;
    private final List<Access> accesses = new ArrayList<>();
    private final long service;
    private final long longestQueue;

    private boolean up = true;
    private int epoch;
    private boolean callProcessing;
    private int cause;
    private long serviceEnds;
    private final AnswerQueue answers = new AnswerQueue();

    private final List<Load> load = new ArrayList<>();
    private final SampledCount registered = new SampledCount(0);
    private long second;
    private int register;
    private int activation;
    private int refusedNow;
    private long mostWork;
    private int uselessNow;
    private long refreshesNow;

    private int overloadEntry;
    private long overloadUntil;
    private long overloadRefused;
    private long overloadUseless;

    private long requests;
    private long peakRequests;
    private long peakQueue;
    private long refused;
    private long useless;
    private long lost;

    /** @param place its number among the session managers */
    Registrar(PhonesInRun run, Agenda agenda, SessionManager sessionManager, int place) {
        this.run = run;
        this.agenda = agenda;
        this.sessionManager = sessionManager;
        nextAnswer = agenda.timer(Turn.ARRIVAL, PhoneRank.ANSWER.rank(place), this::answerAllDue);
        long perSecond = sessionManager.requestsPerSecond();
        service = Math.max(1, (2 * MICROS_PER_SECOND + perSecond) / (2 * perSecond));
        longestQueue = (sessionManager.queue() - 1) * service;
    }

    void add(Access access) {
        accesses.add(access);
    }

    SessionManager sessionManager() {
        return sessionManager;
    }

    String name() {
        return sessionManager.name();
    }

    boolean isUp() {
        return up;
    }

    /** Whether it passes calls to a server that is active (U13). */
    boolean hasCallProcessing() {
        return callProcessing;
    }

    void setCallProcessing(boolean has) {
        callProcessing = has;
    }

    /** How often it has failed: what it knew before is lost (U4). */
    int epoch() {
        return epoch;
    }

    /** The trace entry of its latest failure or restoration; 0 if there was none. */
    int cause() {
        return cause;
    }

    /** It fails, or works again (U4). */
    void setUp(boolean isUp, int entry) {
        up = isUp;
        cause = entry;
        if (!isUp) {
            look();
            accesses.forEach(Access::forgetAll);
            epoch++;
            serviceEnds = 0;
            lost += answers.size();
            while (!answers.isEmpty()) {
                run.foreseeNoAnswer(answers.key());
                answers.remove();
            }
            nextAnswer.cancel();
        }
    }

    /** A request arrives: whether it is refused, because the queue is full. */
    boolean refuses(int kind) {
        look();
        requests++;
        if (kind == PhoneMessage.ACTIVATION) {
            activation++;
        } else {
            register++;
        }
        if (workAt(agenda.now()) <= longestQueue) {
            return false;
        }
        refused++;
        refusedNow++;
        tellOverload(1, 0);
        return true;
    }

    /** A request that is not refused is served after those before it; gives when its answer leaves. */
    long queue(long request, long sentAt) {
        long now = agenda.now();
        serviceEnds = Math.max(serviceEnds, now * MICROS) + service;
        mostWork = Math.max(mostWork, workAt(now));
        long leaves = (serviceEnds + MICROS - 1) / MICROS;
        answers.add(leaves, request, sentAt);
        if (answers.size() == 1) {
            nextAnswer.armAt(leaves);
        }
        return leaves;
    }

    /** How long it is still busy with the requests that have come, in microseconds. */
    private long workAt(long time) {
        return Math.max(0, serviceEnds - time * MICROS);
    }

    private void answerAllDue() {
        while (!answers.isEmpty() && answers.time() == agenda.now()) {
            long key = answers.key();
            long sentAt = answers.sentAt();
            answers.remove();
            run.answer(key, sentAt);
        }
        if (!answers.isEmpty()) {
            nextAnswer.armAt(answers.time());
        }
    }

    /** An answer has come to a phone that waits for it no more (U10). */
    void countUseless() {
        look();
        useless++;
        uselessNow++;
        tellOverload(0, 1);
    }

    /** One entry of the trace tells what it refuses, or answers too late, until it has done neither for a minute. */
    private void tellOverload(int moreRefused, int moreUseless) {
        if (overloadEntry == 0 || agenda.now() > overloadUntil) {
            finishOverload();
            overloadRefused = moreRefused;
            overloadUseless = moreUseless;
            overloadEntry =
                    run.trace().entry(Subject.server(name()), run.trace().latest(), overload(), "U10", "U11");
        } else {
            overloadRefused += moreRefused;
            overloadUseless += moreUseless;
        }
        overloadUntil = agenda.now() + OVERLOAD_GAP;
    }

    private PhoneHappening overload() {
        return new PhoneHappening.SipOverload(overloadRefused, overloadUseless);
    }

    private void finishOverload() {
        if (overloadEntry != 0) {
            run.trace().amend(overloadEntry, overload());
        }
    }

    /** Phones that it knows come or go. */
    void countRegistered(int difference) {
        registered.add(difference, agenda.now());
    }

    /** Counts refreshes of the present second that {@link #finishSecond} does not find. */
    void addRefreshes(long count) {
        refreshesNow += count;
    }

    /** Counts all requests that refreshed a registration. */
    void countRefreshes(long count) {
        requests += count;
    }

    /** When the present second began; what it will find counts from there. */
    long second() {
        return second;
    }

    /** Ends the second that was present before, if another one is. */
    void look() {
        long now = agenda.now();
        if (now >= second + SECOND) {
            finishSecond(second + SECOND);
            second = now - now % SECOND;
            mostWork = workAt(second);
        }
    }

    private void finishSecond(long end) {
        int arrived = register + activation;
        if (arrived + uselessNow > 0) {
            long refreshes = refreshesNow;
            for (Access access : accesses) {
                refreshes += access.refreshes(end);
            }
            int queue = (int) ((mostWork + service - 1) / service);
            load.add(new Load(second, register, activation, (int) refreshes, refusedNow, queue, uselessNow));
            peakRequests = Math.max(peakRequests, arrived);
            peakQueue = Math.max(peakQueue, queue);
        }
        register = 0;
        activation = 0;
        refusedNow = 0;
        uselessNow = 0;
        refreshesNow = 0;
    }

    /** What it has done, at the end; its accesses are finished before. */
    SessionManagerHistory finish(long end) {
        look();
        finishSecond(Math.min(end, second + SECOND));
        finishOverload();
        long stale = up
                ? accesses.stream()
                        .mapToLong(access -> access.staleBindings(end))
                        .sum()
                : 0;
        return new SessionManagerHistory(
                sessionManager,
                registered.finish(end),
                load,
                requests,
                peakRequests,
                peakQueue,
                refused,
                useless,
                lost,
                stale);
    }
}
