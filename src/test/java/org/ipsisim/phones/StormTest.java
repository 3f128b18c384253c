package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.ipsisim.phones.PhoneLab.lab;

import java.util.List;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.SessionManagerHistory.Load;
import org.ipsisim.history.Span;
import org.junit.jupiter.api.Test;

/** Storms against arithmetic: rates of attempts, refreshes, the time to detect, queues (sip-facts 2.4). */
class StormTest {
    private static final double PHONES = 10_000;
    private static final String MANY = "{name: desk, site: branch, extensions: 10001-20000, controllers: [sm-1]}";
    private static final String WAITS = "recovery-wait: {min: 30s, max: 54s}";

    private static PhoneLab storm(String capacity) {
        return lab().phones(MANY.replace("}", ", " + WAITS + "}")).capacity(capacity);
    }

    /** Requests to register per second, from one time to another. */
    private static double rate(List<Load> load, long from, long to) {
        return load.stream()
                        .filter(second -> second.at() >= from && second.at() < to)
                        .mapToLong(Load::register)
                        .sum()
                * 1000.0
                / (to - from);
    }

    @Test
    void out_of_phase_each_phone_tries_once_in_a_mean_wait() {
        var load = storm("requests-per-second: 100000, queue: 100000")
                .lasting("3h")
                .phase("random")
                .events("{at: 1m, fail: sm-1, for: 2h}")
                .run()
                .manager("sm-1")
                .load();
        long back = 60_000 + 2 * 3_600_000;
        assertThat(rate(load, back, back + 30_000) / 2).isCloseTo(PHONES / 42, withPercentage(3));
        assertThat(rate(load, back + 55_000, back + 60_000)).isEqualTo(0);
    }

    @Test
    void in_phase_all_try_within_the_spread_of_the_wait() {
        var load = storm("requests-per-second: 100000, queue: 100000")
                .events("{at: 60s, fail: sm-1, for: 45s}")
                .run()
                .manager("sm-1")
                .load();
        assertThat(rate(load, 121_000, 143_000) / 2).isCloseTo(PHONES / 24, withPercentage(3));
    }

    @Test
    void refreshes_are_phones_over_the_time_between_two_times_the_requests_of_each() {
        long requests = lab().phones(MANY)
                .phase("random")
                .lasting("6h")
                .run()
                .manager("sm-1")
                .requests();
        assertThat(requests / 21_600.0).isCloseTo(2 * PHONES / 450, withPercentage(0.5));
    }

    @Test
    void detection_takes_half_an_interval_less_than_the_missed_keepalives_on_average() {
        var phones = lab().phones(MANY)
                .phase("random")
                .events("{at: 67s, fail: sm-1}")
                .run()
                .history()
                .sip()
                .phones();
        double mean = phones.stream()
                .flatMap(phone -> phone.timeline().stream())
                .filter(span -> span.value().state() == PhoneState.LIMBO)
                .mapToLong(Span::length)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(2.5 * 15_000, withPercentage(1));
    }

    /** A registration waits twice in a queue of Poisson arrivals and equal services: ρ/(2(1-ρ)) services each (M/D/1). */
    @Test
    void below_saturation_requests_wait_as_in_an_M_D_1_queue() {
        double service = 1.0 / 700;
        var phones = storm("requests-per-second: 700, queue: 100000")
                .lasting("3h")
                .phase("random")
                .events("{at: 1m, fail: sm-1, for: 2h}")
                .settings("activation-requests: 0")
                .run()
                .history()
                .sip()
                .phones();
        long back = 60_000 + 2 * 3_600_000;
        double mean = phones.stream()
                .flatMap(phone -> phone.timeline().stream())
                .filter(span -> span.value().state() == PhoneState.REGISTERING)
                .filter(span -> span.from() > back + 1000 && span.from() < back + 28_000)
                .mapToLong(Span::length)
                .average()
                .orElseThrow();
        double load = 2 * PHONES / 42 * service;
        double seconds = 2 * (service + load * service / (2 * (1 - load)));
        // two ways of 1 ms for each request, and half a millisecond until an answer leaves
        assertThat(mean).isCloseTo(seconds * 1000 + 2 * 2.5, withPercentage(10));
    }

    @Test
    void an_overloaded_session_manager_is_busy_until_all_work_is_done() {
        var lesson = storm("requests-per-second: 300, queue: 100000")
                .settings("answer-timeout: 2m, activation-requests: 0")
                .events("{at: 60s, fail: sm-1, for: 45s}")
                .run();
        long first = lesson.manager("sm-1").load().get(0).at();
        double work = 2 * PHONES / 300;
        assertThat(lesson.manager("sm-1").useless()).isZero();
        assertThat(lesson.population("desk").outage().lastBackAt().orElseThrow() / 1000.0)
                .isCloseTo(first / 1000.0 + work + 5, within(1.0));
    }

    @Test
    void a_storm_with_answers_later_than_the_phones_wait_feeds_itself() {
        var patient = storm("requests-per-second: 300, queue: 100000")
                .lasting("30m")
                .settings("answer-timeout: 2m")
                .events("{at: 60s, fail: sm-1, for: 45s}")
                .run();
        var impatient = storm("requests-per-second: 300, queue: 100000")
                .lasting("30m")
                .settings("answer-timeout: 10s")
                .events("{at: 60s, fail: sm-1, for: 45s}")
                .run();
        assertThat(impatient.manager("sm-1").useless()).isGreaterThan(5000);
        assertThat(inService(impatient.history().sip().phones(), 240_000))
                .isLessThan(inService(patient.history().sip().phones(), 240_000) / 2);
    }

    private static long inService(List<PhoneHistory> phones, long at) {
        return phones.stream()
                .flatMap(phone -> phone.timeline().stream())
                .filter(span ->
                        span.from() <= at && at < span.to() && span.value().state() == PhoneState.IN_SERVICE)
                .count();
    }

    @Test
    void U9_a_year_without_the_session_manager_is_over_as_fast_as_a_day() {
        var lesson = storm("requests-per-second: 100000, queue: 100000")
                .lasting("365d")
                .events("{at: 1m, fail: sm-1, for: 360d}")
                .run();
        long back = 60_000 + 360 * 86_400_000L;
        assertThat(rate(lesson.manager("sm-1").load(), back, back + 30_000) / 2)
                .isCloseTo(PHONES / 42, withPercentage(3));
    }
}
