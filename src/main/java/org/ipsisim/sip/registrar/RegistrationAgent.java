package org.ipsisim.sip.registrar;

import java.util.Optional;
import org.ipsisim.kernel.Timer;
import org.ipsisim.sip.digest.Challenge;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.message.SipUri;
import org.ipsisim.sip.transaction.ClientTransaction;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * A phone's registration with one registrar: it registers, answers challenges, refreshes in time and unregisters (RFC 3261
 * section 10.2; S1 to S4, S18 to S20, D3 to D5).
 */
public final class RegistrationAgent {
    /** Hears what becomes of a registration. */
    public interface Listener {
        /** It is registered for so many seconds; 0 means that it has unregistered. */
        void registered(long seconds);

        /** The registrar has refused; it is not asked again by itself. */
        void refused(int status);

        /** No answer has come; the same registrar is not asked again at once (S18). */
        void unanswered();
    }

    private final Transactions transactions;
    private final PhoneIdentity phone;
    private final Hop registrar;
    private final Listener listener;
    private final double refreshAt;
    private final NonceUse nonceUse;
    private final RegisterRequests requests;
    private boolean isAsking;
    private long lifetime;
    private @Nullable Challenge challenge;
    private @Nullable Timer refresh;

    /**
     * A registration that has not begun.
     *
     * @param registrar where the requests go, the first and every refresh (S20)
     * @param lifetime what it asks for, in seconds
     * @param refreshAt after which share of the granted lifetime it refreshes
     * @param nonceUse whether it tries the same nonce again with a higher count
     */
    public RegistrationAgent(
            Transactions transactions,
            PhoneIdentity phone,
            Hop registrar,
            Tokens tokens,
            long lifetime,
            double refreshAt,
            NonceUse nonceUse,
            Listener listener) {
        this.transactions = transactions;
        this.phone = phone;
        this.registrar = registrar;
        this.lifetime = lifetime;
        this.refreshAt = refreshAt;
        this.nonceUse = nonceUse;
        this.listener = listener;
        this.requests = new RegisterRequests(phone, tokens);
    }

    /** Registers, or refreshes. It does nothing while a request is unanswered (S4). */
    public void register() {
        begin(lifetime);
    }

    /** Removes its own binding. */
    public void unregister() {
        begin(0);
    }

    private void begin(long seconds) {
        if (isAsking) {
            return;
        }
        isAsking = true;
        if (refresh != null) {
            refresh.cancel();
        }
        boolean again = challenge != null && nonceUse == NonceUse.COUNTED;
        send(seconds, again ? Optional.ofNullable(challenge) : Optional.empty(), 0);
    }

    /** @param refusals how often this registration has been challenged after credentials were shown */
    private void send(long seconds, Optional<Challenge> known, int refusals) {
        SipRequest request = requests.next(seconds, known);
        transactions.send(request, registrar, new ClientTransaction.Listener() {
            @Override
            public void answered(SipResponse response) {
                if (!response.isProvisional()) {
                    answer(response, seconds, known.isPresent(), refusals);
                }
            }

            @Override
            public void failed() {
                isAsking = false;
                listener.unanswered();
            }
        });
    }

    private void answer(SipResponse response, long seconds, boolean hadCredentials, int refusals) {
        Optional<Challenge> asked = Challenge.first(response.headers().list(HeaderName.WWW_AUTHENTICATE));
        if (response.status() == 401 && asked.isPresent() && mayTryAgain(asked.get(), hadCredentials, refusals)) {
            challenge = asked.get();
            send(seconds, asked, hadCredentials ? refusals + 1 : refusals);
            return;
        }
        Optional<Long> least = response.headers().findNumber(HeaderName.MIN_EXPIRES);
        if (response.status() == 423 && least.isPresent() && seconds > 0 && least.get() > seconds) {
            lifetime = least.get();
            send(lifetime, nonceUse == NonceUse.COUNTED ? Optional.ofNullable(challenge) : Optional.empty(), refusals);
            return;
        }
        isAsking = false;
        if (response.isSuccess()) {
            succeed(response, seconds);
        } else {
            listener.refused(response.status());
        }
    }

    /** Fresh credentials are worth a try if there were none, or if only the nonce was too old; never a third time (D4, D5). */
    private static boolean mayTryAgain(Challenge challenge, boolean hadCredentials, int refusals) {
        return !hadCredentials || challenge.stale() && refusals == 0;
    }

    /** Reads the granted lifetime: of its own contact, or else Expires, or else what it asked for (S19). */
    private void succeed(SipResponse response, long seconds) {
        long granted = seconds == 0 ? 0 : grantedBy(response, seconds);
        if (granted > 0) {
            refresh = transactions.timers().after((long) (granted * 1000 * refreshAt), () -> {
                transactions.journal().note("S19", "time to refresh the registration");
                register();
            });
        }
        listener.registered(granted);
    }

    private long grantedBy(SipResponse response, long seconds) {
        SipUri own = phone.contact().sipUri().orElseThrow();
        return response.headers().list(HeaderName.CONTACT).stream()
                .map(NameAddress::find)
                .flatMap(Optional::stream)
                .filter(contact -> contact.sipUri().filter(own::isEquivalent).isPresent())
                .findFirst()
                .flatMap(contact -> contact.parameters().findNumber("expires"))
                .or(() -> response.headers().findNumber(HeaderName.EXPIRES))
                .orElse(seconds);
    }
}
