package org.ipsisim.peers;

import gov.nist.javax.sip.SipStackImpl;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.ContactHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A callee on the JAIN-SIP stack: rings reliably, and answers when its PRACK has come. */
final class JainServer implements SipListener, AutoCloseable {
    private static final String TAG = "jain";

    /** The methods of the requests that have come. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private final SipFactory factory = SipFactory.getInstance();
    private final SipStackImpl stack;
    private final SipProvider provider;
    private final int port;

    JainServer(int port) throws Exception {
        this.port = port;
        factory.setPathName("gov.nist");
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "callee" + port);
        properties.setProperty("gov.nist.javax.sip.TRACE_LEVEL", "0");
        stack = (SipStackImpl) factory.createSipStack(properties);
        provider = stack.createSipProvider(stack.createListeningPoint("127.0.0.1", port, ListeningPoint.UDP));
        provider.addSipListener(this);
    }

    @Override
    public void processRequest(RequestEvent event) {
        String method = event.getRequest().getMethod();
        requests.add(method);
        try {
            switch (method) {
                case Request.INVITE -> ring(event.getRequest());
                case Request.PRACK -> answer(event);
                case Request.BYE -> respond(event, Response.OK);
                default -> {}
            }
        } catch (Exception e) {
            failures.add(e);
        }
    }

    private void ring(Request invite) throws Exception {
        ServerTransaction transaction = provider.getNewServerTransaction(invite);
        Response trying = factory.createMessageFactory().createResponse(Response.TRYING, invite);
        transaction.sendResponse(trying);
        Dialog dialog = transaction.getDialog();
        dialog.setApplicationData(transaction);
        Response ringing = dialog.createReliableProvisionalResponse(Response.RINGING);
        ringing.setHeader(contact());
        ((ToHeader) ringing.getHeader(ToHeader.NAME)).setTag(TAG);
        dialog.sendReliableProvisionalResponse(ringing);
    }

    private ContactHeader contact() throws Exception {
        var addresses = factory.createAddressFactory();
        return factory.createHeaderFactory()
                .createContactHeader(addresses.createAddress("<sip:callee@127.0.0.1:" + port + ">"));
    }

    private void answer(RequestEvent prack) throws Exception {
        respond(prack, Response.OK);
        ServerTransaction invite = (ServerTransaction) prack.getDialog().getApplicationData();
        Response ok = factory.createMessageFactory().createResponse(Response.OK, invite.getRequest());
        ok.setHeader(contact());
        ((ToHeader) ok.getHeader(ToHeader.NAME)).setTag(TAG);
        invite.sendResponse(ok);
    }

    private void respond(RequestEvent event, int status) throws Exception {
        event.getServerTransaction()
                .sendResponse(factory.createMessageFactory().createResponse(status, event.getRequest()));
    }

    List<Exception> failures() {
        return failures;
    }

    @Override
    public void processResponse(ResponseEvent event) {}

    @Override
    public void processTimeout(TimeoutEvent event) {
        failures.add(new IllegalStateException("a time-out: " + event));
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        failures.add(new IllegalStateException("no way to " + event.getHost()));
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}

    @Override
    public void close() {
        stack.stop();
        // the stack leaves one of its threads behind
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("EventScannerThread"))
                .forEach(Thread::interrupt);
    }
}
