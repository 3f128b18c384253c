package org.ipsisim.course;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Keyed;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.report.RunSection;
import org.ipsisim.scenario.DataFile;
import org.ipsisim.scenario.DataMap;
import org.ipsisim.scenario.DataValue;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.ScenarioSource;

/** Reads one lesson strictly, runs its scenario and works out every answer. */
final class LessonReader {
    private static final String SENTENCE = "a sentence";
    private static final String PARAGRAPHS = "paragraphs, separated by empty lines";
    private static final String FILE = "the name of a scenario file beside the lesson";

    private final Source shelf;
    private final String file;
    private final DataFile content;
    private final Optional<DataMap> root;
    private final Lesson.Head head;
    private final List<Diagnostic> ofScenario = new ArrayList<>();

    /**
     * A reader of a file.
     *
     * @throws IOException if the file cannot be read
     */
    LessonReader(Source shelf, String file) throws IOException {
        this.shelf = shelf;
        this.file = file;
        content = DataFile.read(shelf.shown(file), shelf.read(file), "a lesson");
        root = content.root().map(value -> value.mapping("a lesson", LessonKeys.LESSON.names()));
        head = new Lesson.Head(
                name(),
                root.map(map -> map.requireText("title", SENTENCE)).orElse(""),
                root.map(map -> Prose.oneLine(map.requireText("idea", SENTENCE)))
                        .orElse(""),
                root.map(map -> map.list("questions", LessonKeys.MOST_QUESTIONS).size())
                        .orElse(0));
    }

    /** Its name: that of the file without the ending. */
    String name() {
        return file.replaceFirst("(?i)(?<=.)\\.ya?ml$", "").replaceFirst(".*[/\\\\]", "");
    }

    /** What the list of lessons says about it, without a run; texts that are missing are empty. */
    Lesson.Head head() {
        return head;
    }

    /** The lesson; empty if {@link #diagnostics} has an error. */
    Optional<Lesson> read() {
        Optional<Lesson> lesson = root.flatMap(this::read);
        return content.hasErrors() || ofScenario.stream().anyMatch(Diagnostic::isError) ? Optional.empty() : lesson;
    }

    /** What is wrong with the scenario and the lesson. */
    List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>(ofScenario);
        all.addAll(content.diagnostics());
        return all;
    }

    private Optional<Lesson> read(DataMap map) {
        Optional<DataValue> scenario = map.require("scenario", FILE);
        Optional<ScenarioSource> source = scenario.flatMap(this::source);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        LessonRuns runs = new LessonRuns(source.get(), watched(map, source.get()), shelf);
        History run;
        try {
            run = runs.with(List.of());
        } catch (LessonTextError e) {
            Entry.report(e, scenario.get());
            return Optional.empty();
        }
        Entry entry = new Entry(map, runs);
        List<String> text = entry.meaning("text", PARAGRAPHS, all -> Prose.paragraphs(Prose.of(all, run, run)))
                .orElse(List.of());
        List<Question> questions = questions(map, runs);
        Optional<Experiment> experiment = map.find("experiment").flatMap(value -> Experiment.read(value, runs, run));
        String basis = entry.optionalProse("basis", run, run);
        Exercise exercise = new Exercise(
                head.title(),
                text,
                source.get().file(),
                lines(source.get().content()),
                questions,
                run.withoutHeartbeats(),
                sections(map));
        return Optional.of(new Lesson(name(), head.idea(), exercise, experiment, basis));
    }

    private Optional<ScenarioSource> source(DataValue value) {
        Optional<String> name = value.text(FILE);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (name.get().matches(".*[/\\\\].*")) {
            value.error("is not a file beside the lesson", FILE, "");
            return Optional.empty();
        }
        try {
            ScenarioSource source = new ScenarioSource(shelf.shown(name.get()), shelf.read(name.get()), List.of());
            ofScenario.addAll(source.read(List.of()).diagnostics());
            boolean usable = ofScenario.stream().noneMatch(Diagnostic::isError);
            return usable ? Optional.of(source) : Optional.empty();
        } catch (IOException e) {
            value.error("cannot be read", FILE, "");
            return Optional.empty();
        }
    }

    /** The phone under {@code watch}, whose messages the lesson shows: the first one that has the extension. */
    private static KeptPhones watched(DataMap map, ScenarioSource source) {
        Optional<DataValue> value = map.find("watch");
        Optional<Long> extension = value.flatMap(each -> each.integer(1, LessonKeys.MOST_EXTENSION));
        if (extension.isEmpty()) {
            return KeptPhones.NONE;
        }
        Optional<KeptPhones> kept = source.read(List.of()).scenario().stream()
                .flatMap(scenario -> scenario.estate().sip().phones().stream())
                .filter(phones -> phones.has(extension.get()))
                .findFirst()
                .map(phones -> KeptPhones.watching(phones.name(), extension.get()));
        if (kept.isEmpty()) {
            value.get().error("is no extension of the scenario", "the extension of a phone", "");
        }
        return kept.orElse(KeptPhones.NONE);
    }

    private List<Question> questions(DataMap map, LessonRuns runs) {
        List<Question> questions = new ArrayList<>();
        Optional<DataValue> all =
                map.require("questions", "a list of 1 to " + LessonKeys.MOST_QUESTIONS + " questions");
        if (all.isPresent()) {
            List<DataValue> items = all.get().items(LessonKeys.MOST_QUESTIONS);
            if (items.isEmpty() && all.get().isList()) {
                all.get().error("has no questions", "1 to " + LessonKeys.MOST_QUESTIONS + " questions", "");
            }
            for (int i = 0; i < items.size(); i++) {
                QuestionReader.read(items.get(i), runs, name() + "/" + (i + 1)).ifPresent(questions::add);
            }
        }
        return questions;
    }

    private static List<RunSection> sections(DataMap map) {
        if (!map.has("show")) {
            return List.of(RunSection.TIMELINE, RunSection.STATES);
        }
        List<String> keys = Keyed.keys(RunSection.class);
        List<RunSection> sections = new ArrayList<>();
        for (DataValue item : map.list("show", keys.size())) {
            item.word(keys).flatMap(word -> Keyed.find(RunSection.class, word)).ifPresent(sections::add);
        }
        return sections;
    }

    private static List<String> lines(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }

    /** Where lessons and their scenarios are kept. */
    interface Source {
        /**
         * The bytes of a file.
         *
         * @throws IOException if there is no such file, or it cannot be read
         */
        byte[] read(String name) throws IOException;

        /** The name of the file in messages and on command lines. */
        String shown(String name);
    }
}
