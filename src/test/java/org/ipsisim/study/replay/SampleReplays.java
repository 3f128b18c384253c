package org.ipsisim.study.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.ipsisim.estate.Targets;
import org.ipsisim.study.Branch;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;

/** Replays of outages of a branch, for reports to show. */
public final class SampleReplays {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final String SPRING = """
            Host,Down,Up
            wan,2025-03-07 10:00:00,2025-03-07 10:00:12
            wan,2025-03-07 15:05:00,2025-03-07 15:06:30
            branch,2025-03-30 01:55:00,2025-03-30 03:10:00
            wan,2025-03-30 01:55:10,2025-03-30 03:12:00
            pn-1,2025-04-02 22:00:00,2025-04-02 22:01:25
            wan,2025-04-11 08:30:00,2025-04-11 08:34:40
            wan,2025-05-01 12:00:00,
            """;

    private SampleReplays() {}

    /** The outages of a spring as it stands. */
    public static Replay alone(ParallelRuns runs) {
        return replay(SPRING, Optional.empty(), runs);
    }

    /** The same against a shorter no-service time-out. */
    public static Replay compared(ParallelRuns runs) {
        return replay(SPRING, Optional.of(variant("timers.no-service-timeout=2m")), runs);
    }

    /** Two short silences, which cost nothing, in two years. */
    public static Replay forNothing(ParallelRuns runs) {
        return replay(
                "Host,Down,Up\nwan,2024-12-31 23:00,2024-12-31 23:00:05\nwan,2025-01-01 10:00,2025-01-01 10:00:05\n",
                Optional.empty(),
                runs);
    }

    private static Variant variant(String... settings) {
        return Branch.variant(Branch.with(), settings);
    }

    private static Replay replay(String rows, Optional<Variant> b, ParallelRuns runs) {
        Variant a = variant();
        IncidentReader.Result file = new IncidentReader(
                        "spring.csv",
                        RecordOptions.of(new TimeStamp(Optional.of(BERLIN), Optional.empty())),
                        Targets.of(a.scenario().estate()))
                .read(rows.getBytes(StandardCharsets.UTF_8));
        assertThat(file.problems()).isEmpty();
        try {
            return Replay.of(ReplayPlan.of(a, b, file.incidents(), Optional.empty(), BERLIN), runs);
        } catch (WrongPlan e) {
            throw new IllegalStateException(e);
        }
    }
}
