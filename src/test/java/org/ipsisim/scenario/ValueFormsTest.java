package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of single values: durations, shares, ranges of port networks, words that are nearly right. */
class ValueFormsTest {
    @ParameterizedTest
    @CsvSource({
        "250ms, 250",
        "15s, 15000",
        "1m30s, 90000",
        "2h, 7200000",
        "1d, 86400000",
        "0s, 0",
        "1d2h3m4s5ms, 93784005",
        "90m, 5400000",
        "1m1ms, 60001",
        "0001s, 1000",
        "3650d, 315360000000"
    })
    void reads_durations(String text, long millis) {
        assertThat(DurationText.parse(text)).contains(Duration.ofMillis(millis));
        assertThat(text).matches(DurationText.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "15", "s", "ms", "-5s", "+5s", "1.5h", "15 s", " 15s", "15S", "5s1m", "1m1m", "1ms1s", "5sec", "٣s",
                "1s,", "PT15S", "1h30"
            })
    void refuses_what_is_no_duration(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
        assertThat(text).doesNotMatch(DurationText.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3651d",
                "9999999999999999999999d",
                "106751991168d",
                "9223372036854775807ms",
                "3650d1ms",
                "87601h"
            })
    void durations_above_ten_years_never_overflow(String text) {
        assertThat(DurationText.parse(text)).contains(Limits.LONGEST.plusMillis(1));
    }

    @ParameterizedTest
    @CsvSource({"2m14.02s, 134020", "0.5s, 500", "7m14s, 434000", "1h0.001s, 3600001", "20ms, 20"})
    void reads_durations_as_results_show_them(String text, long millis) {
        assertThat(DurationText.parseShown(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5h", "1.s", ".5s", "1.0001s", "1.2.3s", "1.5s20ms", "s.5s", ""})
    void refuses_what_results_do_not_show(String text) {
        assertThat(DurationText.parseShown(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0s", "1, 1ms", "1000, 1s", "61000, 1m1s", "93784005, 1d2h3m4s5ms", "3600000, 1h"})
    void writes_durations(long millis, String text) {
        assertThat(DurationText.of(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "15, 15s",
        "90, 90s",
        "1.5h, 1h30m",
        "0.25s, 250ms",
        "15 s, 15s",
        "20 Minutes, 20m",
        "2hrs, 2h",
        "15S, 15s",
        "1 h 30 min, 1h30m",
        "1h30, 1h30m",
        "8m12, 8m12s",
        "2m14.02s, 2m14s20ms",
        "2:14, 2m14s",
        "1:02:14.5, 1h2m14s500ms"
    })
    void repairs_durations(String text, String meant) {
        assertThat(DurationText.repair(text)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "5 parsecs", "1.5.2h", "-5s", "99999999999999999", "1..5h", ".h", "1.5", "5s 1m"})
    void repairs_nothing_else_than_durations(String text) {
        assertThat(DurationText.repair(text))
                .satisfies(r -> assertThat(r.isEmpty() || DurationText.parse(r).isPresent())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "30%, 0.3",
        "0.3, 0.3",
        "0%, 0",
        "100%, 1",
        "12.5%, 0.125",
        "1, 1",
        "29%, 0.29",
        "-5%, -0.05",
        "130%, 1.3"
    })
    void reads_shares(String text, double share) {
        assertThat(ShareForm.parsePercent(text)).hasValue(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "some", "1e3", "0.3.1", "5 %", ".5", "5.", "+5%", "0x10", "NaN", "--1"})
    void refuses_what_is_no_share(String text) {
        assertThat(ShareForm.parsePercent(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 3", "2-5, 2, 5", "2 - 5, 2, 5", "007, 7, 7", "5-2, 5, 2", "0-99, 0, 99"})
    void reads_ranges(String text, int first, int last) {
        assertThat(NumberRange.parse(text)).contains(new NumberRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "2-", "-2", "1-2-3", "a", "9999999999999999999", "1,2", "1..2"})
    void refuses_what_is_no_range(String text) {
        assertThat(NumberRange.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sede, seed",
        "noServiceTimeout, no-service-timeout",
        "no_service_timeout, no-service-timeout",
        "No Service Timeout, no-service-timeout",
        "titel, title",
        "tile, title"
    })
    void finds_the_nearest_word(String word, String nearest) {
        assertThat(Nearest.to(
                        word,
                        ScenarioKeys.ROOT.keys().contains(nearest)
                                ? ScenarioKeys.ROOT.keys()
                                : new TimersKeys().keys()))
                .isEqualTo(nearest);
    }

    @Test
    void finds_no_word_for_something_else() {
        assertThat(Nearest.to("weather", ScenarioKeys.ROOT.keys())).isEmpty();
        assertThat(Nearest.to("", ScenarioKeys.ROOT.keys())).isEmpty();
        assertThat(Nearest.to("x".repeat(10_000), List.of("x".repeat(10_001)))).isEmpty();
    }
}
