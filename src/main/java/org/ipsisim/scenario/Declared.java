package org.ipsisim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;

/**
 * What events and expectations can refer to, by name and number.
 *
 * <p>A survivable remote never controls a port network (R41), and a session manager serves phones alone: neither is a
 * cluster.
 */
final class Declared {
    private final Estate estate;
    private final boolean complete;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Map<String, Integer> clusters = new LinkedHashMap<>();
    private final SortedMap<Integer, PortNetwork> portNetworks = new TreeMap<>();
    private final Map<String, IpsiId> ipsis = new LinkedHashMap<>();

    /** @param complete whether the whole estate could be read; if not, an unknown name is not an error */
    Declared(Estate estate, boolean complete) {
        this.estate = estate;
        this.complete = complete;
        targets.putAll(Targets.of(estate));
        clusters.put("main", estate.main().cluster());
        for (SurvivableCore core : estate.survivableCores()) {
            clusters.put(core.id(), core.cluster());
        }
        for (PortNetwork pn : estate.portNetworks()) {
            portNetworks.put(pn.number(), pn);
        }
        for (PortNetwork pn : portNetworks.values()) {
            for (IpsiId ipsi : pn.ipsis()) {
                ipsis.put(ipsi.toString(), ipsi);
            }
        }
    }

    Estate estate() {
        return estate;
    }

    boolean isComplete() {
        return complete;
    }

    boolean isDuplex() {
        return estate.main().duplex();
    }

    Map<String, Target> targets() {
        return targets;
    }

    /** Each population of phones by its name, and all of them as {@code all}. */
    Map<String, SortedSet<String>> populationSets() {
        Map<String, SortedSet<String>> sets = new LinkedHashMap<>();
        SortedSet<String> all = new TreeSet<>();
        for (String name : phones().keySet()) {
            sets.put(name, new TreeSet<>(List.of(name)));
            all.add(name);
        }
        if (!all.isEmpty()) {
            sets.put("all", all);
        }
        return sets;
    }

    /** Targets on a heartbeat path: all but survivable remotes, session managers and the arbiter link. */
    Map<String, Target> wayParts() {
        Map<String, Target> parts = new LinkedHashMap<>(targets);
        parts.remove(Target.OfArbiterLink.NAME);
        estate.survivableRemotes().forEach(remote -> parts.remove(remote.name()));
        estate.sip().sessionManagers().forEach(sm -> parts.remove(sm.name()));
        return parts;
    }

    /** Names of all clusters with their numbers, the main first. */
    Map<String, Integer> clusters() {
        return clusters;
    }

    SortedMap<Integer, PortNetwork> portNetworks() {
        return portNetworks;
    }

    Map<String, IpsiId> ipsis() {
        return ipsis;
    }

    /** Each population of phones by its name. */
    Map<String, PhonePopulation> phones() {
        return byName(estate.sip().phones(), PhonePopulation::name);
    }

    /** Each session manager by its name. */
    Map<String, SessionManager> sessionManagers() {
        return byName(estate.sip().sessionManagers(), SessionManager::name);
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        all.forEach(each -> byName.put(name.apply(each), each));
        return byName;
    }

    /** Why a plausible name does not exist; empty if there is no particular reason. */
    String whyNot(String name) {
        if (name.equals("main-b")) {
            return "the main is not duplex: `servers.main.duplex: y` gives it a main-b";
        }
        if (name.equals(Target.OfArbiterLink.NAME) && !isDuplex()) {
            return "the main is not duplex: `servers.main.duplex: y` gives it a standby to hear";
        }
        if (name.startsWith("sc-") && (name.endsWith("a") || name.endsWith("b"))) {
            return clusters.containsKey(name.substring(0, name.length() - 1))
                    ? "survivable cores are simplex: duplex ones are not supported yet"
                    : "";
        }
        String ipsi = name.startsWith("ipsi-") ? name.substring(5) : name;
        boolean isB = ipsi.endsWith("b") && ipsis.containsKey(ipsi.substring(0, ipsi.length() - 1) + "a");
        return isB ? "this port network has a single IPSI; `ipsis: duplicated` gives it a second one" : "";
    }
}
