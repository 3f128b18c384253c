package org.ipsisim.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SipCall;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.VoicemailServer;

/** The keys of {@code sip}; what others refer to comes before them. */
final class SipKeys extends Mapping<SipEstate> {
    private final FormatKey<String> domain =
            key("domain", new Domain(), SipEstate.DEFAULT_DOMAIN, "The domain of every address.");
    private final FormatKey<SipSettings> settings = optional(
            "settings",
            new SipSettingsKeys().form(),
            "How phones register, notice that a controller is lost, and come back.");
    private final FormatKey<List<SessionManager>> sessionManagers = required(
            "session-managers",
            new SessionManagerKeys().list(1, SipEstate.MAX_SESSION_MANAGERS, "[{name: sm-1}]"),
            "Registrars and proxies for phones.");
    private final FormatKey<List<PhonePopulation>> phones = required(
            "phones",
            new PhonesKeys()
                    .list(1, SipEstate.MAX_POPULATIONS, "[{name: desk, extensions: 6001-6400, controllers: [sm-1]}]"),
            "Populations of phones.");
    private final FormatKey<List<VoicemailServer>> voicemail = optional(
            "voicemail", new VoicemailKeys().list(Limits.VOICEMAIL_SERVERS), "Voicemail servers, which answer calls.");
    private final FormatKey<Boolean> directMedia = key(
            "direct-media",
            Forms.YES_NO,
            false,
            "Whether media goes straight from phone to phone; phones then ask for PRACK.");
    private final FormatKey<List<SipCall>> calls =
            optional("calls", new SipCallKeys().list(Limits.SIP_CALLS), "Calls that are told message by message.");

    SipKeys() {
        super("`sip`", "SIP phones and the session managers with which they register.");
    }

    /** Without session managers, every controller would be an unknown name. */
    @Override
    Optional<SipEstate> read(Fields fields) {
        if (!fields.has(sessionManagers) || fields.valueOf(sessionManagers).isNothingOrEmpty()) {
            fields.reading().names().markIncomplete();
        }
        return super.read(fields);
    }

    @Override
    Optional<SipEstate> make(Fields fields) {
        fields.refuseNothing(sessionManagers, "there is no session manager");
        fields.refuseNothing(phones, "there are no phones");
        if (!fields.isClear(voicemail) || !fields.isClear(settings)) {
            fields.reading().names().markIncomplete();
        }
        return Optional.of(new SipEstate(
                fields.get(domain),
                fields.get(sessionManagers),
                fields.get(phones),
                fields.find(voicemail).orElse(List.of()),
                fields.get(directMedia),
                fields.find(settings).orElse(SipSettings.DEFAULT),
                fields.find(calls).orElse(List.of())));
    }

    @Override
    void write(SipEstate sip, Written out) {
        out.setSipSettings(sip.settings());
        out.put(domain, sip.domain())
                .put(settings, sip.settings())
                .put(sessionManagers, sip.sessionManagers())
                .put(phones, sip.phones())
                .putAny(voicemail, sip.voicemail())
                .put(directMedia, sip.directMedia())
                .putAny(calls, sip.calls());
    }

    private static final class Domain extends ValueForm.OfText<String> {
        private static final String LABEL = "[A-Za-z0-9][A-Za-z0-9-]*";
        private static final String DOMAIN = LABEL + "(\\." + LABEL + ")*";

        Domain() {
            super("letters, digits, `-` and `.`, such as `example.com`; at most " + Limits.DOMAIN_LENGTH
                    + " characters");
        }

        @Override
        Optional<String> read(String text, EffectiveValue value, FileReading reading) {
            return text.length() <= Limits.DOMAIN_LENGTH && text.matches(DOMAIN)
                    ? Optional.of(text)
                    : reading.error(value, "is not a domain").allowed(allowed()).none();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            Map<String, Object> schema = JsonSchema.text("^" + DOMAIN + "$");
            schema.put("maxLength", Limits.DOMAIN_LENGTH);
            return schema;
        }
    }

    /** The section as the value of a key; its keys are made when a file has it, or all keys are wanted. */
    static final class Section extends ValueForm<SipEstate> {
        private static final class Made {
            static final ValueForm<SipEstate> FORM = new SipKeys().form();
        }

        Section() {
            super("");
        }

        @Override
        Optional<SipEstate> read(EffectiveValue value, FileReading reading) {
            return Made.FORM.read(value, reading);
        }

        @Override
        String allowed() {
            return Made.FORM.allowed();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return Made.FORM.schema(all);
        }

        @Override
        Object written(SipEstate sip, Written in) {
            return Made.FORM.written(sip, in);
        }

        @Override
        List<Mapping<?>> mappings() {
            return Made.FORM.mappings();
        }
    }
}
