package org.ipsisim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Whatever gets into the jar, directly or through something else, is under a licence that allows it and is in the notice. */
class BundledLicencesTest {
    /** As the poms of the libraries call them. That of JLine says BSD with four clauses and means three. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "Apache License, Version 2.0",
            "The Apache Software License, Version 2.0",
            "The Apache Software License, version 2.0",
            "The Apache License, Version 2.0",
            "MIT",
            "The BSD License",
            "GNU Lesser General Public Licence");

    private static final Set<String> BUNDLED = Set.of("", "compile", "runtime");

    /** A library in the local repository, where its pom is beside its jar. */
    private record Library(String artifact, String version, Path pom) {
        static Optional<Library> of(String jar) {
            Path file = Path.of(jar);
            if (!jar.endsWith(".jar") || file.getNameCount() < 3) {
                return Optional.empty();
            }
            String version = file.getParent().getFileName().toString();
            String artifact = file.getParent().getParent().getFileName().toString();
            Path pom = file.resolveSibling(artifact + "-" + version + ".pom");
            return Files.exists(pom) ? Optional.of(new Library(artifact, version, pom)) : Optional.empty();
        }

        /** The licences that its pom names, or else that of the nearest parent which names some. */
        List<String> licences() {
            for (Path file = pom; ; ) {
                Element project = project(file);
                List<String> names = children(project, "licenses").stream()
                        .flatMap(all -> children(all, "license").stream())
                        .map(licence -> text(licence, "name"))
                        .toList();
                List<Element> parent = children(project, "parent");
                if (!names.isEmpty() || parent.isEmpty()) {
                    return names;
                }
                String artifact = text(parent.get(0), "artifactId");
                String itsVersion = text(parent.get(0), "version");
                file = repository()
                        .resolve(text(parent.get(0), "groupId").replace('.', '/'))
                        .resolve(Path.of(artifact, itsVersion, artifact + "-" + itsVersion + ".pom"));
            }
        }

        private Path repository() {
            String group = text(project(pom), "groupId");
            String path = (group.isEmpty()
                            ? text(children(project(pom), "parent").get(0), "groupId")
                            : group)
                    .replace('.', '/');
            return Path.of(
                    pom.toString().replace('\\', '/').replaceFirst(Pattern.quote(path) + "/" + artifact + "/.*", ""));
        }
    }

    private static Element project(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(pom.toString(), e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .map(element -> element.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static Stream<String> bundledBy(Path pom) {
        return children(project(pom), "dependencies").stream()
                .flatMap(all -> children(all, "dependency").stream())
                .filter(each -> BUNDLED.contains(text(each, "scope"))
                        && !text(each, "optional").equals("true"))
                .map(each -> text(each, "artifactId"));
    }

    /** What this project depends on, what that depends on, and so on, by name. */
    private static Map<String, Library> bundled() {
        Map<String, Library> onClassPath = new TreeMap<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Library.of(entry).ifPresent(library -> onClassPath.put(library.artifact(), library));
        }
        Map<String, Library> bundled = new TreeMap<>();
        List<String> next = bundledBy(Path.of("pom.xml")).toList();
        while (!next.isEmpty()) {
            List<String> further = new ArrayList<>();
            for (String artifact : next) {
                Library library = onClassPath.get(artifact);
                if (library != null && bundled.put(artifact, library) == null) {
                    bundledBy(library.pom()).forEach(further::add);
                }
            }
            next = further;
        }
        return bundled;
    }

    @Test
    void every_library_in_the_jar_is_under_an_allowed_licence() {
        assertThat(bundled().values())
                .hasSizeGreaterThan(20)
                .allSatisfy(library -> assertThat(library.licences())
                        .as(library.artifact())
                        .isNotEmpty()
                        .containsAnyElementsOf(ALLOWED));
    }

    @Test
    void every_library_in_the_jar_is_in_the_notice_with_its_version() throws IOException {
        String notice = Files.readString(Path.of("src/main/resources/META-INF/third-party/NOTICE.txt"));
        assertThat(bundled().values())
                .isNotEmpty()
                .allSatisfy(library -> assertThat(notice).contains(":" + library.artifact() + ":" + library.version()));
    }

    @Test
    void the_notice_tells_of_the_machine_code_of_JLine() throws IOException {
        assertThat(bundled()).containsKey("jline-native");
        assertThat(Files.readString(Path.of("src/main/resources/META-INF/third-party/NOTICE.txt")))
                .contains("libjlinenative.so", "Jansi");
    }
}
