package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.History;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.PhoneOutage;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.history.SessionManagerHistory.Load;
import org.ipsisim.history.SipHistory;
import org.ipsisim.history.Span;

/**
 * Phones for sample histories, made by hand: 400 desk phones at Dallas that lose their session manager at 1m, and 20 at
 * headquarters that keep it.
 */
final class SamplePhones {
    private static final SessionManager SM_1 = new SessionManager("sm-1", "hq", 20, 100, Optional.empty());
    private static final SessionManager BRANCH =
            new SessionManager("bsm-dallas", "dallas", 300, 3000, Optional.of("lsp-1"));
    private static final PhonePopulation DESK = new PhonePopulation(
            "dallas-desk", "dallas", 6001, 6400, List.of("sm-1", "bsm-dallas"), SipSettings.DEFAULT);
    private static final PhonePopulation HQ =
            new PhonePopulation("hq-desk", "hq", 7001, 7020, List.of("sm-1"), SipSettings.DEFAULT);

    private SamplePhones() {}

    /** A history with the phones beside its port networks. */
    static History beside(History history) {
        SipEstate sip = new SipEstate(
                "example.com",
                List.of(SM_1, BRANCH),
                List.of(DESK, HQ),
                List.of(),
                false,
                SipSettings.DEFAULT,
                List.of());
        Estate estate = history.scenario().estate().with(sip);
        return new History(
                history.scenario().with(estate),
                history.trace(),
                history.portNetworks(),
                history.servers(),
                history.timers(),
                history.serverInterchanges(),
                history.heartbeats(),
                history.detail(),
                history.cautions(),
                sip(history.duration()));
    }

    /** The phones without any port network. */
    static History alone(History history) {
        History beside = beside(history);
        Estate estate = beside.scenario().estate().withPortNetworks(List.of());
        return new History(
                beside.scenario().with(estate).withoutExpectations(),
                beside.trace(),
                List.of(),
                beside.servers(),
                List.of(),
                0,
                List.of(),
                beside.detail(),
                List.of(),
                beside.sip());
    }

    private static SipHistory sip(long end) {
        List<PhoneSample> desk = new ArrayList<>();
        desk.add(sample(0, 400, PhoneState.IN_SERVICE, 0));
        desk.add(sample(60_000, 400, PhoneState.LIMBO, 0));
        desk.add(new PhoneSample(
                95_000,
                List.of(
                        new PhoneSample.Count(PhoneState.LIMBO, 0, 250),
                        new PhoneSample.Count(PhoneState.MOVING, 1, 150))));
        desk.add(new PhoneSample(
                101_000,
                List.of(
                        new PhoneSample.Count(PhoneState.IN_SERVICE, 1, 100),
                        new PhoneSample.Count(PhoneState.MOVING, 1, 300))));
        desk.add(sample(108_000, 400, PhoneState.IN_SERVICE, 1));
        PopulationHistory struck = new PopulationHistory(
                DESK,
                desk,
                new PhoneOutage(
                        400,
                        18_211_200,
                        47_400,
                        OptionalLong.of(96_100),
                        OptionalLong.of(101_000),
                        OptionalLong.of(106_200),
                        OptionalLong.of(107_400)),
                PhoneOutage.NONE);
        PopulationHistory kept = new PopulationHistory(
                HQ, List.of(sample(0, 20, PhoneState.IN_SERVICE, 0)), PhoneOutage.NONE, PhoneOutage.NONE);
        SessionManagerHistory sm1 = new SessionManagerHistory(
                SM_1,
                List.of(new Span<>(0, 90_000, 420), new Span<>(90_000, end, 20)),
                List.of(),
                420,
                0,
                0,
                0,
                0,
                0,
                400);
        SessionManagerHistory branch = new SessionManagerHistory(
                BRANCH,
                List.of(new Span<>(0, end, 400)),
                List.of(new Load(96_000, 0, 300, 1, 0, 40, 0), new Load(97_000, 2, 600, 0, 120, 100, 3)),
                1306,
                602,
                100,
                120,
                3,
                0,
                0);
        PhoneHistory phone = new PhoneHistory(
                6001,
                "dallas-desk",
                List.of(
                        in(0, 60_000, PhoneState.IN_SERVICE, "sm-1"),
                        in(60_000, 96_100, PhoneState.LIMBO, "sm-1"),
                        in(96_100, end, PhoneState.IN_SERVICE, "bsm-dallas")));
        return new SipHistory(List.of(struck, kept), List.of(sm1, branch), List.of(phone));
    }

    private static Span<PhoneHistory.In> in(long from, long to, PhoneState state, String controller) {
        return new Span<>(from, to, new PhoneHistory.In(state, Optional.of(controller)));
    }

    private static PhoneSample sample(long at, int phones, PhoneState state, int controller) {
        return new PhoneSample(at, List.of(new PhoneSample.Count(state, controller, phones)));
    }
}
