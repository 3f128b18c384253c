package org.ipsisim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** Maven runs the classes that the patterns of the pom name: every class that has tests is among them. */
class EveryTestRunsTest {
    private static final Path TESTS = Path.of("src/test/java");
    private static final String INCLUDES =
            "//plugin[artifactId='maven-surefire-plugin']/configuration/includes/include";
    private static final Pattern REGEX = Pattern.compile("%regex\\[(.*)]");
    private static final Pattern TEST =
            Pattern.compile("(?m)^ *@(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate)\\b");

    private final List<PathMatcher> included = included();

    private static List<PathMatcher> included() {
        try {
            var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("pom.xml"));
            NodeList includes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(INCLUDES, pom, XPathConstants.NODESET);
            return IntStream.range(0, includes.getLength())
                    .mapToObj(i -> matcher(includes.item(i).getTextContent()))
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A regular expression of surefire is about the file of the class, any other pattern about that of the source. */
    private static PathMatcher matcher(String include) {
        Matcher regex = REGEX.matcher(include);
        return regex.matches()
                ? source -> source.toString()
                        .replace('\\', '/')
                        .replaceFirst("\\.java$", ".class")
                        .matches(regex.group(1))
                : FileSystems.getDefault().getPathMatcher("glob:" + include);
    }

    private boolean runs(Path source) {
        return included.stream().anyMatch(pattern -> pattern.matches(source));
    }

    private static boolean hasTests(Path source) {
        try {
            return TEST.matcher(Files.readString(TESTS.resolve(source))).find();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_class_with_tests_is_run() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            List<Path> classes = files.filter(file -> file.toString().endsWith(".java"))
                    .map(TESTS::relativize)
                    .filter(EveryTestRunsTest::hasTests)
                    .toList();
            assertThat(classes).hasSizeGreaterThan(100);
            assertThat(classes).isNotEmpty().allMatch(this::runs);
        }
    }

    @Test
    void a_new_chapter_of_the_course_is_run_too() {
        assertThat(List.of("H01_Later", "A10_AfterTheNinth", "A01_HeartbeatsAndSilence"))
                .allMatch(name -> runs(Path.of("org/ipsisim/course/" + name + ".java")));
        assertThat(runs(Path.of("org/ipsisim/course/Network.java"))).isFalse();
    }
}
