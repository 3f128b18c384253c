package org.ipsisim.study.replay;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of a table of outages: named by the user, or recognized by their heads. If several words fit, the
 * first one of the list counts. A missing column is -1.
 */
final class Columns {
    /** What a column can hold. */
    enum Role {
        START("start starttime startedat startsat startdate startdatetime started starts begin began begintime down"
                + " downtime downat from timefrom failed failedat occurred occurredat opened openedat created"
                + " createdat createdon raised raisedat triggered triggeredat time datetime timestamp date"
                + " eventtime startzeit beginn von zeit datum datumuhrzeit"),
        END("end endtime endedat endsat enddate enddatetime ended ends up upat clear cleared clearedat to timeto"
                + " until recovered recoveredat recoverytime resolved resolvedat resolvedon resolutiontime"
                + " restored restoredat finished finishedat endzeit ende bis"),
        DURATION(
                "duration durationseconds durationsec durationsecs durationinsecs durations durationmins durationinmins"
                        + " durationminutes durationhours durationms downtimeduration outageduration length dauer"),
        ELEMENT("element host hostname devicehostname object objectname device devicename node nodename nodecaption"
                + " target link interface monitor monitorname check checkname resource labelsinstance instance"
                + " labelshost cmdbci configurationitem servicename servicesummary service sensor gerat test"
                + " testname websitename site alias name url"),
        STATE("state status statusstate event eventtype alerttype type");

        private final List<String> words;

        Role(String words) {
            this.words = List.of(words.split(" "));
        }

        /** The word on the command line. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Role> find(String word) {
            return List.of(values()).stream()
                    .filter(role -> role.word().equals(word))
                    .findFirst();
        }
    }

    /** Columns of dates, each with the column of its time of day; if several dates fit a time, the first counts. */
    private static final List<Map.Entry<String, String>> DAYS = List.of(
            Map.entry("date", "time"),
            Map.entry("day", "time"),
            Map.entry("startdate", "starttime"),
            Map.entry("enddate", "endtime"),
            Map.entry("datum", "uhrzeit"));

    /** The end of a ticket is not the end of an outage. */
    private static final List<String> TICKETS = List.of("closed", "closedat", "closedon", "closetime");

    private final List<String> header;
    private final List<String> names;
    private final Map<Role, String> said;
    private final Map<Role, Integer> found = new EnumMap<>(Role.class);

    Columns(List<String> header, Map<Role, String> said) {
        this.header = header;
        this.said = said;
        names = header.stream().map(Columns::plain).toList();
        for (Role role : Role.values()) {
            found.put(role, find(role));
        }
    }

    /** Letters and digits alone, small and without marks. */
    private static String plain(String name) {
        String start = name.substring(0, Math.min(name.length(), 80));
        return Normalizer.normalize(start, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    int of(Role role) {
        return found.getOrDefault(role, -1);
    }

    private int find(Role role) {
        if (said.containsKey(role)) {
            return names.indexOf(plain(said.get(role)));
        }
        int named = role.words.stream()
                .mapToInt(names::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(-1);
        if (named >= 0) {
            return dayOf(named);
        }
        return role == Role.DURATION ? startingWith(role) : -1;
    }

    /** The date column of a column with the time of day, or the column itself. */
    private int dayOf(int column) {
        return DAYS.stream()
                .filter(pair -> pair.getValue().equals(names.get(column)))
                .mapToInt(pair -> names.indexOf(pair.getKey()))
                .filter(day -> day >= 0)
                .findFirst()
                .orElse(column);
    }

    /** A column that begins with the word, such as {@code Duration (min)}. */
    private int startingWith(Role role) {
        return IntStream.range(0, names.size())
                .filter(column -> role.words.stream().anyMatch(names.get(column)::startsWith))
                .findFirst()
                .orElse(-1);
    }

    boolean has(Role role) {
        return of(role) >= 0;
    }

    /** The column with the time of day for a date column; -1 if there is none. */
    int timeOfDay(int day) {
        return DAYS.stream()
                .filter(pair -> pair.getKey().equals(names.get(day)))
                .mapToInt(pair -> names.indexOf(pair.getValue()))
                .findFirst()
                .orElse(-1);
    }

    /** Whether each row is a change between down and up, rather than an outage. */
    boolean isLog() {
        return !has(Role.END) && !has(Role.DURATION) && has(Role.STATE);
    }

    /** Whether a row could be the header: it names at least two of the roles. */
    boolean isHeader() {
        return List.of(Role.values()).stream()
                        .mapToInt(this::of)
                        .filter(column -> column >= 0)
                        .distinct()
                        .count()
                >= 2;
    }

    int size() {
        return header.size();
    }

    /** What no column holds, a message each. */
    List<String> missing(boolean elementIsKnown) {
        List<String> missing = new ArrayList<>();
        said.forEach((role, name) -> {
            if (of(role) < 0) {
                missing.add("no column is called `" + TimeStamp.shortened(name) + "`; allowed: "
                        + TimeStamp.shortened(String.join(", ", header)));
            }
        });
        if (!missing.isEmpty()) {
            return missing;
        }
        if (!has(Role.START)) {
            missing.add(missing("when outages begin", Role.START));
        }
        if (!has(Role.END) && !has(Role.DURATION) && !has(Role.STATE) || ticket() >= 0 && isLog()) {
            missing.add(
                    ticket() >= 0
                            ? name(ticket()) + " says when a ticket was closed, and no column says when service was"
                                    + " back; --columns 'end=" + header.get(ticket()) + "' uses it anyway"
                            : missing("when outages end", Role.END) + "; or " + words(Role.DURATION)
                                    + "; in a table of changes from down to up: " + words(Role.STATE));
        }
        if (!has(Role.ELEMENT) && !elementIsKnown) {
            missing.add(missing("what was out", Role.ELEMENT) + "; --element NAME says it for the whole file");
        }
        return missing;
    }

    private int ticket() {
        return TICKETS.stream()
                .mapToInt(names::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static String missing(String what, Role role) {
        return "no column says " + what + "; allowed: a column called " + words(role) + ", or --columns '" + role.word()
                + "=NAME'";
    }

    private static String words(Role role) {
        return String.join(", ", role.words.subList(0, Math.min(8, role.words.size())));
    }

    /** The head of a column, small letters and digits alone. */
    String plainName(int column) {
        return names.get(column);
    }

    /** A column for messages. */
    String name(int column) {
        return "column " + (column + 1) + " (" + TimeStamp.shortened(header.get(column)) + ")";
    }
}
