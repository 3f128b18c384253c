package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes the tree of a file as {@code --set} assignments say, such as {@code timers.no-service-timeout=2m}. */
record Overrides(Problems problems) {
    private static final String FORM = "a key path, `=` and a value, such as `timers.no-service-timeout=2m`";

    /** A key, or an index in brackets; then a dot, unless an index or the end follows. */
    private static final Pattern STEP = Pattern.compile("\\[([0-9]{1,6})]|[^.\\[]+");

    private static final int MOST_STEPS = 20;

    /**
     * A step of a key path such as {@code port-networks[0].calls.pn}.
     *
     * @param key the key; empty for an index
     * @param index the index from 0; negative for a key
     * @param path the path up to here
     */
    private record Step(String key, int index, SourceSpan span, String path) {
        boolean isIndex() {
            return index >= 0;
        }
    }

    void apply(List<String> assignments, Node.Mapping root) {
        for (String assignment : assignments) {
            SourceFile source = SourceFile.ofAssignment(assignment);
            int equals = assignment.indexOf('=');
            if (equals < 0) {
                problems.error(SourceSpan.at(source, 1, length(assignment) + 1), "", "there is no `=`")
                        .allowed(FORM);
            } else {
                steps(source, assignment, equals)
                        .ifPresent(steps ->
                                valueOf(source, assignment, equals + 1).ifPresent(value -> set(root, steps, value)));
            }
        }
    }

    /** The path before the equals sign; empty, with an error, if it is not one. */
    private Optional<List<Step>> steps(SourceFile source, String assignment, int equals) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(assignment).region(0, equals);
        int at = 0;
        while (at < equals || steps.isEmpty()) {
            boolean isStep = step.region(at, equals).lookingAt() && steps.size() < MOST_STEPS;
            int end = isStep ? step.end() : endOfWord(assignment, at, equals);
            String word = assignment.substring(at, end);
            SourceSpan span =
                    new SourceSpan(source, 1, length(assignment.substring(0, at)) + 1, Math.max(1, length(word)));
            boolean isDot = end < equals && assignment.charAt(end) == '.';
            if (!isStep || isDot && end + 1 == equals) {
                return problems.error(span, "", Quote.of(assignment.substring(0, equals)) + " is not a key path")
                        .found(word)
                        .allowed(FORM)
                        .none();
            }
            boolean isIndex = step.group(1) != null;
            int index = isIndex ? Integer.parseInt(step.group(1)) : -1;
            steps.add(new Step(isIndex ? "" : word, index, span, assignment.substring(0, end)));
            at = isDot ? end + 1 : end;
        }
        return Optional.of(steps);
    }

    /** The end of something that is not a step: its closing bracket, or what begins the next step. */
    private static int endOfWord(String assignment, int start, int equals) {
        boolean isIndex = start < equals && assignment.charAt(start) == '[';
        Matcher end = Pattern.compile(isIndex ? "(?<=])" : "[.\\[]")
                .matcher(assignment)
                .region(start, equals);
        return end.find() ? end.start() : equals;
    }

    private Optional<Node> valueOf(SourceFile source, String assignment, int start) {
        String text = assignment.substring(start);
        String trimmed = text.strip();
        if (!trimmed.isEmpty() && "[{\"'".indexOf(trimmed.charAt(0)) >= 0) {
            return YamlTree.ofValue(source, assignment, start, problems);
        }
        int column = assignment.codePointCount(0, start) + 1;
        return Optional.of(
                new Node.Scalar(new SourceSpan(source, 1, column, Math.max(1, length(text))), trimmed, true));
    }

    private void set(Node.Mapping root, List<Step> steps, Node value) {
        Optional<Node> at = Optional.of(root);
        for (int i = 0; i < steps.size() && at.isPresent(); i++) {
            Step step = steps.get(i);
            boolean isLast = i == steps.size() - 1;
            Optional<Node> added = isLast ? Optional.of(value) : Optional.empty();
            at = step.isIndex()
                    ? item(at.get(), step, added)
                    : entry(at.get(), step, added, !isLast && steps.get(i + 1).isIndex());
        }
    }

    private Optional<Node> item(Node at, Step step, Optional<Node> value) {
        if (!(at instanceof Node.Listing listing)) {
            return problems.error(step.span(), step.path(), "there is no list to take entry " + step.index() + " from")
                    .none();
        }
        int size = listing.items().size();
        if (step.index() >= size) {
            return problems.error(step.span(), step.path(), "there is no entry " + step.index())
                    .allowed(size == 0 ? "nothing: the list is empty" : size == 1 ? "0" : "0 to " + (size - 1))
                    .none();
        }
        value.ifPresent(node -> listing.items().set(step.index(), node));
        return Optional.of(listing.items().get(step.index()));
    }

    private Optional<Node> entry(Node at, Step step, Optional<Node> value, boolean listNext) {
        if (!(at instanceof Node.Mapping mapping)) {
            return problems.error(
                            step.span(), step.path(), "there is no key " + Quote.of(step.key()) + " under " + at.kind())
                    .note(at instanceof Node.Listing ? "write the number of the entry, as in `[0]`" : "")
                    .none();
        }
        List<Node.Entry> entries = mapping.entries();
        Node.Scalar key = new Node.Scalar(step.span(), step.key(), true);
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().text().equals(step.key())) {
                Node old = entries.get(i).value();
                if (value.isPresent()) {
                    entries.set(i, new Node.Entry(key, value.get()));
                } else if (old instanceof Node.Scalar scalar && scalar.isEmpty() && !listNext) {
                    entries.set(i, new Node.Entry(key, emptyMapping(step)));
                }
                return Optional.of(entries.get(i).value());
            }
        }
        Node added = value.orElse(emptyMapping(step));
        entries.add(new Node.Entry(key, added));
        return Optional.of(added);
    }

    private static Node emptyMapping(Step step) {
        return new Node.Mapping(step.span(), new ArrayList<>());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
