package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.VoicemailServer;

/** The users of a file by their extensions: how many phones each has, and which are voicemail servers. */
final class Users {
    private static final long MOST = 9_999_999_999_999L;

    /** An extension, or a range of them such as {@code 6001-6400}. */
    static final ValueForm<NumberRange> EXTENSIONS = new Extensions();

    /** One extension. */
    static final ValueForm<Long> EXTENSION = Forms.whole(1, MOST);

    /** How many phones an extension has, from each key up to the next one. */
    private final TreeMap<Long, Integer> devices = new TreeMap<>(Map.of(0L, 0));

    private final Map<Long, String> voicemail = new TreeMap<>();
    private long phones;

    private static final class Extensions extends ValueForm<NumberRange> {
        Extensions() {
            super("1 to " + MOST + ", or a range such as 6001-6400");
        }

        @Override
        Optional<NumberRange> read(EffectiveValue value, FileReading reading) {
            Optional<NumberRange> range = NumberRange.read(value, reading, MOST, "an extension", "ext-", allowed());
            boolean hasZeros = value.shown().matches("0.*|.*-\\s*0.*");
            return range.isPresent() && hasZeros
                    ? reading.error(value, "begins with a zero")
                            .allowed("extensions without zeros in front")
                            .suggest(range.get().toString())
                            .none()
                    : range;
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            Object range = JsonSchema.text("^[1-9][0-9]{0,12}(\\s*-\\s*[1-9][0-9]{0,12})?$");
            return JsonSchema.either(allowed(), Forms.integers(1, MOST), range);
        }

        @Override
        Object written(NumberRange range, Written in) {
            return range.size() == 1 ? range.first() : range.toString();
        }
    }

    /**
     * Adds a population; false, with an error, if there are too many phones.
     *
     * @param value the extensions of its phones as the file gives them
     */
    boolean addPhones(NumberRange range, EffectiveValue value, FileReading reading) {
        boolean wereFew = phones <= SipEstate.MAX_PHONES;
        phones += range.size();
        if (phones > SipEstate.MAX_PHONES) {
            if (wereFew) {
                reading.errorAt(value, phones + " phones are too many")
                        .found(value.shown())
                        .allowed("at most " + SipEstate.MAX_PHONES + " in all populations together");
            }
            return false;
        }
        addDevices(range)
                .ifPresent(extension -> reading.errorAt(
                                value,
                                "extension " + extension + " is in more than " + SipEstate.MAX_DEVICES + " populations")
                        .found(value.shown())
                        .allowed("each extension in at most " + SipEstate.MAX_DEVICES
                                + " populations: a user has at most as many devices"));
        return true;
    }

    /** Adds a phone to each extension; the first one that has one too many now, if there is any. */
    private Optional<Long> addDevices(NumberRange range) {
        devices.put(range.first(), devices.floorEntry(range.first()).getValue());
        devices.putIfAbsent(
                range.last() + 1, devices.floorEntry(range.last() + 1).getValue());
        Optional<Long> first = Optional.empty();
        for (Map.Entry<Long, Integer> from :
                devices.subMap(range.first(), range.last() + 1).entrySet()) {
            from.setValue(from.getValue() + 1);
            if (first.isEmpty() && from.getValue() > SipEstate.MAX_DEVICES) {
                first = Optional.of(from.getKey());
            }
        }
        return first;
    }

    /** Adds a voicemail server, with an error if its extension is taken. */
    void addVoicemail(VoicemailServer server, EffectiveValue value, FileReading reading) {
        String other = voicemail.getOrDefault(server.extension(), hasPhone(server.extension()) ? "a phone" : "");
        if (!other.isEmpty()) {
            reading.error(value, "is already the extension of " + other)
                    .allowed("an extension that no phone and no other voicemail server has");
        }
        voicemail.putIfAbsent(server.extension(), server.name());
    }

    /** Whether an extension has a phone. */
    boolean hasPhone(long extension) {
        return devices.floorEntry(extension).getValue() > 0;
    }

    /** Whether an extension is that of a voicemail server. */
    boolean isVoicemail(long extension) {
        return voicemail.containsKey(extension);
    }

    /** All extensions, for messages: ranges of those of phones, then those of voicemail servers. */
    String extensions() {
        List<String> all = new ArrayList<>();
        long first = 0;
        for (Map.Entry<Long, Integer> from : devices.entrySet()) {
            if (from.getValue() == 0 && first > 0) {
                all.add(new NumberRange(first, from.getKey() - 1).toString());
                first = 0;
            } else if (from.getValue() > 0 && first == 0) {
                first = from.getKey();
            }
        }
        voicemail.keySet().forEach(extension -> all.add(extension.toString()));
        return Quote.list(all);
    }
}
