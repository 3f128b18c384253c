// What the lines of a session description and of a candidate say (RFC 8866, RFC 8829, RFC 8839).

const LINES = [
  [/^m=application/, 'data channels: SCTP over DTLS over UDP, all of them in one line'],
  [/^m=audio/, 'sound, and the codecs that this side can do, the best first'],
  [/^m=video/, 'pictures, and the codecs that this side can do, the best first'],
  [/^a=group:BUNDLE/, 'everything shares one way, so that one pair of addresses is enough'],
  [/^a=ice-ufrag/, 'the name under which this side answers ICE checks; a new one restarts ICE'],
  [/^a=ice-pwd/, 'with it each check is signed, so that nobody else can answer'],
  [/^a=ice-options:trickle/, 'candidates follow one by one, as they are found'],
  [/^a=fingerprint/, 'the hash of this side’s certificate: who does the DTLS handshake is who made this offer'],
  [/^a=setup/, 'who begins the DTLS handshake: actpass lets the other side choose'],
  [/^a=mid/, 'the name of this m-line, which BUNDLE and candidates use'],
  [/^a=(sendrecv|sendonly|recvonly|inactive)/, 'which way the picture or the sound goes'],
  [/^a=rtcp-mux/, 'reports on quality share the port with the media'],
  [/^a=sctp-port/, 'the port inside the encrypted way on which data channels are'],
  [/^a=rtpmap/, 'a codec and its number in the packets'],
  [/^a=candidate/, 'an address at which this side may be reached'],
  [/^c=/, 'an address that no longer counts: ICE finds it'],
];

/** The lines of a description that matter, each with what it says; of several like it, the first. */
export function explainDescription(sdp) {
  const told = new Set();
  const lines = [];
  for (const line of sdp.split(/\r?\n/)) {
    const found = LINES.find(([pattern]) => pattern.test(line));
    if (!found) continue;
    if (line.startsWith('m=')) told.clear();
    else if (told.has(found)) continue;
    told.add(found);
    lines.push([line, found[1]]);
  }
  return lines;
}

const TYPES = {
  host: 'an address of the machine itself',
  srflx: 'how a STUN server sees it from outside, behind a NAT',
  prflx: 'learned from a check that came in',
  relay: 'a place on a TURN server, which passes everything on',
};

/** What a candidate says (W6, W7). */
export function explainCandidate(candidate) {
  if (!candidate?.candidate) return [['', 'No more candidates: this side has looked everywhere.']];
  const [foundation, component, protocol, priority, address, port] = candidate.candidate.replace(/^(a=)?candidate:/, '').split(' ');
  const type = / typ (\w+)/.exec(candidate.candidate)?.[1];
  const behind = / raddr (\S+) rport (\d+)/.exec(candidate.candidate);
  const lines = [
    [address + ':' + port, protocol.toUpperCase() + ', ' + (address.endsWith('.local') ? 'a name instead of an address, so that the page does not learn it; ' : '') + (TYPES[type] ?? type)],
    ['priority ' + priority, 'type ' + (priority >>> 24) + ', local ' + ((priority >>> 8) & 65535) + ', component ' + (256 - (priority & 255)) + ': the higher, the sooner it is tried'],
    ['foundation ' + foundation, 'candidates that would share the same fate have the same; component ' + component + ' is 1 with rtcp-mux'],
  ];
  if (behind) lines.push(['raddr ' + behind[1], 'the address behind it, port ' + behind[2]]);
  return lines;
}
