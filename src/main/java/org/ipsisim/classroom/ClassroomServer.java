package org.ipsisim.classroom;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.ipsisim.course.Lesson;
import org.ipsisim.estate.Scenario;
import org.jspecify.annotations.Nullable;

/** A classroom on the network: one port for the pages and for signalling, and one room. */
public final class ClassroomServer implements AutoCloseable {
    private static final int MOST_THREADS = 16;
    private static final int LEAST_THREADS = 4;
    private static final int TICK_MILLIS = 5_000;

    /** Connections beside those of a full room, for people at the door and for those who have gone without a word. */
    private static final int MORE_CONNECTIONS = 100;

    private final ClassroomSettings settings;
    private final Rooms rooms = new Rooms(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    private final ExecutorService worker = Executors.newSingleThreadExecutor(daemon("classroom-worker"));
    private final Timer ticks = new Timer("classroom-ticks", true);
    private final Room room;
    private final Server server;
    private final ServerConnector connector;

    private ClassroomServer(ClassroomSettings settings, Scenario scenario, RunSheet sheet, Consumer<String> news) {
        this.settings = settings;
        this.room = new Room(
                rooms, new ClassRuns(scenario), sheet, settings.iceServers(), settings.students(), worker, news);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("classroom");
        threads.setDaemon(true);
        this.server = new Server(threads);
        this.connector = connector();
        server.addConnector(connector);
        WebSocketUpgradeHandler signalling = WebSocketUpgradeHandler.from(server, this::configure);
        signalling.setHandler(new ClassroomPages(rooms));
        server.setHandler(signalling);
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Runs the scenario, opens a room, and listens.
     *
     * @param news hears who comes and goes, a line each
     * @throws IOException if it cannot listen; the message says why
     * @throws org.ipsisim.survivability.RunTooLarge if the run of the scenario is too large
     */
    public static ClassroomServer start(ClassroomSettings settings, Scenario scenario, Consumer<String> news)
            throws IOException {
        return start(settings, scenario, RunSheet.NONE, news);
    }

    /** The same for a lesson, whose steps lead the trainer. */
    public static ClassroomServer start(ClassroomSettings settings, Lesson lesson, Consumer<String> news)
            throws IOException {
        return start(settings, lesson.exercise().history().scenario(), RunSheet.of(lesson), news);
    }

    private static ClassroomServer start(
            ClassroomSettings settings, Scenario scenario, RunSheet sheet, Consumer<String> news) throws IOException {
        ClassroomServer classroom = new ClassroomServer(settings, scenario, sheet, news);
        try {
            classroom.server.start();
        } catch (IOException e) {
            classroom.close();
            throw e;
        } catch (Exception e) {
            classroom.close();
            throw new IOException(e.getMessage(), e);
        }
        classroom.tickAgainAndAgain();
        return classroom;
    }

    private void tickAgainAndAgain() {
        TimerTask tick = new TimerTask() {
            @Override
            public void run() {
                rooms.tick();
            }
        };
        ticks.schedule(tick, TICK_MILLIS, TICK_MILLIS);
    }

    private ServerConnector connector() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        ServerConnector made = settings.tls()
                .map(tls -> {
                    http.addCustomizer(new SecureRequestCustomizer(false));
                    SslContextFactory.Server keys = new SslContextFactory.Server();
                    keys.setKeyStore(tls.store());
                    keys.setKeyStorePassword(tls.password());
                    return new ServerConnector(
                            server, 1, 1, new SslConnectionFactory(keys, "http/1.1"), new HttpConnectionFactory(http));
                })
                .orElseGet(() -> new ServerConnector(server, 1, 1, new HttpConnectionFactory(http)));
        made.setHost(settings.bind());
        made.setPort(settings.port());
        return made;
    }

    private void configure(ServerWebSocketContainer container) {
        container.setIdleTimeout(Duration.ofMillis(2 * Peer.LONGEST_SILENCE));
        container.addMapping("/signal", (request, response, callback) -> socket(request, response, callback));
    }

    /** Lets a browser in whose page is of this server. Programs that are no browsers name no origin; they could name any. */
    private @Nullable Object socket(
            ServerUpgradeRequest request, ServerUpgradeResponse response, org.eclipse.jetty.util.Callback callback) {
        String origin =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN)).orElse("");
        String host =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse("");
        boolean own = origin.isEmpty()
                || origin.toLowerCase(Locale.ROOT)
                        .replaceFirst("^https?://", "")
                        .equals(host.toLowerCase(Locale.ROOT));
        if (!own) {
            Response.writeError(
                    request, response, callback, HttpStatus.FORBIDDEN_403, "This page is of another server.");
            return null;
        }
        if (rooms.connections() >= settings.students() + MORE_CONNECTIONS) {
            Response.writeError(
                    request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "Too many connections.");
            return null;
        }
        return new SignalSocket(rooms);
    }

    /** The address for the trainer, with room and key. */
    public String trainerAddress() {
        InetAddress bound = bound();
        String host = settings.tls().isPresent()
                ? ServerAddress.forOthers(bound, settings.bind())
                : ServerAddress.forThisMachine(bound, settings.bind());
        return address(host) + "&key=" + room.key();
    }

    /** The address for students, with the room. */
    public String studentsAddress() {
        return address(ServerAddress.forOthers(bound(), settings.bind()));
    }

    private InetAddress bound() {
        try {
            return InetAddress.getByName(settings.bind());
        } catch (IOException e) {
            return InetAddress.getLoopbackAddress();
        }
    }

    private String address(String host) {
        String scheme = settings.tls().isPresent() ? "https" : "http";
        return scheme + "://" + host + ":" + connector.getLocalPort() + "/#room=" + room.id();
    }

    /** Whether only browsers on this machine can reach it. */
    public boolean isLocal() {
        return bound().isLoopbackAddress();
    }

    /** Writes the answers of the class as CSV. */
    public void writeResults(Writer out) throws IOException {
        room.writeResults(out);
    }

    /** Says goodbye to everybody, and stops listening. */
    @Override
    public void close() {
        synchronized (rooms) {
            room.close();
        }
        ticks.cancel();
        worker.shutdownNow();
        try {
            server.stop();
        } catch (Exception e) {
            // It ends with the process.
        }
    }
}
