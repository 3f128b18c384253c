// Connections from browser to browser. Offers that cross are settled as RFC 8829 and the W3C's perfect negotiation say: the
// polite side takes its own offer back (W3). Candidates that come before the description wait for it, in order (W4).

/** Above so many students, only the trainer's picture is shared. */
const MOST_IN_MESH = 8;

const PING_EVERY = 1500;
const SILENT_AFTER = 5000;
const RESTART_AFTER = 8000;

class Connection {
  /** @param on send(message), passed(words), told(message), stream(stream), changed() */
  constructor(peer, polite, configuration, tracks, on) {
    this.peer = peer;
    this.polite = polite;
    this.on = on;
    this.candidates = {here: {}, there: {}};
    this.heardAt = 0;
    this.senders = new Map();
    this.#work = Promise.resolve();
    const pc = new RTCPeerConnection(configuration);
    this.pc = pc;
    this.channel = pc.createDataChannel('run', {negotiated: true, id: 0});
    this.channel.onopen = () => { this.heardAt = performance.now(); on.changed(); };
    this.channel.onclose = on.changed;
    this.channel.onmessage = event => this.#hear(event.data);
    pc.onnegotiationneeded = () => this.#offer();
    pc.onicecandidate = ({candidate}) => {
      if (candidate?.candidate) count(this.candidates.here, candidate.type);
      on.send({type: 'candidate', to: peer.id, candidate: candidate ? candidate.toJSON() : null});
    };
    pc.ontrack = ({streams}) => on.stream(streams[0]);
    for (const change of ['connectionstatechange', 'iceconnectionstatechange', 'signalingstatechange']) {
      pc.addEventListener(change, on.changed);
    }
    for (const [track, stream] of tracks) this.add(track, stream);
  }

  #work;
  #offering = false;
  #answering = false;
  #ignoring = false;
  #early = [];
  #restartedAt = 0;

  async #offer() {
    try {
      this.#offering = true;
      await this.pc.setLocalDescription();
      this.#send(this.pc.localDescription);
    } catch (problem) {
      if (this.pc.signalingState !== 'closed') throw problem;
    } finally {
      this.#offering = false;
    }
  }

  #send({type, sdp}) {
    this.on.send({type, to: this.peer.id, sdp});
  }

  /** Takes an offer, an answer or a candidate, one after the other. */
  take(message) {
    this.#work = this.#work.then(() => message.type === 'candidate' ? this.#candidate(message.candidate) : this.#description(message))
      .catch(problem => this.pc.signalingState === 'closed' || console.info(String(problem)));
  }

  async #description({type, sdp}) {
    const pc = this.pc;
    const free = !this.#offering && (pc.signalingState === 'stable' || this.#answering);
    this.#ignoring = type === 'offer' && !free && !this.polite;
    if (this.#ignoring) return;
    this.#answering = type === 'answer';
    await pc.setRemoteDescription({type, sdp});
    this.#answering = false;
    for (const candidate of this.#early.splice(0)) await this.#candidate(candidate);
    if (type === 'offer') {
      await pc.setLocalDescription();
      this.#send(pc.localDescription);
    }
  }

  async #candidate(candidate) {
    if (!this.pc.remoteDescription) {
      this.#early.push(candidate);
      return;
    }
    if (candidate?.candidate) count(this.candidates.there, / typ (\w+)/.exec(candidate.candidate)?.[1]);
    try {
      await this.pc.addIceCandidate(candidate ?? undefined);
    } catch (problem) {
      if (!this.#ignoring) throw problem;
    }
  }

  #hear(text) {
    this.heardAt = performance.now();
    const message = JSON.parse(text);
    if (message.type !== 'ping') this.on.told(message);
  }

  /** Whether the channel carries what is said. */
  get isAlive() {
    return this.channel.readyState === 'open' && performance.now() - this.heardAt < SILENT_AFTER;
  }

  tell(message) {
    if (this.channel.readyState === 'open') this.channel.send(JSON.stringify(message));
  }

  /** Called again and again: a path that is dead is looked for anew (W9). */
  tick() {
    this.tell({type: 'ping'});
    const broken = ['failed', 'disconnected'].includes(this.pc.connectionState);
    if (broken && performance.now() - this.#restartedAt > RESTART_AFTER) {
      this.#restartedAt = performance.now();
      this.pc.restartIce();
    }
  }

  add(track, stream) {
    this.senders.set(track.kind, this.pc.addTrack(track, stream));
  }

  remove(kind) {
    const sender = this.senders.get(kind);
    this.senders.delete(kind);
    if (sender) this.pc.removeTrack(sender);
  }

  /** The pair of candidates in use, in words; empty if there is none. */
  async pair() {
    const stats = await this.pc.getStats();
    const transport = [...stats.values()].find(one => one.type === 'transport' && one.selectedCandidatePairId);
    const pair = transport ? stats.get(transport.selectedCandidatePairId)
      : [...stats.values()].find(one => one.type === 'candidate-pair' && one.nominated && one.state === 'succeeded');
    if (!pair) return '';
    const end = id => {
      const one = stats.get(id);
      return one ? one.candidateType + ' ' + (one.address ?? '(hidden)') + ':' + one.port : '?';
    };
    const local = stats.get(pair.localCandidateId);
    const rtt = pair.currentRoundTripTime === undefined ? '' : ', ' + Math.round(1000 * pair.currentRoundTripTime) + ' ms';
    return end(pair.localCandidateId) + ' ↔ ' + end(pair.remoteCandidateId) + ' over ' + (local?.protocol ?? '?') + rtt;
  }
}

function count(counts, type = 'other') {
  counts[type] = (counts[type] ?? 0) + 1;
}

export class Peers {
  #me;
  #on;
  #configuration;
  #people = new Map();
  #connections = new Map();
  #tracks = new Map();

  static get isPossible() { return 'RTCPeerConnection' in window; }

  /**
   * @param me {id, role}
   * @param configuration of each RTCPeerConnection
   * @param on send(message), told(peer, message), stream(peer, stream), changed()
   */
  constructor(me, configuration, on) {
    this.#me = me;
    this.#configuration = configuration;
    this.#on = on;
    this.timer = setInterval(() => {
      this.#connections.forEach(connection => connection.tick());
      on.changed();
    }, PING_EVERY);
  }

  /** All connections, in the order of their beginning. */
  get all() { return [...this.#connections.values()]; }

  /** Those who were there before: the newcomer offers. */
  greet(people) {
    people.forEach(peer => this.#people.set(peer.id, peer));
    people.forEach(peer => this.#isToOffer(peer) && this.#connect(peer));
  }

  /** Somebody has come, and will offer; only a student with a picture to show offers first. */
  joined(peer) {
    this.#people.set(peer.id, peer);
    if (this.#isBetweenStudents(peer) && this.#isToOffer(peer)) this.#connect(peer);
    if (!this.#isMesh) this.all.filter(one => this.#isBetweenStudents(one.peer)).forEach(one => this.#close(one.peer.id));
  }

  left(id) {
    this.#people.delete(id);
    this.#close(id);
  }

  #isBetweenStudents(peer) { return this.#me.role === 'student' && peer.role === 'student'; }

  get #isMesh() { return [...this.#people.values(), this.#me].filter(one => one.role === 'student').length <= MOST_IN_MESH; }

  /** Students connect with each other only while one of them has a picture or a voice to share. */
  #isToOffer(peer) {
    return !this.#isBetweenStudents(peer) || this.#isMesh && this.#tracks.size > 0;
  }

  /** The student is polite; of two students, the one who came first. */
  #isPolite(peer) {
    return this.#isBetweenStudents(peer) ? number(this.#me.id) < number(peer.id) : this.#me.role === 'student';
  }

  #connect(peer) {
    if (!Peers.isPossible || this.#connections.has(peer.id)) return this.#connections.get(peer.id);
    const connection = new Connection(peer, this.#isPolite(peer), this.#configuration, [...this.#tracks.values()], {
      send: this.#on.send,
      told: message => this.#on.told(peer, message),
      stream: stream => this.#on.stream(peer, stream),
      changed: this.#on.changed,
    });
    this.#connections.set(peer.id, connection);
    this.#on.changed();
    return connection;
  }

  #close(id) {
    const connection = this.#connections.get(id);
    if (!connection) return;
    this.#connections.delete(id);
    connection.pc.close();
    this.#on.stream(connection.peer, null);
    this.#on.changed();
  }

  /** Takes an offer, an answer or a candidate that the server has handed over. */
  take(message) {
    const peer = this.#people.get(message.from);
    if (!peer || this.#isBetweenStudents(peer) && !this.#isMesh) return;
    const connection = message.type === 'offer' ? this.#connect(peer) : this.#connections.get(peer.id);
    connection?.take(message);
  }

  /** Tells something to everybody over the channels; true if it reaches everybody that there is. */
  tell(message) {
    this.#connections.forEach(connection => connection.tell(message));
    return this.isEverybodyReached;
  }

  /** Whether a living channel leads to everybody whom the class needs: to all students, or to the trainer. */
  get isEverybodyReached() {
    const needed = [...this.#people.values()].filter(peer => !this.#isBetweenStudents(peer));
    return needed.length > 0 && needed.every(peer => this.#connections.get(peer.id)?.isAlive);
  }

  share(track, stream) {
    this.#tracks.set(track.kind, [track, stream]);
    this.#connections.forEach(connection => connection.add(track, stream));
    this.#people.forEach(peer => this.#isToOffer(peer) && this.#connect(peer));
  }

  unshare(kind) {
    this.#tracks.delete(kind);
    this.#connections.forEach(connection => connection.remove(kind));
  }

  close() {
    clearInterval(this.timer);
    [...this.#connections.keys()].forEach(id => this.#close(id));
    this.#people.clear();
  }
}

const number = id => Number(id.replace(/\D/g, ''));
