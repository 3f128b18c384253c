package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.Element;
import org.ipsisim.history.Subject;

/**
 * Port networks, or populations of phones, to which the same cut costs the same. Port networks that fare alike when their own control path is cut,
 * and no other one does, share a row.
 *
 * @param fault what is cut, in words: {@code wan}, {@code own control path}
 * @param element what kind of thing that is
 * @param subjects the port networks by number, or the populations
 * @param first what the cuts cost the first of them, and so each
 */
record CutRow<P extends FaultCuts.OfSubject>(String fault, Element element, List<Subject> subjects, P first) {
    private static final String OWN_PATH = "own control path";

    private record Likeness(String fault, Subject.Kind kind, List<?> course) {}

    /** The rows of those that some cut costs something, in the order of the faults. */
    static <P extends FaultCuts.OfSubject> List<CutRow<P>> of(List<FaultCuts<P>> faults) {
        Map<Likeness, CutRow<P>> rows = new LinkedHashMap<>();
        for (FaultCuts<P> fault : faults) {
            List<P> touched = fault.subjects().stream()
                    .filter(each -> !each.isUntouched())
                    .toList();
            boolean own = fault.fault().element() == Element.CONTROL_PATH
                    && touched.size() == 1
                    && fault.fault().name().equals(touched.get(0).subject().name());
            String name = own ? OWN_PATH : fault.fault().name();
            for (P each : touched) {
                rows.computeIfAbsent(
                                new Likeness(name, each.subject().kind(), each.course()),
                                likeness -> new CutRow<>(name, fault.fault().element(), new ArrayList<>(), each))
                        .subjects
                        .add(each.subject());
            }
        }
        return List.copyOf(rows.values());
    }

    /** What is cut, where a sentence names one of several. */
    String one() {
        return fault.equals(OWN_PATH) ? "a control path" : fault;
    }

    /** Whether a target of this name is cut. */
    boolean isOf(String target) {
        return fault.equals(target)
                || fault.equals(OWN_PATH)
                        && subjects.stream().anyMatch(each -> each.name().equals(target));
    }

    /** Whether those that it costs something are port networks, or phones. */
    Subject.Kind kind() {
        return first.subject().kind();
    }

    /** Those as tables write them: {@code 1-5, 7}, {@code dallas-desk}. */
    String whom() {
        return whom(kind(), subjects);
    }

    static String whom(Subject.Kind kind, List<Subject> subjects) {
        return kind == Subject.Kind.PHONES
                ? subjects.stream().map(Subject::name).collect(Collectors.joining(", "))
                : NumberList.compact(subjects.stream().map(Subject::pn).toList());
    }

    /** The cut and whom it costs something: {@code wan, pn 1-5}, {@code wan, dallas-desk}. */
    String label(String between) {
        return fault + between + (kind() == Subject.Kind.PHONES ? "" : "pn ") + whom();
    }
}
