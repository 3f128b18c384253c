package org.ipsisim.scenario;

import java.util.Optional;

/** A diagnostic in the making: the check that found it adds what helps. */
final class Finding {
    private final boolean isError;
    private final SourceSpan span;
    private final String key;
    private final String message;
    private String found = "";
    private String allowed = "";
    private String suggestion = "";
    private String note = "";

    Finding(boolean isError, SourceSpan span, String key, String message) {
        this.isError = isError;
        this.span = span;
        this.key = key;
        this.message = message;
    }

    Finding found(String text) {
        found = text;
        return this;
    }

    Finding allowed(String text) {
        allowed = text;
        return this;
    }

    /** The nearest correct word; empty for none. */
    Finding suggest(String text) {
        suggestion = text;
        return this;
    }

    Finding note(String text) {
        note = text;
        return this;
    }

    /** No value: what reading gives after an error. */
    <V> Optional<V> none() {
        return Optional.empty();
    }

    SourceSpan span() {
        return span;
    }

    boolean isError() {
        return isError;
    }

    Diagnostic toDiagnostic() {
        return new Diagnostic(
                isError,
                span.source().name(),
                span.line(),
                span.column(),
                span.length(),
                key,
                message,
                found,
                allowed,
                suggestion,
                span.source()
                        .includedBy()
                        .map(by -> (note.isEmpty() ? "" : note + "; ") + "included by " + by.shown())
                        .orElse(note),
                span.source().line(span.line()));
    }
}
