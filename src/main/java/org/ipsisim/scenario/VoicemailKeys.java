package org.ipsisim.scenario;

import java.util.Optional;
import org.ipsisim.estate.VoicemailServer;

/** The keys of an entry of {@code sip.voicemail}. */
final class VoicemailKeys extends Mapping<VoicemailServer> {
    private final FormatKey<String> name = naming("name", Forms.newName("a voicemail server", "mm-1"), "Its name.");
    private final FormatKey<String> site =
            optional("site", Forms.SITE, "One of the sites; the first one if not given.");
    private final FormatKey<Long> extension = required("extension", Users.EXTENSION, "The number that phones call.");

    VoicemailKeys() {
        super("an entry of `sip.voicemail`", "A voicemail server, which asks for PRACK.");
    }

    @Override
    Optional<VoicemailServer> make(Fields fields) {
        FileReading reading = fields.reading();
        VoicemailServer server = new VoicemailServer(
                fields.get(name), fields.find(site).orElse(reading.sites().first()), fields.get(extension));
        reading.users().addVoicemail(server, fields.valueOf(extension), reading);
        return Optional.of(server);
    }

    @Override
    void write(VoicemailServer server, Written out) {
        out.put(name, server.name()).put(site, server.site()).put(extension, server.extension());
    }
}
