package org.ipsisim.study.sweep;

import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;

/** Puts a value into a scenario without reading its file again; possible for timers, their readings and the seed. */
final class ValueSubstitution {
    private static final String TIMERS = "timers.";

    private ValueSubstitution() {}

    static boolean isPossible(String key) {
        if (!key.startsWith(TIMERS)) {
            return key.equals("seed");
        }
        String timer = key.substring(TIMERS.length());
        return timer.equals("reading")
                || timer.equals("calls-drop")
                || Keyed.find(TimerSetting.class, timer).isPresent();
    }

    /** Whether a key decides which timers are allowed, so that these have to be read together with it. */
    static boolean isPrevented(String key) {
        return key.equals("release") || key.equals("enforce-ranges");
    }

    /** How far one of several values is from that of a scenario: 0 for the same, 1 for the farthest. */
    static double distance(String key, Scenario from, List<Scenario> donors, int value) {
        if (onto(from, key, donors.get(value)).equals(from)) {
            return 0;
        }
        Optional<TimerSetting> setting = key.startsWith(TIMERS)
                ? Keyed.find(TimerSetting.class, key.substring(TIMERS.length()))
                : Optional.empty();
        if (setting.isEmpty()) {
            return 1;
        }
        long here = from.estate().timers().millis(setting.get());
        long farthest = donors.stream()
                .mapToLong(donor -> Math.abs(donor.estate().timers().millis(setting.get()) - here))
                .max()
                .orElse(1);
        long there = donors.get(value).estate().timers().millis(setting.get());
        return (double) Math.abs(there - here) / farthest;
    }

    /** A scenario with the value that another one has. */
    static Scenario onto(Scenario scenario, String key, Scenario donor) {
        if (key.equals("seed")) {
            return scenario.withSeed(donor.seed());
        }
        Timers timers = scenario.estate().timers();
        Timers given = donor.estate().timers();
        String timer = key.substring(TIMERS.length());
        Optional<TimerSetting> setting = Keyed.find(TimerSetting.class, timer);
        if (setting.isPresent()) {
            return scenario.with(timers.with(setting.get(), given.get(setting.get())));
        }
        return scenario.with(timer.equals("reading") ? timers.with(given.reading()) : timers.with(given.callsDrop()));
    }
}
