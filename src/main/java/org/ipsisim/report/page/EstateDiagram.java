package org.ipsisim.report.page;

import static org.ipsisim.document.Markup.number;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.document.Markup;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Link;
import org.ipsisim.history.History;
import org.ipsisim.history.Names;
import org.ipsisim.history.Subject;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.EstateBands;
import org.ipsisim.report.timeline.Pen.Box;
import org.ipsisim.report.timeline.Pen.Point;
import org.ipsisim.report.timeline.TextWidth;

/**
 * The estate of a run as SVG: sites with what stands in them, and the links between them, at a moment: what is up, and who
 * controls whom. Every part is an element with its name in {@code data-part}: {@code site:hq}, {@code link:wan},
 * {@code server:main-a}, {@code pn:2}, {@code phones:desk}. The same history gives the same bytes.
 */
public final class EstateDiagram {
    /** The id of the one that follows the cursor. */
    static final String NOW = "e-now";

    private static final double MARGIN = 6;
    private static final int LEGEND_LINE = 20;
    private static final int TEXT = ChartStyle.LABEL_SIZE - 1;
    private static final int PAD = 4;

    private final Estate estate;
    private final Names names;
    private final Map<Subject, BandRow> bands;
    private final Map<String, SiteBox> sites = new LinkedHashMap<>();
    private final EstateLayout layout;
    private final EstateLinks links;

    private EstateDiagram(History history) {
        this.estate = history.scenario().estate();
        this.names = history.names();
        this.bands = EstateBands.of(history);
        estate.sites().forEach(site -> sites.put(site, new SiteBox(estate, site)));
        Map<String, Point> sizes = new LinkedHashMap<>();
        sites.forEach((site, box) -> sizes.put(site, box.size()));
        this.layout = new EstateLayout(estate, sizes);
        this.links = new EstateLinks(
                estate.links(),
                layout,
                link -> TextWidth.of(names.of(link.id()), TEXT) + 8,
                link -> row(Subject.link(link.id())).bands().size() > 1);
    }

    /** The diagram of a run's estate. */
    public static EstateDiagram of(History history) {
        return new EstateDiagram(history);
    }

    /** How wide it is, in CSS pixels; a page gives it no more. */
    public int width() {
        return (int) Math.ceil(Math.max(layout.width() + 2 * MARGIN, 300));
    }

    /** What each part is in over time. */
    Map<Subject, BandRow> bands() {
        return bands;
    }

    /**
     * When most port networks and populations of phones are out of normal service, in milliseconds: the middle of the
     * longest such time; 0 if none ever is.
     */
    public long worst() {
        TreeMap<Long, Integer> changes = new TreeMap<>();
        users().flatMap(row -> row.bands().stream())
                .filter(band -> !band.state().isService())
                .forEach(band -> {
                    changes.merge(band.from(), 1, Integer::sum);
                    changes.merge(band.to(), -1, Integer::sum);
                });
        changes.values().removeIf(change -> change == 0);
        long worst = 0;
        long longest = 0;
        int most = 0;
        int out = 0;
        for (Map.Entry<Long, Integer> change : changes.entrySet()) {
            out += change.getValue();
            long from = change.getKey();
            long length = Objects.requireNonNullElse(changes.higherKey(from), from) - from;
            if (out > most || out == most && length > longest) {
                most = out;
                longest = length;
                worst = from + length / 2;
            }
        }
        return worst;
    }

    /** Whether there is more than a box to see. */
    public boolean hasLinks() {
        return !estate.links().isEmpty();
    }

    /** Port networks and phones. */
    private Stream<BandRow> users() {
        return bands.entrySet().stream()
                .filter(each -> each.getKey().isPn() || each.getKey().kind() == Subject.Kind.PHONES)
                .map(Map.Entry::getValue);
    }

    /** What a script needs to show a part in a state: colour and class, fill, class of the part, words long and short. */
    static List<String> look(BandRow.Band band) {
        BandState state = band.state();
        return List.of(state.key(), SvgLook.fill(state, NOW), classOf(state), state.legend(), shortState(band));
    }

    private static String classOf(BandState state) {
        return "ed-" + state.words().replace(' ', '-');
    }

    /** Whether it has a part of a name as in {@code data-part}, such as {@code link:wan}. */
    public boolean hasPart(String name) {
        return bands.keySet().stream().anyMatch(part -> nameOf(part).equals(name));
    }

    /** The name of a part in {@code data-part}. */
    static String nameOf(Subject part) {
        String kind = part.isPn() ? "pn" : part.kind().name().toLowerCase(Locale.ROOT);
        return kind + ":" + (part.isPn() ? String.valueOf(part.pn()) : part.name());
    }

    /**
     * The diagram as a part of a page.
     *
     * @param at the moment in milliseconds from the start
     * @param id that nothing else on the page has
     */
    public String at(long at, String id) {
        Markup svg = new Markup();
        List<List<BandState>> legend = legend();
        double height = layout.height() + 2 * MARGIN + legend.size() * LEGEND_LINE;
        svg.fill(
                "<svg xmlns='http://www.w3.org/2000/svg' class='tl estate' viewBox='0 0 % %'", width(), number(height));
        svg.fill(" style='max-width:%px;min-width:%px' role='img'", width() * 5 / 4, width() * 2 / 3);
        svg.fill(
                " aria-labelledby='%-title %-desc' font-family='%' font-size='%'>\n",
                id, id, ChartStyle.FONT_FAMILY, TEXT);
        svg.fill("<title id='%-title'>The estate</title>\n<desc id='%-desc'>%</desc>\n", id, id, words(at));
        SortedSet<BandState> looks = looks();
        svg.open("style").raw(SvgLook.css(looks, id)).raw(CSS).close();
        svg.open("defs").line().raw(SvgLook.patterns(looks, id)).close();
        double left = (width() - layout.width()) / 2;
        svg.fill("<g transform='translate(% %)'>\n", number(left), number(MARGIN));
        estate.links().forEach(link -> drawLink(svg, link, at));
        sites.values().forEach(site -> drawSite(svg, site, at, id));
        svg.raw("</g>\n");
        drawLegend(svg, id, legend, layout.height() + 2 * MARGIN);
        return svg.raw("</svg>\n").toString();
    }

    private static final String CSS = """
            .estate .ed-site{fill:none;stroke:#59636b}.estate .ed-paper{fill:#ffffff}.estate .ed-link{stroke:#59636b}
            .estate .ed-part{stroke:#59636b;stroke-width:.75}
            .estate .ed-name{font-weight:600}.estate .ed-on{paint-order:stroke;stroke:#ffffff;stroke-width:3px}
            .estate .ed-failed .ed-link,.estate .ed-failed .ed-site{stroke:#b3340a;stroke-width:2.5;stroke-dasharray:5 4}
            .estate .ed-degraded .ed-link{stroke:#8a5f00;stroke-width:2.5;stroke-dasharray:1 3}
            .estate .ed-failed>.ed-name{fill:#b3340a}
            @media screen and (prefers-color-scheme:dark){
            .estate .ed-site,.estate .ed-link,.estate .ed-part{stroke:#a3adb5}.estate .ed-paper{fill:#14181b}
            .estate .ed-on{stroke:#14181b}.estate .ed-degraded .ed-link{stroke:#e69f00}
            .estate .ed-failed .ed-link,.estate .ed-failed .ed-site{stroke:#ff9a76}.estate .ed-failed>.ed-name{fill:#ff9a76}}
            """;

    // ---- Links -------------------------------------------------------------------------------------------------

    private void drawLink(Markup svg, Link link, long at) {
        EstateLinks.Line line = links.line(link);
        begin(svg, Subject.link(link.id()), at, " " + link.a() + " – " + link.b());
        svg.fill(
                "<path class='ed-link' d='M% %L% %' stroke='%'/>",
                number(line.from().x()),
                number(line.from().y()),
                number(line.to().x()),
                number(line.to().y()),
                ChartStyle.MUTED);
        Point name = links.nameOf(link);
        if (name != null) {
            svg.fill(
                    "<text class='ed-on ed-name' x='%' y='%' text-anchor='middle'>%</text>",
                    number(name.x()), number(name.y() + 4), names.of(link.id()));
        }
        svg.raw("</g>\n");
    }

    // ---- Sites -------------------------------------------------------------------------------------------------

    /** Opens the element of a part: its name, its state for the style sheet, a tooltip. */
    private void begin(Markup svg, Subject part, long at, String more) {
        BandRow row = row(part);
        BandState state = row.at(at).state();
        svg.fill(
                "<g data-part='%' class='%'><title>%%: %</title>",
                nameOf(part), classOf(state), row.name(), more, state.legend());
    }

    private BandRow row(Subject part) {
        return Objects.requireNonNull(bands.get(part));
    }

    private void drawSite(Markup svg, SiteBox site, long at, String id) {
        Box box = layout.site(site.site());
        svg.fill("<g transform='translate(% %)'>\n", number(box.x()), number(box.y()));
        begin(svg, Subject.site(site.site()), at, "");
        String size = "width='" + number(box.width()) + "' height='" + number(box.height()) + "' rx='4'";
        svg.fill(
                "<rect class='ed-paper' " + size + " fill='#ffffff'/><rect class='ed-site' " + size
                        + " fill='none' stroke='%'/>",
                ChartStyle.MUTED);
        svg.fill(
                "<text class='ed-name' x='%' y='14' font-size='%'>%</text></g>\n",
                SiteBox.INSET,
                ChartStyle.LABEL_SIZE + 1,
                shortened(names.of(site.site()), box.width() - 2 * SiteBox.INSET, (ChartStyle.LABEL_SIZE + 1) * 1.1));
        site.items().forEach(item -> drawItem(svg, item, at, id));
        double y = box.height() - SiteBox.INSET + 1;
        double room = box.width() - 2 * SiteBox.INSET;
        if (site.hasPortNetworks()) {
            svg.fill(
                    "<text class='tl-muted' data-controllers='%' data-room='%' x='%' y='%'>%</text>\n",
                    names.of(site.site()),
                    number(room),
                    SiteBox.INSET,
                    number(y),
                    shortened(controllers(site, at), room, TEXT));
            y -= SiteBox.LINE;
        }
        for (String words : site.notShown()) {
            svg.fill("<text class='tl-muted' x='%' y='%'>%</text>\n", SiteBox.INSET, number(y), words);
            y -= SiteBox.LINE;
        }
        svg.raw("</g>\n");
    }

    /** Who controls the port networks of a site, or what else they are in. */
    private String controllers(SiteBox site, long at) {
        return site.items().stream()
                .filter(item -> item.part().isPn())
                .map(item -> row(item.part()).at(at).state())
                .map(state -> state.controller().isEmpty() ? state.words() : state.controller())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void drawItem(Markup svg, SiteBox.Item item, long at, String id) {
        BandRow.Band band = row(item.part()).at(at);
        BandState state = band.state();
        Box box = item.box();
        begin(svg, item.part(), at, "");
        svg.fill(
                "<rect class='ed-part tl-%' x='%' y='%' width='%' height='%' rx='2' fill='%' stroke='%'/>",
                state.key(),
                number(box.x()),
                number(box.y()),
                number(box.width()),
                number(box.height()),
                SvgLook.fill(state, id),
                ChartStyle.MUTED);
        boolean says = item.saysState();
        String words = says ? " " + shortState(band) : "";
        double room = box.width() - 2 * PAD - TextWidth.of(words, TEXT);
        double x = says ? box.x() + PAD : box.x() + box.width() / 2;
        svg.fill("<text class='tl-on tl-on-%' x='%' y='%'", state.key(), number(x), number(box.y() + 11));
        svg.fill(
                says ? ">%<tspan>%</tspan></text></g>\n" : " text-anchor='middle'>%</text></g>\n",
                says ? shortened(item.name(), room, TEXT) : item.name(),
                words);
    }

    /** What a machine is in; of phones in service, their session manager. */
    private static String shortState(BandRow.Band band) {
        String words =
                band.texts().isEmpty() ? band.state().words() : band.texts().get(0);
        return shortened(words, SiteBox.ROOM_FOR_STATE, TEXT);
    }

    private static String shortened(String text, double room, double size) {
        String shown = text;
        while (shown.length() > 1 && TextWidth.of(shown, size) > room) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), shown.equals(text) ? -1 : -2)) + "…";
        }
        return shown;
    }

    // ---- Words and legend ----------------------------------------------------------------------------------------

    /** All that parts are ever in. */
    private SortedSet<BandState> looks() {
        SortedSet<BandState> looks = new TreeSet<>(Comparator.comparing(BandState::key));
        bands.values().forEach(row -> row.bands().forEach(band -> looks.add(band.state())));
        return looks;
    }

    private List<List<BandState>> legend() {
        SortedSet<BandState> states = new TreeSet<>();
        users().forEach(row -> row.bands().forEach(band -> states.add(band.state())));
        List<List<BandState>> lines = new ArrayList<>();
        double x = width();
        for (BandState state : states) {
            double width = 40 + TextWidth.of(state.legend(), TEXT);
            if (x + width > width()) {
                lines.add(new ArrayList<>());
                x = MARGIN;
            }
            lines.get(lines.size() - 1).add(state);
            x += width;
        }
        return lines;
    }

    private static void drawLegend(Markup svg, String id, List<List<BandState>> lines, double top) {
        double y = top;
        for (List<BandState> line : lines) {
            double x = MARGIN;
            for (BandState state : line) {
                svg.fill(
                        "<rect class='ed-part tl-%' x='%' y='%' width='20' height='12' fill='%'/>",
                        state.key(), number(x), number(y + 2), SvgLook.fill(state, id));
                svg.fill("<text x='%' y='%'>%</text>\n", number(x + 25), number(y + 12), state.legend());
                x += 40 + TextWidth.of(state.legend(), TEXT);
            }
            y += LEGEND_LINE;
        }
    }

    /** The picture in words: what is in the same state together; sites and links only if something is wrong with them. */
    private String words(long at) {
        Map<String, List<Subject>> said = new LinkedHashMap<>();
        bands.forEach((part, row) -> {
            String state = row.at(at).state().legend();
            boolean place = part.kind() == Subject.Kind.SITE || part.kind() == Subject.Kind.LINK;
            if (!place || row.at(at).state().rank() > 0) {
                said.computeIfAbsent(state, key -> new ArrayList<>()).add(part);
            }
        });
        return said.entrySet().stream()
                .map(each -> names(each.getValue()) + ": " + each.getKey())
                .collect(Collectors.joining("; ", "", "."));
    }

    private String names(Collection<Subject> parts) {
        List<String> all = new ArrayList<>();
        List<Integer> pns =
                parts.stream().filter(Subject::isPn).map(Subject::pn).toList();
        parts.stream().filter(part -> !part.isPn()).map(names::of).forEach(all::add);
        if (!pns.isEmpty()) {
            all.add("PN " + NumberList.compact(pns));
        }
        return String.join(", ", all);
    }
}
