package org.ipsisim.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ipsisim.study.WrongPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "60s..2m:20s | 1m 1m20s 1m40s 2m",
                "2m..15m:5m | 2m 7m 12m",
                "1s..2s:250ms | 1s 1s250ms 1s500ms 1s750ms 2s",
                "1..4 | 1 2 3 4",
                "0..100:25 | 0 25 50 75 100",
                "-2..2:2 | -2 0 2",
                "0.1..0.3:0.1 | 0.1 0.2 0.3",
                "0%..5%:2.5% | 0% 2.5% 5%",
                "60s,90s,120s | 60s 90s 120s",
                "serial, all-from-loss | serial all-from-loss",
                "5m..5m:1m | 5m",
                "wan-2 | wan-2"
            })
    void values_come_as_a_list_or_a_range(String text, String values) throws WrongPlan {
        assertThat(Axis.parse("timers.x=" + text)).isEqualTo(new Axis("timers.x", List.of(values.split(" "))));
    }

    @Test
    void commas_within_brackets_belong_to_a_value() throws WrongPlan {
        assertThat(Axis.parse("events=[],[{at: 1m, fail: wan}]").values())
                .containsExactly("[]", "[{at: 1m, fail: wan}]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "k | 'k' is not KEY=VALUES",
                "=5s | is not KEY=VALUES",
                "k= | k=: there is no value",
                "k=1,,2 | a value is missing between two commas",
                "k=1,2,1 | '1' is given twice",
                "k=2m..15m | a step is missing, as in 2m..15m:10s",
                "k=2m..15m:1 | the step '1' is not a duration; did you mean 1s?",
                "k=2m..15m:0s | the step must be more than 0",
                "k=15m..2m:1m | the range is empty: its start is above its end",
                "k=0%..5% | a step is missing, as in 0%..5%:1%",
                "k=0.1..0.5 | a step is missing",
                "k=1..5:x | the step 'x' is not a number",
                "k=2m..7:1m | '2m' and '7' are not two durations, two numbers or two percentages",
                "k=0s..300h:1ms | 1 080 000 001 values are more than 100 000",
                "k=1..1000000000 | 1 000 000 000 values are more than 100 000"
            })
    void what_is_no_axis_is_refused_with_the_reason(String text, String message) {
        assertThatThrownBy(() -> Axis.parse(text)).isInstanceOf(WrongPlan.class).hasMessageContaining(message);
    }

    @Test
    void the_common_part_of_a_key_is_left_out_of_its_name() {
        assertThat(new Axis("timers.no-service-timeout", List.of("2m")).name()).isEqualTo("no-service-timeout");
        assertThat(new Axis("duration", List.of("2m")).name()).isEqualTo("duration");
    }
}
