package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.SurvivableRemote;

/** The keys of {@code servers}: the main cluster, the survivable cores and the survivable remotes. */
final class ServersKeys extends Mapping<Servers> {
    private static final String ITS_SITE = "One of the sites; the first one if not given.";

    private final FormatKey<MainCluster> main = optional("main", new MainKeys().form(), "The main servers.");
    private final FormatKey<List<SurvivableCore>> cores = optional(
            "survivable-cores",
            new CoreKeys().list(Estate.MAX_SURVIVABLE_CORES),
            "Servers that take over port networks.");
    private final FormatKey<List<SurvivableRemote>> remotes = optional(
            "survivable-remotes", new RemoteKeys().list(Limits.SURVIVABLE_REMOTES), "Servers for gateways and phones.");

    ServersKeys() {
        super("`servers`", "The servers; without them a simplex main, cluster 1, at the first site.");
    }

    @Override
    Optional<Servers> make(Fields fields) {
        FileReading reading = fields.reading();
        Servers standard = Servers.simplexAt(reading.sites().first());
        List<SurvivableCore> itsCores = fields.find(cores).orElse(List.of());
        warnOfCrowd(fields, itsCores);
        if (!fields.isClear(main) || !fields.isClear(cores) || !fields.isClear(remotes)) {
            reading.names().markIncomplete();
        }
        return Optional.of(new Servers(
                fields.find(main).orElse(standard.main()),
                itsCores,
                fields.find(remotes).orElse(List.of())));
    }

    @Override
    void write(Servers servers, Written out) {
        out.put(main, servers.main()).putAny(cores, servers.cores()).putAny(remotes, servers.remotes());
    }

    private void warnOfCrowd(Fields fields, List<SurvivableCore> all) {
        int enterprise = 0;
        for (SurvivableCore core : all) {
            enterprise += core.localOnly() ? 0 : 1;
        }
        if (enterprise > Limits.ENTERPRISE_SURVIVABLE_CORES) {
            fields.warn(
                            cores,
                            enterprise + " survivable cores are not local-only; an IPSI's list has room for "
                                    + Limits.ENTERPRISE_SURVIVABLE_CORES)
                    .note("IPSIs refuse the others; `local-only: y` keeps a server off the lists of other communities");
        }
    }

    private static final class MainKeys extends Mapping<MainCluster> {
        private final FormatKey<Integer> cluster =
                key("cluster", Forms.integer(1, Limits.CLUSTER), 1, "Cluster number.");
        private final FormatKey<String> site = optional("site", Forms.SITE, ITS_SITE);
        private final FormatKey<Boolean> duplex =
                key("duplex", Forms.YES_NO, false, "Whether there is a standby, main-b.");
        private final FormatKey<String> standbySite =
                optional("standby-site", Forms.SITE, "Where main-b stands; the site of main-a if not given.");
        private final LabelKeys label = LabelKeys.of(this);

        MainKeys() {
            super("`servers.main`", "The main servers.");
        }

        @Override
        Optional<MainCluster> make(Fields fields) {
            FileReading reading = fields.reading();
            if (!fields.isClear(cluster) || !fields.isSound()) {
                reading.names().markIncomplete();
            }
            int number = fields.isSound() ? fields.get(cluster) : 1;
            reading.names().declareMain(number);
            reading.putLabel("main", label.label(fields));
            String a = fields.find(site).orElse(reading.sites().first());
            String b = fields.find(standbySite).orElse(a);
            boolean isDuplex = fields.get(duplex);
            if (!isDuplex && fields.has(standbySite)) {
                fields.warn(standbySite, "has no effect: the main is not duplex")
                        .note("`duplex: y` gives it a standby");
            }
            return Optional.of(new MainCluster(number, a, isDuplex, isDuplex ? b : a));
        }

        @Override
        void write(MainCluster main, Written out) {
            out.put(cluster, main.cluster()).put(site, main.site()).put(duplex, main.duplex());
            if (main.duplex()) {
                out.put(standbySite, main.standbySite());
            }
            label.write(out.labels().of("main"), out);
        }
    }

    private static final class CoreKeys extends Mapping<SurvivableCore> {
        private final FormatKey<Integer> cluster =
                naming("cluster", Forms.integer(2, Limits.CLUSTER), "Cluster number, unique in the scenario.");
        private final FormatKey<String> site = optional("site", Forms.SITE, ITS_SITE);
        private final FormatKey<Integer> community =
                key("community", Forms.integer(1, Limits.COMMUNITY), 1, "Its community.");
        private final FormatKey<Boolean> systemPreferred = key(
                "system-preferred",
                Forms.YES_NO,
                true,
                "It ranks above every local preferred server; excludes local-preferred and local-only.");
        private final FormatKey<Boolean> localPreferred =
                key("local-preferred", Forms.YES_NO, false, "The IPSIs of its own community prefer it.");
        private final FormatKey<Boolean> localOnly =
                key("local-only", Forms.YES_NO, false, "Only the IPSIs of its own community see it.");
        private final FormatKey<Integer> score = key(
                "priority-score",
                Forms.integer(1, Limits.PRIORITY_SCORE),
                1,
                "The higher score comes first within a rank.");
        private final LabelKeys label = LabelKeys.of(this);

        CoreKeys() {
            super("an entry of `servers.survivable-cores`", "A survivable core.");
        }

        @Override
        Optional<SurvivableCore> make(Fields fields) {
            FileReading reading = fields.reading();
            int number = fields.get(cluster);
            boolean isPreferred = isSystemPreferred(fields);
            reading.putLabel("sc-" + number, label.label(fields));
            return reading.names().declareCluster(fields.valueOf(cluster), number)
                    ? Optional.of(new SurvivableCore(
                            number,
                            fields.find(site).orElse(reading.sites().first()),
                            fields.get(community),
                            isPreferred,
                            fields.get(localPreferred),
                            fields.get(localOnly),
                            fields.get(score)))
                    : Optional.empty();
        }

        private boolean isSystemPreferred(Fields fields) {
            boolean isPreferred = fields.get(systemPreferred);
            boolean isLocal = fields.get(localPreferred);
            if (!isPreferred || !isLocal && !fields.get(localOnly)) {
                return isPreferred;
            }
            String key = (isLocal ? localPreferred : localOnly).name();
            Finding finding = fields.errorAtKey(key, "system-preferred excludes " + key)
                    .found(key + ": y")
                    .allowed("`system-preferred: n` with `" + key + ": y`")
                    .suggest("system-preferred: n");
            if (!fields.has(systemPreferred)) {
                finding.note("system-preferred is y unless the file says n");
            }
            return false;
        }

        @Override
        void write(SurvivableCore core, Written out) {
            out.put(cluster, core.cluster())
                    .put(site, core.site())
                    .put(community, core.community())
                    .put(systemPreferred, core.systemPreferred())
                    .put(localPreferred, core.localPreferred())
                    .put(localOnly, core.localOnly())
                    .put(score, core.priorityScore());
            label.write(out.labels().of(core.id()), out);
        }

        @Override
        void constrain(Map<String, Object> schema) {
            List<Object> yes = List.of(true, "y", "yes", "true");
            schema.put("if", node("anyOf", List.of(demanding(localPreferred, yes), demanding(localOnly, yes))));
            schema.put("then", demanding(systemPreferred, List.of(false, "n", "no", "false")));
        }

        private static Map<String, Object> demanding(FormatKey<Boolean> key, List<Object> values) {
            Map<String, Object> node = JsonSchema.demanding(key.name());
            node.put("properties", node(key.name(), node("enum", values)));
            return node;
        }
    }

    private static final class RemoteKeys extends Mapping<SurvivableRemote> {
        private final FormatKey<String> name =
                naming("name", Forms.newName(ScenarioNames.SURVIVABLE_REMOTE, "lsp-1"), "Its name in events.");
        private final FormatKey<String> site = optional("site", Forms.SITE, ITS_SITE);
        private final FormatKey<Duration> activationDelay = key(
                "activation-delay",
                Forms.duration(Duration.ZERO, Limits.REMOTE_DELAY),
                SurvivableRemote.DEFAULT_ACTIVATION_DELAY,
                "How long it cannot reach an active main before it is active itself.");
        private final FormatKey<Duration> returnDelay = key(
                "return-delay",
                Forms.duration(Duration.ZERO, Limits.REMOTE_DELAY),
                SurvivableRemote.DEFAULT_RETURN_DELAY,
                "How long it reaches one again before it is active no more.");
        private final LabelKeys label = LabelKeys.withoutName(this);

        RemoteKeys() {
            super("an entry of `servers.survivable-remotes`", "A survivable remote: it never controls a port network.");
        }

        @Override
        Optional<SurvivableRemote> make(Fields fields) {
            fields.reading().putLabel(fields.get(name), label.label(fields));
            String itsSite = fields.find(site).orElse(fields.reading().sites().first());
            return Optional.of(new SurvivableRemote(
                    fields.get(name), itsSite, fields.get(activationDelay), fields.get(returnDelay)));
        }

        @Override
        void write(SurvivableRemote remote, Written out) {
            out.put(name, remote.name())
                    .put(site, remote.site())
                    .put(activationDelay, remote.activationDelay())
                    .put(returnDelay, remote.returnDelay());
            label.write(out.labels().of(remote.name()), out);
        }
    }
}
