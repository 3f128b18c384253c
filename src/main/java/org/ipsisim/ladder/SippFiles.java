package org.ipsisim.ladder;

import java.util.Map;
import java.util.TreeMap;
import org.ipsisim.sip.message.SipResponse;

/** A call as two files for sipp, the caller's and the callee's, that run against each other and against real systems. */
public final class SippFiles {
    private static final String HEAD = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <!DOCTYPE scenario [<!ELEMENT scenario ANY>]>
            """;

    /** The end of a message in which a side says what it can hear. */
    private static final String SDP = """
                Content-Type: application/sdp
                Content-Length: [len]

                v=0
                o=- 1 1 IN IP[local_ip_type] [local_ip]
                s=-
                c=IN IP[media_ip_type] [media_ip]
                t=0 0
                m=audio [media_port] RTP/AVP 0
                a=rtpmap:0 PCMU/8000
              ]]></send>
            """;

    private static final String NO_BODY = """
                Content-Length: 0

              ]]></send>
            """;

    private static final String INVITE = """
            <scenario name="caller">
              <send retrans="500"><![CDATA[
                INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                From: <sip:caller@[local_ip]:[local_port]>;tag=[call_number]
                To: <sip:[service]@[remote_ip]:[remote_port]>
                Call-ID: [call_id]
                CSeq: 1 INVITE
                Contact: <sip:caller@[local_ip]:[local_port]>
                Max-Forwards: 70
                Supported: 100rel
            """;

    private static final String RELIABLE_RINGING = """
              <recv response="180" rrs="true">
                <action><ereg regexp="[0-9]+" search_in="hdr" header="RSeq:" assign_to="rseq"/></action>
              </recv>
            """;

    private static final String IN_DIALOG = """
              <send%1><![CDATA[
                %2 [next_url] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                [routes]
                [last_From:]
                [last_To:]
                Call-ID: [call_id]
                CSeq: %3
                Max-Forwards: 70
            """;

    private static final String RINGING = """
            <scenario name="callee">
              <recv request="INVITE" rrs="true">
                <action><ereg regexp=".*" search_in="hdr" header="CSeq:" assign_to="cseq"/></action>
              </recv>
              <send%1><![CDATA[
                SIP/2.0 180 Ringing
                [last_Via:]
                [last_Record-Route:]
                [last_From:]
                [last_To:];tag=callee[call_number]
                [last_Call-ID:]
                CSeq:[$cseq]
                Contact: <sip:[local_ip]:[local_port];transport=[transport]>
            """;

    private static final String ANSWER = """
              <pause milliseconds="1000"/>
              <send retrans="500"><![CDATA[
                SIP/2.0 200 OK
                [last_Via:]
                [last_Record-Route:]
                [last_From:]
                [last_To:]
                [last_Call-ID:]
                CSeq:[$cseq]
                Contact: <sip:[local_ip]:[local_port];transport=[transport]>
            """;

    private static final String OK = """
              <send><![CDATA[
                SIP/2.0 200 OK
                [last_Via:]
                [last_From:]
                [last_To:]
                [last_Call-ID:]
                [last_CSeq:]
            """ + NO_BODY;

    private static final String REPEATED = " retrans=\"500\"";
    private static final String RECEIVE_OK = "  <recv response=\"200\"/>\n";
    private static final String END = "</scenario>\n";

    private SippFiles() {}

    /** The files by their names: {@code uac.xml} and {@code uas.xml}. */
    public static Map<String, String> of(Ladder ladder) {
        long rseq = ladder.arrows().stream()
                .map(arrow -> arrow.transfer().message())
                .filter(message -> message instanceof SipResponse response && response.isReliable())
                .findFirst()
                .flatMap(message -> message.headers().findNumber("RSeq"))
                .orElse(0L);
        Map<String, String> files = new TreeMap<>();
        files.put("uac.xml", HEAD + caller(rseq > 0));
        files.put("uas.xml", HEAD + callee(rseq));
        return files;
    }

    private static String caller(boolean reliable) {
        return INVITE + SDP
                + "  <recv response=\"100\" optional=\"true\"/>\n"
                + (reliable
                        ? RELIABLE_RINGING
                                + inDialog(REPEATED, "PRACK", "2 PRACK", "    RAck: [$rseq] 1 INVITE\n")
                                + RECEIVE_OK
                        : "  <recv response=\"180\" optional=\"true\" rrs=\"true\"/>\n")
                + "  <recv response=\"200\" rrs=\"true\" rtd=\"true\"/>\n"
                + inDialog("", "ACK", "1 ACK", "")
                + "  <pause milliseconds=\"1000\"/>\n"
                + inDialog(REPEATED, "BYE", "3 BYE", "")
                + RECEIVE_OK + END;
    }

    private static String inDialog(String attributes, String method, String cseq, String more) {
        return IN_DIALOG.replace("%1", attributes).replace("%2", method).replace("%3", cseq) + more + NO_BODY;
    }

    private static String callee(long rseq) {
        String ringing = rseq > 0
                ? RINGING.replace("%1", REPEATED) + "    Require: 100rel\n    RSeq: " + rseq + "\n" + NO_BODY
                        + "  <recv request=\"PRACK\"/>\n" + OK
                : RINGING.replace("%1", "") + NO_BODY;
        return ringing + ANSWER + SDP + "  <recv request=\"ACK\"/>\n  <recv request=\"BYE\"/>\n" + OK + END;
    }
}
