package org.ipsisim.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a network: what it says goes straight to the server, and what it hears is kept. */
final class Browser implements Wire {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> heard = new ArrayList<>();
    private final Peer peer;
    private String closed = "";
    private int pings;

    Browser(Rooms rooms) {
        peer = rooms.connect(this);
    }

    /** Says something, with apostrophes for quotation marks. */
    Browser say(String json) {
        return sayLiterally(json.replace('\'', '"'));
    }

    Browser sayLiterally(String text) {
        peer.receive(text);
        return this;
    }

    Browser hello(Room room, String name) {
        return say("{'type': 'hello', 'room': '" + room.id() + "', 'name': '" + name + "'}");
    }

    Browser helloWithKey(Room room, String name) {
        return say(
                "{'type': 'hello', 'room': '" + room.id() + "', 'name': '" + name + "', 'key': '" + room.key() + "'}");
    }

    /** The connection is lost without a word. */
    void vanish() {
        peer.closed();
    }

    void sendBinary() {
        peer.receiveBinary();
    }

    void answerPing() {
        peer.heard();
    }

    /** The types of what it has heard since it was last asked. */
    String types() {
        String types =
                heard.stream().map(message -> message.path("type").asString()).collect(Collectors.joining(" "));
        heard.clear();
        return types;
    }

    /** The last message of a type. */
    JsonNode last(String type) {
        List<JsonNode> all = heard.stream()
                .filter(message -> message.path("type").asString().equals(type))
                .toList();
        assertThat(all).as(type + " among " + heard).isNotEmpty();
        return all.get(all.size() - 1);
    }

    String id() {
        return last("welcome").path("you").asString();
    }

    /** The code of the last error, and how the connection was closed after it. */
    String refusal() {
        return last("error").path("code").asString() + closed;
    }

    /** The code and the reason of the end, or nothing while it is connected. */
    String closed() {
        return closed.strip();
    }

    int pings() {
        return pings;
    }

    @Override
    public void send(String json) {
        assertThat(closed).as("nothing is said after goodbye").isEmpty();
        heard.add(JSON.readTree(json));
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(int code, String reason) {
        closed = " " + code;
        peer.closed();
    }
}
