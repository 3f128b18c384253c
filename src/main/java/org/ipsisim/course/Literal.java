package org.ipsisim.course;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.IpsiRole;
import org.ipsisim.history.ServerRole;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.Nearest;

/** An answer that a lesson writes out, such as {@code warm-reset}, {@code 2m} or {@code none}. */
final class Literal {
    private static final String NONE = "none";
    private static final String NEVER = "never";

    private static final List<String> WORDS = Stream.of(
                    Arrays.stream(PnState.values()).map(PnState::key),
                    Arrays.stream(ServerRole.values()).map(ServerRole::key),
                    Arrays.stream(IpsiRole.values()).map(IpsiRole::word))
            .flatMap(words -> words)
            .distinct()
            .toList();

    private Literal() {}

    /**
     * Reads an answer of the same kind as another one.
     *
     * @throws LessonTextError if it is none
     */
    static Answer like(Answer other, String text) throws LessonTextError {
        Optional<? extends Answer> read;
        if (other instanceof Answer.Moment) {
            read = text.equals(NEVER)
                    ? Optional.of(new Answer.Moment(OptionalLong.empty()))
                    : millis(text).map(Answer.Moment::new);
        } else if (other instanceof Answer.Length) {
            read = millis(text).map(Answer.Length::new);
        } else if (other instanceof Answer.Count) {
            read = text.matches("[0-9]{1,9}") ? Optional.of(new Answer.Count(Long.parseLong(text))) : Optional.empty();
        } else if (other instanceof Answer.Cluster cluster) {
            read = cluster(text, cluster.main());
        } else if (other instanceof Answer.Clusters clusters) {
            read = clusters(text, clusters.main());
        } else {
            String word = text.replace(' ', '-');
            read = WORDS.contains(word) ? Optional.of(new Answer.Word(word)) : Optional.empty();
        }
        if (read.isEmpty()) {
            throw new LessonTextError("is no answer to this question", other.kind(), suggestion(other, text));
        }
        return read.get();
    }

    private static Optional<Long> millis(String text) {
        return DurationText.parse(text).map(Duration::toMillis);
    }

    private static Optional<Answer> cluster(String text, int main) {
        if (text.equals(NONE)) {
            return Optional.of(new Answer.Cluster(OptionalInt.empty(), main));
        }
        return text.matches("[1-9][0-9]{0,2}")
                ? Optional.of(new Answer.Cluster(OptionalInt.of(Integer.parseInt(text)), main))
                : Optional.empty();
    }

    private static Optional<Answer> clusters(String text, int main) {
        List<Integer> numbers = new ArrayList<>();
        if (!text.equals(NONE)) {
            for (String number : text.split(",? +")) {
                if (!number.matches("[1-9][0-9]{0,2}")) {
                    return Optional.empty();
                }
                numbers.add(Integer.valueOf(number));
            }
        }
        return Optional.of(new Answer.Clusters(numbers, main));
    }

    private static String suggestion(Answer other, String text) {
        return other instanceof Answer.Word ? Nearest.to(text, WORDS) : DurationText.repair(text);
    }
}
