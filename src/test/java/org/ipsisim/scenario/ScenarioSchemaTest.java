package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The JSON Schema and the reader agree, except where the schema cannot tell; those files are listed. */
class ScenarioSchemaTest {
    private static final JsonNode JSON = new JsonMapper().readTree(ScenarioSchema.json());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(ScenarioSchema.json(), InputFormat.JSON);
    private static final YAMLMapper YAML = new YAMLMapper();

    static Stream<Path> validFiles() {
        return SampleFiles.list("valid", ".yaml").stream();
    }

    @ParameterizedTest
    @MethodSource("validFiles")
    void accepts_what_the_reader_accepts(Path file) throws IOException {
        assertThat(SCHEMA.validate(YAML.readTree(Files.readString(file)))).isEmpty();
    }

    @Test
    void refuses_what_the_reader_refuses_except_for_the_files_listed() {
        TreeSet<String> onlyTheReader = new TreeSet<>();
        List<String> onlyTheSchema = new ArrayList<>();
        for (SampleFiles.Mistake mistake : SampleFiles.mistakes()) {
            if (mistake.input().startsWith("#")) {
                continue;
            }
            boolean refused =
                    ScenarioReader.read("x", mistake.content(), List.of()).hasErrors();
            boolean refusedBySchema = isRefusedBySchema(mistake.input());
            if (refused && !refusedBySchema) {
                onlyTheReader.add(mistake.name());
            }
            if (refusedBySchema && !refused) {
                onlyTheSchema.add(mistake.name());
            }
        }
        assertThat(onlyTheSchema).isEmpty();
        GoldenFile.check(
                SampleFiles.directory("only-the-reader-can-tell.txt"), String.join("\n", onlyTheReader) + "\n");
    }

    /** Whether the schema finds something, or the file is no YAML document at all for an editor. */
    private static boolean isRefusedBySchema(String text) {
        try {
            return !SCHEMA.validate(YAML.readTree(text)).isEmpty();
        } catch (JacksonException e) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(TimerSetting.class)
    void states_the_default_and_range_of_each_timer(TimerSetting setting) {
        JsonNode timer = at("/properties/timers/properties/" + setting.key());
        String range = DurationText.of(setting.min()) + " to " + DurationText.of(setting.max());

        assertThat(timer.get("default").asString()).isEqualTo(DurationText.of(setting.standard()));
        assertThat(timer.get("description").asString()).contains(range);
        if (setting != TimerSetting.HEARTBEAT_INTERVAL) {
            assertThat(at("/properties/events/items/properties/set-timers/properties/" + setting.key() + "/description")
                            .asString())
                    .contains(range);
        }
    }

    @Test
    void states_what_older_releases_change() {
        assertThat(at("/properties/timers/properties/no-service-timeout/description")
                        .asString())
                .contains(DurationText.of(Release.CM_5.minOf(TimerSetting.NO_SERVICE_TIMEOUT)) + " to 15m before cm-6");
        assertThat(at("/properties/timers/properties/socket-sanity-timeout/description")
                        .asString())
                .contains("Default " + DurationText.of(Release.CM_4.defaultOf(TimerSetting.SOCKET_SANITY_TIMEOUT))
                        + " before cm-5");
    }

    @Test
    void lists_the_words_of_the_model() {
        assertThat(words("/properties/release/enum"))
                .isEqualTo(Stream.of(Release.values()).map(Release::key).toList());
        assertThat(words("/properties/timers/properties/reading/enum"))
                .isEqualTo(Stream.of(EscalationReading.values())
                        .map(EscalationReading::key)
                        .toList());
        assertThat(words("/properties/timers/properties/calls-drop/enum"))
                .isEqualTo(Stream.of(CallsDropReading.values())
                        .map(CallsDropReading::key)
                        .toList());
        assertThat(words("/properties/heartbeat-transport/enum"))
                .isEqualTo(Stream.of(HeartbeatRules.Transport.values())
                        .map(HeartbeatRules.Transport::key)
                        .toList());
        assertThat(words("/properties/expect/items/properties/state/enum"))
                .isEqualTo(Stream.of(PnState.values()).map(PnState::key).toList());
    }

    /** One line for each key: where it stands, whether it must be there or what holds without it, what it means. */
    @Test
    void knows_the_keys_of_format_1() {
        StringBuilder lines = new StringBuilder();
        for (Mapping<?> mapping : ScenarioKeys.ROOT.all()) {
            lines.append(mapping.place()).append('\n');
            for (FormatKey<?> key : mapping.listKeys()) {
                lines.append("  ").append(lineOf(key)).append('\n');
            }
        }
        GoldenFile.check(SampleFiles.directory("keys.txt"), lines.toString());
    }

    private static <V> String lineOf(FormatKey<V> key) {
        String standard = key.isRequired()
                ? " (required)"
                : key.standard()
                        .map(value -> " (" + key.form().written(value, new Written(1)) + ")")
                        .orElse("");
        return key.name() + standard + ": " + key.meaning();
    }

    @Test
    void has_the_limits_of_the_reader() {
        assertThat(at("/definitions/duration/pattern").asString()).isEqualTo(DurationText.PATTERN);
        assertThat(at("/definitions/name/maxLength").asInt()).isEqualTo(Limits.NAME_LENGTH);
        assertThat(at("/properties/title/maxLength").asInt()).isEqualTo(Limits.TITLE_LENGTH);
        assertThat(at("/properties/description/maxLength").asInt()).isEqualTo(Limits.DESCRIPTION_LENGTH);
        assertThat(at("/properties/sites/maxItems").asInt()).isEqualTo(Limits.SITES);
        assertThat(at("/properties/links/maxItems").asInt()).isEqualTo(Limits.LINKS);
        assertThat(at("/properties/events/maxItems").asInt()).isEqualTo(Limits.EVENTS);
        assertThat(at("/properties/expect/maxItems").asInt()).isEqualTo(Limits.EXPECTATIONS);
        assertThat(at("/properties/port-networks/maxItems").asInt()).isEqualTo(Estate.MAX_PORT_NETWORKS);
        assertThat(at("/properties/servers/properties/survivable-cores/maxItems")
                        .asInt())
                .isEqualTo(Estate.MAX_SURVIVABLE_CORES);
        assertThat(at("/properties/servers/properties/survivable-remotes/maxItems")
                        .asInt())
                .isEqualTo(Limits.SURVIVABLE_REMOTES);
        assertThat(at("/properties/events/items/properties/times/maximum").asInt())
                .isEqualTo(Limits.FLAP_TIMES);
        assertThat(at("/properties/events/items/properties/full-load/maximum").asInt())
                .isEqualTo(Limits.CALLS);
        assertThat(at("/properties/links/items/properties/bursts/properties/bad/description")
                        .asString())
                .contains(DurationText.of(Limits.SHORTEST_BURST));
        assertThat(at("/properties/events/items/properties/every/description").asString())
                .contains(DurationText.of(Limits.SHORTEST_CONGESTION_PERIOD));
        assertThat(at("/properties/port-networks/items/properties/calls/properties/pn/maximum")
                        .asInt())
                .isEqualTo(Limits.CALLS);
        assertThat(at("/properties/expect/items/properties/priority-list/maxItems")
                        .asInt())
                .isEqualTo(Limits.PRIORITY_LIST);
    }

    @Test
    void describes_every_key_for_editors() {
        List<String> undescribed = new ArrayList<>();
        collectUndescribed("", JSON, undescribed);
        assertThat(undescribed).isEmpty();
    }

    private static void collectUndescribed(String path, JsonNode node, List<String> undescribed) {
        JsonNode properties = node.path("properties");
        boolean isCondition = path.endsWith("/if") || path.endsWith("/then") || path.contains("/if/");
        if (!isCondition) {
            for (var entry : properties.properties()) {
                if (!entry.getValue().has("description")) {
                    undescribed.add(path + "/" + entry.getKey());
                }
            }
        }
        for (var entry : node.properties()) {
            collectUndescribed(path + "/" + entry.getKey(), entry.getValue(), undescribed);
        }
    }

    private static List<String> words(String pointer) {
        List<String> words = new ArrayList<>();
        at(pointer).forEach(word -> words.add(word.asString()));
        return words;
    }

    private static JsonNode at(String pointer) {
        JsonNode node = JSON.at(pointer);
        assertThat(node.isMissingNode()).as(pointer).isFalse();
        return node;
    }

    @Test
    void over_every_key_an_editor_shows_what_this_key_means() {
        List<String> shown = new ArrayList<>();
        addHovers(JSON, shown);
        assertThat(shown)
                .hasSizeGreaterThan(150)
                .contains("latency: One-way delay. 0s to 1m.", "fail: What fails.")
                .noneMatch(hover -> hover.endsWith(": "));
    }

    /** Each key with the description that yaml-language-server shows: that of the innermost schema that the value fits. */
    private static void addHovers(JsonNode schema, List<String> shown) {
        if (schema.path("properties").isObject() && schema.has("additionalProperties")) {
            schema.get("properties").propertyStream().forEach(key -> {
                List<String> descriptions = new ArrayList<>();
                addDescriptions(key.getValue(), descriptions);
                assertThat(descriptions).as(key.getKey()).hasSize(1);
                shown.add(key.getKey() + ": " + descriptions.get(0));
            });
        }
        schema.forEach(child -> addHovers(child, shown));
    }

    private static void addDescriptions(JsonNode schema, List<String> descriptions) {
        if (schema.has("description")) {
            descriptions.add(schema.get("description").asString());
        }
        if (schema.has("$ref")) {
            addDescriptions(JSON.at(schema.get("$ref").asString().substring(1)), descriptions);
        }
        for (String combined : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(combined).forEach(part -> addDescriptions(part, descriptions));
        }
    }
}
