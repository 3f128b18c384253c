package org.ipsisim.ladder;

import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.Plane;
import org.ipsisim.estate.SipCall;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.VoicemailServer;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.Span;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.network.Network;

/**
 * What a run holds for a call at the moment at which it begins (U17).
 *
 * @param sessionManager the caller's active controller; empty if it has none
 * @param caller how the caller stands with it
 * @param callee how the callee stands with it
 * @param callerDelay milliseconds from the caller to the session manager, 1 or more
 * @param calleeDelay milliseconds from the session manager to the callee, 1 or more
 */
public record CallSituation(
        Optional<String> sessionManager, Standing caller, Standing callee, long callerDelay, long calleeDelay) {
    /** How a phone stands with a session manager. */
    public enum Standing {
        /** Registered, and messages arrive. */
        REACHED,
        /** Registered, but nothing arrives: limbo. */
        CUT_OFF,
        /** Registered with a session manager that has no call processing (U13). */
        NO_CALL_PROCESSING,
        /** Not registered. */
        UNREGISTERED
    }

    /**
     * What a run holds for a call.
     *
     * @param phones the histories of the phones of caller and callee
     */
    public static CallSituation of(Estate estate, List<PhoneHistory> phones, SipCall call) {
        SipEstate sip = estate.sip();
        long at = call.at().toMillis();
        Optional<Device> caller = device(sip, phones, call.from(), at);
        Optional<String> server = caller.flatMap(device -> device.in.controller());
        Standing callerStanding = caller.map(Device::standing).orElse(Standing.UNREGISTERED);
        if (server.isEmpty() || callerStanding == Standing.UNREGISTERED) {
            return new CallSituation(Optional.empty(), Standing.UNREGISTERED, Standing.UNREGISTERED, 1, 1);
        }
        String serverSite = sip.findSessionManager(server.get()).orElseThrow().site();
        Network network = new Network(new Agenda(), estate.sites(), estate.links());
        Optional<VoicemailServer> voicemail = sip.voicemail().stream()
                .filter(each -> each.extension() == call.to())
                .findFirst();
        Optional<Device> callee = device(sip, phones, call.to(), at);
        String calleeSite = voicemail
                .map(VoicemailServer::site)
                .or(() -> callee.map(device -> device.population.site()))
                .orElse(serverSite);
        Standing calleeStanding = voicemail.isPresent()
                ? Standing.REACHED
                : callee.map(device -> device.standingWith(server.get())).orElse(Standing.UNREGISTERED);
        return new CallSituation(
                server,
                callerStanding,
                calleeStanding,
                latency(network, caller.get().population.site(), serverSite),
                latency(network, calleeSite, serverSite));
    }

    /** A phone and what it is in when the call begins. */
    private record Device(PhonePopulation population, PhoneHistory.In in) {
        /** How it stands with its active controller. */
        Standing standing() {
            return switch (in.state()) {
                case IN_SERVICE -> Standing.REACHED;
                case NO_CALL_PROCESSING -> Standing.NO_CALL_PROCESSING;
                case LIMBO -> Standing.CUT_OFF;
                case MOVING, REGISTERING, SEARCHING, DOWN -> Standing.UNREGISTERED;
            };
        }

        /** How it stands with any controller: one that is registered with all of them at once can be called through each (U15). */
        Standing standingWith(String server) {
            if (in.controller().filter(server::equals).isPresent()) {
                return standing() == Standing.NO_CALL_PROCESSING ? Standing.REACHED : standing();
            }
            boolean isRegistered = standing() == Standing.REACHED
                    && population.settings().registration() == SipSettings.Registration.SIMULTANEOUS
                    && population.controllers().contains(server);
            return isRegistered ? Standing.REACHED : Standing.UNREGISTERED;
        }
    }

    /** The phone of an extension; of several the first in service, or else the first. */
    private static Optional<Device> device(SipEstate sip, List<PhoneHistory> phones, long extension, long at) {
        List<Device> devices = phones.stream()
                .filter(phone -> phone.extension() == extension)
                .flatMap(phone -> sip.findPhones(phone.population()).stream()
                        .map(population -> new Device(population, in(phone, at))))
                .toList();
        return devices.stream()
                .filter(device -> device.standing() == Standing.REACHED)
                .findFirst()
                .or(() -> devices.stream().findFirst());
    }

    private static PhoneHistory.In in(PhoneHistory phone, long at) {
        List<Span<PhoneHistory.In>> timeline = phone.timeline();
        return timeline.stream()
                .filter(span -> span.from() <= at && at < span.to())
                .findFirst()
                .orElse(timeline.get(timeline.size() - 1))
                .value();
    }

    /** The latency of the way while everything works, at least 1 ms (U1). */
    private static long latency(Network network, String from, String to) {
        return Math.max(1, network.latency(network.way(Plane.PHONES, network.site(from), network.site(to))));
    }
}
