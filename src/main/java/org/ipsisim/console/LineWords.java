package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;

/** The words of a line, with the columns where they begin. */
record LineWords(List<String> words, List<Integer> columns) {
    /** The greatest numbers that forms and scenario files accept. */
    static final int MOST_CLUSTER = 999;

    static final int MOST_PORT_NETWORK = 64;
    static final int MOST_COMMUNITY = 64;
    static final int MOST_SCORE = 100;

    static LineWords of(String text) {
        List<String> words = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            int from = at;
            while (at < text.length() && text.charAt(at) != ' ') {
                at++;
            }
            if (at > from) {
                words.add(text.substring(from, at));
                columns.add(from);
            }
        }
        return new LineWords(words, columns);
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
        return index >= 0 && index < words.size() && number(words.get(index), most) > 0;
    }

    /** The number of a word; 0 if it is not a number from 1 to the greatest. */
    static int number(String word, int most) {
        if (word.isEmpty() || word.length() > 3) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            number = 10 * number + c - '0';
        }
        return number <= most ? number : 0;
    }

    int number(int index, int most) {
        return isNumber(index, most) ? number(words.get(index), most) : 0;
    }

    /** Whether a word is {@code y} or {@code n}. */
    static boolean isYesNo(String word) {
        return word.equals("y") || word.equals("n");
    }

    /** Whether all words are numbers of clusters. */
    boolean areClusters() {
        for (int i = 0; i < words.size(); i++) {
            if (!isNumber(i, MOST_CLUSTER)) {
                return false;
            }
        }
        return !words.isEmpty();
    }

    /** Whether a word is the location of a board, such as {@code 12A01}: cabinet, carrier, slot. */
    boolean isBoard(int index) {
        String word = words.get(index);
        int letter = word.length() - 3;
        return letter >= 1
                && letter <= 2
                && word.charAt(letter) >= 'A'
                && word.charAt(letter) <= 'E'
                && number(word.substring(0, letter), MOST_PORT_NETWORK) > 0
                && Character.isDigit(word.charAt(letter + 1))
                && Character.isDigit(word.charAt(letter + 2));
    }

    /** The cabinet in the location of a board. */
    static String cabinet(String board) {
        String digits = board.substring(0, board.length() - 3);
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }
}
