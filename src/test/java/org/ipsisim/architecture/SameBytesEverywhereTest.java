package org.ipsisim.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that is shipped depends on the locale, the time zone or the charset of the machine. */
class SameBytesEverywhereTest {
    /** Calls that ask the machine, as {@code class.method(parameters)} with simple names of parameters. */
    private static final Set<String> ASKING = Set.of(
            "java.lang.String.format(String,Object[])",
            "java.lang.String.formatted(Object[])",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>(byte[])",
            "java.lang.String.<init>(byte[],int,int)",
            "java.io.InputStreamReader.<init>(InputStream)",
            "java.io.OutputStreamWriter.<init>(OutputStream)",
            "java.io.FileReader.<init>(File)",
            "java.io.FileReader.<init>(String)",
            "java.io.FileWriter.<init>(File)",
            "java.io.FileWriter.<init>(String)",
            "java.io.PrintStream.<init>(OutputStream)",
            "java.io.PrintStream.<init>(OutputStream,boolean)",
            "java.io.PrintStream.printf(String,Object[])",
            "java.io.PrintStream.format(String,Object[])",
            "java.io.PrintWriter.<init>(OutputStream)",
            "java.io.PrintWriter.<init>(OutputStream,boolean)",
            "java.io.PrintWriter.printf(String,Object[])",
            "java.io.PrintWriter.format(String,Object[])",
            "java.io.ByteArrayOutputStream.toString()",
            "java.util.Scanner.<init>(InputStream)",
            "java.util.Formatter.<init>()",
            "java.util.Locale.getDefault()",
            "java.util.TimeZone.getDefault()",
            "java.time.ZoneId.systemDefault()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.format.DateTimeFormatter.ofPattern(String)",
            "java.time.format.DateTimeFormatterBuilder.toFormatter()",
            "java.text.NumberFormat.getInstance()",
            "java.text.NumberFormat.getIntegerInstance()",
            "java.text.NumberFormat.getPercentInstance()",
            "java.text.DecimalFormat.<init>(String)",
            "java.text.SimpleDateFormat.<init>(String)",
            "java.text.Collator.getInstance()",
            "java.nio.charset.Charset.defaultCharset()",
            "org.jfree.chart.axis.NumberAxis.createIntegerTickUnits()");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ipsisim");

    private static String signature(JavaCodeUnitAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName() + "("
                + String.join(
                        ",",
                        access.getTarget().getRawParameterTypes().stream()
                                .map(type -> type.getSimpleName())
                                .toList())
                + ")";
    }

    @Test
    void nobody_asks_the_machine_for_locale_zone_or_charset() {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "what depends on the machine",
                        access -> access instanceof JavaCodeUnitAccess<?> call && ASKING.contains(signature(call))))
                .check(CLASSES);
    }

    /** The rule sees what it forbids. */
    @Test
    void the_rule_knows_calls_by_their_signature() {
        Set<String> here = Set.copyOf(new ClassFileImporter()
                .importClasses(Asks.class).get(Asks.class).getCodeUnitCallsFromSelf().stream()
                        .map(SameBytesEverywhereTest::signature)
                        .toList());
        assertThat(Stream.of(
                        "java.lang.String.format(String,Object[])",
                        "java.lang.String.toLowerCase()",
                        "java.lang.String.<init>(byte[])",
                        "java.util.Locale.getDefault()"))
                .allMatch(ASKING::contains)
                .allMatch(here::contains);
    }

    private static final class Asks {
        String all() {
            return String.format("%d", 1).toLowerCase()
                    + new String("x".getBytes(StandardCharsets.UTF_8))
                    + java.util.Locale.getDefault();
        }
    }
}
