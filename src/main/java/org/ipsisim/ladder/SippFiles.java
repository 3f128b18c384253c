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

    private static final String CALLER_BEGIN = """
            <scenario name="%1">
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
              <recv response="100" optional="true"/>
            """;

    private static final String CALLER_PRACK = """
              <recv response="180" rrs="true">
                <action><ereg regexp="[0-9]+" search_in="hdr" header="RSeq:" assign_to="rseq"/></action>
              </recv>
              <send retrans="500"><![CDATA[
                PRACK [next_url] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                [routes]
                [last_From:]
                [last_To:]
                Call-ID: [call_id]
                CSeq: 2 PRACK
                Max-Forwards: 70
                RAck: [$rseq] 1 INVITE
                Content-Length: 0

              ]]></send>
              <recv response="200"/>
            """;

    private static final String CALLER_PLAIN = "  <recv response=\"180\" optional=\"true\" rrs=\"true\"/>\n";

    private static final String CALLER_END = """
              <recv response="200" rrs="true" rtd="true"/>
              <send><![CDATA[
                ACK [next_url] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                [routes]
                [last_From:]
                [last_To:]
                Call-ID: [call_id]
                CSeq: 1 ACK
                Max-Forwards: 70
                Content-Length: 0

              ]]></send>
              <pause milliseconds="%1"/>
              <send retrans="500"><![CDATA[
                BYE [next_url] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                [routes]
                [last_From:]
                [last_To:]
                Call-ID: [call_id]
                CSeq: 3 BYE
                Max-Forwards: 70
                Content-Length: 0

              ]]></send>
              <recv response="200"/>
            </scenario>
            """;

    private static final String CALLEE_BEGIN = """
            <scenario name="%1">
              <recv request="INVITE" rrs="true">
                <action><ereg regexp=".*" search_in="hdr" header="CSeq:" assign_to="cseq"/></action>
              </recv>
              <send%2><![CDATA[
                SIP/2.0 180 Ringing
                [last_Via:]
                [last_Record-Route:]
                [last_From:]
                [last_To:];tag=callee[call_number]
                [last_Call-ID:]
                CSeq:[$cseq]
                Contact: <sip:[local_ip]:[local_port];transport=[transport]>
            """;

    private static final String CALLEE_PRACK = """
                Require: 100rel
                RSeq: %1
                Content-Length: 0

              ]]></send>
              <recv request="PRACK"/>
              <send><![CDATA[
                SIP/2.0 200 OK
                [last_Via:]
                [last_From:]
                [last_To:]
                [last_Call-ID:]
                [last_CSeq:]
                Content-Length: 0

              ]]></send>
            """;

    private static final String CALLEE_PLAIN = """
                Content-Length: 0

              ]]></send>
            """;

    private SippFiles() {}

    /** The files by their names: {@code uac.xml} and {@code uas.xml}. */
    public static Map<String, String> of(Ladder ladder) {
        long rseq = ladder.arrows().stream()
                .map(arrow -> arrow.transfer().message())
                .filter(message -> message instanceof SipResponse response && response.isReliable())
                .findFirst()
                .flatMap(message -> message.headers().findNumber("RSeq"))
                .orElse(0L);
        boolean reliable = rseq > 0;
        Map<String, String> files = new TreeMap<>();
        files.put(
                "uac.xml",
                HEAD
                        + CALLER_BEGIN.replace("%1", "caller")
                        + (reliable ? CALLER_PRACK : CALLER_PLAIN)
                        + CALLER_END.replace("%1", "1000"));
        files.put("uas.xml", HEAD + callee(rseq));
        return files;
    }

    private static String callee(long rseq) {
        boolean reliable = rseq > 0;
        return CALLEE_BEGIN.replace("%1", "callee").replace("%2", reliable ? " retrans=\"500\"" : "")
                + (reliable ? CALLEE_PRACK.replace("%1", String.valueOf(rseq)) : CALLEE_PLAIN)
                + "  <pause milliseconds=\"1000\"/>\n" + ANSWER;
    }

    private static final String ANSWER = """
              <send retrans="500"><![CDATA[
                SIP/2.0 200 OK
                [last_Via:]
                [last_Record-Route:]
                [last_From:]
                [last_To:]
                [last_Call-ID:]
                CSeq:[$cseq]
                Contact: <sip:[local_ip]:[local_port];transport=[transport]>
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
              <recv request="ACK"/>
              <recv request="BYE"/>
              <send><![CDATA[
                SIP/2.0 200 OK
                [last_Via:]
                [last_From:]
                [last_To:]
                [last_Call-ID:]
                [last_CSeq:]
                Content-Length: 0

              ]]></send>
            </scenario>
            """;
}
