package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.phones.PhoneLab.lab;

import org.ipsisim.estate.PhoneState;
import org.junit.jupiter.api.Test;

/** A site that fails takes its phones with it; back again, each begins from nothing (U16). */
class U16_SitesWithoutPower {
    @Test
    void U16_phones_come_back_as_ones_that_have_just_lost_every_controller() {
        var lesson = lab().events("{at: 60s, fail: branch, for: 1m}").run();
        assertThat(lesson.line())
                .isEqualTo("sm-1 60s | down 60s | registering 0.006s | moving sm-1 5.009s | sm-1 474.985s");
        assertThat(lesson.trace("desk")).contains("60s 1 phone without power");
    }

    @Test
    void U15_the_counts_of_a_sample_sum_to_the_phones() {
        var phones = lab().phones("{name: desk, site: branch, extensions: 6001-6040, controllers: [sm-1, sm-2]}")
                .phase("even")
                .events("{at: 60s, fail: sm-1, for: 2m}", "{at: 5m, fail: branch, for: 10s}")
                .run()
                .population("desk");
        assertThat(phones.samples())
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.counts().stream()
                                .mapToInt(count -> count.phones())
                                .sum())
                        .isEqualTo(40));
        assertThat(phones.sampleAt(305_000).in(PhoneState.DOWN)).isEqualTo(40);
    }

    @Test
    void the_ways_back_are_those_of_the_last_disturbance() {
        var outage = lab().phones("{name: desk, site: branch, extensions: 6001-6004, controllers: [sm-1]}")
                .phase("even")
                .events("{at: 60s, fail: sm-1, for: 40s}")
                .run()
                .population("desk")
                .outage();
        // lost at 90, 93.75, 97.5 and, as a reset, 101.25 s; each attempt a wait of 30 s later but the last, at once
        assertThat(outage.phonesAffected()).isEqualTo(4);
        assertThat(outage.firstBackAt()).hasValue(106_265);
        assertThat(outage.halfBackAt()).hasValue(125_015);
        assertThat(outage.lastBackAt()).hasValue(132_515);
        assertThat(outage.longest()).isEqualTo(72_515);
    }
}
