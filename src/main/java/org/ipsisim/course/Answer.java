package org.ipsisim.course;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.IpsiRole;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.Nearest;

/** The value of a quantity in a run; two answers are equal if they say the same. */
public sealed interface Answer {
    /** The answer as a question shows it. */
    String text();

    /** What kind of answer it is, in words, with an example. */
    String kind();

    /** An answer of the same kind, as a lesson writes it; empty if the text is not one. */
    Optional<? extends Answer> like(String text);

    /** The text of this kind that is nearest to a wrong one; empty if there is none. */
    default String nearest(String text) {
        return DurationText.repair(text);
    }

    /** Its size, where answers of this kind have one; empty also for what never happens. */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /** A point in time in milliseconds from the start; empty for what never happens. */
    record Moment(OptionalLong at) implements Answer {
        /** What never happens. */
        public static final Moment NEVER = new Moment(OptionalLong.empty());

        /** A point in time that there is. */
        public Moment(long at) {
            this(OptionalLong.of(at));
        }

        /** A point in time, or never. */
        public static Moment of(Optional<Long> at) {
            return at.map(Moment::new).orElse(NEVER);
        }

        @Override
        public String text() {
            return at.isEmpty() ? "never" : Words.duration(at.getAsLong());
        }

        @Override
        public String kind() {
            return "a time such as `1m14s`, or `never`";
        }

        @Override
        public Optional<Moment> like(String text) {
            return text.equals("never")
                    ? Optional.of(NEVER)
                    : DurationText.parse(text).map(Duration::toMillis).map(Moment::new);
        }

        @Override
        public OptionalLong size() {
            return at;
        }
    }

    /** A length of time in milliseconds. */
    record Length(long millis) implements Answer {
        @Override
        public String text() {
            return Words.duration(millis);
        }

        @Override
        public String kind() {
            return "a length of time such as `90s`";
        }

        @Override
        public Optional<Length> like(String text) {
            return DurationText.parse(text).map(Duration::toMillis).map(Length::new);
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(millis);
        }
    }

    /** A number. */
    record Count(long number) implements Answer {
        @Override
        public String text() {
            return String.valueOf(number);
        }

        @Override
        public String kind() {
            return "a whole number";
        }

        @Override
        public Optional<Count> like(String text) {
            return text.matches("[0-9]{1,9}") ? Optional.of(new Count(Long.parseLong(text))) : Optional.empty();
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(number);
        }
    }

    /**
     * A cluster.
     *
     * @param number of the cluster; empty for none
     * @param main the cluster number of the main servers
     */
    record Cluster(OptionalInt number, int main) implements Answer {
        @Override
        public String text() {
            return number.isEmpty() ? "no server" : Words.clusterName(number.getAsInt(), main);
        }

        @Override
        public String kind() {
            return "the number of a cluster, or `none`";
        }

        @Override
        public Optional<Cluster> like(String text) {
            if (text.equals("none")) {
                return Optional.of(new Cluster(OptionalInt.empty(), main));
            }
            return text.matches("[1-9][0-9]{0,2}")
                    ? Optional.of(new Cluster(OptionalInt.of(Integer.parseInt(text)), main))
                    : Optional.empty();
        }
    }

    /**
     * A priority list.
     *
     * @param clusters their numbers, best first
     * @param main the cluster number of the main servers
     */
    record Clusters(List<Integer> clusters, int main) implements Answer {
        /** Keeps a copy of the list. */
        public Clusters {
            clusters = List.copyOf(clusters);
        }

        @Override
        public String text() {
            return clusters.isEmpty()
                    ? "nobody"
                    : clusters.stream()
                            .map(cluster -> Words.clusterName(cluster, main))
                            .collect(Collectors.joining(", "));
        }

        @Override
        public String kind() {
            return "numbers of clusters, best first, such as `1 10 20`, or `none`";
        }

        @Override
        public Optional<Clusters> like(String text) {
            List<Integer> numbers = new ArrayList<>();
            if (!text.equals("none")) {
                for (String number : text.split(",? +")) {
                    if (!number.matches("[1-9][0-9]{0,2}")) {
                        return Optional.empty();
                    }
                    numbers.add(Integer.valueOf(number));
                }
            }
            return Optional.of(new Clusters(numbers, main));
        }
    }

    /** A state or a role, by its word in results, such as {@code warm-reset}. */
    record Word(String key) implements Answer {
        private static final List<String> WORDS = Stream.of(
                        Arrays.stream(PnState.values()).map(PnState::key),
                        Arrays.stream(ServerRole.values()).map(ServerRole::key),
                        Arrays.stream(IpsiRole.values()).map(IpsiRole::word))
                .flatMap(words -> words)
                .distinct()
                .toList();

        @Override
        public String text() {
            return key.replace('-', ' ');
        }

        @Override
        public String kind() {
            return "a state or a role such as `warm-reset`";
        }

        @Override
        public Optional<Word> like(String text) {
            return Optional.of(text.replace(' ', '-')).filter(WORDS::contains).map(Word::new);
        }

        @Override
        public String nearest(String text) {
            return Nearest.to(text, WORDS);
        }
    }
}
