package org.ipsisim.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What happens to the text of screens between the terminal and the file, in the order in which it happens. */
enum Damage {
    SHUFFLED(false) {
        @Override
        String apply(String text, Random random) {
            List<String> lines = new ArrayList<>(text.lines().toList());
            Collections.shuffle(lines, random);
            return joined(text, lines);
        }
    },
    CHARACTERS_CHANGED(false) {
        @Override
        String apply(String text, Random random) {
            StringBuilder changed = new StringBuilder(text);
            for (int i = random.nextInt(20); i >= 0; i--) {
                changed.setCharAt(random.nextInt(changed.length()), (char) (1 + random.nextInt(0x2100)));
            }
            return changed.toString();
        }
    },
    /** Lines lose their ends. */
    CLIPPED(false) {
        @Override
        String apply(String text, Random random) {
            int width = 20 + random.nextInt(60);
            return joined(
                    text,
                    text.lines()
                            .map(line -> line.substring(0, Math.min(line.length(), width)))
                            .toList());
        }
    },
    LINES_REPEATED(true) {
        @Override
        String apply(String text, Random random) {
            List<String> lines = new ArrayList<>();
            text.lines().forEach(line -> lines.addAll(Collections.nCopies(random.nextInt(10) == 0 ? 2 : 1, line)));
            return joined(text, lines);
        }
    },
    LINES_MISSING(true) {
        @Override
        String apply(String text, Random random) {
            int percent = 1 + random.nextInt(25);
            return joined(
                    text,
                    text.lines().filter(line -> random.nextInt(100) >= percent).toList());
        }
    },
    NOISE(true) {
        @Override
        String apply(String text, Random random) {
            List<String> lines = new ArrayList<>();
            for (String line : text.lines().toList()) {
                if (random.nextInt(8) == 0) {
                    lines.add(noise(random));
                }
                lines.add(line);
            }
            return joined(text, lines);
        }
    },
    /** A chat program leaves no blanks at the beginning of a line. */
    STRIPPED(true) {
        @Override
        String apply(String text, Random random) {
            return joined(text, text.lines().map(String::strip).toList());
        }
    },
    /** A terminal that is too narrow breaks lines anywhere. */
    WRAPPED(true) {
        @Override
        String apply(String text, Random random) {
            int width = 30 + random.nextInt(49);
            List<String> lines = new ArrayList<>();
            text.lines().forEach(line -> {
                for (int from = 0; from == 0 || from < line.length(); from += width) {
                    lines.add(line.substring(from, Math.min(line.length(), from + width)));
                }
            });
            return joined(text, lines);
        }
    },
    /** A mail program breaks lines at blanks. */
    WRAPPED_AT_BLANKS(true) {
        @Override
        String apply(String text, Random random) {
            int width = 40 + random.nextInt(39);
            List<String> lines = new ArrayList<>();
            text.lines().forEach(line -> {
                String rest = line;
                while (rest.length() > width && rest.lastIndexOf(' ', width) > 0 && !rest.isBlank()) {
                    int blank = rest.lastIndexOf(' ', width);
                    lines.add(rest.substring(0, blank).stripTrailing());
                    rest = rest.substring(blank).strip();
                }
                lines.add(rest);
            });
            return joined(text, lines);
        }
    },
    /** The beginning or the end is missing. */
    CUT(true) {
        @Override
        String apply(String text, Random random) {
            int at = random.nextInt(text.length());
            return random.nextBoolean() ? text.substring(0, at) : text.substring(text.indexOf('\n', at) + 1);
        }
    },
    TABS(true) {
        @Override
        String apply(String text, Random random) {
            return joined(text, text.lines().map(Damage::withTabs).toList());
        }
    },
    ESCAPES(true) {
        @Override
        String apply(String text, Random random) {
            List<String> lines = new ArrayList<>();
            int row = 1;
            for (String line : text.lines().toList()) {
                lines.add("\u001b[" + row++ % 25 + ";1H\u001b[7m" + line + "\u001b[0m\u001b[K\u001b(B");
            }
            return joined(text, lines);
        }
    },
    QUOTED(true) {
        @Override
        String apply(String text, Random random) {
            return joined(text, text.lines().map(line -> "> " + line).toList());
        }
    },
    OTHER_LINE_ENDS(true) {
        @Override
        String apply(String text, Random random) {
            return text.replace("\n", random.nextBoolean() ? "\r\n" : "\r");
        }
    };

    private final boolean keepsWords;

    Damage(boolean keepsWords) {
        this.keepsWords = keepsWords;
    }

    /** Whether what is left of the text still tells the truth: words may be missing, but none is another one. */
    boolean keepsWords() {
        return keepsWords;
    }

    abstract String apply(String text, Random random);

    /** A text that did not end with the end of a line does not do so now. */
    private static String joined(String text, List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + (text.endsWith("\n") ? "\n" : "");
    }

    private static String withTabs(String line) {
        StringBuilder tabbed = new StringBuilder();
        for (int from = 0; from < line.length(); from += 8) {
            String part = line.substring(from, Math.min(line.length(), from + 8));
            boolean ends = part.length() == 8 && part.endsWith("  ");
            tabbed.append(ends ? part.stripTrailing() + "\t" : part);
        }
        return tabbed.toString();
    }

    private static String noise(Random random) {
        List<String> noises = List.of(
                "",
                "-- 12 more --",
                "tech1@main-a> date",
                "1 2 3",
                "10:42:07 user: is pn 17 up?",
                "status station 4711",
                "~~~~~",
                "[root@pc ~]# 3 4 5A01 actv",
                "  99  ",
                "Type:  community 7 score 44");
        return noises.get(random.nextInt(noises.size()));
    }
}
