package org.ipsisim.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipsisim.golden.GoldenFile;
import org.ipsisim.report.RunSection;
import org.ipsisim.scenario.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The JSON Schema of lesson files says what their reader says. */
class LessonSchemaTest {
    private static final Path SHIPPED = Path.of("src/main/resources/org/ipsisim/course/lessons");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String TEXT = LessonKeys.json();
    private static final JsonNode JSON = YAML.readTree(TEXT);
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(TEXT, InputFormat.JSON);

    static Stream<Path> lessons() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("course.yaml"))
                    .filter(file -> !file.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void accepts_each_lesson_that_ships(Path lesson) throws IOException {
        assertThat(SCHEMA.validate(YAML.readTree(Files.readString(lesson)))).isEmpty();
    }

    @Test
    void refuses_the_mistakes_that_show_without_a_run() throws IOException {
        TreeSet<String> onlyTheReader = new TreeSet<>();
        for (Path mistake : OwnLessonTest.mistakes().toList()) {
            if (!isRefused(Files.readString(mistake))) {
                onlyTheReader.add(mistake.getFileName().toString());
            }
        }
        GoldenFile.check(
                GoldenFile.folder("lesson").resolve("only-the-reader-can-tell.txt"),
                String.join("\n", onlyTheReader) + "\n");
    }

    private static boolean isRefused(String text) {
        try {
            return !SCHEMA.validate(YAML.readTree(text)).isEmpty();
        } catch (JacksonException e) {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "/questions/0, /properties/questions/items",
        "/questions/0/wrong/0, /properties/questions/items/properties/wrong/items",
        "/questions/2/choices/0, /properties/questions/items/properties/choices/items",
        "/experiment, /properties/experiment"
    })
    void has_the_keys_of_the_reader_and_says_what_each_means(String place, String inSchema, @TempDir Path directory)
            throws IOException {
        JsonNode lesson = YAML.readTree(Files.readString(SHIPPED.resolve("arbitration.yaml")));
        ((ObjectNode) lesson.at(place)).put("zzzzzz", "x");
        assertThat(SCHEMA.validate(lesson)).isNotEmpty();
        Files.copy(SHIPPED.resolve("arbitration.scenario.yaml"), directory.resolve("arbitration.scenario.yaml"));
        Path file = Files.writeString(directory.resolve("arbitration.yaml"), lesson.toString());

        JsonNode keys = JSON.at(inSchema).get("properties");

        assertThat(new OwnLesson(file).diagnostics())
                .extracting(Diagnostic::allowed)
                .containsExactly(String.join(", ", keys.propertyNames()));
        assertThat(keys.values())
                .allSatisfy(key -> assertThat(key.get("description").asString()).isNotEmpty());
    }

    @Test
    void has_the_words_and_limits_of_the_reader() {
        assertThat(JSON.at("/properties/show/items/enum").values())
                .extracting(JsonNode::asString)
                .containsExactlyElementsOf(
                        Arrays.stream(RunSection.values()).map(RunSection::key).toList());
        JsonNode question = JSON.at("/properties/questions/items/properties");
        assertThat(question.at("/wrong/maxItems").asInt()).isEqualTo(Question.MOST_CHOICES - 1);
        assertThat(question.at("/choices/maxItems").asInt()).isEqualTo(Question.MOST_CHOICES - 1);
    }
}
