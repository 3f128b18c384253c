package org.ipsisim.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The estate that console screens show: what is certain, where they contradict each other, and what they do not say.
 */
public final class ImportedEstate {
    /**
     * A file with the text of console screens.
     *
     * @param file its name as messages show it
     * @param bytes its content
     */
    public record Capture(String file, byte[] bytes) {}

    private final List<Capture> captures;
    private final Claims claims;
    private final List<String> contradictions = new ArrayList<>();

    private ImportedEstate(List<Capture> captures, Claims claims) {
        this.captures = captures;
        this.claims = claims;
        claims.contradicted().forEach((topic, said) -> contradictions.add(contradiction(topic, said)));
        new ArrayList<>(claims.clusters().keySet()).forEach(this::checkPreferences);
    }

    /** Reads captures of screens in any order; no content makes it throw. */
    public static ImportedEstate of(List<Capture> captures) {
        Claims claims = new Claims();
        captures.forEach(capture -> claims.add(CaptureReader.of(capture)));
        return new ImportedEstate(captures, claims);
    }

    /** The commands whose screens are read. */
    public static List<String> commands() {
        return Arrays.stream(ScreenName.values())
                .flatMap(name -> name.layouts().stream())
                .filter(Layout::isRead)
                .map(Layout::command)
                .filter(command -> !command.isEmpty())
                .toList();
    }

    /** Whether nothing in the captures can be read. */
    public boolean isEmpty() {
        return claims.isEmpty();
    }

    /** The contradictions between or within screens, with their places; the values are left out. */
    public List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    private static String contradiction(Claims.Topic topic, List<Claims.Claim> said) {
        return topic.words() + " is "
                + said.stream()
                        .map(claim -> claim.value() + " in " + claim.line().place())
                        .collect(Collectors.joining(", "));
    }

    /** R33: system preferred excludes the other two. */
    private void checkPreferences(int cluster) {
        boolean local = isSet(ScreenFact.CORE_LOCAL_PREFERRED, cluster) || isSet(ScreenFact.CORE_LOCAL_ONLY, cluster);
        if (local && isSet(ScreenFact.CORE_SYSTEM_PREFERRED, cluster)) {
            CaptureLine line =
                    claims.all(ScreenFact.CORE_SYSTEM_PREFERRED, cluster).get(0).line();
            contradictions.add("core " + cluster + " is system preferred and local in " + line.place());
            claims.forget(ScreenFact.CORE_SYSTEM_PREFERRED, cluster);
            claims.forget(ScreenFact.CORE_LOCAL_PREFERRED, cluster);
            claims.forget(ScreenFact.CORE_LOCAL_ONLY, cluster);
        }
    }

    private boolean isSet(ScreenFact flag, int cluster) {
        return claims.find(flag, cluster).equals(Optional.of("y"));
    }

    /** What was found, in a clause. */
    public String summary() {
        return new ScenarioDraft(captures, claims, contradictions).summary();
    }

    /**
     * The priority lists by IPSI, such as {@code 1a}, where the screens show exactly one list and all of it.
     *
     * <p>A list is what the IPSI had when the screen was taken, which depends on what was connected then.
     */
    public Map<String, List<Integer>> priorityLists() {
        Map<String, List<Integer>> sure = new TreeMap<>();
        claims.lists().forEach((ipsi, lists) -> {
            if (lists.size() == 1 && lists.get(0).whole()) {
                sure.put(ipsi, lists.get(0).clusters());
            }
        });
        return sure;
    }

    /**
     * A scenario file with what is certain. Comments ask for what is not in the screens; the defaults of the format apply to it.
     *
     * @param lists the lists that the IPSIs of this estate have when everything works: the same list on the screens becomes
     *     an expectation, a different one a comment
     */
    public String yaml(Map<String, List<Integer>> lists) {
        return new ScenarioDraft(captures, claims, contradictions).yaml(lists);
    }
}
