package org.ipsisim.course;

import static org.ipsisim.course.QuantityForm.IPSI;
import static org.ipsisim.course.QuantityForm.NAME;
import static org.ipsisim.course.QuantityForm.ORDINAL;
import static org.ipsisim.course.QuantityForm.PN;
import static org.ipsisim.course.QuantityForm.TIME;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.ServerHistory;

/** What can be asked of servers and IPSIs, of alarms and of single heartbeats. */
final class OtherForms {
    private static final String ALARM = "alarms?(?: ([A-Z][A-Z-]+))?(?: of " + NAME + ")?";

    private OtherForms() {}

    static List<QuantityForm> all() {
        return List.of(
                new QuantityForm("list of ipsi-1a at 0s", "list of " + IPSI + " at " + TIME, OtherForms::list),
                new QuantityForm("role of ipsi-1b at 2m", "role of " + IPSI + " at " + TIME, OtherForms::ipsiRole),
                new QuantityForm("role of main-b at 2m", "role of " + NAME + " at " + TIME, OtherForms::serverRole),
                new QuantityForm(
                        "number of major alarms",
                        "number of (?:(major|minor|warning) )?" + ALARM + "(?: at " + TIME + ")?",
                        OtherForms::alarms),
                new QuantityForm(
                        "time of the first alarm EXP-PN of pn-1",
                        "time of the " + ORDINAL + ALARM,
                        in -> Answer.Moment.of(in.nth(1, alarms(in, 2)).map(Alarm::at))),
                new QuantityForm(
                        "heartbeats lost to pn-1",
                        "heartbeats( lost)? to (?:" + PN + "|" + IPSI + ")(?: from " + TIME + " to " + TIME + ")?",
                        OtherForms::heartbeats));
    }

    private static Answer list(RunNames in) throws LessonTextError {
        IpsiId ipsi = in.ipsi(1);
        return new Answer.Clusters(
                in.pnOf(ipsi).listAt(ipsi, in.time(2)), in.run().mainCluster());
    }

    private static Answer ipsiRole(RunNames in) throws LessonTextError {
        IpsiId ipsi = in.ipsi(1);
        return new Answer.Word(in.pnOf(ipsi).ipsiAt(ipsi, in.time(2)).role().word());
    }

    private static Answer serverRole(RunNames in) throws LessonTextError {
        Optional<ServerHistory> server = in.run().findServer(in.key(1));
        if (server.isEmpty()) {
            throw RunNames.unknown(
                    in.key(1),
                    in.run().servers().stream().map(s -> s.server().id()).toList());
        }
        return new Answer.Word(server.get().roleAt(in.time(2)).key());
    }

    private static Answer alarms(RunNames in) throws LessonTextError {
        long at = in.time(4, 0);
        return new Answer.Count(alarms(in, 2).stream()
                .filter(alarm -> in.word(1).map(alarm.severity().word()::equals).orElse(true))
                .filter(alarm -> !in.has(4) || isActiveAt(at, alarm))
                .count());
    }

    private static boolean isActiveAt(long time, Alarm alarm) {
        return alarm.at() <= time && alarm.clearedAt().orElse(Long.MAX_VALUE) > time;
    }

    /** The alarms of an object and of a subject; the text may leave out either. */
    private static List<Alarm> alarms(RunNames in, int object) {
        return Alarms.of(in.run()).stream()
                .filter(alarm -> in.word(object).map(alarm.object()::equals).orElse(true))
                .filter(alarm ->
                        in.word(object + 1).map(alarm.subject().name()::equals).orElse(true))
                .toList();
    }

    private static Answer heartbeats(RunNames in) throws LessonTextError {
        Collection<IpsiId> receivers = in.has(2) ? in.pn(2).lists().keySet() : List.of(in.ipsi(3));
        long from = in.time(4, 0);
        long until = in.time(5, in.run().duration());
        return new Answer.Count(in.run().heartbeats().stream()
                .filter(way -> receivers.contains(way.ipsi()))
                .flatMap(HeartbeatHistory::beats)
                .filter(beat -> beat.due() >= from && beat.due() < until)
                .filter(beat -> !in.has(1) || !beat.delivered())
                .count());
    }
}
