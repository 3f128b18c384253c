package org.ipsisim.play;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.ScenarioEvent.Verb;
import org.ipsisim.estate.ScenarioEvent.Verb.Role;
import org.ipsisim.estate.Targets;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.EventText;

/**
 * What the word at the end of a typed line can become.
 *
 * @param at the present moment, in milliseconds
 */
record Completion(PreparedRun run, long at) {
    /** The words that begin like the last one, in the order of the estate; none for a prompt that takes free text. */
    List<String> candidates(Prompt prompt) {
        String text = prompt.text().stripLeading();
        List<String> words = List.of(text.split("\\s+", -1));
        String last = words.get(words.size() - 1);
        return words(prompt.kind(), words.subList(0, words.size() - 1)).stream()
                .filter(word -> word.startsWith(last))
                .toList();
    }

    /** The line with its last word completed as far as the candidates agree. */
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
        return run.scenario().estate();
    }

    private List<String> targets() {
        return List.copyOf(Targets.of(estate()).keySet());
    }

    private List<String> faults(List<String> before) {
        if (before.isEmpty()) {
            return Stream.concat(
                            targets().stream(),
                            Verb.keys(Role.FAULT).stream().filter(key -> !key.equals(Verb.FAIL.key())))
                    .toList();
        }
        Verb verb = Keyed.find(Verb.class, before.get(0)).orElse(Verb.FAIL);
        if (verb == Verb.FAIL) {
            return List.of();
        }
        if (before.size() == 1) {
            return EventText.candidates(verb, estate());
        }
        return before.size() % 2 == 1
                ? List.of()
                : EventText.companions(verb).stream()
                        .filter(key -> !before.contains(key))
                        .toList();
    }

    /** What has failed and is not restored; if nothing is, everything that can fail. */
    private List<String> failing() {
        Set<String> failing = new LinkedHashSet<>();
        for (TraceEntry entry : run.toldUntil(at)) {
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
            return Verb.keys(Role.ORDER);
        }
        Optional<Verb> verb = Keyed.find(Verb.class, before.get(0)).filter(each -> each.role() == Role.ORDER);
        if (verb.isEmpty() || before.size() > 2) {
            return List.of();
        }
        return before.size() == 1
                ? EventText.candidates(verb.get(), estate())
                : EventText.companions(verb.get()).stream()
                        .flatMap(key -> EventText.candidates(verb.get(), key, estate()).stream())
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
        return Keyed.find(TimerSetting.class, before.get(before.size() - 1)).stream()
                .flatMap(setting -> Stream.of(
                        run.scenario().timersAt(at).get(setting), release.minOf(setting), release.maxOf(setting)))
                .map(DurationText::of)
                .distinct()
                .toList();
    }
}
