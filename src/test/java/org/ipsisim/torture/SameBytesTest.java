package org.ipsisim.torture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.cli.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands write the same bytes in every locale and time zone: to standard output and into files. */
class SameBytesTest {
    /** {@code @} begins what is written. */
    private static final List<String> COMMANDS = List.of(
            "run scenarios/minimal.yaml --report @out --pdf --date=2026-11-20 --for=Iğdır",
            "run scenarios/friday-outage.yaml",
            "run scenarios/friday-outage.yaml --format=json",
            "run scenarios/minimal.yaml --format=csv",
            "run scenarios/wan-cut.yaml --format=ndjson",
            "run scenarios/wan-cut.yaml --format=junit",
            "run scenarios/minimal.yaml --format=perfetto",
            "run scenarios/sip-short-cut.yaml --format=json",
            "validate scenarios/wan-cut.yaml --effective",
            "validate scenarios/wan-cut.yaml --format=sarif --set=links[0].los=1",
            "explain scenarios/friday-outage.yaml --limit=1",
            "status scenarios/friday-outage.yaml --at=14:56",
            "compare scenarios/wan-cut.yaml --against=timers.no-service-timeout=2m --report @out",
            "thresholds scenarios/minimal.yaml --step=1m --format=csv",
            "sweep scenarios/minimal.yaml --vary=timers.no-service-timeout=2m,5m --report @out",
            "monte-carlo scenarios/month-by-chance.yaml --set=duration=1d --runs=4 --format=json",
            "audit scenarios/minimal.yaml --durations=5m --report @out",
            "replay scenarios/wan-cut.yaml --outages=scenarios/data/wan-cuts-2025.csv --ignore-unknown --zone=America/Chicago",
            "import scenarios/data/console-paste.txt -o @estate.yaml",
            "sip lint scenarios/data/lost-prack.txt",
            "sip ladder scenarios/sip-prack.yaml --phone=6001 --format=html",
            "sip ladder scenarios/sip-prack.yaml --phone=6001 --pcap=@calls.pcap --messages",
            "quiz scenarios/wan-cut.yaml --questions=2 --limit=1 --html=@quiz",
            "lesson cold-reset --html=@course",
            "play scenarios/minimal.yaml --record=@play.cast --speed=600 --limit=1",
            "init @new.yaml --template=campus",
            "fmt scenarios/wan-cut.yaml --check",
            "generate-man",
            "schema run",
            // A library writes this one: in a process of its own it is held to a locale.
            "generate-completion --shell=zsh");

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private static final List<Environment> ENVIRONMENTS = List.of(
            new Environment("C.UTF-8", "", "UTC"),
            new Environment("C", "", "America/St_Johns"),
            new Environment("C.UTF-8", "ar-EG", "Asia/Kathmandu"),
            new Environment("C", "fa-IR", "Asia/Tehran"),
            new Environment("C.UTF-8", "th-TH", "Pacific/Apia"),
            new Environment("C.UTF-8", "tr-TR", "Europe/Istanbul"),
            new Environment("POSIX", "hi-IN", "Europe/Dublin"),
            new Environment("C.UTF-8", "de-CH", "America/Chicago"));

    /** A locale of the C library, one of Java or none, and a time zone. */
    private record Environment(String locale, String ofJava, String zone) {
        /** Where text for people spells out what there is no letter for. */
        boolean isAscii() {
            return !locale.endsWith("UTF-8");
        }

        void describe(Map<String, String> variables) {
            variables.keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("IPSISIM_"));
            variables.remove("JAVA_TOOL_OPTIONS");
            variables.put("LC_ALL", locale);
            variables.put("TZ", zone);
            if (!ofJava.isEmpty()) {
                String[] parts = ofJava.split("-");
                variables.put("IPSISIM_JAVA_OPTS", "-Duser.language=" + parts[0] + " -Duser.country=" + parts[1]);
            }
        }
    }

    @TempDir
    private Path folder;

    /** The words of a command that writes into an empty directory, the same each time. */
    private String[] words(String command) throws IOException {
        Path written = folder.resolve("written");
        Trees.delete(written);
        Files.createDirectory(written);
        return command.replace("@", written + "/").split(" ");
    }

    /** Standard output, and every file. */
    private Map<String, byte[]> kept(byte[] out) throws IOException {
        Map<String, byte[]> all = Trees.read(folder.resolve("written"));
        all.put("standard output", out);
        return all;
    }

    private Map<String, byte[]> here(String command) throws IOException {
        Outcome outcome = Outcome.of(words(command));
        assertThat(outcome.status()).as(command + "\n" + outcome.err()).isLessThanOrEqualTo(2);
        return kept((outcome.out() + outcome.status() + outcome.err()).getBytes(UTF_8));
    }

    private List<Map<String, byte[]>> allHere(String locale, String zone) throws IOException {
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            List<Map<String, byte[]>> all = new ArrayList<>();
            for (String command : COMMANDS.subList(0, COMMANDS.size() - 1)) {
                all.add(here(command));
            }
            return all;
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }

    private static void assertSame(List<Map<String, byte[]>> one, List<Map<String, byte[]>> other, String where) {
        for (int i = 0; i < one.size(); i++) {
            assertThat(one.get(i)).as(COMMANDS.get(i)).hasSizeGreaterThan(0);
            assertThat(Trees.differences(one.get(i), other.get(i)))
                    .as(COMMANDS.get(i) + ", " + where)
                    .isEmpty();
        }
    }

    @Test
    void within_one_process_in_any_locale_and_zone() throws IOException {
        List<Map<String, byte[]>> plain = allHere("und", "UTC");
        assertSame(plain, allHere("ar-EG-u-nu-arab", "Asia/Kathmandu"), "ar");
        assertSame(plain, allHere("th-TH-u-ca-buddhist-nu-thai", "Pacific/Apia"), "th");
        assertSame(plain, allHere("tr-TR", "America/St_Johns"), "tr");
    }

    /** A release whose jar has no classes and names where they are. */
    private Path launcher() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("release/lib")).getParent();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.ipsisim.cli.Main");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        new JarOutputStream(jar, manifest).close();
        Files.write(tree.resolve("lib/ipsisim.jar"), jar.toByteArray());
        return Files.copy(Path.of("ipsisim"), tree.resolve("ipsisim"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** This JDK, and those beside it that are new enough. */
    private static List<Path> listJdks() throws IOException {
        Path here = Path.of(System.getProperty("java.home"));
        try (Stream<Path> beside = Files.list(here.getParent())) {
            return Stream.concat(
                            Stream.of(here),
                            beside.filter(jdk -> !jdk.equals(here) && !Files.isSymbolicLink(jdk) && isNewEnough(jdk))
                                    .sorted())
                    .toList();
        }
    }

    private static boolean isNewEnough(Path jdk) {
        try {
            Matcher version = VERSION.matcher(Files.readString(jdk.resolve("release")));
            return version.find() && Integer.parseInt(version.group(1)) >= 17;
        } catch (IOException e) {
            return false;
        }
    }

    private Map<String, byte[]> launched(Path launcher, Environment environment, Path jdk, String command)
            throws Exception {
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(List.of(words(command)));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
        environment.describe(builder.environment());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(command + "\n" + Files.readString(err, ISO_8859_1))
                .isLessThanOrEqualTo(2);
        return kept(Files.readAllBytes(out));
    }

    /** With the JDKs that are installed, in turn: thirty commands in eight environments. */
    @Test
    @Tag("torture")
    void through_the_launcher_in_any_environment() throws Exception {
        Path launcher = launcher();
        List<Path> jdks = listJdks();
        List<Map<String, byte[]>> plain = new ArrayList<>();
        for (int i = 0; i < ENVIRONMENTS.size(); i++) {
            Environment environment = ENVIRONMENTS.get(i);
            Path jdk = jdks.get(i / 2 % jdks.size());
            List<Map<String, byte[]>> all = new ArrayList<>();
            for (String command : COMMANDS) {
                all.add(launched(launcher, environment, jdk, command));
                if (environment.isAscii()) {
                    all.get(all.size() - 1)
                            .put("standard output", plain.get(all.size() - 1).get("standard output"));
                }
            }
            plain = i == 0 ? all : plain;
            assertSame(plain, all, environment + ", " + jdk);
        }
    }
}
