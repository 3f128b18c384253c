package org.ipsisim.scenario;

import static org.ipsisim.scenario.JsonSchema.listOf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.SipCall;
import org.ipsisim.estate.SipCall.ReliableProvisional;

/** The keys of an entry of {@code sip.calls}: a call that is told message by message. */
final class SipCallKeys extends Mapping<SipCall> {
    private final FormatKey<String> name =
            required("name", Forms.newName("a call", "voicemail"), "Its name, for `sip ladder --call`.");
    private final FormatKey<Duration> at = required("at", ClockForms.MOMENT, "When the caller sends INVITE.");
    private final FormatKey<Long> from = required("from", Users.EXTENSION, "The extension of the caller's phone.");
    private final FormatKey<Long> to =
            required("to", Users.EXTENSION, "The extension of a phone or of a voicemail server.");
    private final FormatKey<Duration> ring =
            key("ring", Forms.TIME, SipCall.DEFAULT_RING, "How long it rings until it is answered.");
    private final FormatKey<Duration> talk =
            key("talk", Forms.TIME, SipCall.DEFAULT_TALK, "From the answer until the caller hangs up.");
    private final FormatKey<ReliableProvisional> reliable = optional(
            "reliable-provisional",
            Forms.word(ReliableProvisional.class),
            "Whether the callee asks for PRACK; without it, what its kind does.");
    private final FormatKey<List<Integer>> lost = optional(
            "lost",
            new Datagrams(),
            "Datagrams of the call that are lost, counted over all hops in the order of sending.");
    private final FormatKey<Double> loss =
            key("loss", Forms.SHARE, 0.0, "Share of the datagrams that are lost by chance.");
    private final FormatKey<Integer> rseqStart = optional(
            "rseq-start", Forms.integer(1, Integer.MAX_VALUE), "The first RSeq; without it a number drawn by chance.");

    SipCallKeys() {
        super("an entry of `sip.calls`", "A call that is told message by message.");
    }

    @Override
    Optional<SipCall> make(Fields fields) {
        Duration end = fields.reading().end();
        if (fields.get(at).compareTo(end) >= 0) {
            fields.warnAt(
                            at,
                            "the call never begins: the run ends at "
                                    + ClockForms.words(end, fields.reading().clock()))
                    .allowed("before " + ClockForms.words(end, fields.reading().clock()));
        }
        checkUsers(fields);
        return Optional.of(new SipCall(
                fields.get(name),
                fields.get(at),
                fields.get(from),
                fields.get(to),
                fields.get(ring),
                fields.get(talk),
                fields.find(reliable),
                fields.find(lost).orElse(List.of()),
                fields.get(loss),
                fields.find(rseqStart)));
    }

    private void checkUsers(Fields fields) {
        Users users = fields.reading().users();
        boolean isComplete = fields.reading().names().isComplete();
        long caller = fields.get(from);
        long callee = fields.get(to);
        if (users.isVoicemail(caller)) {
            fields.error(from, "is a voicemail server, which calls nobody").allowed("the extension of a phone");
        } else if (isComplete && !users.hasPhone(caller)) {
            fields.error(from, "is no phone's extension").allowed(users.extensions());
        }
        if (isComplete && !users.hasPhone(callee) && !users.isVoicemail(callee)) {
            fields.error(to, "is nobody's extension").allowed(users.extensions());
        } else if (callee == caller) {
            fields.error(to, "is the caller's own extension").allowed("another extension");
        }
    }

    @Override
    void write(SipCall call, Written out) {
        out.put(name, call.name())
                .put(at, call.at())
                .put(from, call.from())
                .put(to, call.to())
                .put(ring, call.ring())
                .put(talk, call.talk())
                .put(reliable, call.reliableProvisional())
                .putAny(lost, call.lost())
                .put(loss, call.loss())
                .put(rseqStart, call.rseqStart());
    }

    private static final class Datagrams extends ValueForm<List<Integer>> {
        private final ValueForm<Integer> datagram = Forms.integer(1, Limits.DATAGRAMS);

        Datagrams() {
            super("numbers of datagrams, counted from 1, such as `[2, 4]`");
        }

        @Override
        Optional<List<Integer>> read(EffectiveValue value, FileReading reading) {
            return value.node() instanceof Node.Scalar
                    ? reading.expected(value, "a list").allowed(allowed()).none()
                    : reading.items(value, Limits.DATAGRAMS, "[2, 4]")
                            .map(items -> datagram.readEach(items, reading, "appears twice", "each datagram once"));
        }

        @Override
        Map<String, Object> schema(ScenarioSchema all) {
            return listOf(datagram.schema(all), 0, Limits.DATAGRAMS);
        }
    }
}
