package org.ipsisim.console.capture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The screens that can be read, by their commands, titles and headings. */
enum ScreenKind {
    CLUSTERS(
            List.of("status ess clusters", "status ess cluster"),
            List.of("CLUSTER INFORMATION"),
            List.of("enabled?", "registered?"),
            (claims, subject) -> new ClusterTable(claims)),
    ESS_PORT_NETWORKS(
            List.of("status ess port-networks", "status ess port-network"),
            List.of("PORT NETWORK INFORMATION"),
            List.of("clus(ter)"),
            (claims, subject) -> new PortNetworkTable(claims)),
    IPSERVER_INTERFACES(
            List.of("list ipserver-interface"),
            List.of("IP SERVER INTERFACE INFORMATION"),
            List.of("c p e g"),
            (claims, subject) -> new IpserverTable(claims)),
    CORE_TABLE(
            List.of("display system-parameters ess", "change system-parameters ess"),
            List.of("SURVIVABLE SERVER INFORMATION"),
            List.of("scr", "com", "prf"),
            (claims, subject) -> new CoreTable(claims)),
    CORE_FORM(
            List.of("display survivable-processor", "change survivable-processor"),
            List.of("SURVIVABLE PROCESSOR"),
            List.of(),
            CoreForm::new),
    IPSERVER_FORM(
            List.of("display ipserver-interface", "change ipserver-interface"),
            List.of("IP SERVER INTERFACE (IPSI) ADMINISTRATION"),
            List.of(),
            IpserverForm::new),
    COMMUNITIES(
            List.of(),
            List.of("COMMUNITY ASSIGNMENTS FOR PORT NETWORKS"),
            List.of(),
            (claims, subject) -> new CommunityTable(claims)),
    RECOVERY_RULES(
            List.of("display system-parameters port-networks", "change system-parameters port-networks"),
            List.of("PORT NETWORK RECOVERY RULES"),
            List.of(),
            (claims, subject) -> new Context.Other(claims)),
    SANITY(
            List.of("display system-parameters ipserver-interface", "change system-parameters ipserver-interface"),
            List.of("IP SERVER INTERFACE (IPSI) SYSTEM PARAMETERS"),
            List.of(),
            (claims, subject) -> new Context.Other(claims)),
    SERVER(List.of("server"), List.of("SERVER STATUS"), List.of(), (claims, subject) -> new Context.Other(claims)),
    OTHER(
            List.of(),
            List.of("ALARM REPORT", "PORT NETWORK STATUS"),
            List.of(),
            (claims, subject) -> new Context.Other(claims));

    private static final Set<String> VERBS = Set.of(
            "add",
            "busyout",
            "campon",
            "change",
            "clear",
            "cmpare",
            "disable",
            "display",
            "duplicate",
            "enable",
            "erase",
            "format",
            "get",
            "go",
            "list",
            "mark",
            "monitor",
            "netstat",
            "ping",
            "recycle",
            "refresh",
            "release",
            "remove",
            "reset",
            "resume",
            "save",
            "set",
            "status",
            "test",
            "traceroute",
            "upgrade");
    private static final String PROMPT = "Command:";
    private static final String DONE = "Command successfully completed";

    private final List<String> commands;
    private final List<String> titles;
    private final List<String> heading;
    private final BiFunction<Claims, String, Context> context;

    ScreenKind(
            List<String> commands,
            List<String> titles,
            List<String> heading,
            BiFunction<Claims, String, Context> context) {
        this.commands = commands;
        this.titles = titles;
        this.heading = heading;
        this.context = context;
    }

    /** The command that shows it, for people; empty if it is part of another one. */
    Optional<String> command() {
        return commands.stream().findFirst();
    }

    /**
     * The context of a new screen.
     *
     * @param subject the rest of the command, such as the number of a port network; empty if there is none
     */
    Context context(Claims claims, String subject) {
        return context.apply(claims, subject);
    }

    /** Whether a line ends a screen: a prompt, or the message that the command is done. */
    static boolean isPrompt(String text) {
        String stripped = text.strip();
        return stripped.equals(PROMPT) || stripped.startsWith(DONE) || stripped.startsWith("press CANCEL");
    }

    /** The kind that a line begins or continues, by command, title or heading; null if it is none of these. */
    static ScreenKind of(String text) {
        ScreenKind byCommand = ofCommand(commandOf(text));
        return byCommand != null ? byCommand : byTitleOrHeading(text);
    }

    /** The kind of a title or of the heading of a table; null if a line is neither. */
    static ScreenKind byTitleOrHeading(String text) {
        ScreenKind byTitle = ofTitle(text);
        return byTitle == null ? ofHeading(text) : byTitle;
    }

    /** The command of a line, with single blanks, without prompt and page number; empty if it has none. */
    static String commandOf(String text) {
        String rest = text.strip();
        if (rest.startsWith(PROMPT)) {
            rest = rest.substring(PROMPT.length()).strip();
        }
        int blank = rest.indexOf(' ');
        if (blank < 0 || !VERBS.contains(rest.substring(0, blank))) {
            return "";
        }
        int page = rest.indexOf("  ");
        return page < 0 ? rest : rest.substring(0, page);
    }

    /** The kind of a command; {@link #OTHER} if it is not read, null if it is empty. */
    static ScreenKind ofCommand(String command) {
        if (command.isEmpty()) {
            return null;
        }
        for (ScreenKind kind : values()) {
            for (String each : kind.commands) {
                if (command.startsWith(each)) {
                    return kind;
                }
            }
        }
        return OTHER;
    }

    /** What a command is about: the words after those that make the kind. */
    String subject(String command) {
        for (String each : commands) {
            if (command.startsWith(each)) {
                return command.substring(each.length()).strip();
            }
        }
        return "";
    }

    /** The kind whose title a line holds; null if it holds none. */
    static ScreenKind ofTitle(String text) {
        if (!hasTwoCapitals(text)) {
            return null;
        }
        for (ScreenKind kind : values()) {
            for (String title : kind.titles) {
                if (text.contains(title)) {
                    return kind;
                }
            }
        }
        return null;
    }

    private static boolean hasTwoCapitals(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (isCapital(text.charAt(i)) && isCapital(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** The kind of a table whose heading a line is part of; null if it is none. */
    static ScreenKind ofHeading(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (ScreenKind kind : values()) {
            if (!kind.heading.isEmpty() && kind.heading.stream().allMatch(lower::contains)) {
                return kind;
            }
        }
        return null;
    }
}
