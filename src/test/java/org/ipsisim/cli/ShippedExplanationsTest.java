package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code ipsisim explain} says of the worst moment of each shipped scenario is what a person has read;
 * {@code -DupdateGolden=true} writes it anew.
 */
class ShippedExplanationsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/explain");

    private static Stream<String> stems() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replaceFirst("[.]yaml$", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("stems")
    void an_explanation_reads_as_it_did(String stem) {
        Outcome outcome = Outcome.of("explain", "scenarios/" + stem + ".yaml");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
        check(GOLDEN.resolve(stem + ".txt"), outcome.out());
    }

    private static void check(Path golden, String actual) {
        try {
            if ("true".equals(System.getProperty("updateGolden"))) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
