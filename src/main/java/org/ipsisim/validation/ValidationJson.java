package org.ipsisim.validation;

import java.io.IOException;
import java.io.Writer;
import org.ipsisim.document.Json;
import org.ipsisim.scenario.Diagnostic;

/** Writes a validation as JSON, with all that a message to a person says. */
public final class ValidationJson {
    private ValidationJson() {}

    /** Writes one document; keys without a value are left out. */
    public static void write(Validation validation, Writer out) throws IOException {
        Json.write(
                out,
                json -> json.format()
                        .objects("files", validation.files(), ValidationJson::file)
                        .objects(
                                "unreadable",
                                validation.unreadable(),
                                (one, file) -> one.text("file", file.name()).text("reason", file.reason())));
    }

    private static void file(Json json, Validation.File file) {
        json.text("file", file.name())
                .text("verdict", file.verdict())
                .number("errors", file.errors())
                .number("warnings", file.warnings())
                .number("omitted", file.result().omitted())
                .objects(
                        "diagnostics",
                        file.result().diagnostics(),
                        (one, diagnostic) -> diagnostic(one, diagnostic, file.name()));
    }

    private static void diagnostic(Json json, Diagnostic diagnostic, String file) {
        json.text("level", diagnostic.isError() ? "error" : "warning");
        if (diagnostic.isCommandLine()) {
            json.text("assignment", diagnostic.sourceLine());
        } else {
            // A file that the scenario includes.
            unlessEmpty(json, "file", diagnostic.file().equals(file) ? "" : diagnostic.file());
            json.number("line", diagnostic.line());
        }
        json.number("column", diagnostic.column()).number("length", diagnostic.length());
        unlessEmpty(json, "key", diagnostic.key());
        json.text("message", diagnostic.message());
        unlessEmpty(json, "found", diagnostic.found());
        unlessEmpty(json, "allowed", diagnostic.allowed());
        unlessEmpty(json, "suggestion", diagnostic.suggestion());
        unlessEmpty(json, "note", diagnostic.note());
    }

    private static void unlessEmpty(Json json, String name, String text) {
        if (!text.isEmpty()) {
            json.text(name, text);
        }
    }
}
