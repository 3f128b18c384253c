package org.ipsisim.browser;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The DevTools protocol over two pipes: JSON messages, each ended by a zero byte. */
final class DevTools {
    private static final int SECONDS_TO_ANSWER = 300;

    private final JsonMapper json = new JsonMapper();
    private final OutputStream out;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private int lastId;
    private volatile boolean ended;

    DevTools(InputStream in, OutputStream out) {
        this.out = out;
        Thread reader = new Thread(() -> read(new BufferedInputStream(in)), "devtools");
        reader.setDaemon(true);
        reader.start();
    }

    /** Hears the events of a session, method and parameters; all that came before an answer are heard before it. */
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    void forget(String session) {
        listeners.remove(session);
    }

    /** Calls a method of the browser itself. */
    JsonNode call(String method, Map<String, ?> parameters) {
        return call("", method, parameters);
    }

    /**
     * Calls a method and waits for the result.
     *
     * @param session the session of a tab; empty for the browser itself
     * @throws IllegalStateException if the browser refuses, does not answer or has ended
     */
    JsonNode call(String session, String method, Map<String, ?> parameters) {
        return begin(session, method, parameters).get();
    }

    /** Calls a method, and lets the caller wait for the result when it has called others. */
    Supplier<JsonNode> begin(String session, String method, Map<String, ?> parameters) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        send(session, method, parameters, answer);
        return () -> result(method, answer);
    }

    private static JsonNode result(String method, CompletableFuture<JsonNode> answer) {
        try {
            return answer.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(method + ": no answer in " + SECONDS_TO_ANSWER + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(method + ": " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private synchronized void send(
            String session, String method, Map<String, ?> parameters, CompletableFuture<JsonNode> answer) {
        int id = ++lastId;
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        waiting.put(id, answer);
        if (ended) {
            answer.completeExceptionally(new IllegalStateException("the browser has ended"));
            return;
        }
        try {
            out.write(json.writeValueAsBytes(message));
            out.write(0);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the browser has ended", e);
        }
    }

    private void read(InputStream in) {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == 0) {
                    take(json.readTree(message.toString(StandardCharsets.UTF_8)));
                    message.reset();
                } else {
                    message.write(next);
                }
            }
        } catch (IOException e) {
            // The pipe is closed: the same as the end of the stream.
        }
        ended = true;
        waiting.values()
                .forEach(answer -> answer.completeExceptionally(new IllegalStateException("the browser has ended")));
    }

    private void take(JsonNode message) {
        if (!message.has("id")) {
            BiConsumer<String, JsonNode> listener =
                    listeners.get(message.path("sessionId").asString(""));
            if (listener != null) {
                listener.accept(message.path("method").asString(), message.path("params"));
            }
            return;
        }
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt());
        if (message.has("error")) {
            answer.completeExceptionally(new IllegalStateException(
                    message.path("error").path("message").asString()));
        } else {
            answer.complete(message.path("result"));
        }
    }
}
