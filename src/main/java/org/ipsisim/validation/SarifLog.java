package org.ipsisim.validation;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipsisim.document.Json;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.FormatRule;

/** Writes a validation in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS), as code hosts show it. */
public final class SarifLog {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private record Result(String file, Diagnostic diagnostic, FormatRule rule) {}

    private final Validation validation;
    private final List<Result> results = new ArrayList<>();
    private final List<FormatRule> rules;

    private SarifLog(Validation validation) {
        this.validation = validation;
        for (Validation.File file : validation.files()) {
            file.result()
                    .diagnostics()
                    .forEach(diagnostic -> results.add(new Result(file.name(), diagnostic, FormatRule.of(diagnostic))));
        }
        TreeSet<FormatRule> broken = new TreeSet<>(Comparator.comparing(FormatRule::id));
        results.forEach(result -> broken.add(result.rule()));
        rules = List.copyOf(broken);
    }

    /** Writes a log with one run. */
    public static void write(Validation validation, Writer out) throws IOException {
        SarifLog log = new SarifLog(validation);
        Json.write(
                out,
                json -> json.text("$schema", SCHEMA)
                        .text("version", "2.1.0")
                        .objects("runs", List.of(log), (run, one) -> one.run(run)));
    }

    private void run(Json json) {
        String[] program = validation.version().split(" ", 2);
        json.object(
                        "tool",
                        tool -> tool.object(
                                "driver",
                                driver -> driver.text("name", program[0])
                                        .text("version", program[1])
                                        .objects("rules", rules, SarifLog::rule)))
                .text("columnKind", "unicodeCodePoints")
                .objects("invocations", List.of(validation), (one, all) -> invocation(one))
                .objects("results", results, this::result);
    }

    private static void rule(Json json, FormatRule rule) {
        json.text("id", rule.id()).object("shortDescription", text -> text.text("text", rule.meaning()));
    }

    private void invocation(Json json) {
        json.flag("executionSuccessful", validation.unreadable().isEmpty())
                .objects(
                        "toolExecutionNotifications",
                        notifications(),
                        (one, message) ->
                                one.text("level", "error").object("message", text -> text.text("text", message)));
    }

    /** What is no result of the check: files that cannot be read, and problems that are not listed. */
    private List<String> notifications() {
        Stream<String> unreadable = validation.unreadable().stream().map(file -> file.name() + ": " + file.reason());
        Stream<String> omitted = validation.files().stream()
                .filter(file -> file.result().omitted() > 0)
                .map(file -> file.name() + ": " + file.result().omitted() + " more problems are not listed");
        return Stream.concat(unreadable, omitted).toList();
    }

    private void result(Json json, Result result) {
        Diagnostic diagnostic = result.diagnostic();
        json.text("ruleId", result.rule().id())
                .number("ruleIndex", rules.indexOf(result.rule()))
                .text("level", diagnostic.isError() ? "error" : "warning")
                .object("message", text -> text.text("text", sentence(diagnostic)))
                .objects("locations", List.of(result), SarifLog::location);
    }

    private static String sentence(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder();
        if (diagnostic.isCommandLine()) {
            text.append("set ").append(diagnostic.sourceLine()).append(": ");
        }
        if (!diagnostic.key().isEmpty()) {
            text.append(diagnostic.key()).append(": ");
        }
        text.append(diagnostic.message());
        text.append(diagnostic.allowed().isEmpty() ? "" : "; allowed: " + diagnostic.allowed());
        text.append(diagnostic.suggestion().isEmpty() ? "" : "; did you mean `" + diagnostic.suggestion() + "`?");
        text.append(diagnostic.note().isEmpty() ? "" : "; note: " + diagnostic.note());
        return text.toString();
    }

    /** A value of the command line has no place in the file: it is about the whole. */
    private static void location(Json json, Result result) {
        Diagnostic diagnostic = result.diagnostic();
        json.object("physicalLocation", place -> {
            place.object(
                    "artifactLocation",
                    file -> file.text("uri", uri(diagnostic.isCommandLine() ? result.file() : diagnostic.file())));
            if (!diagnostic.isCommandLine()) {
                place.row(
                        "region",
                        region -> region.number("startLine", diagnostic.line())
                                .number("startColumn", diagnostic.column())
                                .number("endColumn", diagnostic.column() + diagnostic.length()));
            }
        });
    }

    /** A file as the user named it; a relative name stays relative, and its first part is no scheme. */
    static String uri(String name) {
        String path = name.replace(File.separatorChar, '/');
        boolean isAbsolute = new File(name).isAbsolute();
        String rooted = isAbsolute && !path.startsWith("/") ? "/" + path : path;
        try {
            return isAbsolute
                    ? new URI("file", "", rooted, null).toASCIIString()
                    : new URI(null, null, path.contains(":") ? "./" + path : path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
