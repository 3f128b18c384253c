package org.ipsisim.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher for Windows, run by the command interpreter of Wine. Its Java is a script that shows its arguments. Wine does
 * not tell the exit status of such a script, so that of ipsisim is not seen here.
 */
@Tag("peers")
class WindowsLauncherTest {
    private static final String COLLECTOR = "[-XX:+UseSerialGC]\n";
    private static final String OPTIONS = "[-XX:-UsePerfData]\n[-Xshare:auto]\n[-Dipsisim.command=ipsisim]\n";

    @TempDir
    private Path folder;

    /** A Java whose {@code --version} is this; without a version it takes no such option, as Java 8 does. */
    private String java(String name, String version) throws IOException {
        Path java = folder.resolve(name + "/bin/java.exe");
        Files.createDirectories(java.getParent());
        String told =
                version.isEmpty() ? "exit 1" : "echo 'openjdk " + version + " 2023-10-17'; echo 'Runtime 1 x'; exit";
        Files.writeString(java, "#!/bin/sh\n[ \"$1\" = --version ] && { " + told + "; }\nprintf '[%s]\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return "set JAVA_HOME=" + windows(folder.resolve(name));
    }

    private static String windows(Path path) {
        return "Z:" + path.toString().replace('/', '\\');
    }

    /** Runs lines of a batch file and then the launcher, from a folder with a blank; what it wrote, and its exit status. */
    private String launch(String arguments, String... before) throws Exception {
        Path release = folder.resolve("my programs");
        Files.createDirectories(release);
        String launcher = Files.readString(Path.of("src/release/ipsisim.cmd")).replace("\n", "\r\n");
        Files.writeString(release.resolve("ipsisim.cmd"), launcher);
        String lines = "@echo off\r\n" + String.join("\r\n", List.of(before)) + "\r\n\""
                + windows(release.resolve("ipsisim.cmd")) + "\" " + arguments + "\r\n";
        Path batch = Files.writeString(folder.resolve("batch.cmd"), lines);
        Process process = Peer.WINE.start(folder, "wine", "cmd", "/c", windows(batch));
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(folder.resolve("wine.log")).replace("\r", "") + process.exitValue();
    }

    /** The same, where Java is a script: Wine goes on without waiting for one, and may read too soon what it tells. */
    private String launchWithJava(String arguments, String... before) throws Exception {
        String told = launch(arguments, before);
        for (int tries = 1; tries < 30 && told.contains("there is none"); tries++) {
            told = launch(arguments, before);
        }
        return told;
    }

    @Test
    void arguments_reach_ipsisim_as_they_are_and_no_Java_or_an_old_one_is_refused() throws Exception {
        Peer.WINE.assumeInstalled();
        String jar = "[-jar]\n["
                + windows(folder.resolve("my programs\\lib\\ipsisim.jar")).replace("/", "\\") + "]\n";

        assertThat(launchWithJava("run \"a b.yaml\" --set \"x=[1, 2]\"", java("java", "17.0.9")))
                .endsWith(COLLECTOR + OPTIONS + jar + "[run]\n[a b.yaml]\n[--set]\n[x=[1, 2]]\n0");
        assertThat(launchWithJava("run", java("java", "21-ea"), "set IPSISIM_JAVA_OPTS=-XX:+UseG1GC -Da=b"))
                .endsWith(OPTIONS + "[-XX:+UseG1GC]\n[-Da=b]\n" + jar + "[run]\n0")
                .doesNotContain(COLLECTOR);
        assertThat(launchWithJava("run", java("old", "11.0.2")))
                .contains("ipsisim: Java 17 or newer is needed; this one is 11.0.2")
                .endsWith("3");
        assertThat(launch("run", java("older", "")))
                .contains("ipsisim: Java 17 or newer is needed, and there is none: set JAVA_HOME or PATH")
                .endsWith("3");
        assertThat(launch("run", "set JAVA_HOME=Z:\\nowhere"))
                .contains("and there is none")
                .endsWith("3");

        java("my programs/runtime", "17.0.9");
        assertThat(launchWithJava("run", java("old", "11.0.2"))).endsWith(jar + "[run]\n0");
    }
}
