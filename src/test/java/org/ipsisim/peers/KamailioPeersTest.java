package org.ipsisim.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab beside Kamailio: the same questions, and the same answers but for what {@code docs/sip.md} lists. */
@Tag("peers")
class KamailioPeersTest {
    private record Answers(String lab, String kamailio) {}

    @TempDir
    private Path folder;

    @Test
    void theLabAnswersAsKamailioDoesButForTheDifferencesThatAreListed() throws Exception {
        Peer.KAMAILIO.assumeInstalled();
        Map<String, String> kamailio = askKamailio();
        Map<String, Answers> differences = new LinkedHashMap<>();
        try (RunningLab lab = new RunningLab(RunningLab.TWO_SESSION_MANAGERS)) {
            Map<String, String> answers = RegistrarProbe.ask(lab.port("sm-1"));

            assertThat(answers).hasSizeGreaterThanOrEqualTo(30).containsOnlyKeys(kamailio.keySet());
            answers.forEach((step, answer) -> {
                if (!answer.equals(kamailio.get(step))) {
                    differences.put(step, new Answers(answer, kamailio.get(step)));
                }
            });
        }
        assertThat(differences).isEqualTo(listed());
    }

    private Map<String, String> askKamailio() throws Exception {
        int port = SippPeersTest.freePort();
        String config = Files.readString(Path.of("src/test/resources/peers/kamailio.cfg"));
        Path file = Files.writeString(folder.resolve("kamailio.cfg"), config.replace("PORT", String.valueOf(port)));
        Process process = Peer.KAMAILIO.start(
                folder, "kamailio", "-DD", "-E", "-P", folder + "/pid", "-Y", folder.toString(), "-f", file.toString());
        try {
            for (int i = 0; i < 200 && !Files.exists(folder.resolve("pid")); i++) {
                Thread.sleep(50);
            }
            Thread.sleep(1000);
            return RegistrarProbe.ask(port);
        } finally {
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The rows of the table in the documentation. */
    private static Map<String, Answers> listed() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/sip.md"));
        Map<String, Answers> rows = new LinkedHashMap<>();
        int head = lines.indexOf("| the probe asks | the lab | Kamailio | why |");
        for (String line : lines.subList(head + 2, lines.size())) {
            if (!line.startsWith("| ")) {
                break;
            }
            String[] cells = line.split(" \\| ");
            rows.put(cells[0].substring(2), new Answers(plain(cells[1]), plain(cells[2])));
        }
        return rows;
    }

    private static String plain(String cell) {
        return cell.replace("`", "").strip();
    }
}
