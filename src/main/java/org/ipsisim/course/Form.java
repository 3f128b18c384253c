package org.ipsisim.course;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form in which a lesson names a quantity.
 *
 * @param example a quantity of this form, as messages and the documentation show it
 * @param pattern what texts of this form look like
 * @param meaning what they mean
 */
record Form(String example, Pattern pattern, Meaning meaning) {
    /** A time within the run, and the names of things in it. */
    static final String TIME = "([0-9]+[0-9a-z]*)";

    static final String PN = "pn-([0-9]{1,2})";
    static final String IPSI = "ipsi-([0-9]{1,2}[ab])";
    static final String NAME = "([\\p{L}][\\p{L}\\p{N}._-]*)";
    static final String ORDINAL = "(?:(first|second|third|last) )?";

    /** Turns a text of the form into a quantity. */
    interface Meaning {
        Quantity of(Matcher text) throws LessonTextError;
    }

    Form(String example, String pattern, Meaning meaning) {
        this(example, Pattern.compile(pattern), meaning);
    }

    /** The quantity that a text of this form names; empty if it is of another form. */
    Optional<Quantity> read(String text) throws LessonTextError {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(meaning.of(matcher)) : Optional.empty();
    }
}
