package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes the tree of a file as {@code --set} assignments say, such as {@code timers.no-service-timeout=2m}. */
final class Overrides {
    private final Problems problems;

    Overrides(Problems problems) {
        this.problems = problems;
    }

    void apply(List<String> assignments, Node.Mapping root) {
        for (String assignment : assignments) {
            Optional<KeyPath> path = KeyPath.parse(assignment, problems);
            if (path.isPresent()) {
                Optional<Node> value = valueOf(path.get(), assignment);
                if (value.isPresent()) {
                    set(root, path.get(), value.get());
                }
            }
        }
    }

    private Optional<Node> valueOf(KeyPath path, String assignment) {
        SourceFile source = path.source();
        int start = path.valueStart();
        String text = assignment.substring(start);
        String trimmed = text.strip();
        int column = assignment.codePointCount(0, start) + 1;
        if (!trimmed.isEmpty() && "[{\"'".indexOf(trimmed.charAt(0)) >= 0) {
            return YamlTree.ofValue(source, assignment, start, problems);
        }
        int length = Math.max(1, text.codePointCount(0, text.length()));
        return Optional.of(new Node.Scalar(new Span(source, 1, column, length), trimmed, true));
    }

    private void set(Node.Mapping root, KeyPath path, Node value) {
        Node at = root;
        List<KeyPath.Step> steps = path.steps();
        for (int i = 0; i < steps.size(); i++) {
            KeyPath.Step step = steps.get(i);
            boolean last = i == steps.size() - 1;
            Optional<Node> next;
            if (step.isIndex()) {
                next = item(at, step, last ? Optional.of(value) : Optional.empty());
            } else {
                boolean listNext = !last && steps.get(i + 1).isIndex();
                next = entry(at, step, last ? Optional.of(value) : Optional.empty(), listNext);
            }
            if (next.isEmpty()) {
                return;
            }
            at = next.get();
        }
    }

    private Optional<Node> item(Node at, KeyPath.Step step, Optional<Node> value) {
        if (!(at instanceof Node.Listing listing)) {
            problems.error(step.span(), step.path(), "there is no list to take entry " + step.index() + " from");
            return Optional.empty();
        }
        int size = listing.items().size();
        if (step.index() >= size) {
            problems.error(step.span(), step.path(), "there is no entry " + step.index())
                    .allowed(size == 0 ? "nothing: the list is empty" : size == 1 ? "0" : "0 to " + (size - 1));
            return Optional.empty();
        }
        if (value.isPresent()) {
            listing.items().set(step.index(), value.get());
        }
        return Optional.of(listing.items().get(step.index()));
    }

    private Optional<Node> entry(Node at, KeyPath.Step step, Optional<Node> value, boolean listNext) {
        if (!(at instanceof Node.Mapping mapping)) {
            problems.error(step.span(), step.path(), "there is no key " + Quote.of(step.key()) + " under " + at.kind())
                    .note(at instanceof Node.Listing ? "write the number of the entry, as in `[0]`" : "");
            return Optional.empty();
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

    private static Node emptyMapping(KeyPath.Step step) {
        return new Node.Mapping(step.span(), new ArrayList<>());
    }
}
