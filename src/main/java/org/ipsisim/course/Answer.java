package org.ipsisim.course;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.IpsiRole;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.Nearest;

/**
 * The value of a quantity in a run.
 *
 * @param kind what kind of answer it is
 * @param text the answer as a question shows it
 * @param size milliseconds or a number, where answers of this kind have a size; empty also for what never happens
 */
public record Answer(Kind kind, String text, OptionalLong size) {
    /** A time that never comes. */
    public static final Answer NEVER = new Answer(Kind.MOMENT, "never", OptionalLong.empty());

    private static final String NUMBER = "[1-9][0-9]{0,2}";
    private static final List<String> WORDS = Stream.of(
                    Arrays.stream(PnState.values()).map(PnState::key),
                    Arrays.stream(ServerRole.values()).map(ServerRole::key),
                    Arrays.stream(IpsiRole.values()).map(IpsiRole::word))
            .flatMap(words -> words)
            .distinct()
            .toList();

    private interface Reader {
        Optional<Answer> read(String text, int main);
    }

    /** What kind of answer it is. */
    public enum Kind {
        /** A point in time, or never. */
        MOMENT(
                "a time such as `1m14s`, or `never`",
                (text, main) ->
                        text.equals("never") ? Optional.of(NEVER) : millis(text).map(Answer::moment)),
        /** A length of time. */
        LENGTH("a length of time such as `90s`", (text, main) -> millis(text).map(Answer::length)),
        COUNT(
                "a whole number",
                (text, main) ->
                        text.matches("[0-9]{1,9}") ? Optional.of(count(Long.parseLong(text))) : Optional.empty()),
        CLUSTER("the number of a cluster, or `none`", Answer::readCluster),
        /** A priority list. */
        CLUSTERS("numbers of clusters, best first, such as `1 10 20`, or `none`", Answer::readClusters),
        /** A state or a role, by its word in results. */
        WORD(
                "a state or a role such as `warm-reset`",
                (text, main) -> Optional.of(text.replace(' ', '-'))
                        .filter(WORDS::contains)
                        .map(Answer::word));

        private final String words;
        private final Reader reader;

        Kind(String words, Reader reader) {
            this.words = words;
            this.reader = reader;
        }

        /** What answers of this kind look like, with an example. */
        String words() {
            return words;
        }

        /**
         * An answer as a lesson writes it, such as {@code warm-reset}, {@code 2m} or {@code none}.
         *
         * @param main the cluster number of the main servers
         * @throws LessonTextError if the text is not an answer of this kind
         */
        Answer read(String text, int main) throws LessonTextError {
            Optional<Answer> read = reader.read(text, main);
            if (read.isEmpty()) {
                String nearest = this == WORD ? Nearest.to(text, WORDS) : DurationText.repair(text);
                throw new LessonTextError("is not an answer to this question", words, nearest);
            }
            return read.get();
        }
    }

    /** A point in time in milliseconds from the start. */
    public static Answer moment(long at) {
        return new Answer(Kind.MOMENT, Words.duration(at), OptionalLong.of(at));
    }

    /** A point in time, or never. */
    public static Answer moment(Optional<Long> at) {
        return at.map(Answer::moment).orElse(NEVER);
    }

    /** A length of time in milliseconds. */
    public static Answer length(long millis) {
        return new Answer(Kind.LENGTH, Words.duration(millis), OptionalLong.of(millis));
    }

    /** A number. */
    public static Answer count(long number) {
        return new Answer(Kind.COUNT, String.valueOf(number), OptionalLong.of(number));
    }

    /**
     * A cluster.
     *
     * @param number of the cluster; empty for none
     * @param main the cluster number of the main servers
     */
    public static Answer cluster(Optional<Integer> number, int main) {
        String text = number.map(cluster -> Words.clusterName(cluster, main)).orElse("no server");
        return new Answer(Kind.CLUSTER, text, OptionalLong.empty());
    }

    /** A priority list, best first. */
    static Answer clusters(List<Integer> clusters, int main) {
        String names = clusters.stream()
                .map(cluster -> Words.clusterName(cluster, main))
                .collect(Collectors.joining(", "));
        return new Answer(Kind.CLUSTERS, names.isEmpty() ? "nobody" : names, OptionalLong.empty());
    }

    /** A state or a role, by its word in results, such as {@code warm-reset}. */
    public static Answer word(String key) {
        return new Answer(Kind.WORD, key.replace('-', ' '), OptionalLong.empty());
    }

    private static Optional<Long> millis(String text) {
        return DurationText.parse(text).map(Duration::toMillis);
    }

    private static Optional<Answer> readCluster(String text, int main) {
        boolean isNone = text.equals("none");
        return isNone || text.matches(NUMBER)
                ? Optional.of(cluster(isNone ? Optional.empty() : Optional.of(Integer.valueOf(text)), main))
                : Optional.empty();
    }

    private static Optional<Answer> readClusters(String text, int main) {
        List<Integer> numbers = new ArrayList<>();
        if (!text.equals("none")) {
            for (String number : text.split(",? +")) {
                if (!number.matches(NUMBER)) {
                    return Optional.empty();
                }
                numbers.add(Integer.valueOf(number));
            }
        }
        return Optional.of(clusters(numbers, main));
    }

    /**
     * This answer and another one added up, or the difference between them.
     *
     * @param sign 1 or -1
     * @throws LessonTextError if they do not fit together
     */
    Answer plus(Answer other, int sign) throws LessonTextError {
        boolean between = kind == Kind.MOMENT && other.kind == Kind.MOMENT && sign < 0;
        boolean moves = kind == Kind.MOMENT && other.kind == Kind.LENGTH;
        boolean alike = kind == other.kind && (kind == Kind.LENGTH || kind == Kind.COUNT);
        if (!between && !moves && !alike) {
            throw new LessonTextError(
                    "adds or subtracts things of different kinds",
                    "a time and a length of time; two lengths of time; two numbers; a time minus a time");
        }
        if (size.isEmpty() || other.size.isEmpty()) {
            if (moves) {
                return this;
            }
            throw new LessonTextError("subtracts times, one of which never comes", "times that come");
        }
        long sum = size.getAsLong() + sign * other.size.getAsLong();
        return between ? length(sum) : moves ? moment(sum) : kind == Kind.COUNT ? count(sum) : length(sum);
    }
}
