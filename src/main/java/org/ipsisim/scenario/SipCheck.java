package org.ipsisim.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSettings;

/** Warns of phones that can never register or call, and of session managers that refreshes alone keep busy (U8). */
final class SipCheck {
    /** The share of a session manager's capacity that refreshes may take without a warning (U8). */
    private static final double MUCH = 0.5;

    private final Estate estate;
    private final SipEstate sip;
    private final FileReading reading;

    private SipCheck(Estate estate, FileReading reading) {
        this.estate = estate;
        this.sip = estate.sip();
        this.reading = reading;
    }

    static void check(Estate estate, FileReading reading) {
        if (!estate.sip().isEmpty()) {
            SipCheck check = new SipCheck(estate, reading);
            check.checkPhones();
            check.checkRemotes();
            check.checkRefreshes();
        }
    }

    private void checkPhones() {
        Map<String, Integer> areas = areas();
        for (int i = 0; i < sip.phones().size(); i++) {
            PhonePopulation phones = sip.phones().get(i);
            List<SessionManager> controllers = controllers(phones);
            Integer area = areas.get(phones.site());
            String key = "sip.phones[" + i + "].controllers";
            if (controllers.stream().noneMatch(sm -> area.equals(areas.get(sm.site())))) {
                warn(
                                key,
                                "no chain of links connects " + phones.name() + " at " + phones.site()
                                        + " to any of its controllers")
                        .allowed("at least one session manager that `links` connect to " + phones.site());
            } else if (controllers.stream().allMatch(SessionManager::isBranch)) {
                warn(key, "all controllers of " + phones.name() + " are branch session managers")
                        .note("a branch session manager serves calls only while its survivable remote is active");
            }
        }
    }

    private void checkRemotes() {
        for (int i = 0; i < sip.sessionManagers().size(); i++) {
            SessionManager sm = sip.sessionManagers().get(i);
            String key = "sip.session-managers[" + i + "].survivable-remote";
            estate.survivableRemotes().stream()
                    .filter(remote -> sm.survivableRemote().equals(Optional.of(remote.name()))
                            && !remote.site().equals(sm.site()))
                    .findFirst()
                    .ifPresent(remote -> warn(
                            key, sm.name() + " is at " + sm.site() + ", its survivable remote at " + remote.site()));
        }
    }

    private void checkRefreshes() {
        Map<String, Double> load = new HashMap<>();
        for (PhonePopulation phones : sip.phones()) {
            SipSettings settings = phones.settings();
            boolean isAlternate = settings.registration() == SipSettings.Registration.ALTERNATE;
            List<String> registered = isAlternate ? phones.controllers().subList(0, 1) : phones.controllers();
            for (String name : registered) {
                load.merge(name, phones.size() * settings.refreshesPerSecond(), Double::sum);
            }
        }
        for (int i = 0; i < sip.sessionManagers().size(); i++) {
            SessionManager sm = sip.sessionManagers().get(i);
            double perSecond = load.getOrDefault(sm.name(), 0.0);
            if (perSecond > MUCH * sm.requestsPerSecond()) {
                warn(
                                "sip.session-managers[" + i + "].requests-per-second",
                                "refreshes alone are " + Math.round(perSecond) + " requests a second, of "
                                        + sm.requestsPerSecond() + " that " + sm.name() + " can serve")
                        .note("a longer `expires`, a later `refresh-at` or `nonce: counted` makes them fewer");
            }
        }
    }

    private Finding warn(String key, String message) {
        return reading.problems().warning(reading.nearestPlace(key), key, message);
    }

    private List<SessionManager> controllers(PhonePopulation phones) {
        return sip.sessionManagers().stream()
                .filter(sm -> phones.controllers().contains(sm.name()))
                .toList();
    }

    /** Each site with the number of its area: the sites of an area are joined by links that carry phones. */
    private Map<String, Integer> areas() {
        Map<String, List<String>> neighbours = new HashMap<>();
        for (Link link : estate.links()) {
            if (link.network() == ControlNetwork.BOTH) {
                neighbours.computeIfAbsent(link.a(), any -> new ArrayList<>()).add(link.b());
                neighbours.computeIfAbsent(link.b(), any -> new ArrayList<>()).add(link.a());
            }
        }
        Map<String, Integer> areas = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        int area = 0;
        for (String first : estate.sites()) {
            area++;
            open.add(first);
            while (!open.isEmpty()) {
                String site = open.remove();
                if (areas.putIfAbsent(site, area) == null) {
                    open.addAll(neighbours.getOrDefault(site, List.of()));
                }
            }
        }
        return areas;
    }
}
