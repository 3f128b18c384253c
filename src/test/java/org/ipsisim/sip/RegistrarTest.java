package org.ipsisim.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.registrar.Authenticator;
import org.ipsisim.sip.registrar.Binding;
import org.ipsisim.sip.registrar.RegistrarPolicy;
import org.ipsisim.sip.registrar.RegistrarPolicy.Excess;
import org.ipsisim.sip.registrar.RegistrarPolicy.TooBrief;
import org.ipsisim.sip.registrar.SipRegistrar;
import org.ipsisim.sip.registrar.SipUsers;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Journal;
import org.ipsisim.sip.transaction.SipTimers;
import org.ipsisim.sip.transaction.SipTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registrar, request by request. User 6001 has no password here, so that nobody is challenged; 6002 has one. */
class RegistrarTest {
    private static final Hop SOURCE = new Hop(SipTransport.UDP, "10.0.1.1", 5060);
    private static final String AOR = "sip:6001@example.com";
    private static final String CONTACT = "Contact: <sip:6001@10.0.1.1>";

    private final Agenda agenda = new Agenda();
    private SipRegistrar registrar = with(policy -> policy);

    private SipRegistrar with(UnaryOperator<RegistrarPolicy> change) {
        RegistrarPolicy policy = change.apply(RegistrarPolicy.of("example.com"));
        SipUsers users = user -> switch (user) {
            case "6001", "60%01" -> Optional.of("");
            case "6002" -> Optional.of("secret");
            default -> Optional.empty();
        };
        return new SipRegistrar(
                policy,
                users,
                new Authenticator(policy, users, Bench.tokens("nonces")),
                Bench.tokens("tags"),
                new SipTimers(agenda),
                Journal.NONE,
                100);
    }

    private SipResponse ask(String callId, long cseq, String... lines) {
        return registrar.register(Bench.register(callId, cseq, lines), SOURCE);
    }

    private SipResponse ask(SipRequest request) {
        return registrar.register(request, SOURCE);
    }

    private List<String> contacts() {
        return registrar.listBindings(AOR).stream()
                .map(binding -> binding.uri() + " " + (binding.endsAt() - agenda.now()) / 1000)
                .toList();
    }

    private static SipRequest changed(SipRequest request, String name, String value) {
        return request.withHeaders(request.headers().with(name, value));
    }

    @Test
    void S01_theRequestUriNamesADomainOnly() {
        assertThat(ask(Bench.register("a", 1, CONTACT).withUri("sip:6001@example.com"))
                        .status())
                .isEqualTo(400);
        assertThat(contacts()).isEmpty();
        assertThat(ask("a", 2, CONTACT).status()).isEqualTo(200);
    }

    @Test
    void S02_toIsTheKeyWhateverFromSays() {
        SipRequest request = changed(Bench.register("a", 1, CONTACT), "From", "<sip:secretary@example.com>;tag=x");

        assertThat(ask(request).status()).isEqualTo(200);
        assertThat(contacts()).containsExactly("sip:6001@10.0.1.1 3600");
    }

    @Test
    void S05_noRouteIsMade() {
        SipResponse response = ask("a", 1, "Record-Route: <sip:10.9.9.9;lr>", CONTACT);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().count("Record-Route")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Contact: <sip:6001@10.0.1.1>;expires=120, Expires: 600, 120",
        "Contact: <sip:6001@10.0.1.1>, Expires: 600, 600",
        "Contact: <sip:6001@10.0.1.1>, X: y, 3600",
        "Contact: <sip:6001@10.0.1.1>;expires=soon, Expires: 600, 3600",
        "Contact: <sip:6001@10.0.1.1>, Expires: soon, 3600"
    })
    void S06_theContactsLifetimeGoesBeforeThatOfTheRequest(String contact, String line, long granted) {
        registrar = with(policy -> policy.lifetimes(60, 3600, 7200, TooBrief.REJECT_423));

        ask("a", 1, contact, line);

        assertThat(contacts()).containsExactly("sip:6001@10.0.1.1 " + granted);
    }

    @ParameterizedTest
    @CsvSource({"4", "5"})
    void S07_lowerOrEqualCSeqSameCallIdFails(long cseq) {
        ask("a", 5, CONTACT + ";expires=600");

        SipResponse late = ask("a", cseq, CONTACT + ";expires=60", "Contact: <sip:6001@10.0.1.9>");

        assertThat(late.status()).isEqualTo(400);
        assertThat(contacts()).containsExactly("sip:6001@10.0.1.1 600");
        assertThat(ask("a", 6, CONTACT + ";expires=60").status()).isEqualTo(200);
        assertThat(contacts()).containsExactly("sip:6001@10.0.1.1 60");
    }

    @Test
    void S08_anotherCallIdOverwritesWhateverTheCSeq() {
        ask("a", 500, CONTACT + ";expires=600");

        assertThat(ask("b", 1, CONTACT + ";expires=60").status()).isEqualTo(200);
        assertThat(contacts()).containsExactly("sip:6001@10.0.1.1 60");
    }

    @Test
    void S09_contactsAreComparedAsUris() {
        ask("a", 1, "Contact: <sip:6001@phone.example.com;transport=tcp>");

        ask("a", 2, "Contact: \"Desk\" <SIP:%36001@PHONE.example.com;Transport=TCP>");
        assertThat(contacts()).hasSize(1);

        ask("a", 3, "Contact: <sip:6001@phone.example.com:5060;transport=tcp>");
        assertThat(contacts()).as("5060 is not the same as no port").hasSize(2);
    }

    @Test
    void S10_lifetimeZeroRemovesOneBindingAndAnAbsentOneIsNoError() {
        ask("a", 1, CONTACT, "Contact: <sip:6001@10.0.1.2>");

        assertThat(ask("a", 2, CONTACT + ";expires=0").status()).isEqualTo(200);
        assertThat(contacts()).containsExactly("sip:6001@10.0.1.2 3600");
        assertThat(ask("a", 3, CONTACT + ";expires=0").status()).isEqualTo(200);
        assertThat(contacts()).hasSize(1);
    }

    @Test
    void S11_aStarStandsAloneAndWithExpiresZero() {
        ask("a", 5, CONTACT);

        assertThat(ask("b", 1, "Contact: *").status()).isEqualTo(400);
        assertThat(ask("b", 2, "Contact: *", "Expires: 60").status()).isEqualTo(400);
        assertThat(ask("b", 3, "Contact: *", CONTACT, "Expires: 0").status()).isEqualTo(400);
        assertThat(ask("a", 5, "Contact: *", "Expires: 0").status())
                .as("its own Call-ID with an old CSeq")
                .isEqualTo(400);
        assertThat(contacts()).hasSize(1);

        assertThat(ask("b", 4, "Contact: *", "Expires: 0").status()).isEqualTo(200);
        assertThat(contacts()).isEmpty();
    }

    @Test
    void S12_withoutAContactNothingChanges() {
        ask("a", 1, CONTACT + ";expires=600");

        SipResponse listed = ask("a", 1);

        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.headers().list("Contact")).containsExactly("<sip:6001@10.0.1.1>;expires=600");
        assertThat(contacts()).hasSize(1);
    }

    @Test
    void S13_theAnswerListsAllBindingsAndTheDate() {
        ask("a", 1, CONTACT + ";expires=600");
        agenda.runUntil(100_500);

        SipResponse response = ask("b", 1, "Contact: \"Soft\" <sip:6001@10.0.1.2>;q=0.5;expires=90");

        assertThat(response.headers().list("Contact"))
                .containsExactly("<sip:6001@10.0.1.1>;expires=500", "\"Soft\" <sip:6001@10.0.1.2>;q=0.5;expires=90");
        assertThat(response.header("Date")).isEqualTo("Thu, 01 Jan 1970 00:01:40 GMT");
    }

    @Test
    void S14_tooBriefIsRefusedWithTheLeastAndTooLongIsShortened() {
        SipResponse brief = ask("a", 1, CONTACT + ";expires=30");
        assertThat(brief.status()).isEqualTo(423);
        assertThat(brief.header("Min-Expires")).isEqualTo("60");
        assertThat(contacts()).isEmpty();

        ask("a", 2, CONTACT + ";expires=999999");
        assertThat(contacts()).containsExactly("sip:6001@10.0.1.1 86400");

        registrar = with(policy -> policy.lifetimes(60, 3600, 86_400, TooBrief.CLAMP_UP));
        ask("a", 1, CONTACT + ";expires=30");
        assertThat(contacts()).containsExactly("sip:6001@10.0.1.1 60");
    }

    @Test
    void S14_anHourOrMoreIsNeverTooBrief() {
        registrar = with(policy -> policy.lifetimes(7200, 7200, 86_400, TooBrief.REJECT_423));

        assertThat(ask("a", 1, CONTACT + ";expires=3599").status()).isEqualTo(423);
        assertThat(ask("a", 2, CONTACT + ";expires=3600").status()).isEqualTo(200);
    }

    @Test
    void S15_theChecksComeInTheirOrder() {
        SipRequest wrong = changed(
                Bench.register("a", 1, "Require: gruu", "Contact: rubbish").withUri("sip:elsewhere.org"),
                "To",
                "<sip:9999@example.com>");
        assertThat(ask(wrong).status()).as("domain").isEqualTo(403);

        SipRequest ours = wrong.withUri("sip:example.com");
        assertThat(ask(ours).status()).as("Require").isEqualTo(420);
        assertThat(ask(ours).header("Unsupported")).isEqualTo("gruu");

        SipRequest understood = ours.withHeaders(ours.headers().without("Require"));
        assertThat(ask(understood).status()).as("credentials of a user").isEqualTo(401);

        SipRequest open = changed(understood, "To", "<sip:6001@elsewhere.org>");
        assertThat(ask(open).status()).as("address of record").isEqualTo(404);

        assertThat(ask(changed(open, "To", "<sip:6001@example.com>")).status())
                .as("contacts")
                .isEqualTo(400);
    }

    @Test
    void S16_allContactsChangeOrNone() {
        ask("a", 5, CONTACT + ";expires=600");

        SipResponse response =
                ask("a", 6, "Contact: <sip:6001@10.0.1.2>", CONTACT + ";expires=0", "Contact: <mailto:x@example.com>");

        assertThat(response.status()).isEqualTo(400);
        assertThat(contacts()).containsExactly("sip:6001@10.0.1.1 600");
    }

    @Test
    void S17_noAnswerIsA6xx() {
        registrar = with(policy -> policy.devices(1, Excess.REJECT_403));
        ask("a", 1, CONTACT);

        assertThat(List.of(
                        ask("b", 1, "Contact: <sip:6001@10.0.1.2>"),
                        ask("c", 1, "Contact: *"),
                        ask("d", 1, "Contact: <sip:6001@10.0.1.1>;expires=1"),
                        ask("e", 1, "Require: x")))
                .extracting(SipResponse::status)
                .containsExactly(403, 400, 423, 420);
    }

    @Test
    void S21_theKeyHasNoParametersAndNoEscapes() {
        ask(changed(Bench.register("a", 1, CONTACT), "To", "<sip:%36001@EXAMPLE.com;user=phone>"));

        assertThat(contacts()).hasSize(1);
    }

    @Test
    void S22_aBindingIsNotUsedAtTheInstantOfItsEnd() {
        ask("a", 1, CONTACT + ";expires=60");

        agenda.runUntil(59_999);
        assertThat(contacts()).hasSize(1);
        agenda.runUntil(60_000);
        assertThat(registrar.listBindings(AOR)).isEmpty();
        agenda.runUntil(60_001);
        assertThat(registrar.size()).as("and it is forgotten").isZero();
    }

    @Test
    void S23_theEleventhDeviceReplacesTheOldestOrIsRefused() {
        for (int device = 1; device <= 10; device++) {
            ask("call-" + device, 1, "Contact: <sip:6001@10.0.1." + device + ">");
            agenda.runUntil(1000 * device);
        }
        ask("call-1", 2, "Contact: <sip:6001@10.0.1.1>");

        ask("call-11", 1, "Contact: <sip:6001@10.0.1.11>");
        assertThat(registrar.listBindings(AOR))
                .hasSize(10)
                .extracting(Binding::uri)
                .extracting(Object::toString)
                .doesNotContain("sip:6001@10.0.1.1")
                .contains("sip:6001@10.0.1.2", "sip:6001@10.0.1.11");

        registrar = with(policy -> policy.devices(1, Excess.REJECT_403));
        ask("a", 1, CONTACT);
        SipResponse refused = ask("b", 1, "Contact: <sip:6001@10.0.1.2>");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Warning")).isEqualTo("399 example.com \"Too many devices\"");
    }

    @Test
    void O01_aRebootedPhoneReplacesItsFlow() {
        String flow = ";+sip.instance=\"<urn:uuid:0001>\";reg-id=";
        ask("a", 1, CONTACT + flow + 1, "Contact: <sip:6001@10.0.1.1>;transport=tcp" + flow + 2);
        assertThat(contacts()).as("two flows").hasSize(2);

        ask("after-boot", 1, "Contact: <sip:other@10.0.1.77:5099>" + flow + 1);

        assertThat(registrar.listBindings(AOR))
                .extracting(binding -> binding.uri().host())
                .containsExactlyInAnyOrder("10.0.1.77", "10.0.1.1");
    }

    @Test
    void O03_aRegistrarThatKeepsFlowsSaysSo() {
        String contact = CONTACT + ";+sip.instance=\"<urn:uuid:0001>\";reg-id=1";

        assertThat(ask("a", 1, "Supported: outbound", contact).header("Require"))
                .isEqualTo("outbound");
        assertThat(ask("a", 2, contact).headers().find("Require")).isEmpty();
    }

    @Test
    void aFullRegistrarRefusesAndKeepsWhatItHas() {
        registrar = with(policy -> policy.devices(200, Excess.DROP_OLDEST));
        for (int device = 1; device <= 100; device++) {
            assertThat(ask("c" + device, 1, "Contact: <sip:6001@10.0.3." + device + ">")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(ask("c101", 1, "Contact: <sip:6001@10.0.3.101>").status()).isEqualTo(503);
        assertThat(registrar.size()).isEqualTo(100);
        assertThat(ask("c7", 2, "Contact: <sip:6001@10.0.3.7>").status())
                .as("a refresh")
                .isEqualTo(200);
        assertThat(ask("c7", 3, "Contact: <sip:6001@10.0.3.7>;expires=0").header(HeaderName.DATE))
                .isNotEmpty();
        assertThat(registrar.size()).isEqualTo(99);
    }
}
