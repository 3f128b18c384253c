package org.ipsisim.explain;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;

/** The rules and rulings that what happens in a run follows; {@code docs/rules.md} says what they stand for. */
final class Rules {
    /** What follows the same rules whatever led to it: what is known of the product, then what the simulator decides. */
    private static final Map<Class<? extends Happening>, List<String>> ALWAYS = Map.ofEntries(
            entry(Happening.WarmReset.class, List.of("R10", "M6")),
            entry(Happening.NoServiceStopped.class, List.of("R24", "M8")),
            entry(Happening.ServiceRequested.class, List.of("R27", "M10")),
            entry(Happening.RequestRefused.class, List.of("R27", "M10")),
            entry(Happening.PnDown.class, List.of("M28")),
            entry(Happening.PnUp.class, List.of("M28")),
            entry(Happening.SurvivableCoreReset.class, List.of("R59", "M27")),
            entry(Happening.ServerDisabled.class, List.of("R60")),
            entry(Happening.ServerEnabled.class, List.of("R60")),
            entry(Happening.TimersChanged.class, List.of()),
            entry(Happening.TakeoverForced.class, List.of("R56")),
            entry(Happening.CommandRefused.class, List.of()),
            entry(Happening.BusiedOut.class, List.of("M20")),
            entry(Happening.BusyOutReleased.class, List.of("R17")),
            entry(Happening.ServerActive.class, List.of("R67")),
            entry(Happening.InterchangeCalledOff.class, List.of("R71")),
            entry(Happening.TwoActives.class, List.of("R68")),
            entry(Happening.SteppedDown.class, List.of("R68")),
            entry(Happening.SystemRestarted.class, List.of("R67", "M24")));

    private final History history;

    Rules(History history) {
        this.history = history;
    }

    /** Those that an entry of the trace follows. */
    List<String> of(TraceEntry entry) {
        Happening what = entry.what();
        List<String> always = ALWAYS.get(what.getClass());
        if (always != null) {
            return always;
        }
        if (what instanceof Happening.Failed failed) {
            return ofElement(failed.element());
        }
        if (what instanceof Happening.Restored restored) {
            return ofElement(restored.element());
        }
        if (what instanceof Happening.Degraded degraded) {
            return ofDegradation(degraded.how());
        }
        if (what instanceof Happening.DegradationEnded ended) {
            return ofDegradation(ended.how());
        }
        if (what instanceof Happening.ContactRestored) {
            return ofContact(entry);
        }
        return inContext(
                what, history.findEntry(entry.cause()).map(TraceEntry::what).orElse(null));
    }

    private static List<String> ofElement(Element element) {
        return switch (element) {
            case LINK, CONTROL_PATH -> List.of("M3");
            case SITE, IPSI -> List.of("M28");
            case SERVER -> List.of("M29");
            case ARBITER_LINK -> List.of("R68");
        };
    }

    private static List<String> ofDegradation(String how) {
        if (how.startsWith("congestion")) {
            return List.of("R9", "N5");
        }
        return how.startsWith("duplex mismatch") ? List.of("R9", "N6") : List.of("R9", "N3");
    }

    /** By the state that the heartbeat finds. */
    private List<String> ofContact(TraceEntry entry) {
        Optional<PnState> state = history.portNetworks().stream()
                .filter(pn -> entry.subject().equals(pn.portNetwork().id()))
                .findFirst()
                .map(pn -> pn.spanAt(entry.at() - 1).state());
        if (state.filter(PnState::isDegraded).isPresent()) {
            return List.of("M6");
        }
        return List.of(state.filter(PnState::isOutage).isPresent() ? "M9" : "M4");
    }

    private List<String> inContext(Happening what, Happening cause) {
        boolean serial = history.scenario().estate().timers().reading() == EscalationReading.SERIAL;
        if (what instanceof Happening.ContactLost) {
            return isOverTcp() ? List.of("R6", "M5", "N8") : List.of("R6", "M5");
        }
        if (what instanceof Happening.ColdReset) {
            return List.of("R15", serial ? "M7" : "M14");
        }
        if (what instanceof Happening.NoServiceStarted) {
            return cause instanceof Happening.RequestRefused ? List.of("M11") : List.of("R21", serial ? "M8" : "M14");
        }
        if (what instanceof Happening.CallsDropped) {
            return ofDroppedCalls(cause);
        }
        if (what instanceof Happening.SetUpsLost) {
            return cause instanceof Happening.WarmReset ? List.of("R13", "T5") : List.of("R67", "T4");
        }
        if (what instanceof Happening.IpsiInterchange) {
            return ofIpsiInterchange(cause);
        }
        if (what instanceof Happening.ServerInterchange) {
            boolean died = cause instanceof Happening.Failed failed && failed.element() == Element.SERVER;
            return died ? List.of("R68", "M24") : List.of("R62", "M23");
        }
        return ofControl(what, cause);
    }

    private boolean isOverTcp() {
        return history.scenario().estate().heartbeats().transport() == HeartbeatRules.Transport.TCP;
    }

    private List<String> ofDroppedCalls(Happening cause) {
        if (cause instanceof Happening.ColdReset) {
            return List.of("R15", "M7");
        }
        if (cause instanceof Happening.PnDown) {
            return List.of("M28");
        }
        boolean atTakeover = history.scenario().estate().timers().callsDrop() == CallsDropReading.AT_TAKEOVER;
        return atTakeover ? List.of("R26", "M15") : List.of("R17");
    }

    private static List<String> ofIpsiInterchange(Happening cause) {
        if (cause instanceof Happening.ContactLost) {
            return List.of("R76", "M20");
        }
        return cause instanceof Happening.BusiedOut ? List.of("M20") : List.of("R74", "M21");
    }

    private List<String> ofControl(Happening what, Happening cause) {
        if (what instanceof Happening.TakenOver) {
            return cause instanceof Happening.TakeoverForced ? List.of("R56") : List.of("R42", "M10");
        }
        if (what instanceof Happening.FellBack) {
            return ofReturn(cause);
        }
        if (what instanceof Happening.PnRestarted) {
            return List.of("R17", rulingOfRestart(cause));
        }
        if (what instanceof Happening.InService) {
            return List.of(cause instanceof Happening.PnRestarted ? "R17" : "M6");
        }
        if (what instanceof Happening.ReturnDue) {
            boolean scheduled = history.scenario().estate().fallback() instanceof Fallback.Scheduled;
            return List.of(scheduled ? "R55" : "R58", "M26");
        }
        throw new IllegalArgumentException("no rule for " + what.type());
    }

    private static List<String> ofReturn(Happening cause) {
        if (cause instanceof Happening.TakeoverForced) {
            return List.of("R56", "M26");
        }
        return cause instanceof Happening.ReturnDue ? List.of("R43", "M26") : List.of("R45", "M12");
    }

    private static String rulingOfRestart(Happening cause) {
        if (cause instanceof Happening.SystemRestarted) {
            return "M24";
        }
        if (cause instanceof Happening.PnUp) {
            return "M28";
        }
        return cause instanceof Happening.ContactRestored ? "M9" : "M10";
    }
}
