package org.ipsisim.document;

import java.util.Arrays;
import java.util.Optional;

/** A way to set off text in a terminal that shows colours; the hues are those that colour-blind readers tell apart. */
public enum Ink {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    GREEN("38;5;36"),
    BLUE("38;5;32"),
    YELLOW("38;5;178"),
    ORANGE("38;5;214"),
    VERMILION("38;5;166"),
    PURPLE("38;5;175"),
    SKY("38;5;74"),
    GREY("38;5;244");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** The ink with these parameters, if there is one. */
    public static Optional<Ink> find(String code) {
        return Arrays.stream(values()).filter(ink -> ink.code.equals(code)).findFirst();
    }

    /** The parameters of the ANSI sequence that begins it; empty for plain text. */
    public String code() {
        return code;
    }

    /** The text in this ink if the style has colour, else the text. */
    public String paint(String text, TextStyle style) {
        return style.colour() && this != PLAIN ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
    }
}
