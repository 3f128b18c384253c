package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.document.NumberList;
import org.ipsisim.history.Names;
import org.ipsisim.history.Subject;

/** Names of things, written together: {@code pn-1}, {@code pn-2}, {@code pn-4} as {@code pn 1-2, 4}. */
public final class SubjectWords {
    private SubjectWords() {}

    /** The names in brief, port networks first; the list holds each subject once. */
    public static String brief(List<Subject> subjects, Names names) {
        List<String> parts = new ArrayList<>();
        List<Integer> numbers = subjects.stream()
                .filter(Subject::isPn)
                .map(Subject::pn)
                .sorted()
                .toList();
        if (!numbers.isEmpty()) {
            String own = numbers.size() == 1
                    ? names.labels().of("pn-" + numbers.get(0)).name()
                    : "";
            parts.add("pn " + NumberList.compact(numbers) + (own.isEmpty() ? "" : " " + own));
        }
        String ipsis = subjects.stream()
                .filter(subject -> subject.kind() == Subject.Kind.IPSI)
                .map(SubjectWords::number)
                .collect(Collectors.joining(", "));
        if (!ipsis.isEmpty()) {
            parts.add("ipsi " + ipsis);
        }
        subjects.stream().filter(subject -> subject.pn() == 0).map(names::of).forEach(parts::add);
        return String.join(", ", parts);
    }

    /** The names as a sentence has them: {@code port networks 1, 2 and 4}. */
    static String spoken(List<Subject> subjects, Names names) {
        List<Integer> numbers = subjects.stream()
                .filter(Subject::isPn)
                .map(Subject::pn)
                .sorted()
                .toList();
        return numbers.size() < subjects.size()
                ? brief(subjects, names)
                : "port network" + (numbers.size() == 1 ? " " : "s ") + NumberList.spoken(numbers);
    }

    /** Port networks as the subject of a sentence: {@code both port networks}, {@code 7 of the 9 port networks}. */
    public static String portNetworks(List<Integer> numbers, int ofAll) {
        if (numbers.size() == 1) {
            return "port network " + numbers.get(0);
        }
        if (numbers.size() == ofAll) {
            return (ofAll == 2 ? "both" : "all " + ofAll) + " port networks";
        }
        return NumberList.isSpeakable(numbers)
                ? "port networks " + NumberList.spoken(numbers)
                : numbers.size() + " of the " + ofAll + " port networks";
    }

    /** An IPSI without the word, such as {@code 1a}. */
    public static String number(Subject ipsi) {
        return ipsi.name().substring("ipsi-".length());
    }
}
