package org.ipsisim.scenario;

/**
 * The part of a source line that a message shows, with every unsafe character made visible.
 *
 * @param text what to print
 * @param caretStart how many columns of a terminal stand before the token
 * @param caretLength how many columns the token takes, at least one
 */
record SourceWindow(String text, int caretStart, int caretLength) {
    private static final int WIDTH = 100;
    private static final int BEFORE = 40;
    private static final String CUT = "...";

    static SourceWindow of(Diagnostic diagnostic) {
        int[] line = diagnostic.sourceLine().codePoints().toArray();
        int start = Math.min(diagnostic.column() - 1, line.length);
        int end = Math.min(start + diagnostic.length(), line.length);
        int from = line.length <= WIDTH || start <= WIDTH - BEFORE ? 0 : start - BEFORE;
        int to = Math.min(line.length, from + WIDTH);

        String before = (from > 0 ? CUT : "") + visible(line, from, start);
        String token = visible(line, start, Math.min(end, to));
        String after = visible(line, Math.min(end, to), to) + (to < line.length ? CUT : "");
        return new SourceWindow((before + token + after).stripTrailing(), columns(before), Math.max(1, columns(token)));
    }

    private static String visible(int[] line, int from, int to) {
        return from >= to ? "" : Visible.of(new String(line, from, to - from));
    }

    private static int columns(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            columns += columns(c);
            i += Character.charCount(c);
        }
        return columns;
    }

    private static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
