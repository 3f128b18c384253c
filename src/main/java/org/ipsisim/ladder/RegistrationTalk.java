package org.ipsisim.ladder;

import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.PhoneExchange;
import org.ipsisim.sip.digest.Challenge;
import org.ipsisim.sip.digest.DigestAlgorithm;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.message.SipUri;
import org.ipsisim.sip.message.Via;
import org.ipsisim.sip.registrar.Authenticator;
import org.ipsisim.sip.registrar.PhoneIdentity;
import org.ipsisim.sip.registrar.RegisterRequests;
import org.ipsisim.sip.registrar.RegistrarPolicy;
import org.ipsisim.sip.registrar.SipRegistrar;
import org.ipsisim.sip.registrar.SipUsers;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Journal;
import org.ipsisim.sip.transaction.SipTimers;

/** What a phone and one of its session managers say to each other. */
final class RegistrationTalk {
    private static final String SUBSCRIBE = "SUBSCRIBE";

    /** What a phone may subscribe to when it makes a controller active (an assumption: A12). */
    private static final List<String> PACKAGES = List.of("reg", "dialog", "message-summary");

    private static final int MOST_BINDINGS = 10;

    private final PhoneIdentity phone;
    private final SipSettings settings;
    private final SipTimers timers;
    private final Tokens tokens;
    private final RegistrarPolicy policy;
    private final SipUsers users;
    private final Authenticator authenticator;
    private final RegisterRequests requests;
    private SipRegistrar registrar;
    private Optional<Challenge> challenge = Optional.empty();
    private int subscriptions;

    /** @param clock how long after the start of the registrar's clock the run begins, in milliseconds */
    RegistrationTalk(
            String domain, String user, Hop own, SipSettings settings, long clock, SipTimers timers, Tokens tokens) {
        this.phone = new PhoneIdentity(user, domain, user, own);
        this.settings = settings;
        this.timers = timers;
        this.tokens = tokens;
        this.users = each -> each.equals(user) ? Optional.of(user) : Optional.empty();
        NonceUse use = isCounted() ? NonceUse.COUNTED : NonceUse.ONE_TIME;
        this.policy = RegistrarPolicy.of(domain)
                .challenges(use, List.of(DigestAlgorithm.MD5))
                .nonceLifetime(Long.MAX_VALUE)
                .clock(LadderCapture.START * 1000 - clock);
        this.authenticator = new Authenticator(policy, users, tokens);
        this.requests = new RegisterRequests(phone, tokens);
        this.registrar = newRegistrar();
    }

    private boolean isCounted() {
        return settings.nonce() == SipSettings.Nonce.COUNTED;
    }

    private SipRegistrar newRegistrar() {
        return new SipRegistrar(policy, users, authenticator, tokens, timers, Journal.NONE, MOST_BINDINGS);
    }

    /** The session manager forgets its registrations (U4). */
    void forget() {
        registrar = newRegistrar();
    }

    /** The next request of the phone. */
    Request request(PhoneExchange.Purpose purpose) {
        return new Request(
                switch (purpose) {
                    case REGISTER -> requests.next(lifetime(), Optional.empty());
                    case REFRESH, CREDENTIALS -> requests.next(lifetime(), challenge);
                    case ACTIVATION -> subscription();
                });
    }

    private long lifetime() {
        return settings.expires().toSeconds();
    }

    private SipRequest subscription() {
        String event = PACKAGES.get(subscriptions % PACKAGES.size());
        subscriptions++;
        String uri = SipUri.ofHost(phone.domain(), 0).withUser(phone.user()).toString();
        Via via = phone.via(tokens.next());
        NameAddress from = phone.address().with("tag", tokens.next());
        String callId = tokens.next() + "@" + phone.own().host();
        return SipRequest.of(SUBSCRIBE, uri, via, from, phone.address(), callId, 1)
                .plus(HeaderName.CONTACT, phone.contact())
                .plus(HeaderName.EXPIRES, lifetime())
                .plus("Event", event);
    }

    /** A request of the phone. */
    final class Request {
        private final SipRequest message;
        private Optional<SipResponse> answer = Optional.empty();

        private Request(SipRequest message) {
            this.message = message;
        }

        SipRequest message() {
            return message;
        }

        /** What the session manager answers now. */
        SipResponse answer(PhoneExchange.Answer kind) {
            SipResponse response = response(kind);
            answer = Optional.of(response);
            return response;
        }

        private SipResponse response(PhoneExchange.Answer kind) {
            if (kind == PhoneExchange.Answer.REFUSAL) {
                long seconds = Math.max(1, settings.retryAfter().min().toSeconds());
                return message.response(503, tokens.next()).plus(HeaderName.RETRY_AFTER, seconds);
            }
            if (message.method().equals(SUBSCRIBE)) {
                return message.response(200, tokens.next())
                        .plus(HeaderName.EXPIRES, lifetime())
                        .plus(HeaderName.CONTACT, NameAddress.of(SipUri.ofHost(phone.domain(), 0)));
            }
            return registrar.register(message, phone.own());
        }

        /** The answer has come in time: its challenge counts from now on. */
        void hearAnswer() {
            answer.map(response -> response.headers().list(HeaderName.WWW_AUTHENTICATE))
                    .flatMap(Challenge::first)
                    .ifPresent(asked -> challenge = Optional.of(asked));
        }
    }
}
