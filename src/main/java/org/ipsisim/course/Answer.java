package org.ipsisim.course;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ipsisim.history.Words;

/** What a quantity of a run comes to; two answers are equal if they say the same. */
public sealed interface Answer {
    /** The answer as a question shows it. */
    String text();

    /** What kind of answer it is, in words, with an example. */
    String kind();

    /** Its size, where answers of this kind have one; empty also for what never happened. */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /** A point in time in milliseconds from the start; empty for what never happened. */
    record Moment(OptionalLong at) implements Answer {
        /** A point in time that there is. */
        public Moment(long at) {
            this(OptionalLong.of(at));
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
    }

    /** A state or a role, by its word in results, such as {@code warm-reset}. */
    record Word(String key) implements Answer {
        @Override
        public String text() {
            return key.replace('-', ' ');
        }

        @Override
        public String kind() {
            return "a state or a role such as `warm-reset`";
        }
    }
}
