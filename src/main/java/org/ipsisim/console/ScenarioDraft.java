package org.ipsisim.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipsisim.console.ImportedEstate.Capture;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.scenario.DurationText;

/** Writes what the screens say as a scenario file. */
final class ScenarioDraft {
    private static final List<ScreenFact> CORE_FACTS = List.of(
            ScreenFact.CORE_COMMUNITY,
            ScreenFact.CORE_SYSTEM_PREFERRED,
            ScreenFact.CORE_LOCAL_PREFERRED,
            ScreenFact.CORE_LOCAL_ONLY,
            ScreenFact.CORE_PRIORITY_SCORE);
    private static final List<ScreenFact> PN_FACTS =
            List.of(ScreenFact.PN_COMMUNITY, ScreenFact.PN_IPSIS, ScreenFact.PN_IGNORES_CONNECTIVITY);
    private static final Pattern TIME_OF_RUN =
            Pattern.compile("([0-9]{2,4}) ([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\\.([0-9]{3}))?");
    private static final List<TimerSetting> TIMERS = List.of(
            TimerSetting.SOCKET_SANITY_TIMEOUT, TimerSetting.PN_COLD_RESET_DELAY, TimerSetting.NO_SERVICE_TIMEOUT);
    private static final int USUAL_MAIN = 1;
    private static final String YES = "y";
    private static final String ASK = "# not in the screens: ";

    private final List<Capture> captures;
    private final Claims claims;
    private final List<String> contradictions;
    private final Optional<Integer> main;
    private final List<Integer> cores;
    /** Those that a screen shows; if there are none, those that have a community. */
    private final List<Integer> portNetworks;

    private final StringBuilder yaml = new StringBuilder();
    private int questions;

    ScenarioDraft(List<Capture> captures, Claims claims, List<String> contradictions) {
        this.captures = captures;
        this.claims = claims;
        this.contradictions = contradictions;
        this.main = claims.find(ScreenFact.MAIN_CLUSTER)
                .map(Integer::valueOf)
                .or(() -> claims.clusters().containsKey(USUAL_MAIN) ? Optional.of(USUAL_MAIN) : Optional.empty());
        this.cores = claims.clusters().keySet().stream()
                .filter(cluster -> cluster != USUAL_MAIN && !main.equals(Optional.of(cluster)))
                .toList();
        this.portNetworks = claims.portNetworks().isEmpty()
                ? IntStream.rangeClosed(1, LineWords.MOST_PORT_NETWORK)
                        .filter(pn -> !claims.all(ScreenFact.PN_LISTED, pn).isEmpty())
                        .boxed()
                        .toList()
                : List.copyOf(claims.portNetworks().keySet());
    }

    String summary() {
        yaml(Map.of());
        return (main.isPresent() ? "the main, " : "no main, ")
                + counted(cores.size(), "survivable core") + ", "
                + counted(portNetworks.size(), "port network") + ", "
                + counted(TIMERS.stream().filter(t -> timer(t).isPresent()).count(), "timer") + "; "
                + (questions == 1 ? "1 thing is" : questions + " things are") + " not in the screens";
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    String yaml(Map<String, List<Integer>> lists) {
        yaml.setLength(0);
        questions = 0;
        String files = captures.stream().map(capture -> visible(capture.file())).collect(Collectors.joining(", "));
        line("# Imported from console screens: " + files);
        line("# What they do not show is in comments; there the defaults of the format apply.");
        contradictions.forEach(each -> line("# contradiction, left out: " + visible(each)));
        line("title: Imported from console screens");
        line("duration: " + DurationText.of(duration()) + "  " + ask("the length of the run"));
        claims.find(ScreenFact.RELEASE).ifPresent(release -> line("release: " + release));
        if (isSomethingOutOfRange()) {
            line("enforce-ranges: n  # a value is out of the range of the release");
        }
        writeTimers();
        writeFallback();
        line(ask("sites and links; everything is at one site until they are given"));
        writeServers();
        writePortNetworks();
        line(ask("the events"));
        writeLists(lists);
        return yaml.toString();
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private String ask(String what) {
        questions++;
        return ASK + what;
    }

    /** Keeps file names from ending a comment. */
    private static String visible(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isISOControl(c)
                                || c == 0x2028
                                || c == 0x2029
                                || c == 0xfeff
                                || c > 0xffff
                                || c >= 0xd800 && c < 0xe000
                        ? "?"
                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    private Duration duration() {
        Duration usual = Duration.ofMinutes(30);
        return scheduledAt().map(at -> at.plus(usual)).orElse(usual);
    }

    private Release release() {
        return claims.find(ScreenFact.RELEASE)
                .flatMap(word -> Keyed.find(Release.class, word))
                .orElse(Release.CM_6);
    }

    private Optional<Duration> timer(TimerSetting setting) {
        return ScreenFact.of(setting).flatMap(claims::find).flatMap(DurationText::parse);
    }

    private boolean isSomethingOutOfRange() {
        return TIMERS.stream().anyMatch(this::isOutOfRange)
                || connectionUp().isPresent() && !release().returnsByConnection();
    }

    private boolean isOutOfRange(TimerSetting setting) {
        return timer(setting)
                .filter(value -> value.compareTo(release().minOf(setting)) < 0
                        || value.compareTo(release().maxOf(setting)) > 0)
                .isPresent();
    }

    private void writeTimers() {
        boolean isAny = TIMERS.stream().anyMatch(setting -> timer(setting).isPresent());
        if (isAny) {
            line("timers:");
        }
        for (TimerSetting setting : TIMERS) {
            String fallback = DurationText.of(release().defaultOf(setting));
            line((isAny ? "  " : "")
                    + timer(setting)
                            .map(value -> setting.key() + ": " + DurationText.of(value))
                            .orElseGet(() -> ask("timers." + setting.key() + " (" + fallback + ")")));
        }
    }

    private Optional<Duration> connectionUp() {
        Optional<Duration> time = claims.find(ScreenFact.CONNECTION_UP_TIME).flatMap(DurationText::parse);
        boolean wanted = claims.find(ScreenFact.AUTO_RETURN).equals(Optional.of("connection-up"));
        return time.filter(each ->
                wanted && each.compareTo(Duration.ofMinutes(3)) >= 0 && each.compareTo(Duration.ofMinutes(120)) <= 0);
    }

    /** A time of a day of the run; not one of a day of the week. */
    private Optional<Duration> scheduledAt() {
        if (!claims.find(ScreenFact.AUTO_RETURN).equals(Optional.of("scheduled"))) {
            return Optional.empty();
        }
        return claims.find(ScreenFact.RETURN_SCHEDULE).flatMap(ScenarioDraft::timeOfRun);
    }

    private void writeFallback() {
        String word = claims.find(ScreenFact.AUTO_RETURN).orElse("");
        switch (word) {
            case "no" -> line("fallback: {auto-return: no}");
            case "connection-up" ->
                line(connectionUp()
                        .map(time -> "fallback: {auto-return: connection-up, connection-up-time: "
                                + DurationText.of(time) + "}")
                        .orElseGet(() ->
                                "fallback: {auto-return: connection-up}  " + ask("fallback.connection-up-time (3m)")));
            case "scheduled" ->
                line(scheduledAt()
                        .map(at -> "fallback: {auto-return: scheduled, scheduled-at: " + DurationText.of(at) + "}")
                        .orElseGet(() -> ask("when, from the start of the run, port networks return: auto-return is"
                                + " scheduled"
                                + claims.find(ScreenFact.RETURN_SCHEDULE)
                                        .map(when -> " for " + visible(when))
                                        .orElse("")
                                + " (fallback)")));
            default -> line(ask("fallback.auto-return (no)"));
        }
    }

    private void writeServers() {
        line("servers:");
        List<String> fields = new ArrayList<>();
        main.ifPresent(cluster -> fields.add("cluster: " + cluster));
        Optional<String> duplex = claims.find(ScreenFact.MAIN_DUPLEX);
        List<Claims.Claim> pairs = claims.all(ScreenFact.SOME_SERVER_DUPLICATED);
        boolean taken = claims.all(ScreenFact.MAIN_DUPLEX).isEmpty() && !pairs.isEmpty();
        duplex.or(() -> taken ? Optional.of(YES) : Optional.empty()).ifPresent(value -> fields.add("duplex: " + value));
        String note = taken ? "  # duplex as the server in " + place(pairs) : "";
        List<String> asked = new ArrayList<>();
        if (main.isEmpty()) {
            asked.add("the cluster of the main (1)");
        }
        if (duplex.isEmpty() && !taken) {
            List<Claims.Claim> singles = claims.all(ScreenFact.SOME_SERVER_SINGLE);
            asked.add("whether the main is duplex (n)"
                    + (singles.isEmpty() ? "" : "; the server in " + place(singles) + " is not"));
        }
        line("  main: {" + String.join(", ", fields) + "}" + note + asked(asked));
        if (cores.isEmpty()) {
            return;
        }
        line("  survivable-cores:");
        for (int i = 0; i < cores.size(); i++) {
            if (i < Estate.MAX_SURVIVABLE_CORES) {
                writeCore(cores.get(i));
            } else {
                line("    # more than " + Estate.MAX_SURVIVABLE_CORES + " are not possible: " + cores.get(i));
            }
        }
    }

    private static String place(List<Claims.Claim> claims) {
        return visible(claims.get(0).line().place());
    }

    private String asked(List<String> asked) {
        return asked.isEmpty() ? "" : "  " + ask(String.join(", ", asked));
    }

    private void writeCore(int cluster) {
        Map<ScreenFact, String> values = new EnumMap<>(ScreenFact.class);
        CORE_FACTS.forEach(fact -> claims.find(fact, cluster).ifPresent(value -> values.put(fact, value)));
        String note = "";
        boolean local = YES.equals(values.get(ScreenFact.CORE_LOCAL_PREFERRED))
                || YES.equals(values.get(ScreenFact.CORE_LOCAL_ONLY));
        if (local && values.putIfAbsent(ScreenFact.CORE_SYSTEM_PREFERRED, "n") == null) {
            note = "  # system-preferred: n is implied";
        }
        if (!claims.all(ScreenFact.CORE_DUPLEX, cluster).isEmpty()) {
            note += "  # a pair on the screens; one server here";
        }
        List<Claims.Claim> disabled = claims.all(ScreenFact.CORE_DISABLED, cluster);
        if (!disabled.isEmpty()) {
            note += "  # disabled in " + place(disabled) + "; the event {at: 0s, disable: sc-" + cluster
                    + "} does that here";
        }
        List<String> asked = CORE_FACTS.stream()
                .filter(fact -> !values.containsKey(fact))
                .map(ScreenFact::key)
                .toList();
        String fields = values.entrySet().stream()
                .map(entry -> ", " + entry.getKey().key() + ": " + entry.getValue())
                .collect(Collectors.joining());
        line("    - {cluster: " + cluster + fields + "}" + note + asked(asked));
    }

    private void writePortNetworks() {
        line("port-networks:");
        if (portNetworks.isEmpty()) {
            line("  - {pn: 1}  " + ask("any port network; this one makes the file runnable"));
        } else if (claims.portNetworks().isEmpty()) {
            line("  " + ask("which port networks there are; these have a community"));
        }
        for (int pn : portNetworks) {
            StringBuilder fields = new StringBuilder("pn: " + pn);
            for (ScreenFact fact : PN_FACTS) {
                claims.find(fact, pn).ifPresent(value -> fields.append(", " + fact.key() + ": " + value));
            }
            boolean known = claims.find(ScreenFact.PN_COMMUNITY, pn).isPresent();
            line("  - {" + fields + "}" + asked(known ? List.of() : List.of("community")));
        }
        line(ask("calls and traffic of the port networks"));
    }

    /** Lists that the estate of the file has too become expectations; the others are comments. */
    private void writeLists(Map<String, List<Integer>> ofEstate) {
        List<String> expected = new ArrayList<>();
        claims.lists().forEach((ipsi, lists) -> {
            boolean same = lists.size() == 1
                    && lists.get(0).whole()
                    && lists.get(0).clusters().equals(ofEstate.get(ipsi));
            if (same) {
                expected.add("  - {ipsi: " + ipsi + ", at: 0s, priority-list: "
                        + lists.get(0).clusters() + "}");
            } else {
                lists.forEach(list -> line("# list of ipsi-" + ipsi
                        + (list.whole() ? "" : ", possibly incomplete,")
                        + " in " + visible(list.line().place()) + ": " + list.clusters()
                        + (ofEstate.containsKey(ipsi) ? "; in this file at the start: " + ofEstate.get(ipsi) : "")));
            }
        });
        if (!expected.isEmpty()) {
            line("expect:");
            expected.forEach(this::line);
        }
    }

    /** A scheduled return from the start of the run, if its day is a day of the run, from 1, and not one of the week. */
    private static Optional<Duration> timeOfRun(String dayAndTime) {
        Matcher matcher = TIME_OF_RUN.matcher(dayAndTime);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(Integer.parseInt(matcher.group(1)) - 1)
                        .plusHours(Long.parseLong(matcher.group(2)))
                        .plusMinutes(Long.parseLong(matcher.group(3)))
                        .plusSeconds(Long.parseLong(matcher.group(4)))
                        .plusMillis(matcher.group(5) == null ? 0 : Long.parseLong(matcher.group(5))))
                .filter(at -> at.compareTo(Duration.ofDays(3000)) < 0);
    }
}
