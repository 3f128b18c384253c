package org.ipsisim.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Softphones with the lab. */
@Tag("peers")
class PhonesPeersTest {
    /** Seconds; a flow that was lost is tried again after 45 to 90 s (O5). */
    private static final int LONGEST = 300;

    @TempDir
    private Path folder;

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        await(what, LONGEST, condition);
    }

    private static void await(String what, int seconds, Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 10 * seconds && !condition.call(); i++) {
            Thread.sleep(100);
        }
        assertThat(condition.call()).as(what).isTrue();
    }

    private static String proxy(RunningLab lab, String name) {
        return "\"sip:127.0.0.1:" + lab.port(name) + ";transport=udp\"";
    }

    private static long registrations(RunningLab lab, String server) {
        return lab.said.stream().filter((server + " > SIP/2.0 200 OK")::equals).count();
    }

    @Test
    void O02_aPhoneKeepsTwoFlowsLosesOneAndComesBack() throws Exception {
        Peer.BARESIP.assumeInstalled();
        try (RunningLab lab = new RunningLab(RunningLab.TWO_SESSION_MANAGERS);
                Baresip phone = new Baresip(
                        folder,
                        "6001",
                        "outbound=" + proxy(lab, "sm-1") + ";outbound2=" + proxy(lab, "sm-2") + ";sipnat=outbound")) {
            await("registered twice", () -> registrations(lab, "sm-1") > 0 && registrations(lab, "sm-2") > 0);
            assertThat(phone.log()).contains("{1/UDP/v4} 200 OK", "{2/UDP/v4} 200 OK");
            lab.lab.fail("sm-1");
            await("the phone notices", () -> phone.log().contains("Register: Connection timed out"));
            lab.lab.restore("sm-1");

            long before = registrations(lab, "sm-1");
            await("back again", () -> registrations(lab, "sm-1") > before);
            assertThat(lab.said).as("its keep-alives are answered").noneMatch(line -> line.startsWith("sm-2 . "));
        }
    }

    @Test
    void twoPhonesTalkAndAPhoneWithout100relReachesTheVoicemailServer() throws Exception {
        Peer.BARESIP.assumeInstalled();
        try (RunningLab lab = new RunningLab(RunningLab.TWO_SESSION_MANAGERS);
                Baresip callee = new Baresip(folder, "6002", "answermode=auto;outbound=" + proxy(lab, "sm-1"));
                Baresip caller = new Baresip(folder, "6001", "outbound=" + proxy(lab, "sm-1"))) {
            await("both are registered", () -> registrations(lab, "sm-1") == 2);

            caller.tell("dial", "sip:6002@example.com");
            await("they hear each other", () -> caller.log().contains("Call established: sip:6002@example.com"));
            caller.tell("hangup", "");
            await("both have hung up", () -> callee.log().contains("session closed"));

            caller.tell("dial", "sip:5000@example.com");
            await("voicemail", () -> caller.log().contains("Call established: sip:5000@example.com"));
            assertThat(lab.said).contains("mm-1 > SIP/2.0 180 Ringing").noneMatch(line -> line.contains("PRACK"));
        }
    }

    @Test
    void P10_aPhoneWith100relSendsPrackToTheVoicemailServer() throws Exception {
        Peer.LINPHONE.assumeInstalled();
        try (RunningLab lab = new RunningLab(RunningLab.TWO_SESSION_MANAGERS);
                Linphone phone = new Linphone(folder, "6001", lab.port("sm-1"))) {
            phone.tell("call sip:5000@example.com");
            await(
                    "it answers the challenge, and is through",
                    30,
                    () -> phone.log().contains("connected"));
            phone.tell("terminate");
            await(
                    "the server is told",
                    30,
                    () -> lab.said.contains("mm-1 > SIP/2.0 200 OK")
                            && lab.said.stream().anyMatch(line -> line.startsWith("mm-1 < BYE ")));

            List<String> voicemail =
                    lab.said.stream().filter(line -> line.startsWith("mm-1 ")).toList();
            assertThat(voicemail.stream().map(line -> line.replaceFirst(" sip:.*", "")))
                    .containsSubsequence(
                            "mm-1 < INVITE",
                            "mm-1 > SIP/2.0 180 Ringing",
                            "mm-1 < PRACK",
                            "mm-1 > SIP/2.0 200 OK",
                            "mm-1 > SIP/2.0 200 OK",
                            "mm-1 < ACK",
                            "mm-1 < BYE");
            assertThat(voicemail).noneMatch(line -> line.contains("481"));
        }
    }
}
