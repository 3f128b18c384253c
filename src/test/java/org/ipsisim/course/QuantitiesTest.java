package org.ipsisim.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.estate.Element;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.Detail;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What lessons can ask of a run, by name. */
class QuantitiesTest {
    /** Contact ends at 59s, warm 1m14s, cold 2m14s, core 10 asked at 7m14s; back under the main at 12m. */
    private static final History RUN = run("""
            title: Lab
            duration: 20m
            sites: [hq, branch]
            links: [{id: wan, between: [hq, branch]}]
            servers: {main: {site: hq, duplex: y}, survivable-cores: [{cluster: 10, site: branch}]}
            port-networks: [{pn: 1, site: branch, ipsis: duplicated, calls: {pn: 40, ip: 10}}, {pn: 2}]
            sip:
              settings: {phase: together}
              session-managers: [{name: sm-1, site: hq}, {name: sm-2, site: branch}]
              phones: [{name: desk, site: branch, extensions: 1-10, controllers: [sm-1, sm-2]}]
              voicemail: [{name: mm-1, site: hq, extension: 7000}]
              calls: [{name: voicemail, at: 10s, from: 1, to: 7000, lost: [6]}]
            events:
              - {at: 1m, fail: wan, for: 10m}
              - {at: 12m, forced-takeover: 1, port-networks: all}
            """);

    private static History run(String yaml) {
        return Simulation.run(
                ScenarioReader.read("lab.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of())
                        .scenario()
                        .orElseThrow(),
                Detail.HEARTBEATS,
                KeptPhones.watching("desk", 1));
    }

    private static String of(String quantity) throws LessonTextError {
        return Quantity.read(quantity).in(RUN).text();
    }

    static Stream<String> examples() {
        return QuantityForm.examples().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "state of pn-1 at 80s, warm reset",
        "state of pn-1 at 20m, in service",
        "controller of pn-1 at 8m, core 10",
        "controller of pn-2 at 8m, the main",
        "calls dropped of pn-1, 40",
        "calls dropped, 40",
        "phones limbo of desk at 80s, 10",
        "phones in service of desk on sm-1 at 80s, 0",
        "phones no call processing of desk on sm-2 at 2m, 10",
        "longest outage of desk, 6m14s",
        "phones affected of desk, 10",
        "refused of sm-1, 0",
        "stale bindings of sm-2, 0",
        "time of the link failed of wan + 30s, 1m30s",
        "number of sip-lost of desk, 1",
        "calls dropped of pn-1 from 2m to 3m, 40",
        "calls dropped of pn-1 from 3m to 20m, 0",
        "outage of pn-1, 7m",
        "outage, 7m",
        "warm resets of pn-1, 1",
        "time in warm reset of pn-1, 1m",
        "start of the warm reset of pn-1, 1m14s",
        "end of the last restarting of pn-1, 13m",
        "end of the down of pn-1, never",
        "last contact of ipsi-1a, 59s",
        "last contact of ipsi-1a before 2m, 59s",
        "last contact of pn-1, never",
        "last contact of pn-2, never",
        "longest silence of pn-1, 1m15s",
        "server asked first by pn-1, core 10",
        "server asked second by pn-1, no server",
        "list of ipsi-1a at 0s, 'the main, core 10'",
        "role of ipsi-1b at 2s, standby",
        "role of main-b at 2s, standby",
        "role of sc-10 at 12m30s, resetting",
        "number of major alarms, 3",
        "number of alarms EXP-PN of pn-1, 1",
        "number of major alarms at 3m, 2",
        "time of the first alarm EXP-PN of pn-1, 2m14s",
        "time of the alarm ARB, never",
        "heartbeats to pn-1 from 10s to 20s, 60",
        "heartbeats to ipsi-1a from 10s to 20s, 30",
        "heartbeats lost to ipsi-1a, 1320",
        "time of the cold reset of pn-1, 2m14s",
        "time of the second cold reset of pn-1, never",
        "time of the last in-service of pn-1, 13m",
        "number of warm resets of pn-1, 1",
        "number of cold resets, 1",
        "number of link failed of wan, 1",
        "number of server interchanges, 0",
        "messages in voicemail, 20",
        "messages PRACK in voicemail, 3",
        "messages lost PRACK in voicemail, 1",
        "messages 180 in voicemail, 4",
        "messages CANCEL in voicemail, 0",
        "time of the first message INVITE in voicemail, 10s",
        "time of the second message 100 in voicemail, never",
        "CSeq of the last message BYE in voicemail, 3",
        "messages REGISTER in 1, 12",
        "socket-sanity-timeout, 15s",
        "time of the link failed of wan + socket-sanity-timeout, 1m15s",
        "time of the link restored of wan - time of the link failed of wan, 10m",
        "5 + 3 - 1, 7",
        "1m + 30s, 1m30s",
        "time of the alarm ARB + 5s, never",
    })
    void names_what_the_run_gives(String quantity, String value) throws LessonTextError {
        assertThat(of(quantity)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_form_has_an_example_that_can_be_read(String example) throws LessonTextError {
        assertThat(of(example)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_form_is_documented(String example) throws Exception {
        assertThat(Files.readString(Path.of("docs", "lessons.md"))).contains("`" + example + "`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "messages in voicemial | names `voicemial`, which is not in the scenario",
                "messages in 2 | names `2`, which is not in the scenario",
                "sate of pn-1 at 80s | is not a quantity of a run",
                "state of pn-3 at 80s | names `pn-3`, which is not in the scenario",
                "state of pn-1 at 80 | holds `80`, which is not a time",
                "state of pn-1 at 21m | asks for a time after the end of the run",
                "list of ipsi-2b at 0s | names `ipsi-2b`, which is not in the scenario",
                "role of main-c at 0s | names `main-c`, which is not in the scenario",
                "time of the old reset of pn-1 | asks for `old reset`, which is not an event of a run",
                "time of the cold reset of lan | names `lan`, which is not in the scenario",
                "calls dropped + 5s | adds or subtracts things of different kinds",
                "state of pn-1 at 80s + 5s | adds or subtracts things of different kinds",
                "time of the alarm ARB - time of the link failed of wan | subtracts times, one of which never comes",
            })
    void says_what_is_wrong(String quantity, String message) {
        assertThatThrownBy(() -> of(quantity))
                .isInstanceOf(LessonTextError.class)
                .hasMessage(message);
    }

    @Test
    void knows_every_type_of_the_trace() {
        List<String> types = new ArrayList<>();
        for (Class<?> kind : kinds()) {
            for (Element element : Element.values()) {
                types.add(typeOf(kind, element));
            }
        }
        assertThat(Happening.types())
                .containsExactlyInAnyOrderElementsOf(types.stream().distinct().toList());
    }

    private static List<Class<?>> kinds() {
        return Stream.<Class<?>>of(
                        NetworkHappening.class,
                        PnHappening.class,
                        ServerHappening.class,
                        CommandHappening.class,
                        PhoneHappening.class)
                .flatMap(part -> Stream.of(part.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .toList();
    }

    private static String typeOf(Class<?> kind, Element element) {
        Constructor<?> constructor = kind.getDeclaredConstructors()[0];
        Object[] values = Arrays.stream(constructor.getParameterTypes())
                .map(type -> type == Element.class ? element : blank(type))
                .toArray();
        try {
            return ((Happening) constructor.newInstance(values)).type();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object blank(Class<?> type) {
        if (type == long.class) {
            return 0L;
        }
        if (type == int.class) {
            return 0;
        }
        return type == boolean.class ? (Object) false : "";
    }

    @ParameterizedTest
    @CsvSource({
        "calls dropped = 40, true",
        "calls dropped != 40, false",
        "calls dropped > 39, true",
        "calls dropped <= 39, false",
        "time of the cold reset of pn-1 < 3m, true",
        "time of the cold reset of pn-1 >= 134s, true",
        "time of the second cold reset of pn-1 = never, true",
        "time of the second cold reset of pn-1 > 1s, false",
        "controller of pn-1 at 8m = 10, true",
        "controller of pn-1 at 8m != controller of pn-2 at 8m, true",
        "server asked second by pn-1 = none, true",
        "state of pn-1 at 80s = warm-reset, true",
        "state of pn-1 at 80s = warm reset, true",
        "list of ipsi-1a at 0s = 1 10, true",
        "list of ipsi-1a at 0s = none, false",
        "outage of pn-1 = 7m, true",
    })
    void a_condition_holds_or_not(String condition, boolean holds) throws LessonTextError {
        assertThat(Condition.read(condition).holdsIn(RUN)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls dropped | is not a comparison",
                "calls dropped = many | compares with `many`",
                "calls dropped = 5s | compares with `5s`",
                "state of pn-1 at 80s = worm-reset | compares with `worm-reset`",
            })
    void a_condition_that_means_nothing_is_refused(String condition, String message) {
        assertThatThrownBy(() -> Condition.read(condition).holdsIn(RUN))
                .isInstanceOf(LessonTextError.class)
                .hasMessage(message);
    }

    @Test
    void prose_speaks_of_a_run_and_of_the_one_before() throws LessonTextError {
        assertThat(Prose.of("Cold at {time of the cold reset of pn-1}, {was calls dropped} calls.", RUN, RUN))
                .isEqualTo("Cold at 2m14s, 40 calls.");
        assertThatThrownBy(() -> Prose.of("{calls}", RUN, RUN)).isInstanceOf(LessonTextError.class);
    }
}
