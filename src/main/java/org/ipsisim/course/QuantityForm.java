package org.ipsisim.course;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One form in which a lesson names a quantity.
 *
 * @param example a quantity of this form, as messages and the documentation show it
 * @param pattern what texts of this form look like
 * @param meaning what they mean
 */
record QuantityForm(String example, Pattern pattern, Meaning meaning) {
    /** A time within the run, and the names of things in it. */
    static final String TIME = "([0-9]+[0-9a-z]*)";

    static final String PN = "pn-([0-9]{1,2})";
    static final String IPSI = "ipsi-([0-9]{1,2}[ab])";
    static final String NAME = "([\\p{L}][\\p{L}\\p{N}._-]*)";
    static final String ORDINAL = "(?:(first|second|third|last) )?";

    private static final List<QuantityForm> FORMS = Stream.of(PnForms.all(), OtherForms.all(), TraceForms.all())
            .flatMap(List::stream)
            .toList();

    /** The value of a text of the form in a run. */
    interface Meaning {
        Answer of(RunNames names) throws LessonTextError;
    }

    QuantityForm(String example, String pattern, Meaning meaning) {
        this(example, Pattern.compile(pattern), meaning);
    }

    /** An example of each form. */
    static List<String> examples() {
        return FORMS.stream().map(QuantityForm::example).toList();
    }

    /** The quantity that a text names; empty if the text has none of the forms. */
    static Optional<Quantity> read(String text) {
        return FORMS.stream().flatMap(form -> form.match(text).stream()).findFirst();
    }

    private Optional<Quantity> match(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        MatchResult words = matcher.toMatchResult();
        return Optional.of(run -> meaning.of(new RunNames(run, words)));
    }
}
