package org.ipsisim.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.EventKind;

/** What the word at the end of a typed line can become. */
final class Completion {
    private static final List<EventKind> FAULTS =
            List.of(EventKind.FLAP, EventKind.DEGRADE, EventKind.CONGESTION, EventKind.DUPLEX_MISMATCH);
    private static final List<EventKind> ORDERS = List.of(
            EventKind.FORCED_TAKEOVER,
            EventKind.INTERCHANGE,
            EventKind.DISABLE,
            EventKind.ENABLE,
            EventKind.BUSYOUT,
            EventKind.RELEASE_BUSYOUT);

    private final PreparedRun course;
    private final long at;

    /** @param at the present moment, in milliseconds */
    Completion(PreparedRun course, long at) {
        this.course = course;
        this.at = at;
    }

    /** The words that begin as the last one does, in the order of the estate; none for a line that takes free text. */
    List<String> candidates(Prompt prompt) {
        String text = prompt.text().stripLeading();
        List<String> words = List.of(text.split("\\s+", -1));
        String last = words.get(words.size() - 1);
        return words(prompt.kind(), words.subList(0, words.size() - 1)).stream()
                .filter(word -> word.startsWith(last))
                .toList();
    }

    /** The line with its last word made longer, as far as it is clear how. */
    Prompt completed(Prompt prompt) {
        List<String> candidates = candidates(prompt);
        if (candidates.isEmpty()) {
            return prompt;
        }
        String common = candidates.get(0);
        for (String candidate : candidates) {
            while (!candidate.startsWith(common)) {
                common = common.substring(0, common.offsetByCodePoints(common.length(), -1));
            }
        }
        String before = prompt.text().replaceFirst("\\S*$", "");
        return Prompt.of(prompt.kind(), before + common + (candidates.size() == 1 ? " " : ""));
    }

    private List<String> words(Prompt.Kind kind, List<String> before) {
        return switch (kind) {
            case BREAK -> faults(before);
            case RESTORE -> before.isEmpty() ? failing() : List.of();
            case ORDER -> orders(before);
            case TIMERS -> timers(before);
            default -> List.of();
        };
    }

    private Estate estate() {
        return course.scenario().estate();
    }

    private List<String> targets() {
        return List.copyOf(Targets.of(estate()).keySet());
    }

    private List<String> faults(List<String> before) {
        if (before.isEmpty()) {
            return Stream.concat(targets().stream(), FAULTS.stream().map(EventKind::key))
                    .toList();
        }
        EventKind kind = EventKind.find(before.get(0)).orElse(EventKind.FAIL);
        if (kind == EventKind.FAIL) {
            return List.of();
        }
        if (before.size() == 1) {
            return kind == EventKind.DUPLEX_MISMATCH ? ipsis() : targets();
        }
        return before.size() % 2 == 1
                ? List.of()
                : kind.companions().stream()
                        .filter(key -> !before.contains(key))
                        .toList();
    }

    /** What has failed and not been restored; if nothing has, everything that can fail. */
    private List<String> failing() {
        Set<String> failing = new LinkedHashSet<>();
        for (TraceEntry entry : course.toldUntil(at)) {
            if (entry.is(NetworkHappening.Failed.class)) {
                failing.add(entry.subject().name());
            } else if (entry.is(NetworkHappening.Restored.class)) {
                failing.remove(entry.subject().name());
            }
        }
        failing.retainAll(targets());
        return failing.isEmpty() ? targets() : List.copyOf(failing);
    }

    private List<String> orders(List<String> before) {
        if (before.isEmpty()) {
            return ORDERS.stream().map(EventKind::key).toList();
        }
        EventKind kind = EventKind.find(before.get(0)).orElse(EventKind.FAIL);
        if (kind == EventKind.FORCED_TAKEOVER) {
            return before.size() == 1 ? clusterNumbers() : before.size() == 2 ? portNetworks() : List.of();
        }
        if (before.size() > 1) {
            return List.of();
        }
        return switch (kind) {
            case INTERCHANGE -> List.of("main");
            case DISABLE, ENABLE -> clusterNames();
            case BUSYOUT, RELEASE_BUSYOUT -> ipsis();
            default -> List.of();
        };
    }

    private List<String> clusterNumbers() {
        List<String> numbers =
                new ArrayList<>(List.of(Integer.toString(estate().main().cluster())));
        estate().survivableCores().forEach(core -> numbers.add(Integer.toString(core.cluster())));
        return numbers;
    }

    private List<String> clusterNames() {
        List<String> names = new ArrayList<>(List.of("main"));
        estate().survivableCores().forEach(core -> names.add(core.id()));
        return names;
    }

    private List<String> portNetworks() {
        List<String> numbers = new ArrayList<>(List.of("all"));
        estate().portNetworks().forEach(pn -> numbers.add(Integer.toString(pn.number())));
        return numbers;
    }

    private List<String> ipsis() {
        return estate().portNetworks().stream()
                .flatMap(pn -> pn.ipsis().stream())
                .map(ipsi -> new Target.OfIpsi(ipsi).name())
                .toList();
    }

    private List<String> timers(List<String> before) {
        if (before.size() % 2 == 0) {
            return Arrays.stream(TimerSetting.values())
                    .filter(setting -> setting != TimerSetting.HEARTBEAT_INTERVAL)
                    .map(TimerSetting::key)
                    .filter(key -> !before.contains(key))
                    .toList();
        }
        Release release = estate().release();
        return TimerSetting.find(before.get(before.size() - 1)).stream()
                .flatMap(setting -> Stream.of(
                        course.scenario().timersAt(at).get(setting), release.minOf(setting), release.maxOf(setting)))
                .map(DurationText::of)
                .distinct()
                .toList();
    }
}
