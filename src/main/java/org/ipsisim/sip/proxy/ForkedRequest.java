package org.ipsisim.sip.proxy;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.kernel.Timer;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.transaction.ClientTransaction;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Requests;
import org.ipsisim.sip.transaction.ServerTransaction;
import org.ipsisim.sip.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** A request that a proxy has passed on, to one target or to several, until one final response has gone back (RFC 3261 section 16). */
final class ForkedRequest {
    /** How long a proxy lets a phone ring: timer C, in milliseconds. */
    private static final long RING_LIMIT = 181_000;

    private static final int DECLINED = 600;

    /** The request on its way to one target. */
    private final class Branch implements ClientTransaction.Listener {
        private final SipRequest request;
        private final Hop to;
        private @Nullable ClientTransaction transaction;
        private @Nullable Timer ringLimit;
        private boolean hasProvisional;
        private boolean isCancelled;
        private boolean isCancelSent;
        private boolean isDone;

        Branch(SipRequest request, Hop to) {
            this.request = request;
            this.to = to;
        }

        void send() {
            transaction = transactions.send(request, to, this);
        }

        @Override
        public void answered(SipResponse response) {
            SipResponse passed = response.withHeaders(response.headers().withoutFirst(HeaderName.VIA));
            if (response.isProvisional()) {
                hasProvisional = true;
                limitRinging();
                if (isCancelled) {
                    cancelNow();
                }
                if (response.status() > 100 && received.isOpen()) {
                    received.respond(passed);
                }
            } else if (response.isSuccess()) {
                done();
                received.respond(passed);
                over.run();
                cancel("S24");
            } else {
                done();
                refused(passed);
            }
        }

        @Override
        public void failed() {
            done();
            refused(received.request().response(408, ""));
        }

        private void limitRinging() {
            if (ringLimit != null) {
                ringLimit.cancel();
            }
            if (request.method().equals("INVITE")) {
                ringLimit = transactions.timers().after(RING_LIMIT, this::stop);
            }
        }

        private void done() {
            isDone = true;
            if (ringLimit != null) {
                ringLimit.cancel();
            }
        }

        /** Ends it with CANCEL, at once or as soon as a provisional response has come (section 9.1). */
        void stop() {
            if (isDone || isCancelled) {
                return;
            }
            isCancelled = true;
            if (hasProvisional) {
                cancelNow();
            }
        }

        private void cancelNow() {
            if (transaction != null && transaction.isOpen() && !isCancelSent) {
                isCancelSent = true;
                transactions.send(Requests.cancel(request), to, ClientTransaction.Listener.none());
            }
        }
    }

    private final Transactions transactions;
    private final ServerTransaction received;
    private final Runnable over;
    private final List<Branch> branches = new ArrayList<>();
    private @Nullable SipResponse best;

    /** @param over called when the final response has gone back */
    ForkedRequest(Transactions transactions, ServerTransaction received, Runnable over) {
        this.transactions = transactions;
        this.received = received;
        this.over = over;
    }

    /** Adds a target; nothing is sent before {@link #start}. */
    void add(SipRequest request, Hop to) {
        branches.add(new Branch(request, to));
    }

    void start() {
        List.copyOf(branches).forEach(Branch::send);
    }

    /** A refusal: the best of all goes back when none of them can still succeed (section 16.7). */
    private void refused(SipResponse response) {
        SipResponse known = best;
        if (known == null || rank(response) < rank(known)) {
            best = response;
        }
        if (response.status() >= DECLINED) {
            cancel("S24");
        }
        SipResponse chosen = best;
        if (chosen != null && branches.stream().allMatch(branch -> branch.isDone)) {
            received.respond(chosen.status() == 503 ? received.request().response(500, "") : chosen);
            over.run();
        }
    }

    /** 6xx before all others, then the lower class. */
    private static int rank(SipResponse response) {
        return response.status() >= DECLINED ? 0 : response.status();
    }

    /** Cancels every branch that has no final response yet. */
    void cancel(String rule) {
        for (Branch branch : branches) {
            if (!branch.isDone && !branch.isCancelled) {
                transactions.journal().note(rule, "the branch to " + branch.to + " is cancelled");
                branch.stop();
            }
        }
    }
}
