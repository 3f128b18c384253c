package org.ipsisim.scenario;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.SipSetting;
import org.ipsisim.estate.SipSettings;
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
        private final Map<SipSetting, FormatKey<Object>> keys = new EnumMap<>(SipSetting.class);

        /** @param hasDefaults whether a key that is left out means its default; if not, the setting of the section */
        Each(Mapping<?> home, boolean hasDefaults) {
            for (SipSetting setting : SipSetting.values()) {
                Optional<Object> standard = hasDefaults ? Optional.of(setting.standard()) : Optional.empty();
                keys.put(
                        setting,
                        home.declare(
                                new FormatKey<>(setting.key(), form(setting), false, standard, setting.meaning())));
            }
        }

        /** What a setting may hold: values of the type of its default, within its bounds. */
        @SuppressWarnings("unchecked") // SipSettings checks the types
        private static ValueForm<Object> form(SipSetting setting) {
            ValueForm<?> form;
            if (setting.standard() instanceof Duration) {
                form = Forms.duration((Duration) setting.least(), (Duration) setting.most());
            } else if (setting.standard() instanceof Integer) {
                form = Forms.integer((Integer) setting.least(), (Integer) setting.most());
            } else if (setting.standard() instanceof Double) {
                form = Forms.share((Double) setting.least(), (Double) setting.most());
            } else if (setting.standard() instanceof Wait) {
                form = new WaitKeys(setting).form();
            } else {
                form = Forms.word((Keyed) setting.standard());
            }
            return (ValueForm<Object>) form;
        }

        /** The settings that the file gives, and where it gives none those that hold otherwise. */
        SipSettings read(Fields fields) {
            Map<SipSetting, Object> values = fields.reading().sipSettings().values();
            keys.forEach((setting, key) -> fields.find(key).ifPresent(value -> values.put(setting, value)));
            return SipSettings.of(values);
        }

        /** Writes all settings; with those of the section, only what differs from them. */
        void write(SipSettings settings, Optional<SipSettings> section, Written out) {
            keys.forEach((setting, key) -> {
                Object value = setting.of(settings);
                if (section.isEmpty() || !value.equals(setting.of(section.get()))) {
                    out.put(key, value);
                }
            });
        }
    }

    /** The bounds of a wait that is drawn anew each time. */
    private static final class WaitKeys extends Mapping<Wait> {
        private final SipSetting setting;
        private final FormatKey<Duration> min = optional("min", bound(), "The shortest.");
        private final FormatKey<Duration> max = optional("max", bound(), "The longest.");

        WaitKeys(SipSetting setting) {
            super("`" + setting.key() + "`", setting.meaning());
            this.setting = setting;
        }

        private static ValueForm<Duration> bound() {
            return Forms.duration(Duration.ofSeconds(1), Duration.ofDays(1));
        }

        @Override
        Optional<Wait> make(Fields fields) {
            Wait others = (Wait) setting.of(fields.reading().sipSettings());
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
