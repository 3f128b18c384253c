package org.ipsisim.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of others, with the Debian package that has it. Whatever is started listens on loopback alone and has an end. */
enum Peer {
    SIPP("sipp", "sip-tester"),
    KAMAILIO("kamailio", "kamailio"),
    TSHARK("tshark", "tshark"),
    SNGREP("sngrep", "sngrep"),
    BARESIP("baresip", "baresip-core"),
    LINPHONE("linphonec", "linphone-cli"),
    WINE("wine", "wine");

    private static final long LONGEST = 60;

    private final String program;
    private final String debianPackage;

    Peer(String program, String debianPackage) {
        this.program = program;
        this.debianPackage = debianPackage;
    }

    /** Skips the test where the program is not installed. */
    void assumeInstalled() {
        boolean installed = Arrays.stream(
                        (System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(installed, program + " is not installed: apt-get install " + debianPackage);
    }

    /** Starts it in a folder, its home; its output goes to {@code NAME.log} there. It ends with this JVM at the latest. */
    Process start(Path folder, String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    /** Runs it to its end, which it must reach with status 0, and returns what it wrote. */
    String run(Path folder, String... arguments) throws IOException, InterruptedException {
        Process process = start(folder, program, arguments);
        process.getOutputStream().close();
        String log = folder.resolve(program + ".log").toString();
        if (!process.waitFor(LONGEST, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        String written = Files.readString(Path.of(log));
        assertThat(process.exitValue()).as(written).isZero();
        return written;
    }
}
