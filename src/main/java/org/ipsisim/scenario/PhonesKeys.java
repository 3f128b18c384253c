package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.listOf;
import static org.ipsisim.scenario.JsonSchema.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.PhonePopulation;

/** The keys of an entry of {@code sip.phones}: a population, and its settings where they differ from the section's. */
final class PhonesKeys extends Mapping<PhonePopulation> {
    private final FormatKey<String> name =
            naming("name", Forms.newName("a population of phones", "dallas-desk"), "Its name.");
    private final FormatKey<String> site =
            optional("site", Forms.SITE, "Where the phones are; the first site if not given.");
    private final FormatKey<NumberRange> extensions =
            required("extensions", Users.EXTENSIONS, "Their extensions, one phone each: a number or a range.");
    private final FormatKey<List<String>> controllers =
            required("controllers", new Controllers(), "The session managers with which they register, best first.");
    private final SipSettingsKeys.Each settings = new SipSettingsKeys.Each(this, false);
    private final LabelKeys label = LabelKeys.withoutName(this);

    PhonesKeys() {
        super(
                "an entry of `sip.phones`",
                "A population of phones; a setting that it does not give is that of the section.");
    }

    @Override
    Optional<PhonePopulation> make(Fields fields) {
        FileReading reading = fields.reading();
        NumberRange range = fields.get(extensions);
        if (!reading.users().addPhones(range, fields.valueOf(extensions), reading)) {
            reading.names().markIncomplete();
            return Optional.empty();
        }
        reading.putLabel(fields.get(name), label.label(fields));
        return Optional.of(new PhonePopulation(
                fields.get(name),
                fields.find(site).orElse(reading.sites().first()),
                range.first(),
                range.last(),
                fields.get(controllers),
                settings.read(fields)));
    }

    @Override
    void write(PhonePopulation phones, Written out) {
        out.put(name, phones.name())
                .put(site, phones.site())
                .put(extensions, new NumberRange(phones.firstExtension(), phones.lastExtension()))
                .put(controllers, phones.controllers());
        settings.write(phones.settings(), Optional.of(out.sipSettings()), out);
        label.write(out.labels().of(phones.name()), out);
    }

    private static final class Controllers extends ValueForm<List<String>> {
        private final ValueForm<String> controller = References.declaredAs(ScenarioNames.SESSION_MANAGER);

        Controllers() {
            super("1 to " + PhonePopulation.MAX_CONTROLLERS + " session managers, best first, such as `[sm-1, sm-2]`");
        }

        /** The names; empty, with an error, if one of them cannot be read. */
        @Override
        Optional<List<String>> read(EffectiveValue value, FileReading reading) {
            if (value.node() instanceof Node.Scalar) {
                return reading.expected(value, "a list").allowed(allowed()).none();
            }
            Optional<List<EffectiveValue>> items =
                    reading.items(value, PhonePopulation.MAX_CONTROLLERS, "[sm-1, sm-2]");
            if (items.isEmpty()) {
                return Optional.empty();
            }
            if (items.get().isEmpty()) {
                return reading.errorAt(value, "the list is empty")
                        .found("a list")
                        .allowed(allowed())
                        .none();
            }
            List<String> names =
                    controller.readEach(items.get(), reading, "appears twice in the list", "each session manager once");
            return names.size() == items.get().size() ? Optional.of(names) : Optional.empty();
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return listOf(node("type", "string"), 1, PhonePopulation.MAX_CONTROLLERS);
        }
    }
}
