package org.ipsisim.course;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.History;
import org.ipsisim.history.ServerHistory;

/** What can be asked of servers and IPSIs, of alarms and of single heartbeats. */
final class OtherForms {
    private static final String ALARM = "alarms?(?: ([A-Z][A-Z-]+))?(?: of " + Form.NAME + ")?";

    private OtherForms() {}

    static List<Form> all() {
        return List.of(
                new Form("list of ipsi-1a at 0s", "list of " + Form.IPSI + " at " + Form.TIME, OtherForms::list),
                new Form("role of ipsi-1b at 2m", "role of " + Form.IPSI + " at " + Form.TIME, OtherForms::ipsiRole),
                new Form("role of main-b at 2m", "role of " + Form.NAME + " at " + Form.TIME, OtherForms::serverRole),
                new Form(
                        "number of major alarms",
                        "number of (?:(major|minor|warning) )?" + ALARM + "(?: at " + Form.TIME + ")?",
                        OtherForms::alarms),
                new Form(
                        "time of the first alarm EXP-PN of pn-1",
                        "time of the " + Form.ORDINAL + ALARM,
                        OtherForms::timeOfAlarm),
                new Form(
                        "heartbeats lost to pn-1",
                        "heartbeats( lost)? to (?:" + Form.PN + "|" + Form.IPSI + ")(?: from " + Form.TIME + " to "
                                + Form.TIME + ")?",
                        OtherForms::heartbeats));
    }

    private static Quantity list(Matcher text) {
        String ipsi = text.group(1);
        String at = text.group(2);
        return run -> {
            IpsiId id = RunNames.ipsi(run, ipsi);
            return new Answer.Clusters(
                    RunNames.portNetwork(run, String.valueOf(id.pn())).listAt(id, RunNames.time(run, at)),
                    run.mainCluster());
        };
    }

    private static Quantity ipsiRole(Matcher text) {
        String ipsi = text.group(1);
        String at = text.group(2);
        return run -> {
            IpsiId id = RunNames.ipsi(run, ipsi);
            return new Answer.Word(RunNames.portNetwork(run, String.valueOf(id.pn()))
                    .ipsiAt(id, RunNames.time(run, at))
                    .role()
                    .word());
        };
    }

    private static Quantity serverRole(Matcher text) {
        String name = text.group(1);
        String at = text.group(2);
        return run -> {
            Optional<ServerHistory> server = run.findServer(name);
            if (server.isEmpty()) {
                throw RunNames.unknown(
                        name, run.servers().stream().map(s -> s.server().id()).toList());
            }
            return new Answer.Word(server.get().roleAt(RunNames.time(run, at)).key());
        };
    }

    private static Quantity alarms(Matcher text) {
        String severity = text.group(1);
        String object = text.group(2);
        String subject = text.group(3);
        String at = text.group(4);
        return run -> {
            long time = at == null ? 0 : RunNames.time(run, at);
            return new Answer.Count(alarms(run, object, subject).stream()
                    .filter(alarm -> severity == null || alarm.severity().word().equals(severity))
                    .filter(alarm -> at == null || standsAt(time, alarm))
                    .count());
        };
    }

    private static boolean standsAt(long time, Alarm alarm) {
        return alarm.at() <= time && alarm.clearedAt().orElse(Long.MAX_VALUE) > time;
    }

    private static Quantity timeOfAlarm(Matcher text) {
        String which = text.group(1);
        String object = text.group(2);
        String subject = text.group(3);
        return run -> new Answer.Moment(Ordinal.of(which, alarms(run, object, subject))
                .map(alarm -> OptionalLong.of(alarm.at()))
                .orElse(OptionalLong.empty()));
    }

    private static List<Alarm> alarms(History run, String object, String subject) {
        return Alarms.of(run).stream()
                .filter(alarm -> object == null || alarm.object().equals(object))
                .filter(alarm -> subject == null || alarm.subject().name().equals(subject))
                .toList();
    }

    private static Quantity heartbeats(Matcher text) {
        boolean lost = text.group(1) != null;
        String pn = text.group(2);
        String ipsi = text.group(3);
        String from = text.group(4);
        String until = text.group(5);
        return run -> {
            Collection<IpsiId> receivers = pn == null
                    ? List.of(RunNames.ipsi(run, ipsi))
                    : RunNames.portNetwork(run, pn).lists().keySet();
            long first = from == null ? 0 : RunNames.time(run, from);
            long end = until == null ? run.duration() : RunNames.time(run, until);
            return new Answer.Count(run.heartbeats().stream()
                    .filter(way -> receivers.contains(way.ipsi()))
                    .flatMap(HeartbeatHistory::beats)
                    .filter(beat -> beat.due() >= first && beat.due() < end)
                    .filter(beat -> !lost || !beat.delivered())
                    .count());
        };
    }
}
