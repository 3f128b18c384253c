package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SurvivableRemote;
import org.ipsisim.history.History;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.report.timeline.BandRow.Band;

/** What every part of an estate is in over time: sites, links, servers, session managers, port networks, phones. */
public final class EstateBands {
    private static final BandState UP = BandState.PLAIN.named(0, "up");
    private static final BandState FAILED = BandState.of(PnState.DOWN).named(1, "failed");
    private static final BandState DEGRADED = BandState.of(PnState.WARM_RESET).named(2, "degraded");

    private static final BandState ACTIVE = BandState.of(PnState.IN_SERVICE).named(3, "active");

    private final History history;
    private final ClusterNames names;
    private final Map<Subject, BandRow> rows = new LinkedHashMap<>();

    private EstateBands(History history) {
        this.history = history;
        this.names = ClusterNames.of(history);
    }

    /** A row for each part, in the order of the scenario. */
    public static Map<Subject, BandRow> of(History history) {
        EstateBands bands = new EstateBands(history);
        bands.addAll();
        return bands.rows;
    }

    private void addAll() {
        Estate estate = history.scenario().estate();
        estate.sites().forEach(site -> add(Subject.site(site), faults(Subject.site(site))));
        estate.links().forEach(link -> add(Subject.link(link.id()), faults(Subject.link(link.id()))));
        history.servers().forEach(server -> add(Subject.server(server.server().id()), roles(server)));
        for (SurvivableRemote remote : estate.survivableRemotes()) {
            add(Subject.server(remote.name()), faults(Subject.server(remote.name()), Subject.site(remote.site())));
        }
        for (SessionManager sm : estate.sip().sessionManagers()) {
            add(Subject.server(sm.name()), faults(Subject.server(sm.name()), Subject.site(sm.site())));
        }
        for (PnHistory pn : history.portNetworks()) {
            int number = pn.portNetwork().number();
            rows.put(Subject.pn(number), BandRow.of("PN " + number, pn.timeline(), names));
        }
        for (PopulationHistory phones : history.sip().populations()) {
            rows.put(Subject.phones(phones.population().name()), PhoneRows.row(phones, history.duration()));
        }
    }

    private void add(Subject part, List<Band> bands) {
        rows.put(part, new BandRow(part.name(), bands));
    }

    private List<Band> roles(ServerHistory server) {
        List<Band> bands = new ArrayList<>();
        for (RoleSpan span : server.timeline()) {
            BandState look = look(span.role(), server.server().cluster())
                    .named(span.role().ordinal(), span.role().key());
            bands.add(new Band(span.from(), span.to(), look, "", List.of(), false));
        }
        return bands;
    }

    private BandState look(ServerRole role, int cluster) {
        return switch (role) {
            case ACTIVE -> names.service(cluster);
            case DOWN -> FAILED;
            case INTERCHANGING, RESETTING -> BandState.of(PnState.RESTARTING);
            case STANDBY, IDLE, DISABLED -> BandState.PLAIN;
        };
    }

    /** What the trace tells of a part, and of what it stands in: each failure has one end. */
    private List<Band> faults(Subject... parts) {
        List<TraceEntry> entries = Stream.of(parts)
                .flatMap(part -> history.trace().of(part).stream())
                .sorted(Comparator.comparingInt(TraceEntry::id))
                .toList();
        int failures = 0;
        int degradations = 0;
        boolean active = false;
        List<Band> bands = new ArrayList<>(List.of(new Band(0, history.duration(), UP, "", List.of(), false)));
        for (TraceEntry entry : entries) {
            failures += entry.is(NetworkHappening.Failed.class) ? 1 : 0;
            failures -= entry.is(NetworkHappening.Restored.class) ? 1 : 0;
            degradations += entry.is(NetworkHappening.Degraded.class) ? 1 : 0;
            degradations -= entry.is(NetworkHappening.DegradationEnded.class) ? 1 : 0;
            active |= entry.is(PhoneHappening.SurvivableRemoteActive.class);
            active &= !entry.is(PhoneHappening.SurvivableRemoteIdle.class);
            BandState state = failures > 0 ? FAILED : degradations > 0 ? DEGRADED : active ? ACTIVE : UP;
            Band last = bands.remove(bands.size() - 1);
            if (last.from() < entry.at()) {
                bands.add(last.until(entry.at()));
            }
            bands.add(new Band(entry.at(), history.duration(), state, "", List.of(), false));
        }
        return bands;
    }
}
