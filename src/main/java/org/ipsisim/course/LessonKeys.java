package org.ipsisim.course;

import static org.ipsisim.scenario.JsonSchema.demanding;
import static org.ipsisim.scenario.JsonSchema.node;
import static org.ipsisim.scenario.JsonSchema.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.Keyed;
import org.ipsisim.report.RunSection;
import org.ipsisim.scenario.JsonSchema;

/** The keys of one kind of mapping in lesson files, and what each means: for the reader, and for the JSON Schema. */
public final class LessonKeys {
    /** Most questions of a lesson. */
    static final int MOST_QUESTIONS = 10;

    /** Longest list of settings, conditions or rules. */
    static final int MOST_ITEMS = 20;

    /** The greatest extension of a phone: fifteen digits. */
    static final long MOST_EXTENSION = 999_999_999_999_999L;

    /** What the number of a rule looks like. */
    static final String RULE = "[RMNTCQUASDPOXW][1-9][0-9]?";

    private static final Map<String, Object> TEXT = node("type", "string");
    private static final Map<String, Object> VALUE = node("type", List.of("string", "number"));
    private static final Map<String, Object> CONDITION = node("type", List.of("string", "boolean"));
    private static final String SETTINGS =
            "What is changed in the scenario first: KEY=VALUE as for --set, or a list of 1 to " + MOST_ITEMS + ".";

    /** A wrong answer to a question about a quantity. */
    static final LessonKeys WRONG = new LessonKeys(
                    "A wrong answer: a value, another quantity, or the same quantity with something set.")
            .key("value", "The answer as it would be written.", VALUE)
            .key("quantity", "The quantity of the run that somebody takes for the right one.", VALUE)
            .key("set", SETTINGS, oneOrMore(TEXT))
            .required("because", "Why this answer is wrong.", TEXT)
            .rule("anyOf", List.of(demanding("value"), demanding("quantity"), demanding("set")))
            .rule(
                    "dependencies",
                    node("value", node("not", node("anyOf", List.of(demanding("quantity"), demanding("set"))))));

    /** A statement to choose. */
    static final LessonKeys CHOICE = new LessonKeys("A statement; exactly one must be right in the run.")
            .required("say", "The statement.", TEXT)
            .key(
                    "if",
                    "The conditions under which it is right, such as `calls dropped = 0`: one, or a list of which all must hold;"
                            + " true or false for facts that no run decides.",
                    oneOrMore(CONDITION))
            .key("finding", "With `capture`: rules that sip lint finds broken in it, or `nothing`.", oneOrMore(TEXT))
            .key("set", SETTINGS, oneOrMore(TEXT))
            .key("because", "Why this answer is wrong. A right one may do without.", TEXT)
            .rule("anyOf", List.of(demanding("if"), demanding("finding")));

    /** A question. */
    static final LessonKeys QUESTION = new LessonKeys("A question: `quantity` with `wrong`, or `choices`.")
            .required("ask", "The question.", TEXT)
            .key("set", SETTINGS, oneOrMore(TEXT))
            .key("capture", "A pcap file beside the lesson, whose messages are shown.", TEXT)
            .key("quantity", "The quantity of the run that is the right answer, such as `state of pn-1 at 80s`.", VALUE)
            .key(
                    "wrong",
                    "The wrong answers to a question with `quantity`.",
                    list(WRONG.schema(), 1, Question.MOST_CHOICES - 1))
            .key(
                    "choices",
                    "The statements of which one is right.",
                    list(CHOICE.schema(), 2, Question.MOST_CHOICES - 1))
            .required("explain", "Why the right answer is right; {quantities} in braces are filled in.", TEXT)
            .key("rules", "Numbers of docs/rules.md, such as R15.", oneOrMore(text("^" + RULE + "$")))
            .rule("oneOf", List.of(demanding("quantity", "wrong"), demanding("choices")));

    /** What to try after the questions. */
    static final LessonKeys EXPERIMENT = new LessonKeys("What to try afterwards.")
            .required("task", "What to do, in a sentence.", TEXT)
            .required(
                    "set",
                    "What is changed: KEY=VALUE as for --set, or a list of 1 to " + MOST_ITEMS + ".",
                    oneOrMore(TEXT))
            .required(
                    "check",
                    "Conditions that hold in the changed run; at least one does not hold without the change.",
                    oneOrMore(CONDITION))
            .required("then", "What one sees then.", TEXT);

    /** A whole lesson. */
    static final LessonKeys LESSON = new LessonKeys("A lesson about a scenario: questions whose answers the run gives.")
            .required("title", "In a few words.", TEXT)
            .required("idea", "The one thing that the lesson teaches, in a sentence; shown after the answers.", TEXT)
            .required("text", "What one has to know beforehand, in paragraphs; nothing that a question asks for.", TEXT)
            .required("scenario", "The name of the scenario file, beside the lesson.", text("^[^/\\\\]+$"))
            .key(
                    "watch",
                    "The extension of a SIP phone whose messages `ladders` shows.",
                    node("type", "integer", "minimum", 1, "maximum", MOST_EXTENSION))
            .key(
                    "show",
                    "What is shown of the run; timeline and states without it.",
                    node("type", "array", "items", node("enum", Keyed.keys(RunSection.class))))
            .required("questions", "1 to " + MOST_QUESTIONS + " questions.", list(QUESTION.schema(), 1, MOST_QUESTIONS))
            .key("experiment", EXPERIMENT.meaning, EXPERIMENT.schema())
            .key("basis", "What is documented and what is assumed.", TEXT);

    private final String meaning;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private final Map<String, Object> rules = new LinkedHashMap<>();

    private LessonKeys(String meaning) {
        this.meaning = meaning;
    }

    /** The JSON Schema (draft-07) of lesson files: it checks what shows without a run. */
    public static String json() {
        return JsonSchema.json("lesson", LESSON.schema());
    }

    /** The names, in the order in which messages give them. */
    String[] names() {
        return properties.keySet().toArray(String[]::new);
    }

    private LessonKeys key(String name, String meaning, Map<String, Object> form) {
        Map<String, Object> property = node("description", meaning);
        form.forEach(property::putIfAbsent);
        properties.put(name, property);
        return this;
    }

    private LessonKeys required(String name, String meaning, Map<String, Object> form) {
        required.add(name);
        return key(name, meaning, form);
    }

    /** Adds what holds between the keys. */
    private LessonKeys rule(String word, Object what) {
        rules.put(word, what);
        return this;
    }

    private Map<String, Object> schema() {
        Map<String, Object> schema = JsonSchema.object(meaning, properties, required);
        schema.putAll(rules);
        return schema;
    }

    private static Map<String, Object> oneOrMore(Map<String, Object> form) {
        return node("anyOf", List.of(form, list(form, 1, MOST_ITEMS)));
    }

    private static Map<String, Object> list(Map<String, Object> item, int least, int most) {
        return node("type", "array", "items", item, "minItems", least, "maxItems", most);
    }
}
