package org.ipsisim.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsisim.ladder.LadderCapture;
import org.ipsisim.sip.transaction.Transfer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tshark and sngrep see in the captures of all ladders that ship. */
@Tag("peers")
class CapturePeersTest {
    private static final String[] CHECKS = {
        "-o", "ip.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE"
    };

    @TempDir
    private Path folder;

    private List<String> tshark(Path capture, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-n", "-r", capture.toString()));
        all.addAll(List.of(CHECKS));
        all.addAll(List.of(arguments));
        return Peer.TSHARK
                .run(folder, all.toArray(String[]::new))
                .lines()
                .filter(line -> !line.startsWith("Running as user"))
                .toList();
    }

    private Path capture(ShippedLadders shipped) throws IOException {
        return Files.write(folder.resolve("ladder.pcap"), LadderCapture.of(shipped.ladder()));
    }

    @Test
    void tsharkSeesTheSameArrowsInTheSameOrderAndHasNothingToComplainAbout() throws Exception {
        Peer.TSHARK.assumeInstalled();
        for (ShippedLadders shipped : ShippedLadders.all()) {
            Path capture = capture(shipped);
            List<String> seen = tshark(
                    capture,
                    "-Tfields",
                    "-Eseparator=|",
                    "-Eoccurrence=f",
                    "-eip.src",
                    "-eip.dst",
                    "-esip.Method",
                    "-esip.Status-Code",
                    "-esip.Call-ID",
                    "-esip.CSeq.seq",
                    "-esip.RSeq",
                    "-e_ws.expert.message");

            assertThat(seen)
                    .as(shipped.name())
                    .containsExactlyElementsOf(shipped.arrived().stream()
                            .map(arrow -> line(arrow.transfer()))
                            .toList());
        }
    }

    private static String line(Transfer transfer) {
        String[] first = transfer.message().startLine().split(" ");
        boolean isResponse = first[0].startsWith("SIP/");
        return String.join(
                "|",
                Arrays.asList(
                        transfer.from().host(),
                        transfer.to().host(),
                        isResponse ? "" : first[0],
                        isResponse ? first[1] : "",
                        transfer.message().header("Call-ID"),
                        String.valueOf(transfer.message().cseqNumber()),
                        transfer.message().headers().find("RSeq").orElse(""),
                        ""));
    }

    @Test
    void sngrepFindsAsManyDialogsAsThereAre() throws Exception {
        Peer.SNGREP.assumeInstalled();
        for (ShippedLadders shipped : ShippedLadders.all()) {
            String found = Peer.SNGREP.run(folder, "-N", "-I", capture(shipped).toString());

            assertThat(found).as(shipped.name()).endsWith("Dialog count: " + shipped.dialogs() + "\n");
        }
    }
}
