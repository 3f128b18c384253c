package org.ipsisim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The jar holds other people's libraries: it names each with its version, and carries their licences. */
class ThirdPartyNoticeTest {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>(.*)</groupId>\\s*<artifactId>(.*)</artifactId>\\s*<version>\\$\\{(.*)}</version>\\s*"
                    + "</dependency>");
    private static final Pattern COORDINATES = Pattern.compile("[\\w.-]+:([\\w-]+):([\\w.]+)");

    private static String resource(String name) throws IOException {
        try (InputStream in = ThirdPartyNoticeTest.class.getResourceAsStream("/META-INF/third-party/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void it_names_every_library_that_the_build_bundles() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> bundled = DEPENDENCY
                .matcher(pom)
                .results()
                .map(found -> found.group(1) + ":" + found.group(2) + ":"
                        + pom.replaceFirst("(?s).*<" + found.group(3) + ">(.*?)<.*", "$1"))
                .toList();
        assertThat(bundled).hasSize(12);
        assertThat(resource("NOTICE.txt")).contains(bundled);
    }

    @Test
    void it_names_the_versions_in_use() throws IOException {
        String classPath = System.getProperty("java.class.path").replace(File.separatorChar, '/');
        assertThat(COORDINATES.matcher(resource("NOTICE.txt")).results().map(ThirdPartyNoticeTest::jar))
                .hasSize(36)
                .allSatisfy(jar -> assertThat(classPath).contains("/" + jar));
    }

    private static String jar(MatchResult coordinates) {
        return coordinates.group(1) + "-" + coordinates.group(2) + ".jar";
    }

    @Test
    void the_licences_are_there() throws IOException {
        assertThat(resource("LGPL-2.1.txt"))
                .contains("GNU LESSER GENERAL PUBLIC LICENSE", "Version 2.1, February 1999");
        assertThat(resource("JLine-BSD-3-Clause.txt")).contains("Neither the name of JLine");
        assertThat(resource("SLF4J-MIT.txt")).contains("QOS.ch", "Permission is hereby granted, free  of charge");
        assertThat(resource("Apache-2.0.txt")).contains("Apache License", "Version 2.0, January 2004");
    }
}
