package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.SurvivableRemote;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Pen.Box;
import org.ipsisim.report.timeline.Pen.Point;
import org.ipsisim.report.timeline.TextWidth;

/** What stands in the box of a site, from the top: its name, servers, session managers, phones, port networks. */
final class SiteBox {
    static final int INSET = 8;
    static final int LINE = 17;
    private static final int HEAD = 20;
    private static final int CELL = 24;
    private static final int GAP = 2;
    private static final int FEWEST_COLUMNS = 4;
    /** More machines, or populations of phones, are only counted. */
    private static final int MOST = 6;
    /** For what a server or phones are in, after the name. */
    static final double ROOM_FOR_STATE = TextWidth.of("resetting", ChartStyle.LABEL_SIZE - 1);

    private static final double NARROWEST = 92;
    private static final double WIDEST = 210;

    /**
     * A part of the estate in the box.
     *
     * @param name written into it
     * @param box its place within the site
     * @param saysState whether the name is followed by what it is in
     */
    record Item(Subject part, String name, Box box, boolean saysState) {}

    private final String site;
    private final List<Item> items = new ArrayList<>();
    private final List<String> notShown = new ArrayList<>();
    private final double width;
    private double height = HEAD;

    SiteBox(Estate estate, String site) {
        this.site = site;
        List<Subject> machines = new ArrayList<>();
        estate.main().servers().stream()
                .filter(server -> server.site().equals(site))
                .map(Server::id)
                .map(Subject::server)
                .forEach(machines::add);
        estate.survivableCores().stream()
                .filter(core -> core.site().equals(site))
                .map(SurvivableCore::id)
                .map(Subject::server)
                .forEach(machines::add);
        estate.survivableRemotes().stream()
                .filter(remote -> remote.site().equals(site))
                .map(SurvivableRemote::name)
                .map(Subject::server)
                .forEach(machines::add);
        estate.sip().sessionManagers().stream()
                .filter(sm -> sm.site().equals(site))
                .map(SessionManager::name)
                .map(Subject::server)
                .forEach(machines::add);
        List<Subject> phones = estate.sip().phones().stream()
                .filter(population -> population.site().equals(site))
                .map(PhonePopulation::name)
                .map(Subject::phones)
                .toList();
        List<Integer> pns = estate.portNetworks().stream()
                .filter(pn -> pn.site().equals(site))
                .map(PortNetwork::number)
                .toList();
        int columns = Math.max(FEWEST_COLUMNS, (int) Math.ceil(Math.sqrt(pns.size())));
        double wide = Math.max(NARROWEST, TextWidth.of(site, ChartStyle.LABEL_SIZE + 1) * 1.1 + 2 * INSET);
        for (List<Subject> lines : List.of(machines, phones)) {
            for (Subject part : lines.subList(0, Math.min(MOST, lines.size()))) {
                wide = Math.max(wide, TextWidth.of(part.name(), ChartStyle.LABEL_SIZE - 1) + ROOM_FOR_STATE + 28);
            }
        }
        width = Math.max(Math.min(wide, WIDEST), pns.isEmpty() ? 0 : columns * CELL + 2 * INSET - GAP);
        addLines(machines, "machine");
        addLines(phones, "population");
        addPortNetworks(pns, columns);
        height += notShown.size() * LINE + (items.isEmpty() ? 0 : INSET - GAP);
    }

    private void addLines(List<Subject> parts, String noun) {
        for (Subject part : parts.subList(0, Math.min(MOST, parts.size()))) {
            items.add(new Item(part, part.name(), new Box(INSET, height, width - 2 * INSET, LINE - GAP), true));
            height += LINE;
        }
        if (parts.size() > MOST) {
            notShown.add("and " + Words.count(parts.size() - MOST, "more " + noun));
        }
    }

    private void addPortNetworks(List<Integer> numbers, int columns) {
        for (int i = 0; i < numbers.size(); i++) {
            Box box = new Box(INSET + i % columns * CELL, height + i / columns * LINE, CELL - GAP, LINE - GAP);
            items.add(new Item(Subject.pn(numbers.get(i)), String.valueOf(numbers.get(i)), box, false));
        }
        height += (numbers.size() + columns - 1) / columns * LINE + (numbers.isEmpty() ? 0 : LINE - GAP);
    }

    String site() {
        return site;
    }

    Point size() {
        return new Point(width, height);
    }

    List<Item> items() {
        return items;
    }

    /** What has no room, in words. */
    List<String> notShown() {
        return notShown;
    }

    /** Whether port networks stand in it. */
    boolean hasPortNetworks() {
        return items.stream().anyMatch(item -> item.part().isPn());
    }
}
