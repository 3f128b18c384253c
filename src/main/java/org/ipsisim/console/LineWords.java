package org.ipsisim.console;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a line, with the columns where they begin. */
record LineWords(List<String> words, List<Integer> columns) {
    /** The greatest numbers that forms and scenario files accept. */
    static final int MOST_CLUSTER = 999;

    static final int MOST_PORT_NETWORK = 64;
    static final int MOST_COMMUNITY = 64;
    static final int MOST_SCORE = 100;
    private static final Pattern WORD = Pattern.compile("[^ ]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern BOARD = Pattern.compile("([0-9]{1,2})[A-E][0-9]{2}");

    static LineWords of(String text) {
        List<MatchResult> found = WORD.matcher(text).results().toList();
        return new LineWords(
                found.stream().map(MatchResult::group).toList(),
                found.stream().map(MatchResult::start).toList());
    }

    int count() {
        return words.size();
    }

    String get(int index) {
        return words.get(index);
    }

    int column(int index) {
        return columns.get(index);
    }

    /** Whether the word is a whole number from 1 to the greatest; false if there is no such word. */
    boolean isNumber(int index, int most) {
        return number(index, most) > 0;
    }

    /** The number of a word; 0 if it is not a number from 1 to the greatest. */
    static int number(String word, int most) {
        int number = NUMBER.matcher(word).matches() ? Integer.parseInt(word) : 0;
        return number <= most ? number : 0;
    }

    /** The same for one of the words; 0 also if there is no such word. */
    int number(int index, int most) {
        return index >= 0 && index < words.size() ? number(words.get(index), most) : 0;
    }

    /** Whether a word is {@code y} or {@code n}. */
    static boolean isYesNo(String word) {
        return word.equals("y") || word.equals("n");
    }

    /** Whether all words are numbers of clusters. */
    boolean areClusters() {
        return !words.isEmpty() && words.stream().allMatch(word -> number(word, MOST_CLUSTER) > 0);
    }

    /** Whether a word is the location of a board, such as {@code 12A01}: cabinet, carrier, slot. */
    boolean isBoard(int index) {
        Matcher board = BOARD.matcher(words.get(index));
        return board.matches() && number(board.group(1), MOST_PORT_NETWORK) > 0;
    }

    /** The cabinet in the location of a board. */
    static String cabinet(String board) {
        String digits = board.substring(0, board.length() - 3);
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }
}
