package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.SurvivableRemote;

/** Reads {@code servers}: the main cluster, the survivable cores and the survivable remotes. */
final class ServersSection {
    /** What was read. */
    record Servers(MainCluster main, List<SurvivableCore> cores, List<SurvivableRemote> remotes) {}

    private final FileReading reading;
    private final ScenarioNames names;
    private final Sites sites;
    private final Map<Integer, String> clusters = new HashMap<>();

    ServersSection(FileReading reading, ScenarioNames names, Sites sites) {
        this.reading = reading;
        this.names = names;
        this.sites = sites;
    }

    Servers read(Optional<Fields> given) {
        if (given.isEmpty()) {
            return new Servers(MainCluster.simplexAt(sites.first()), List.of(), List.of());
        }
        Fields fields = given.get();
        MainCluster main = main(fields.fields("main", Section.MAIN));
        List<SurvivableCore> cores = cores(fields);
        List<SurvivableRemote> remotes = remotes(fields);
        boolean clear =
                fields.isClear("main") && fields.isClear("survivable-cores") && fields.isClear("survivable-remotes");
        if (!clear) {
            names.markIncomplete();
        }
        return new Servers(main, cores, remotes);
    }

    private MainCluster main(Optional<Fields> given) {
        if (given.isEmpty()) {
            clusters.put(1, "of the main");
            return MainCluster.simplexAt(sites.first());
        }
        Fields fields = given.get();
        int cluster = fields.has("cluster") ? fields.integer("cluster", 1, Limits.CLUSTER, 0) : 1;
        if (cluster == 0 || !fields.isSound()) {
            names.markIncomplete();
            cluster = 1;
        }
        clusters.put(cluster, "of the main");
        String site = sites.siteOf(fields, "site", sites.first());
        boolean duplex = fields.yesNo("duplex", false);
        String standbySite = sites.siteOf(fields, "standby-site", site);
        if (!duplex && fields.has("standby-site")) {
            reading.problems()
                    .warning(
                            fields.keySpan("standby-site"),
                            fields.path("standby-site"),
                            "has no effect: the main is not duplex")
                    .note("`duplex: y` gives it a standby");
        }
        return new MainCluster(cluster, site, duplex, duplex ? standbySite : site);
    }

    private List<SurvivableCore> cores(Fields servers) {
        List<SurvivableCore> cores = new ArrayList<>();
        for (EffectiveValue item : servers.items("survivable-cores", Estate.MAX_SURVIVABLE_CORES)) {
            Fields fields = Fields.of(item, Section.SURVIVABLE_CORE, reading);
            int cluster = clusterOf(fields);
            String site = sites.siteOf(fields, "site", sites.first());
            int community = fields.integer("community", 1, Limits.COMMUNITY, 1);
            boolean localPreferred = fields.yesNo("local-preferred", false);
            boolean localOnly = fields.yesNo("local-only", false);
            boolean systemPreferred = systemPreferred(fields, localPreferred, localOnly);
            int score = fields.integer("priority-score", 1, Limits.PRIORITY_SCORE, 1);
            if (cluster > 0) {
                cores.add(new SurvivableCore(
                        cluster, site, community, systemPreferred, localPreferred, localOnly, score));
            }
        }
        warnOfCrowd(servers, cores);
        return cores;
    }

    /** The cluster number of a survivable core; 0 with an error if it has none of its own. */
    private int clusterOf(Fields fields) {
        Optional<EffectiveValue> value = fields.require("cluster", "2 to 999");
        OptionalLong number =
                value.isEmpty() ? OptionalLong.empty() : new Scalars(reading).integer(value.get(), 2, Limits.CLUSTER);
        if (number.isEmpty()) {
            names.markIncomplete();
            return 0;
        }
        int cluster = (int) number.getAsLong();
        String other = clusters.putIfAbsent(
                cluster, "of the server in line " + value.get().span().line());
        if (other != null) {
            reading.error(value.get(), "is already the cluster number " + other)
                    .allowed("a cluster number that no other server has");
            return 0;
        }
        return cluster;
    }

    private boolean systemPreferred(Fields fields, boolean localPreferred, boolean localOnly) {
        boolean systemPreferred = fields.yesNo("system-preferred", true);
        if (!systemPreferred || !localPreferred && !localOnly) {
            return systemPreferred;
        }
        String key = localPreferred ? "local-preferred" : "local-only";
        Finding finding = reading.problems()
                .error(fields.keySpan(key), fields.path(key), "system-preferred excludes " + key)
                .found(key + ": y")
                .allowed("`system-preferred: n` with `" + key + ": y`")
                .suggest("system-preferred: n");
        if (!fields.has("system-preferred")) {
            finding.note("system-preferred is y unless the file says n");
        }
        return false;
    }

    private void warnOfCrowd(Fields servers, List<SurvivableCore> cores) {
        int enterprise = 0;
        for (SurvivableCore core : cores) {
            enterprise += core.localOnly() ? 0 : 1;
        }
        if (enterprise > Limits.ENTERPRISE_SURVIVABLE_CORES) {
            reading.problems()
                    .warning(
                            servers.keySpan("survivable-cores"),
                            servers.path("survivable-cores"),
                            enterprise + " survivable cores are not local-only; an IPSI's list has room for "
                                    + Limits.ENTERPRISE_SURVIVABLE_CORES)
                    .note("IPSIs refuse the others; `local-only: y` keeps a server off the lists of other communities");
        }
    }

    private List<SurvivableRemote> remotes(Fields servers) {
        List<SurvivableRemote> remotes = new ArrayList<>();
        for (EffectiveValue item : servers.items("survivable-remotes", Limits.SURVIVABLE_REMOTES)) {
            Fields fields = Fields.of(item, Section.SURVIVABLE_REMOTE, reading);
            Optional<EffectiveValue> value = fields.require("name", "a name such as `lsp-1`");
            if (value.isEmpty()) {
                names.markIncomplete();
            }
            Optional<String> name =
                    value.isEmpty() ? Optional.empty() : names.declare(value.get(), "a survivable remote");
            String site = sites.siteOf(fields, "site", sites.first());
            if (name.isPresent()) {
                remotes.add(new SurvivableRemote(name.get(), site));
            }
        }
        return remotes;
    }
}
