package org.ipsisim.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.history.ServerRole.DOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.Histories;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Trace;
import org.ipsisim.plain.PlainEngine;
import org.junit.jupiter.api.Test;

/** Each check finds what it is there for: a right history passes, and one that is wrong in one place does not. */
class HistoryChecksTest {
    private static final IpsiId IPSI = new IpsiId(1, IpsiId.Side.A);

    private final History right = PlainEngine.run(ScenarioBuilder.lasting("20m")
            .pn(1, "hq")
            .core(10, "hq")
            .fail("60s", "main")
            .build());
    private final PnHistory pn = right.portNetworks().get(0);

    @Test
    void a_right_history_passes() {
        assertThat(HistoryChecks.violations(right)).isEmpty();
    }

    @Test
    void a_gap_in_a_timeline() {
        assertThat(violations(timeline(spans -> remove(spans, 1))))
                .contains("pn-1 timeline has a gap or an overlap at 60000");
    }

    @Test
    void equal_neighbours() {
        assertThat(violations(timeline(spans -> {
                    List<PnSpan> split = new ArrayList<>(spans);
                    split.set(0, new PnSpan(0, 30_000, PnState.IN_SERVICE, 1));
                    split.add(1, new PnSpan(30_000, 60_000, PnState.IN_SERVICE, 1));
                    return split;
                })))
                .contains("pn-1: neighbours are equal at 30000");
    }

    @Test
    void control_that_moves_without_a_restart() {
        assertThat(violations(
                        timeline(spans -> replace(spans, 4, new PnSpan(164_000, 434_000, PnState.NO_SERVICE, 10)))))
                .contains("pn-1 at 164000: COLD_RESET to NO_SERVICE, control changes without a restart");
    }

    @Test
    void a_cold_reset_that_comes_too_early() {
        assertThat(violations(timeline(spans -> replace(
                        replace(spans, 2, new PnSpan(74_000, 133_999, PnState.WARM_RESET, 1)),
                        3,
                        new PnSpan(133_999, 164_000, PnState.COLD_RESET, 1)))))
                .contains("pn-1: cold reset too early at 133999");
    }

    @Test
    void totals_that_do_not_fit_the_timeline() {
        assertThat(violations(
                        timeline(spans -> replace(spans, 2, new PnSpan(74_000, 134_000, PnState.CONTACT_LOST, 1)))))
                .contains("pn-1: degraded is 0");
    }

    @Test
    void a_list_out_of_order() {
        assertThat(violations(lists(List.of(new ListSpan(0, 1_200_000, List.of(10, 1))))))
                .contains("list of 1a at 0 [10, 1]: not in the order of M16");
    }

    @Test
    void a_server_twice_on_a_list() {
        assertThat(violations(lists(List.of(new ListSpan(0, 1_200_000, List.of(1, 1))))))
                .contains("list of 1a at 0 [1, 1]: twice on it");
    }

    @Test
    void calls_that_outlive_a_cold_reset() {
        PnHistory wrong = Histories.pn(
                pn.portNetwork(), pn.timeline(), pn.lists(), pn.totals(), new CallOutcome(40, 0, 40, 0), pn.ipCalls());

        assertThat(violations(wrong)).contains("pn-1: calls outlived a restart or a cold reset");
    }

    @Test
    void a_survivable_core_that_is_idle_in_control() {
        History wrong = Histories.of(
                right.scenario(),
                right.trace(),
                right.portNetworks(),
                List.of(Histories.server(
                        right.servers().get(1).server(), List.of(new RoleSpan(0, 1_200_000, ServerRole.IDLE)))),
                0);

        assertThat(HistoryChecks.violations(wrong))
                .containsExactly("sc-10 is IDLE from 0 to 1200000 and controls a port network");
    }

    @Test
    void two_active_mains() {
        assertThat(mains(
                        List.of(new RoleSpan(0, 1_200_000, ServerRole.ACTIVE)),
                        List.of(new RoleSpan(0, 1_200_000, ServerRole.ACTIVE))))
                .contains("at 0 the mains are ACTIVE and ACTIVE");
    }

    @Test
    void a_standby_that_waits_too_long() {
        assertThat(mains(
                        List.of(new RoleSpan(0, 60_000, ServerRole.ACTIVE), new RoleSpan(60_000, 1_200_000, DOWN)),
                        List.of(new RoleSpan(0, 1_200_000, ServerRole.STANDBY))))
                .containsExactly("main-b is STANDBY from 0 to 1200000, alone for 1140000");
    }

    @Test
    void a_standby_that_takes_over_too_early() {
        assertThat(mains(
                        List.of(new RoleSpan(0, 60_000, ServerRole.ACTIVE), new RoleSpan(60_000, 1_200_000, DOWN)),
                        List.of(
                                new RoleSpan(0, 64_000, ServerRole.STANDBY),
                                new RoleSpan(64_000, 1_200_000, ServerRole.ACTIVE))))
                .contains("main-b is ACTIVE from 64000 to 1200000, too early for a takeover");
    }

    @Test
    void an_interchange_that_lasts_too_long_and_begins_between_heartbeats_and_is_not_counted() {
        List<RoleSpan> a = List.of(
                new RoleSpan(0, 60_500, ServerRole.ACTIVE),
                new RoleSpan(60_500, 75_000, ServerRole.INTERCHANGING),
                new RoleSpan(75_000, 1_200_000, ServerRole.STANDBY));
        List<RoleSpan> b = List.of(
                new RoleSpan(0, 60_500, ServerRole.STANDBY),
                new RoleSpan(60_500, 75_000, ServerRole.INTERCHANGING),
                new RoleSpan(75_000, 1_200_000, ServerRole.ACTIVE));

        assertThat(mains(a, b))
                .containsExactly(
                        "main-a is INTERCHANGING from 60500 to 75000, not for 10000",
                        "main-b is INTERCHANGING from 60500 to 75000, not for 10000",
                        "server interchanges are at least 1",
                        "an interchange begins between heartbeats at 60500");
    }

    @Test
    void an_interchange_within_the_curb() {
        assertThat(mains(there(60_000, 100_000), back(60_000, 100_000)))
                .contains("an interchange begins within the curb at 100000");
        assertThat(mains(there(60_000, 370_000), back(60_000, 370_000)))
                .containsExactly("server interchanges are at least 2");
    }

    private static List<RoleSpan> there(long first, long second) {
        return swaps(first, second, ServerRole.ACTIVE, ServerRole.STANDBY);
    }

    private static List<RoleSpan> back(long first, long second) {
        return swaps(first, second, ServerRole.STANDBY, ServerRole.ACTIVE);
    }

    private static List<RoleSpan> swaps(long first, long second, ServerRole one, ServerRole other) {
        return List.of(
                new RoleSpan(0, first, one),
                new RoleSpan(first, first + 10_000, ServerRole.INTERCHANGING),
                new RoleSpan(first + 10_000, second, other),
                new RoleSpan(second, second + 10_000, ServerRole.INTERCHANGING),
                new RoleSpan(second + 10_000, 1_200_000, one));
    }

    /** What is wrong with two main servers that had these roles, and no interchange counted. */
    private static List<String> mains(List<RoleSpan> a, List<RoleSpan> b) {
        History history = PlainEngine.run(
                ScenarioBuilder.lasting("20m").duplex("hq").pn(1, "hq").build());
        List<ServerHistory> servers = List.of(
                Histories.server(history.servers().get(0).server(), a),
                Histories.server(history.servers().get(1).server(), b));
        return HistoryChecks.violations(
                Histories.of(history.scenario(), new Trace(List.of()), history.portNetworks(), servers, 0));
    }

    private PnHistory timeline(UnaryOperator<List<PnSpan>> change) {
        return Histories.pn(
                pn.portNetwork(), change.apply(pn.timeline()), pn.lists(), pn.totals(), pn.pnCalls(), pn.ipCalls());
    }

    private PnHistory lists(List<ListSpan> spans) {
        TreeMap<IpsiId, List<ListSpan>> lists = new TreeMap<>();
        lists.put(IPSI, spans);
        return Histories.pn(pn.portNetwork(), pn.timeline(), lists, pn.totals(), pn.pnCalls(), pn.ipCalls());
    }

    private List<String> violations(PnHistory wrong) {
        return HistoryChecks.violations(
                Histories.of(right.scenario(), right.trace(), List.of(wrong), right.servers(), 0));
    }

    private static List<PnSpan> remove(List<PnSpan> spans, int index) {
        List<PnSpan> fewer = new ArrayList<>(spans);
        fewer.remove(index);
        return fewer;
    }

    private static List<PnSpan> replace(List<PnSpan> spans, int index, PnSpan span) {
        List<PnSpan> changed = new ArrayList<>(spans);
        changed.set(index, span);
        return changed;
    }
}
