package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.junit.jupiter.api.Test;

/** The sources disagree where the timers count from; each reading can be run (conflict C1, M14). */
class A07_Readings {
    private static String line(String timers) {
        return lab().with("enforce-ranges: n\ntimers: {" + timers + "}")
                .events("{at: 60s, fail: wan}")
                .run()
                .line();
    }

    @Test
    void R23_M14_serial_is_the_article() {
        assertThat(line("reading: serial"))
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 270s | restart→10 60s | sc-10 706s");
    }

    @Test
    void R16_M14_cold_from_loss() {
        assertThat(line("reading: cold-from-loss"))
                .isEqualTo("main 60s | lost 14s | warm 45s | cold 30s | none 270s | restart→10 60s | sc-10 721s");
    }

    @Test
    void R22_M14_all_from_loss_is_the_manuals() {
        assertThat(line("reading: all-from-loss"))
                .isEqualTo("main 60s | lost 14s | warm 45s | cold 30s | none 210s | restart→10 60s | sc-10 781s");
    }

    @Test
    void M14_no_service_from_warm() {
        assertThat(line("reading: no-service-from-warm"))
                .isEqualTo("main 60s | lost 14s | warm 45s | cold 30s | none 225s | restart→10 60s | sc-10 766s");
    }

    @Test
    void M14_where_the_cold_reset_and_the_request_fall_together_the_cold_reset_comes_first() {
        assertThat(lab().with("timers: {reading: all-from-loss, pn-cold-reset-delay: 120s, no-service-timeout: 2m}")
                        .events("{at: 60s, fail: wan}")
                        .run()
                        .pn(1)
                        .totals()
                        .coldResets())
                .isEqualTo(1);
        assertThat(line("reading: all-from-loss, pn-cold-reset-delay: 120s, no-service-timeout: 2m"))
                .isEqualTo("main 60s | lost 14s | warm 105s | restart→10 60s | sc-10 961s");
    }

    @Test
    void M14_a_request_before_the_cold_reset_saves_the_port_network_from_it() {
        assertThat(line("reading: all-from-loss, no-service-timeout: 40s"))
                .isEqualTo("main 60s | lost 14s | warm 25s | restart→10 60s | sc-10 1041s");
    }

    @Test
    void M14_no_step_comes_before_the_warm_reset() {
        assertThat(line("reading: all-from-loss, pn-cold-reset-delay: 5s, no-service-timeout: 60s"))
                .isEqualTo("main 60s | lost 14s | cold 30s | none 15s | restart→10 60s | sc-10 1021s");
        assertThat(line("reading: all-from-loss, no-service-timeout: 5s"))
                .isEqualTo("main 60s | lost 14s | restart→10 60s | sc-10 1066s");
        assertThat(line("reading: cold-from-loss, pn-cold-reset-delay: 5s, no-service-timeout: 60s"))
                .isEqualTo("main 60s | lost 14s | cold 30s | none 20s | restart→10 60s | sc-10 1016s");
    }
}
