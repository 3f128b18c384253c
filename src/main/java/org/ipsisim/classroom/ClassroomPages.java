package org.ipsisim.classroom;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.ipsisim.course.NatKind;
import org.ipsisim.document.Resources;
import org.jspecify.annotations.Nullable;

/** The pages of a classroom over HTTP: the page itself, the runs of a room, and for the trainer its trace and its results. */
final class ClassroomPages extends Handler.Abstract {
    private static final String PAGE = "/";

    /** What the page consists of, under {@code page} beside this class. */
    private static final List<String> FILES = List.of(
            "classroom.css",
            "classroom.js",
            "connects.js",
            "forks.js",
            "map.js",
            "media.js",
            "moment.js",
            "people.js",
            "peers.js",
            "place.js",
            "question.js",
            "sdp.js",
            "sheet.js",
            "signal.js",
            "stage.js",
            "words.js");

    private static final List<String> FOR_TRAINER = List.of("/trace.json", "/results.csv", "/hour.csv");

    private static final Pattern RUN =
            Pattern.compile("/room/(?<room>[\\w-]{1,64})/run/(?<number>[1-9][0-9]{0,8})(?<map>/map)?");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " media-src 'self' blob:; connect-src 'self' ws: wss:; frame-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    /** The page of a run has a policy of its own inside; only a page of this server may frame it. */
    private static final String FRAMED = "frame-ancestors 'self'";

    private static final String MAP_HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Map</title>
            <style>body{margin:0}[data-part]{cursor:pointer}</style></head>
            """;

    private record Page(String type, String policy, byte[] content) {}

    private final Rooms rooms;

    ClassroomPages(Rooms rooms) {
        this.rooms = rooms;
    }

    /** The address of the page of a run. */
    static String runAddress(String room, int number) {
        return "/room/" + room + "/run/" + number;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        if (!head && !HttpMethod.GET.is(request.getMethod())) {
            headers.put(HttpHeader.ALLOW, "GET, HEAD");
            end(HttpStatus.METHOD_NOT_ALLOWED_405, text("Only GET and HEAD."), head, response, callback);
            return true;
        }
        String path = Request.getPathInContext(request);
        if (FOR_TRAINER.contains(path)) {
            Optional<Page> page = forTrainer(path, Request.extractQueryParameters(request));
            end(
                    page.isPresent() ? HttpStatus.OK_200 : HttpStatus.FORBIDDEN_403,
                    page.orElse(text("This needs the key of the trainer: " + path + "?key=KEY")),
                    head,
                    response,
                    callback);
            return true;
        }
        Optional<Page> page = find(path, Request.extractQueryParameters(request));
        end(
                page.isPresent() ? HttpStatus.OK_200 : HttpStatus.NOT_FOUND_404,
                page.orElse(text("There is no such page.")),
                head,
                response,
                callback);
        return true;
    }

    private Optional<Page> forTrainer(String path, Fields query) throws IOException {
        String key = Optional.ofNullable(query.getValue("key")).orElse("");
        Optional<Room> room = rooms.findByKey(key);
        if (room.isEmpty()) {
            return Optional.empty();
        }
        if (path.equals("/trace.json")) {
            return Optional.of(page("application/json", POLICY, room.get().traceJson()));
        }
        StringWriter csv = new StringWriter();
        if (path.equals("/results.csv")) {
            room.get().writeResults(csv);
        } else {
            room.get().writeHour(csv);
        }
        return Optional.of(page("text/csv; charset=utf-8", POLICY, csv.toString()));
    }

    private Optional<Page> find(String path, Fields query) {
        if (path.equals(PAGE)) {
            String html = Resources.text(ClassroomPages.class, "page/index.html");
            return Optional.of(page("text/html; charset=utf-8", POLICY, html.replace("${nat table}", NatKind.html())));
        }
        if (FILES.contains(path.substring(1))) {
            String type = path.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
            return Optional.of(
                    new Page(type, POLICY, Resources.bytes(ClassroomPages.class, "page/" + path.substring(1))));
        }
        Matcher run = RUN.matcher(path);
        return run.matches()
                ? rooms.find(run.group("room"))
                        .flatMap(room -> room.runs().find(Integer.parseInt(run.group("number"))))
                        .map(shown -> run.group("map") == null
                                ? new Page("text/html; charset=utf-8", FRAMED, shown.page())
                                : page("text/html; charset=utf-8", FRAMED, map(shown, query.getValue("at"))))
                : Optional.empty();
    }

    /** The map at a moment in milliseconds; at the start if it is none. */
    private static String map(ClassRuns.Shown shown, @Nullable String at) {
        long moment = at != null && at.matches("[0-9]{1,15}") ? Long.parseLong(at) : 0;
        return MAP_HEAD + shown.map().at(Math.min(moment, shown.history().duration()), "map");
    }

    private static Page page(String type, String policy, String text) {
        return new Page(type, policy, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Page text(String words) {
        return page("text/plain; charset=utf-8", POLICY, words + "\n");
    }

    private static void end(int status, Page page, boolean head, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type);
        response.getHeaders().put("Content-Security-Policy", page.policy);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, page.content.length);
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(page.content), callback);
    }
}
