package org.ipsisim.ladder;

import java.util.List;
import org.ipsisim.sip.capture.PcapFile;

/** A ladder as a capture of raw IP packets, as if it had been taken at the session manager: what got lost on the way is left out. */
public final class LadderCapture {
    /** The beginning of the run on the clock of the capture: 1 January 2016, in seconds since 1970. */
    static final long START = 1_451_606_400;

    private LadderCapture() {}

    /** The bytes of the pcap file. */
    public static byte[] of(Ladder ladder) {
        List<PcapFile.Sent> sent = ladder.arrows().stream()
                .map(Ladder.Arrow::transfer)
                .filter(transfer -> !transfer.isLost())
                .map(transfer -> new PcapFile.Sent(
                        START * 1_000_000 + 1000 * transfer.sentAt(),
                        transfer.from().host(),
                        transfer.from().port(),
                        transfer.to().host(),
                        transfer.to().port(),
                        transfer.to().transport().isReliable(),
                        transfer.message().bytes()))
                .toList();
        return PcapFile.write(sent);
    }
}
