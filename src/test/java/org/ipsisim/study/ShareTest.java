package org.ipsisim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
    /** Wilson's interval, or exact bounds below 5 runs on a side, as statistics packages give them. */
    @ParameterizedTest(name = "{0} of {1}: {2} to {3}")
    @CsvSource({
        "0, 10, 0, 0.2588656",
        "1, 10, 0.0025286, 0.4450161",
        "5, 10, 0.2365931, 0.7634069",
        "9, 10, 0.5549839, 0.9974714",
        "10, 10, 0.7411344, 1",
        "50, 100, 0.4038315, 0.5961685",
        "0, 3000, 0, 0.0009981",
        "1, 1, 0.05, 1"
    })
    void the_interval_is_that_of_Wilson_or_exact(int count, int of, double low, double high) {
        Share share = new Share(count, of);
        assertThat(share.low()).isEqualTo(low, within(1e-6));
        assertThat(share.high()).isEqualTo(high, within(1e-6));
        assertThat(share.seen()).isEqualTo((double) count / of);
    }

    @Test
    void a_share_is_one_of_some_runs() {
        assertThatThrownBy(() -> new Share(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(-1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(6, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
