package org.ipsisim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule of the product (R) and every ruling of the simulator (M, N, T) is tested by name, or not simulated for a reason. */
class RuleCoverageTest {
    private static final Pattern RULE = Pattern.compile("(?<![A-Za-z0-9])[RMNT][0-9]{1,2}(?![0-9A-Za-z])");

    private static final String SIMULATED =
            "R1-R6 R8-R13 R15-R19 R21-R27 R29-R31 R33-R36 R39-R47 R53-R60 R62-R72 R74 R76 R77 R80-R82"
                    + " M1-M30 N1-N12 T1-T9";

    private static final Map<String, String> NOT_SIMULATED = new LinkedHashMap<>();

    static {
        NOT_SIMULATED.put("R7", "log lines of a server: the trace has the facts");
        NOT_SIMULATED.put("R14", "an older product without IPSIs");
        NOT_SIMULATED.put("R20", "emergency transfer is a matter of the cabinet");
        NOT_SIMULATED.put("R28", "the bearer path is not simulated: losing it moves nothing");
        NOT_SIMULATED.put("R32 R37 R38", "translations do not change in a run");
        NOT_SIMULATED.put("R48-R52", "software versions, registration, translations and licences are not simulated");
        NOT_SIMULATED.put("R61", "adjuncts are not simulated");
        NOT_SIMULATED.put(
                "R73 R75 R78 R79", "an IPSI has contact or not: clock, packet interface and EI are not told apart");
    }

    private static List<String> rules(String text) {
        List<String> rules = new ArrayList<>();
        for (String part : text.split(" ")) {
            String[] ends = part.split("-");
            int last = number(ends[ends.length - 1]);
            for (int number = number(ends[0]); number <= last; number++) {
                rules.add(part.charAt(0) + String.valueOf(number));
            }
        }
        return rules;
    }

    private static int number(String rule) {
        return Integer.parseInt(rule.substring(1));
    }

    @Test
    void every_rule_is_in_one_list() {
        List<String> listed = rules(SIMULATED);
        NOT_SIMULATED.keySet().forEach(some -> listed.addAll(rules(some)));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(rules("R1-R82 M1-M30 N1-N12 T1-T9"));
    }

    @Test
    void every_rule_that_is_simulated_is_named_by_a_test() throws IOException {
        assertThat(namedByTests()).containsAll(rules(SIMULATED));
    }

    /** The rules of SIP: those of registration, digests, PRACK and transactions; names of tests write S7 as S07. */
    @Test
    void every_rule_of_SIP_is_named_by_a_test() throws IOException {
        List<String> rules = rules("S1-S25 D1-D10 P1-P18 X1-X7");
        assertThat(namedByTests(Pattern.compile("(?<![A-Za-z0-9])[SDPX][0-9]{1,2}(?![0-9A-Za-z])")))
                .contains(rules.stream()
                        .filter(rule -> !rule.equals("S25"))
                        .map(rule -> rule.length() == 2 ? rule.charAt(0) + "0" + rule.charAt(1) : rule)
                        .toArray(String[]::new));
    }

    private static Set<String> namedByTests() throws IOException {
        return namedByTests(RULE);
    }

    private static Set<String> namedByTests(Pattern rule) throws IOException {
        Set<String> named = new HashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Test.java") || isLesson(path))
                    .filter(path -> !path.endsWith("RuleCoverageTest.java"))
                    .toList()) {
                Matcher matcher = rule.matcher(Files.readString(file).replace('_', ' '));
                while (matcher.find()) {
                    named.add(matcher.group());
                }
            }
        }
        return named;
    }

    /** The course: A01_..., B02_... */
    private static boolean isLesson(Path file) {
        return file.getFileName().toString().matches("[A-Z][0-9]{2}_\\w+\\.java");
    }
}
