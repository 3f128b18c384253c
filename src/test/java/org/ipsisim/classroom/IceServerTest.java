package org.ipsisim.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IceServerTest {
    @Test
    void a_STUN_server_has_an_address_alone() {
        assertThat(IceServer.read("stun:stun.example.org:3478"))
                .contains(new IceServer("stun:stun.example.org:3478", "", ""));
    }

    @Test
    void a_TURN_server_has_a_user_and_a_password_which_may_hold_anything() {
        assertThat(IceServer.read("turn:ann:p@ss:word@turn.example.org?transport=tcp"))
                .contains(new IceServer("turn:turn.example.org?transport=tcp", "ann", "p@ss:word"));
        assertThat(IceServer.read("turns:ann:secret@[2001:db8::1]:5349"))
                .contains(new IceServer("turns:[2001:db8::1]:5349", "ann", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stun:",
                "turn:turn.example.org",
                "http://example.org",
                "turn:ann@turn.example.org",
                "stun:a b"
            })
    void others_are_none(String text) {
        assertThat(IceServer.read(text)).isEmpty();
    }
}
