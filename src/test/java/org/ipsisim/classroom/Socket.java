package org.ipsisim.classroom;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real WebSocket to a classroom: what it hears is waited for. */
final class Socket implements WebSocket.Listener {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SECONDS_TO_WAIT = 60;

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder half = new StringBuilder();
    private final WebSocket socket;

    /**
     * Connects.
     *
     * @param address of the page
     * @param origin of the page that asks; empty for a program that is no browser
     * @throws IOException if the server refuses
     */
    Socket(HttpClient client, String address, String origin) throws IOException {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        try {
            socket = builder.buildAsync(
                            URI.create(address.replaceFirst("^http", "ws").replaceFirst("/#.*", "/signal")), this)
                    .join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** Says something, with apostrophes for quotation marks. */
    Socket say(String json) {
        socket.sendText(json.replace('\'', '"'), true).join();
        return this;
    }

    /** Waits for the next message of a type. */
    JsonNode await(String type) throws InterruptedException {
        while (true) {
            JsonNode next = heard.poll(SECONDS_TO_WAIT, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no " + type + " within " + SECONDS_TO_WAIT + " s");
            }
            if (next.path("type").asString().equals(type)) {
                return next;
            }
            if (next.path("type").asString().equals("error")) {
                throw new AssertionError("no " + type + " but " + next);
            }
        }
    }

    /** The next message of a type, if it comes within some milliseconds; those before it are gone. */
    Optional<JsonNode> poll(String type, long millis) throws InterruptedException {
        JsonNode next = heard.poll(millis, TimeUnit.MILLISECONDS);
        while (next != null && !next.path("type").asString().equals(type)) {
            next = heard.poll(millis, TimeUnit.MILLISECONDS);
        }
        return Optional.ofNullable(next);
    }

    /** Waits for the end, and gives its code. */
    int awaitClose() throws Exception {
        return closed.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        half.append(part);
        if (last) {
            heard.add(JSON.readTree(half.toString()));
            half.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable problem) {
        closed.completeExceptionally(problem);
    }
}
