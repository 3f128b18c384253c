package org.ipsisim.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipsisim.estate.SessionManager;

/** A session manager, plainly (U4, U7, U11, U13). */
public final class PlainManager {
    private static final long MICROS = 1000;

    /** A request that was queued. */
    private static final class Queued {
        final PlainPhone.Request request;
        final long arrived;
        final long served;
        long gone;
        boolean answered;

        Queued(PlainPhone.Request request, long arrived, long served) {
            this.request = request;
            this.arrived = arrived;
            this.served = served;
            this.gone = served;
        }
    }

    /** What arrived in one second, and what came of it. */
    public static final class Second {
        public int register;
        public int activation;
        public int refresh;
        public int refused;
        public int useless;
        public int queue;
    }

    private final PlainPhones world;
    private final SessionManager sessionManager;
    private final List<Queued> queue = new ArrayList<>();
    private final Map<Long, Second> seconds = new TreeMap<>();
    private final Map<PlainPhone, Long> bindings = new HashMap<>();
    private final long serviceMicros;
    boolean up = true;
    int failures;
    public long requests;
    public long refused;
    public long useless;
    public long lost;
    public long served;

    PlainManager(PlainPhones world, SessionManager sessionManager) {
        this.world = world;
        this.sessionManager = sessionManager;
        serviceMicros = Math.round(1_000_000.0 / sessionManager.requestsPerSecond());
    }

    String site() {
        return sessionManager.site();
    }

    /** It fails or comes back (U4). */
    void change() {
        boolean isUp = world.isUp(sessionManager.name(), sessionManager.site());
        if (up && !isUp) {
            failures++;
            bindings.clear();
            for (Queued queued : queue) {
                if (!queued.answered) {
                    queued.answered = true;
                    queued.gone = Math.min(queued.gone, world.now * MICROS);
                    lost++;
                }
            }
        }
        up = isUp;
    }

    boolean hasCallProcessing() {
        return sessionManager.survivableRemote().isPresent()
                ? world.remote(sessionManager.survivableRemote().get()).active
                : world.reachesActive(site(), true);
    }

    private Second second() {
        return seconds.computeIfAbsent(world.now / 1000 * 1000, at -> new Second());
    }

    private long waiting(long micros) {
        return queue.stream().filter(queued -> queued.gone > micros).count();
    }

    /** A request arrives (U11). */
    void arrive(PlainPhone.Request request) {
        if (!up) {
            return;
        }
        long micros = world.now * MICROS;
        requests++;
        if (request.isActivation()) {
            second().activation++;
        } else {
            second().register++;
        }
        if (waiting(micros) >= sessionManager.queue()) {
            refused++;
            second().refused++;
            request.answer(true);
            return;
        }
        long begins = queue.stream()
                .filter(queued -> queued.gone > micros)
                .mapToLong(q -> q.gone)
                .max()
                .orElse(micros);
        Queued queued = new Queued(request, micros, begins + serviceMicros);
        queue.add(queued);
        second().queue = (int) Math.max(second().queue, waiting(micros));
        long leaves = (queued.served + MICROS - 1) / MICROS;
        world.schedule(leaves, PlainPhones.Turn.AT_MANAGER, () -> {
            if (!queued.answered) {
                queued.answered = true;
                served++;
                request.answer(false);
            }
        });
    }

    void countUseless() {
        useless++;
        second().useless++;
    }

    void countRefresh(int more) {
        requests += more;
        second().refresh += more;
    }

    void bind(PlainPhone phone, long until) {
        bindings.put(phone, until);
    }

    /** When the registration of a phone ends; 0 if there is none. */
    long boundUntil(PlainPhone phone) {
        return bindings.getOrDefault(phone, 0L);
    }

    /** Bindings whose phones have given them up. */
    public long stale(int place, PlainPhone phone) {
        return !phone.isKnownAt(place) && boundUntil(phone) > world.now ? 1 : 0;
    }

    /** The seconds in which anything but refreshes came or went. */
    public Map<Long, Second> seconds() {
        Map<Long, Second> busy = new TreeMap<>();
        seconds.forEach((at, second) -> {
            if (second.register + second.activation + second.useless > 0) {
                long before = queue.stream()
                        .filter(q -> q.arrived < at * MICROS && q.gone > at * MICROS)
                        .count();
                second.queue = (int) Math.max(second.queue, before);
                busy.put(at, second);
            }
        });
        return busy;
    }
}
