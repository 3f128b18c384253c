package org.ipsisim.scenario;

import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.SessionManager;

/** The keys of an entry of {@code sip.session-managers}. */
final class SessionManagerKeys extends Mapping<SessionManager> {
    private final FormatKey<String> name =
            naming("name", Forms.newName(ScenarioNames.SESSION_MANAGER, "sm-1"), "Its name in events.");
    private final FormatKey<String> site =
            optional("site", Forms.SITE, "One of the sites; the first one if not given.");
    private final FormatKey<Integer> requestsPerSecond = key(
            "requests-per-second",
            Forms.integer(1, Limits.REQUESTS_PER_SECOND),
            SessionManager.DEFAULT_REQUESTS_PER_SECOND,
            "How many requests it serves in a second.");
    private final FormatKey<Integer> queue = key(
            "queue",
            Forms.integer(1, Limits.QUEUE),
            SessionManager.DEFAULT_QUEUE,
            "How many requests may wait or be served at once; further ones get a 503.");
    private final FormatKey<String> remote = optional(
            "survivable-remote",
            References.declaredAs(ScenarioNames.SURVIVABLE_REMOTE),
            "The survivable remote of a branch SM, which serves calls only while that is active.");

    private final LabelKeys label = LabelKeys.withoutName(this);

    SessionManagerKeys() {
        super("an entry of `sip.session-managers`", "A Session Manager: a registrar and proxy for phones.");
    }

    @Override
    Optional<SessionManager> read(Fields fields, List<SessionManager> before) {
        Optional<SessionManager> read = read(fields);
        Optional<SessionManager> other = before.stream()
                .filter(sm ->
                        sm.isBranch() && sm.survivableRemote().equals(read.flatMap(SessionManager::survivableRemote)))
                .findFirst();
        if (other.isPresent()) {
            fields.error(remote, "already belongs to " + other.get().name())
                    .allowed("a survivable remote that no other session manager has");
        }
        return read;
    }

    @Override
    Optional<SessionManager> make(Fields fields) {
        fields.reading().putLabel(fields.get(name), label.label(fields));
        return Optional.of(new SessionManager(
                fields.get(name),
                fields.find(site).orElse(fields.reading().sites().first()),
                fields.get(requestsPerSecond),
                fields.get(queue),
                fields.find(remote)));
    }

    @Override
    void write(SessionManager sm, Written out) {
        out.put(name, sm.name())
                .put(site, sm.site())
                .put(requestsPerSecond, sm.requestsPerSecond())
                .put(queue, sm.queue())
                .put(remote, sm.survivableRemote());
        label.write(out.labels().of(sm.name()), out);
    }
}
