package org.ipsisim.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one key of the format stands for, as programs that gather problems name it: problems with the same key have the
 * same rule.
 *
 * @param id the path of the key without the numbers of entries, such as {@code events.for}; {@code scenario} for the file
 *     as a whole
 * @param meaning what the key means, in a sentence
 */
public record FormatRule(String id, String meaning) {
    private static final FormatRule WHOLE = new FormatRule("scenario", "A scenario file that can be read.");
    private static final Pattern ENTRY = Pattern.compile("\\[\\d+]");
    /** Deeper than any key; a mapping may hold itself. */
    private static final int MOST_DEPTH = 8;

    private static final Map<String, FormatRule> BY_ID = byId();

    /** The rule of the key that a problem is about, or of the nearest key around it that the format knows. */
    public static FormatRule of(Diagnostic diagnostic) {
        String path = ENTRY.matcher(diagnostic.key()).replaceAll("");
        while (!path.isEmpty()) {
            FormatRule rule = BY_ID.get(path);
            if (rule != null) {
                return rule;
            }
            path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
        }
        return WHOLE;
    }

    private static Map<String, FormatRule> byId() {
        Map<String, FormatRule> rules = new LinkedHashMap<>();
        add("", ScenarioKeys.ROOT, 0, rules);
        return rules;
    }

    private static void add(String before, Mapping<?> mapping, int depth, Map<String, FormatRule> rules) {
        for (FormatKey<?> key : mapping.listKeys()) {
            String id = before + key.name();
            rules.put(id, new FormatRule(id, key.meaning()));
            if (depth < MOST_DEPTH) {
                key.form().mappings().forEach(inner -> add(id + ".", inner, depth + 1, rules));
            }
        }
    }
}
