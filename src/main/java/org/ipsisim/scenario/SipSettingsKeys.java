package org.ipsisim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ipsisim.estate.SipSetting;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.SipSettings.Failback;
import org.ipsisim.estate.SipSettings.Nonce;
import org.ipsisim.estate.SipSettings.Phase;
import org.ipsisim.estate.SipSettings.Registration;
import org.ipsisim.estate.SipSettings.Transport;
import org.ipsisim.estate.SipSettings.Wait;

/** The keys of {@code sip.settings}: how phones register, notice that a controller is lost, and come back. */
final class SipSettingsKeys extends Mapping<SipSettings> {
    private final Each each = new Each(this, true);

    SipSettingsKeys() {
        super("`sip.settings`", "How phones register, notice that a controller is lost, and come back.");
    }

    @Override
    Optional<SipSettings> make(Fields fields) {
        SipSettings settings = each.read(fields);
        fields.reading().setSipSettings(settings);
        return Optional.of(settings);
    }

    @Override
    void write(SipSettings settings, Written out) {
        each.write(settings, Optional.empty(), out);
    }

    /** A key for each setting: of the section, or of one population. */
    static final class Each {
        private static final Duration SECOND = Duration.ofSeconds(1);
        private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

        private final Mapping<?> home;
        private final boolean hasDefaults;
        private final List<Part<?>> parts = new ArrayList<>();
        private final Part<Registration> registration;
        private final Part<Duration> expires;
        private final Part<Double> refreshAt;
        private final Part<Duration> keepaliveInterval;
        private final Part<Integer> keepaliveMisses;
        private final Part<Wait> recoveryWait;
        private final Part<Wait> retryAfter;
        private final Part<Duration> answerTimeout;
        private final Part<Duration> activationDelay;
        private final Part<Integer> activationRequests;
        private final Part<Failback> failback;
        private final Part<Nonce> nonce;
        private final Part<Phase> phase;
        private final Part<Transport> transport;

        /** A setting with its key, and where it stands among the settings. */
        private record Part<V>(FormatKey<V> key, Function<SipSettings, V> of) {
            V read(Fields fields) {
                return fields.find(key)
                        .orElseGet(() -> of.apply(fields.reading().sipSettings()));
            }

            void write(SipSettings settings, Optional<SipSettings> section, Written out) {
                V value = of.apply(settings);
                if (section.isEmpty() || !value.equals(of.apply(section.get()))) {
                    out.put(key, value);
                }
            }
        }

        /** @param hasDefaults whether a key that is left out means its default; if not, the setting of the section */
        Each(Mapping<?> home, boolean hasDefaults) {
            this.home = home;
            this.hasDefaults = hasDefaults;
            registration = part(SipSetting.REGISTRATION, Forms.word(Registration.class), SipSettings::registration);
            expires = part(
                    SipSetting.EXPIRES,
                    Forms.duration(Duration.ofMinutes(1), Duration.ofDays(1)),
                    SipSettings::expires);
            refreshAt = part(SipSetting.REFRESH_AT, Forms.share(0.1, 0.95), SipSettings::refreshAt);
            keepaliveInterval = part(
                    SipSetting.KEEPALIVE_INTERVAL, Forms.duration(SECOND, TEN_MINUTES), SipSettings::keepaliveInterval);
            keepaliveMisses = part(SipSetting.KEEPALIVE_MISSES, Forms.integer(1, 20), SipSettings::keepaliveMisses);
            recoveryWait = part(
                    SipSetting.RECOVERY_WAIT,
                    new WaitKeys(SipSetting.RECOVERY_WAIT, SipSettings::recoveryWait).form(),
                    SipSettings::recoveryWait);
            retryAfter = part(
                    SipSetting.RETRY_AFTER,
                    new WaitKeys(SipSetting.RETRY_AFTER, SipSettings::retryAfter).form(),
                    SipSettings::retryAfter);
            answerTimeout =
                    part(SipSetting.ANSWER_TIMEOUT, Forms.duration(SECOND, TEN_MINUTES), SipSettings::answerTimeout);
            activationDelay = part(
                    SipSetting.ACTIVATION_DELAY,
                    Forms.duration(Duration.ZERO, TEN_MINUTES),
                    SipSettings::activationDelay);
            activationRequests =
                    part(SipSetting.ACTIVATION_REQUESTS, Forms.integer(0, 50), SipSettings::activationRequests);
            failback = part(SipSetting.FAILBACK, Forms.word(Failback.class), SipSettings::failback);
            nonce = part(SipSetting.NONCE, Forms.word(Nonce.class), SipSettings::nonce);
            phase = part(SipSetting.PHASE, Forms.word(Phase.class), SipSettings::phase);
            transport = part(SipSetting.TRANSPORT, Forms.word(Transport.class), SipSettings::transport);
        }

        private <V> Part<V> part(SipSetting setting, ValueForm<V> form, Function<SipSettings, V> of) {
            Optional<V> standard = hasDefaults ? Optional.of(of.apply(SipSettings.DEFAULT)) : Optional.empty();
            FormatKey<V> key = new FormatKey<>(setting.key(), form, false, standard, setting.meaning());
            Part<V> part = new Part<>(home.declare(key), of);
            parts.add(part);
            return part;
        }

        /** The settings that the file gives, and where it gives none those that hold otherwise. */
        SipSettings read(Fields fields) {
            return new SipSettings(
                    registration.read(fields),
                    expires.read(fields),
                    refreshAt.read(fields),
                    keepaliveInterval.read(fields),
                    keepaliveMisses.read(fields),
                    recoveryWait.read(fields),
                    retryAfter.read(fields),
                    answerTimeout.read(fields),
                    activationDelay.read(fields),
                    activationRequests.read(fields),
                    failback.read(fields),
                    nonce.read(fields),
                    phase.read(fields),
                    transport.read(fields));
        }

        /** Writes all settings; with those of the section, only what differs from them. */
        void write(SipSettings settings, Optional<SipSettings> section, Written out) {
            parts.forEach(part -> part.write(settings, section, out));
        }
    }

    /** The bounds of a wait that is drawn anew each time. */
    private static final class WaitKeys extends Mapping<Wait> {
        private final Function<SipSettings, Wait> of;
        private final FormatKey<Duration> min = optional("min", bound(), "The shortest.");
        private final FormatKey<Duration> max = optional("max", bound(), "The longest.");

        WaitKeys(SipSetting setting, Function<SipSettings, Wait> of) {
            super("`" + setting.key() + "`", setting.meaning());
            this.of = of;
        }

        private static ValueForm<Duration> bound() {
            return Forms.duration(Duration.ofSeconds(1), Duration.ofDays(1));
        }

        @Override
        Optional<Wait> make(Fields fields) {
            Wait others = of.apply(fields.reading().sipSettings());
            Duration shortest = fields.find(min).orElse(others.min());
            Duration longest = fields.find(max).orElse(others.max());
            if (shortest.compareTo(longest) <= 0) {
                return Optional.of(new Wait(shortest, longest));
            }
            boolean isMin = fields.has(min);
            return fields.error(isMin ? min : max, isMin ? "is above `max`" : "is below `min`")
                    .allowed(isMin ? "at most " + DurationText.of(longest) : "at least " + DurationText.of(shortest))
                    .none();
        }

        @Override
        void write(Wait wait, Written out) {
            out.put(min, wait.min()).put(max, wait.max());
        }
    }
}
