package org.ipsisim.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ipsisim.sip.call.Answering;
import org.ipsisim.sip.call.OutgoingCall.Offer;
import org.ipsisim.sip.call.PrackPolicy;
import org.ipsisim.sip.capture.Capture;
import org.ipsisim.sip.capture.UnreadableCapture;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.lint.SipLint;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.registrar.RegistrationAgent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The captures of the lessons: good calls and registrations with the one fault that a known program has had, written anew with
 * {@code -DupdateGolden=true}.
 */
class LessonCapturesTest {
    private static final Path LESSONS = Path.of("src/main/resources/org/ipsisim/course/lessons");

    /** A capture of a lesson, how it comes about, and all that lint finds in it. */
    private record Faulty(String name, Supplier<Trace> trace, List<String> found) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static SipMessage with(SipMessage message, String... fields) {
        var headers = message.headers();
        for (int i = 0; i < fields.length; i += 2) {
            headers = headers.with(fields[i], fields[i + 1]);
        }
        return message.withHeaders(headers);
    }

    private static Trace reliableCall() {
        return new Trace(Calls.begun(Calls.RELIABLE).run(10_000).bench).calls();
    }

    private static Trace fork() {
        Bench bench = new Bench();
        Calls calls = Calls.ready(bench, new Answering(PrackPolicy.IF_SUPPORTED, 4000, 100));
        bench.register(bench.device(6002, 9, new Answering(PrackPolicy.IF_SUPPORTED, 8000, 500)));
        calls.begin(Offer.USUAL).run(bench.agenda.now() + 20_000);
        return new Trace(bench).calls();
    }

    private static Trace registrations(boolean leaves) {
        Bench bench = new Bench();
        RegistrationAgent registration = bench.registration(bench.phone(6001, Calls.NORMAL), NonceUse.ONE_TIME);
        registration.register();
        bench.run(500_000);
        if (leaves) {
            registration.unregister();
            bench.run(501_000);
        }
        return new Trace(bench);
    }

    static Stream<Faulty> captures() {
        return Stream.of(
                new Faulty(
                        "prack-does-not-stop",
                        () -> reliableCall().repeatedAfter("180 INVITE", 500, 1500, 3500),
                        List.of("ERROR P12")),
                new Faulty("prack-twice", () -> reliableCall().secondPrack(), List.of("ERROR P13")),
                new Faulty("prack-two-at-once", () -> reliableCall().earlyProgress(), List.of("ERROR P9")),
                new Faulty(
                        "prack-wrong-number",
                        () -> reliableCall().changed("PRACK", message -> with(message, "RAck", "2 1 INVITE")),
                        List.of("ERROR P12", "ERROR P11", "ERROR P11", "ERROR P11", "ERROR P11")),
                new Faulty("prack-fork", () -> fork().withoutPracksOf("500 1 INVITE"), List.of("ERROR P12")),
                new Faulty(
                        "nonce-replayed",
                        () -> registrations(false)
                                .again(
                                        "REGISTER",
                                        2,
                                        message -> with(
                                                message,
                                                "Via",
                                                "SIP/2.0/UDP 10.0.9.9:5060;branch=z9hG4bKcopied",
                                                "CSeq",
                                                "5 REGISTER",
                                                "Contact",
                                                "<sip:6001@10.0.9.9:5060>")),
                        List.of("ERROR D3")),
                new Faulty(
                        "refresh-call-id",
                        () -> registrations(false)
                                .again(
                                        "REGISTER",
                                        1,
                                        message -> with(
                                                message,
                                                "Via",
                                                "SIP/2.0/UDP 10.0.1.1:5060;branch=z9hG4bKanew",
                                                "Call-ID",
                                                "another@10.0.1.1")),
                        List.of("WARNING S8")),
                new Faulty("unregister", () -> registrations(true), List.of()));
    }

    @ParameterizedTest
    @MethodSource("captures")
    void each_has_its_fault_and_no_other(Faulty faulty) throws IOException, UnreadableCapture {
        Path file = LESSONS.resolve(faulty.name + ".pcap");
        byte[] made = faulty.trace.get().pcap();
        if (Boolean.getBoolean("updateGolden")) {
            Files.write(file, made);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(made);
        assertThat(SipLint.check(Capture.read(made)).findings().stream()
                        .map(finding -> finding.severity() + " " + finding.rule()))
                .containsExactlyElementsOf(faulty.found);
    }
}
