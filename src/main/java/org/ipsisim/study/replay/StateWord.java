package org.ipsisim.study.replay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What monitoring systems call the state of what they watch. */
enum StateWord {
    DOWN("down critical crit unreachable failed failure fail problem alarm alert raised offline firing triggered open"
            + " active error hostdown notok gestort fehler"),
    /** Up, and never the word for an outage that is over. */
    UP("up ok online operational available running normal hostup warning warn degraded"),
    /** Up again: of a row with a start and an end, that the outage is over. */
    OVER("recovery recovered resolved clear cleared restored closed done inactive"),
    /** Says nothing about whether it works. */
    NEITHER("unknown paused started acknowledged acknowledgement maintenance suppressed pending flapping otheralarm");

    /** An alarm that is not about silence. */
    static final String OTHER_ALARM = "other alarm";

    /** SolarWinds says what is down, not only that: {@code Node Down}. */
    private static final String OF_WHAT = "^(?:node|host|device|interface|link|site) +(?:is +)?(?=\\w)";

    private final List<String> words;

    StateWord(String words) {
        this.words = List.of(words.split(" "));
    }

    /** What is understood, for messages. */
    static String allowed() {
        return "down, critical, unreachable, failed, problem, alarm, raised, offline; up, ok, recovery, recovered,"
                + " resolved, clear, cleared, restored, online";
    }

    /**
     * What a word means, or the number that Uptime Robot writes in a column {@code type} or {@code status}, or that Nagios
     * and Icinga write for a host in a column {@code state}.
     *
     * @param column the head of the column, small letters alone
     */
    static Optional<StateWord> find(String word, String column) {
        String plain = word.toLowerCase(Locale.ROOT)
                .replace("ö", "o")
                .replaceFirst(OF_WHAT, "")
                .replaceAll("[^a-z0-9]", "");
        for (StateWord state : values()) {
            if (state.words.contains(plain)) {
                return Optional.of(state);
            }
        }
        return switch (column + " " + plain) {
            case "type 1", "status 8", "status 9", "state 1", "state 2" -> Optional.of(DOWN);
            case "type 2", "status 2", "state 0" -> Optional.of(UP);
            case "type 98", "type 99", "status 0", "status 1" -> Optional.of(NEITHER);
            default -> Optional.empty();
        };
    }
}
