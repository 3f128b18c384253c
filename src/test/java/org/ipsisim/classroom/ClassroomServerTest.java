package org.ipsisim.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A classroom on the network: real sockets to a real port. */
class ClassroomServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ClassroomServer classroom;
    private String trainerAddress;
    private String studentsAddress;
    private String origin;
    private String room;
    private String key;

    @BeforeEach
    void open() throws IOException {
        classroom = ClassroomServer.start(
                new ClassroomSettings(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        List.of(IceServer.read("turn:ann:secret@127.0.0.1:3478").orElseThrow()),
                        32),
                School.scenario("wan-cut"),
                news -> {});
        trainerAddress = classroom.trainerAddress();
        studentsAddress = classroom.studentsAddress();
        origin = studentsAddress.replaceFirst("/#.*", "");
        room = studentsAddress.replaceFirst(".*#room=", "");
        key = trainerAddress.replaceFirst(".*&key=", "");
    }

    @AfterEach
    void close() {
        classroom.close();
    }

    private Socket socket() throws IOException {
        return new Socket(CLIENT, studentsAddress, origin);
    }

    private String hello(String name, String more) {
        return "{'type': 'hello', 'room': '" + room + "', 'name': '" + name + "'" + more + "}";
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(origin + path)).build(), BodyHandlers.ofString());
    }

    @Test
    void the_addresses_name_the_room_and_only_the_trainers_has_the_key() {
        assertThat(studentsAddress).matches("http://127\\.0\\.0\\.1:[0-9]+/#room=[\\w-]{22}");
        assertThat(trainerAddress).isEqualTo(studentsAddress + "&key=" + key);
    }

    @Test
    void the_page_loads_nothing_from_elsewhere_and_no_other_page_frames_it() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .contains("<th scope=\"row\">symmetric</th>")
                .doesNotContain("${", "http://", "https://", " style=", " onclick=");
        for (String file : List.of("/classroom.css", "/classroom.js", "/peers.js")) {
            assertThat(get(file).statusCode()).as(file).isEqualTo(200);
            assertThat(get(file).headers().firstValue("X-Content-Type-Options"))
                    .as(file)
                    .contains("nosniff");
        }
    }

    @Test
    void everything_that_the_page_loads_is_served() throws Exception {
        List<String> loaded = new ArrayList<>(List.of("/"));
        for (int i = 0; i < loaded.size(); i++) {
            HttpResponse<String> file = get(loaded.get(i));
            assertThat(file.statusCode()).as(loaded.get(i)).isEqualTo(200);
            Pattern.compile("(?:src|href)=\"(/[^\"]+)\"|from '\\.(/[^']+)'")
                    .matcher(file.body())
                    .results()
                    .map(found -> Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2)))
                    .filter(path -> !loaded.contains(path))
                    .forEach(loaded::add);
        }
        assertThat(loaded).contains("/classroom.css", "/sdp.js").hasSizeGreaterThan(7);
    }

    @Test
    void the_run_is_there_for_who_knows_the_room() throws Exception {
        assertThat(get("/room/" + room + "/run/1").body())
                .contains("<title>WAN cut at Dallas", "id=\"c-panels\"", "id=\"run\"");
        assertThat(get("/room/" + room + "/run/99").statusCode()).isEqualTo(404);
        assertThat(get("/room/elsewhere/run/1").statusCode()).isEqualTo(404);
        assertThat(get("/../pom.xml").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(get("/index.html").statusCode()).isEqualTo(404);
    }

    @Test
    void trace_and_results_need_the_key() throws Exception {
        for (String path : List.of("/trace.json", "/results.csv")) {
            assertThat(get(path).statusCode()).isEqualTo(403);
            assertThat(get(path + "?key=" + room).statusCode()).isEqualTo(403);
            assertThat(get(path + "?key=" + key).statusCode()).isEqualTo(200);
        }
        assertThat(get("/trace.json?key=" + key).body()).startsWith("{\"format\":1,");
    }

    @Test
    void pages_are_only_read() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create(origin + "/"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(CLIENT.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void a_class_over_real_sockets() throws Exception {
        Socket terry = socket().say(hello("Terry", ", 'key': '" + key + "'"));
        JsonNode welcome = terry.await("welcome");
        assertThat(welcome.path("iceServers").toString())
                .isEqualTo("[{\"urls\":\"turn:127.0.0.1:3478\",\"username\":\"ann\",\"credential\":\"secret\"}]");
        List<Socket> students = new ArrayList<>();
        for (int i = 1; i <= 32; i++) {
            Socket student = socket().say(hello("Student " + i, ""));
            student.await("welcome");
            students.add(student);
        }
        Socket late = socket().say(hello("Student 33", ""));
        assertThat(late.await("error").path("code").asString()).isEqualTo("room-full");
        assertThat(late.awaitClose()).isEqualTo(1008);
        for (int move = 1; move <= 50; move++) {
            terry.say("{'type': 'cursor', 'at': " + move + "}");
        }
        for (Socket student : students) {
            for (int move = 1; move <= 50; move++) {
                assertThat(student.await("cursor").path("at").asInt()).isEqualTo(move);
            }
        }
        students.get(0).say("{'type': 'bye'}");
        assertThat(students.get(0).awaitClose()).isEqualTo(1000);
        assertThat(terry.await("left").path("name").asString()).isEqualTo("Student 1");
        for (Socket student : students.subList(1, 32)) {
            student.say("{'type': 'bye'}");
            student.awaitClose();
        }
        terry.say("{'type': 'bye'}").awaitClose();
    }

    @Test
    void a_page_of_another_server_is_not_let_in_and_a_program_is() throws Exception {
        for (String other : List.of("http://evil.example", "http://127.0.0.1:1", "null")) {
            assertThatThrownBy(() -> new Socket(CLIENT, studentsAddress, other))
                    .as(other)
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining("403");
        }
        new Socket(CLIENT, studentsAddress, "").say("{'type': 'hello'}").await("error");
    }

    @Test
    void who_floods_is_sent_away_and_the_server_stays_up() throws Exception {
        Socket flood = socket().say(hello("Flood", ""));
        flood.await("welcome");
        Optional<JsonNode> error = Optional.empty();
        for (int i = 0; i < 1000 && error.isEmpty(); i++) {
            raiseHands(flood, 10);
            error = flood.poll("error", 3);
        }
        assertThat(error.map(it -> it.path("code").asString())).hasValue("too-fast");
        assertThat(flood.awaitClose()).isEqualTo(1008);
        socket().say(hello("Calm", "")).await("welcome");
    }

    private static void raiseHands(Socket socket, int times) {
        try {
            for (int i = 0; i < times; i++) {
                socket.say("{'type': 'hand', 'up': true}");
            }
        } catch (CompletionException e) {
            // It is closed already; what was said before that is heard later.
        }
    }

    @Test
    void what_a_page_waits_for_is_what_the_documentation_says() throws Exception {
        String script = Files.readString(Path.of("src/main/resources/org/ipsisim/classroom/page/peers.js"));
        long noticed = constant(script, "SILENT_AFTER") + constant(script, "PING_EVERY");
        assertThat(noticed).isLessThanOrEqualTo(8000);
        assertThat(Path.of("docs/classroom.md")).content().contains("the server carries the cursor within 8 s");
    }

    private static long constant(String script, String name) {
        return Long.parseLong(script.replaceFirst("(?s).*const " + name + " = ([0-9]+);.*", "$1"));
    }

    /** Were the connection closed at once, what they have not read would be lost with it. */
    @Test
    void who_goes_on_talking_hears_why_he_is_sent_away() throws Exception {
        Socket deaf = socket().say(hello("Deaf", ""));
        raiseHands(deaf, 100);
        assertThat(deaf.poll("error", 60_000).map(it -> it.path("code").asString()))
                .hasValue("too-fast");
        assertThat(deaf.awaitClose()).isEqualTo(1008);
    }

    @Test
    void what_is_too_large_is_said_so_and_closed() throws Exception {
        Socket large = socket().say(hello("Large", ""));
        large.await("welcome");
        large.say("{'type': 'offer', 'to': 'p1', 'sdp': '" + "x".repeat(64 * 1024) + "'}");
        JsonNode error = large.await("error");
        assertThat(error.path("code").asString()).isEqualTo("too-large");
        assertThat(error.path("last").asBoolean()).as("it cannot go on").isTrue();
        assertThat(large.awaitClose()).isEqualTo(1009);
    }

    @Test
    void W13_frames_of_a_browser_are_masked() throws Exception {
        URI address = URI.create(origin);
        try (java.net.Socket raw = new java.net.Socket(address.getHost(), address.getPort())) {
            raw.setSoTimeout(60_000);
            raw.getOutputStream()
                    .write(("GET /signal HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nConnection: Upgrade\r\n"
                                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: " + origin + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = raw.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            assertThat(head).contains("101 Switching Protocols", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            raw.getOutputStream().write(new byte[] {(byte) 0x81, 2, '{', '}'});
            byte[] frame = in.readNBytes(4);
            assertThat(frame[0] & 0xff).as("a close frame").isEqualTo(0x88);
            assertThat((frame[2] & 0xff) << 8 | frame[3] & 0xff).isEqualTo(1002);
        }
        socket().say(hello("Masked", "")).await("welcome");
    }

    @Test
    void W12_with_a_certificate_it_serves_https(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("class.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "class",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        HttpClient client = HttpClient.newBuilder().sslContext(context).build();
        try (ClassroomServer secure = ClassroomServer.start(
                new ClassroomSettings(
                        "127.0.0.1", 0, Optional.of(new ClassroomSettings.Tls(keys, "changeit")), List.of(), 2),
                School.scenario("minimal"),
                news -> {})) {
            String page = secure.studentsAddress();
            assertThat(page).startsWith("https://127.0.0.1:");
            Socket ann = new Socket(client, page, page.replaceFirst("/#.*", ""))
                    .say("{'type': 'hello', 'room': '" + page.replaceFirst(".*#room=", "") + "', 'name': 'Ann'}");
            assertThat(ann.await("welcome").path("role").asString()).isEqualTo("student");
        }
    }
}
