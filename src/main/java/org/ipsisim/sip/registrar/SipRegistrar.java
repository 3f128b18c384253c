package org.ipsisim.sip.registrar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.kernel.Timer;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.Parameters;
import org.ipsisim.sip.message.SipHeaders;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.message.SipUri;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Journal;
import org.ipsisim.sip.transaction.SipTimers;
import org.jspecify.annotations.Nullable;

/** Keeps who can be reached where (RFC 3261 section 10.3; S1 to S23). It answers every REGISTER at once. */
public final class SipRegistrar {
    /** A lifetime that nobody can read counts as this many seconds (S6). */
    private static final long UNREADABLE_LIFETIME = 3600;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final RegistrarPolicy policy;
    private final SipUsers users;
    private final Authenticator authenticator;
    private final Tokens tokens;
    private final SipTimers timers;
    private final Journal journal;
    private final int mostBindings;
    private final Map<String, List<Binding>> bindings = new LinkedHashMap<>();
    private final Map<String, Timer> ends = new LinkedHashMap<>();
    private final Map<String, Hop> flows = new LinkedHashMap<>();
    private int count;

    /**
     * A registrar without bindings.
     *
     * @param mostBindings how many bindings it keeps in all; who wants more gets 503
     */
    public SipRegistrar(
            RegistrarPolicy policy,
            SipUsers users,
            Authenticator authenticator,
            Tokens tokens,
            SipTimers timers,
            Journal journal,
            int mostBindings) {
        this.policy = policy;
        this.users = users;
        this.authenticator = authenticator;
        this.tokens = tokens;
        this.timers = timers;
        this.journal = journal;
        this.mostBindings = mostBindings;
    }

    /** A contact of a request, with the lifetime that it is granted: 0 removes its binding. */
    private record Asked(NameAddress contact, SipUri uri, long lifetime) {}

    /** A REGISTER that is refused, with the response that says why. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
        private final transient SipResponse response;

        Refusal(SipResponse response) {
            super(response.startLine(), null, false, false);
            this.response = response;
        }
    }

    /** The bindings of a user at this moment, the oldest first (S22). */
    public List<Binding> listBindings(String addressOfRecord) {
        return bindings.getOrDefault(addressOfRecord, List.of()).stream()
                .filter(binding -> binding.endsAt() > timers.now())
                .toList();
    }

    /** Whether a request comes from where one of a user's phones has registered. */
    public boolean isRegisteredFrom(String addressOfRecord, Hop source) {
        return listBindings(addressOfRecord).stream()
                .anyMatch(binding -> binding.source().equals(source));
    }

    /** The way on which the phone has registered that has a contact, if one has. */
    public Optional<Hop> findFlow(SipUri contact) {
        return Optional.ofNullable(flows.get(place(contact)));
    }

    private static String place(SipUri uri) {
        return uri.user() + "@" + uri.host() + ":" + uri.portOrUsual();
    }

    /** How many bindings there are. */
    public int size() {
        return count;
    }

    /** Answers a REGISTER. Its checks are those of S15 in their order; all contacts change, or none (S16). */
    public SipResponse register(SipRequest request, Hop source) {
        try {
            String user = checked(request);
            SipUri to = request.headers()
                    .address(HeaderName.TO)
                    .orElseThrow()
                    .sipUri()
                    .orElseThrow();
            String key = new SipUri(to.scheme(), user, policy.domain(), 0, to.parameters(), "").addressOfRecord();
            List<Binding> before = listBindings(key);
            List<Binding> after = changed(request, source, before);
            if (count - before.size() + after.size() > mostBindings) {
                throw refusal(request, 503);
            }
            commit(key, after);
            return success(request, after);
        } catch (Refusal e) {
            return e.response;
        }
    }

    /** The user that the request is for, if he may register (S1, S2, S15). */
    private String checked(SipRequest request) throws Refusal {
        Optional<SipUri> registrar = SipUri.find(request.uri());
        if (registrar.isEmpty() || !registrar.get().user().isEmpty()) {
            throw refusal(request, 400);
        }
        if (!policy.serves(registrar.get().host())) {
            throw refusal(request, 403);
        }
        List<String> required = request.headers().list(HeaderName.REQUIRE).stream()
                .filter(tag -> !tag.equalsIgnoreCase("outbound") && !tag.equalsIgnoreCase("path"))
                .toList();
        if (!required.isEmpty()) {
            throw new Refusal(
                    request.response(420, tokens.next()).plus(HeaderName.UNSUPPORTED, String.join(", ", required)));
        }
        Optional<SipUri> to = request.headers().address(HeaderName.TO).flatMap(NameAddress::sipUri);
        if (to.isEmpty()) {
            throw refusal(request, 400);
        }
        String aor = to.get().addressOfRecord();
        String user = aor.substring(aor.indexOf(':') + 1, aor.lastIndexOf('@'));
        Optional<SipResponse> refusal =
                authenticator.findRefusal(request, user, Authenticator.Asker.REGISTRAR, timers.now());
        if (refusal.isPresent()) {
            throw new Refusal(refusal.get());
        }
        if (!policy.serves(to.get().host()) || users.findPassword(user).isEmpty()) {
            throw refusal(request, 404);
        }
        return user;
    }

    private Refusal refusal(SipRequest request, int status) {
        return new Refusal(request.response(status, tokens.next()));
    }

    /** The bindings after a request (S7 to S12). */
    private List<Binding> changed(SipRequest request, Hop source, List<Binding> before) throws Refusal {
        List<String> contacts = request.headers().list(HeaderName.CONTACT);
        String callId = request.header(HeaderName.CALL_ID);
        List<Binding> after = new ArrayList<>(before);
        if (contacts.contains("*")) {
            boolean alone = contacts.size() == 1
                    && request.headers()
                            .findNumber(HeaderName.EXPIRES)
                            .filter(e -> e == 0)
                            .isPresent();
            if (!alone) {
                throw refusal(request, 400);
            }
            for (Binding binding : before) {
                refuseOld(request, binding);
            }
            return List.of();
        }
        for (String contact : contacts) {
            Asked asked = asked(contact, request);
            Binding known = after.stream()
                    .filter(binding -> binding.isOf(asked.contact, asked.uri))
                    .findFirst()
                    .orElse(null);
            if (known != null) {
                refuseOld(request, known);
                after.remove(known);
            }
            if (asked.lifetime > 0) {
                long now = timers.now();
                after.add(new Binding(
                        asked.contact,
                        asked.uri,
                        callId,
                        request.cseqNumber(),
                        known == null ? now : known.since(),
                        now + 1000 * asked.lifetime,
                        source));
            }
        }
        limitDevices(request, after);
        return after;
    }

    /** A request with the Call-ID of a binding and no higher CSeq is late or replayed: it changes nothing (S7). */
    private void refuseOld(SipRequest request, Binding binding) throws Refusal {
        if (binding.callId().equals(request.header(HeaderName.CALL_ID)) && request.cseqNumber() <= binding.cseq()) {
            journal.note("S7", "CSeq " + request.cseqNumber() + " is not above " + binding.cseq());
            throw refusal(request, 400);
        }
    }

    private Asked asked(String value, SipRequest request) throws Refusal {
        NameAddress contact = NameAddress.find(value).orElseThrow(() -> refusal(request, 400));
        SipUri uri = contact.sipUri().orElseThrow(() -> refusal(request, 400));
        Map<String, String> rest = new LinkedHashMap<>(contact.parameters().values());
        rest.remove("expires");
        NameAddress plain = new NameAddress(contact.name(), contact.uri(), new Parameters(rest));
        return new Asked(plain, uri, granted(contact, request));
    }

    /** The lifetime in seconds that a contact gets (S6, S10, S14). */
    private long granted(NameAddress contact, SipRequest request) throws Refusal {
        long asked = contact.parameters().has("expires")
                ? contact.parameters().findNumber("expires").orElse(UNREADABLE_LIFETIME)
                : request.headers().find(HeaderName.EXPIRES).isPresent()
                        ? request.headers().findNumber(HeaderName.EXPIRES).orElse(UNREADABLE_LIFETIME)
                        : policy.lifetimes().usual();
        long minimum = policy.lifetimes().minimum();
        if (asked > 0 && asked < minimum) {
            if (policy.lifetimes().tooBrief() == RegistrarPolicy.TooBrief.REJECT_423 && asked < UNREADABLE_LIFETIME) {
                throw new Refusal(request.response(423, tokens.next()).plus(HeaderName.MIN_EXPIRES, minimum));
            }
            return minimum;
        }
        return Math.min(asked, policy.lifetimes().maximum());
    }

    private void limitDevices(SipRequest request, List<Binding> after) throws Refusal {
        if (after.size() > policy.devices().most() && policy.devices().excess() == RegistrarPolicy.Excess.REJECT_403) {
            throw new Refusal(request.response(403, tokens.next())
                    .plus(HeaderName.WARNING, "399 " + policy.domain() + " \"Too many devices\""));
        }
        while (after.size() > policy.devices().most()) {
            Binding oldest =
                    after.stream().min(Comparator.comparingLong(Binding::since)).orElseThrow();
            journal.note("S23", "the oldest device, " + oldest.uri() + ", is dropped");
            after.remove(oldest);
        }
    }

    private void commit(String key, List<Binding> after) {
        Timer old = ends.remove(key);
        if (old != null) {
            old.cancel();
        }
        @Nullable List<Binding> before = after.isEmpty() ? bindings.remove(key) : bindings.put(key, List.copyOf(after));
        if (before != null) {
            before.forEach(binding -> flows.remove(place(binding.uri())));
            count -= before.size();
        }
        after.forEach(binding -> flows.put(place(binding.uri()), binding.source()));
        count += after.size();
        after.stream()
                .mapToLong(Binding::endsAt)
                .min()
                .ifPresent(end -> ends.put(key, timers.after(Math.max(0, end - timers.now()), () -> expire(key))));
    }

    private void expire(String key) {
        List<Binding> left = listBindings(key);
        bindings.getOrDefault(key, List.of()).stream()
                .filter(binding -> !left.contains(binding))
                .forEach(binding -> journal.note("S22", "the binding " + binding.uri() + " has ended"));
        commit(key, left);
    }

    private SipResponse success(SipRequest request, List<Binding> after) {
        SipResponse plain = request.response(200, tokens.next());
        SipHeaders headers = plain.headers();
        for (Binding binding : after) {
            headers = headers.plus(
                    HeaderName.CONTACT,
                    binding.contact().with("expires", String.valueOf(binding.secondsLeft(timers.now()))));
        }
        if (isOutbound(request, after)) {
            headers = headers.plus(HeaderName.REQUIRE, "outbound");
        }
        headers = headers.plus(HeaderName.DATE, DATE.format(Instant.ofEpochMilli(policy.clockStart() + timers.now())));
        return plain.withHeaders(headers.inOrder());
    }

    /** Whether the phone wants flows of its own and comes here directly (O3). */
    private static boolean isOutbound(SipRequest request, List<Binding> after) {
        return request.headers().hasTag(HeaderName.SUPPORTED, "outbound")
                && request.headers().list(HeaderName.VIA).size() == 1
                && after.stream()
                        .anyMatch(binding -> binding.contact().parameters().has("reg-id"));
    }
}
