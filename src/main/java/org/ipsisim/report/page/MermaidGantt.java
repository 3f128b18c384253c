package org.ipsisim.report.page;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnSpan;
import org.ipsisim.report.PnGroup;
import org.ipsisim.report.StateRow;
import org.ipsisim.report.timeline.ClusterNames;
import org.ipsisim.report.timeline.TimeTicks;

/**
 * The timeline as a Mermaid Gantt chart, which code forges draw. Mermaid knows dates only, so the run starts at the
 * midnight of a day without a change of clocks.
 */
final class MermaidGantt {
    /** Most bands in a chart; Mermaid gives up on long texts. */
    private static final int MOST_BANDS = 200;

    /** Longest name of a section that leaves room for the bands. */
    private static final int LONGEST_NAME = 16;

    private static final LocalDateTime START = LocalDateTime.of(2001, 1, 1, 0, 0);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final Report report;
    private final ClusterNames names;

    private MermaidGantt(Report report) {
        this.report = report;
        this.names = ClusterNames.of(report.history());
    }

    /** The chart as a code block, with a note on what is left out. */
    static String of(Report report) {
        return new MermaidGantt(report).write();
    }

    private String write() {
        long duration = report.history().duration();
        StringBuilder out = new StringBuilder("```mermaid\n%%{init: {\"gantt\": {\"leftPadding\": " + leftPadding()
                + "}}}%%\ngantt\n    accTitle: Outage timeline\n    dateFormat YYYY-MM-DD HH:mm:ss.SSS\n    axisFormat "
                + axisFormat(duration) + "\n"
                + tickInterval(TimeTicks.over(duration).step()));
        int bands = 0;
        int groups = 0;
        for (PnGroup group : report.groups()) {
            List<StateRow> timeline = StateRow.of(group.timeline());
            if (bands + timeline.size() > MOST_BANDS) {
                break;
            }
            out.append("    section ").append(name(group)).append('\n');
            timeline.forEach(band -> out.append(task(band)));
            bands += timeline.size();
            groups++;
        }
        out.append("```\n\n");
        if (groups < report.groups().size()) {
            out.append("The chart shows the first " + groups + " of "
                    + report.groups().size() + " groups of port networks; timeline.svg shows them all.\n\n");
        }
        return out.toString();
    }

    private int leftPadding() {
        int longest = report.groups().stream()
                .mapToInt(group -> name(group).length())
                .max()
                .orElse(0);
        return 24 + 7 * longest;
    }

    private static String name(PnGroup group) {
        if (group.name().length() <= LONGEST_NAME) {
            return group.name();
        }
        return "PN " + group.first().portNetwork().number() + " and "
                + (group.members().size() - 1) + " more";
    }

    private String task(StateRow row) {
        PnSpan band = row.first();
        String controller = names.of(band.controller());
        if (row.isFolded()) {
            String times = ", contact lost " + row.losses().count() + " times";
            return "    " + controller + times + " :active, " + date(row.from()) + ", " + date(row.to()) + "\n";
        }
        String name = switch (band.state()) {
            case IN_SERVICE -> controller;
            case RESTARTING -> "restart by " + controller;
            default -> band.state().words();
        };
        return "    " + name + " :" + tag(band.state()) + date(band.from()) + ", " + date(band.to()) + "\n";
    }

    private static String tag(PnState state) {
        if (state.isOutage()) {
            return "crit, ";
        }
        return state == PnState.IN_SERVICE ? "done, " : "active, ";
    }

    private static String date(long millis) {
        return DATE.format(START.toInstant(ZoneOffset.UTC).plusMillis(millis).atOffset(ZoneOffset.UTC));
    }

    private static String axisFormat(long duration) {
        if (duration >= DAY) {
            return "day %j, %H:%M";
        }
        return duration >= HOUR ? "%H:%M" : "%M:%S";
    }

    /** The distance of the marks; Mermaid chooses one if it is not in whole units. */
    private static String tickInterval(long step) {
        String interval = step % HOUR == 0 && step < DAY
                ? step / HOUR + "hour"
                : step % MINUTE == 0 && step < HOUR
                        ? step / MINUTE + "minute"
                        : step % SECOND == 0 && step < MINUTE ? step / SECOND + "second" : "";
        return interval.isEmpty() ? "" : "    tickInterval " + interval + "\n";
    }
}
