// The socket to the signalling server: it says hello, keeps within the limit of messages, and comes back by itself.

const BURST = 40;
const PER_SECOND = 15;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 10000;

/** What waiting does not mend. */
const FINAL = ['no-such-room', 'not-allowed', 'name-taken', 'bad-message'];

export class Signal {
  #url;
  #hello;
  #on;
  #paced;
  #socket = null;
  #welcomed = false;
  #queue = [];
  #tokens = BURST;
  #filledAt = performance.now();
  #draining = 0;
  #wait = FIRST_WAIT;
  #retry = 0;
  #refusal = null;
  #over = false;
  #looked = Date.now();

  /**
   * @param hello gives the first message
   * @param on message(message), passed(message, out), state(words), refused(error)
   * @param paced whether to keep within the limit for students
   */
  constructor(hello, on, paced) {
    this.#url = location.origin.replace(/^http/, 'ws') + '/signal';
    this.#hello = hello;
    this.#on = on;
    this.#paced = paced;
    addEventListener('pagehide', () => this.#leave());
    addEventListener('online', () => this.#again());
    // A machine that has slept holds a socket that is dead without saying so.
    setInterval(() => {
      const slept = Date.now() - this.#looked > 30000;
      this.#looked = Date.now();
      if (slept) this.#again();
    }, 5000);
  }

  open() {
    this.#over = false;
    this.#refusal = null;
    clearTimeout(this.#retry);
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#welcomed = false;
    socket.onopen = () => this.#write(this.#hello());
    socket.onmessage = event => this.#socket === socket && this.#take(JSON.parse(event.data));
    socket.onclose = event => this.#socket === socket && this.#closed(event);
  }

  /** Sends a message now or as soon as the limit allows; without a connection it is dropped. */
  send(message) {
    if (!this.#welcomed) return;
    this.#queue.push(message);
    this.#drain();
  }

  #drain() {
    clearTimeout(this.#draining);
    const now = performance.now();
    this.#tokens = Math.min(BURST, this.#tokens + (now - this.#filledAt) * PER_SECOND / 1000);
    this.#filledAt = now;
    while (this.#queue.length && (!this.#paced || this.#tokens >= 1)) {
      this.#tokens--;
      this.#write(this.#queue.shift());
    }
    if (this.#queue.length) this.#draining = setTimeout(() => this.#drain(), 1000 / PER_SECOND);
  }

  #write(message) {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify(message));
    this.#on.passed(message, true);
  }

  #take(message) {
    if (message.type === 'welcome') {
      this.#welcomed = true;
      this.#wait = FIRST_WAIT;
      this.#on.state('');
    }
    if (message.type === 'error') {
      this.#refusal = message;
      // The server would close it as well, two seconds later.
      if (message.last) this.#socket.close();
    }
    this.#on.passed(message, false);
    this.#on.message(message);
  }

  #closed(event) {
    const welcomed = this.#welcomed;
    this.#welcomed = false;
    this.#queue.length = 0;
    const refusal = this.#refusal;
    if (event.code === 1000 && event.reason === 'the class is over') {
      this.#over = true;
      this.#on.state('The class is over.');
    } else if (refusal?.last && (FINAL.includes(refusal.code) || !welcomed && refusal.code === 'room-full')) {
      this.#over = true;
      this.#on.refused(refusal);
    } else if (event.code === 1000 && event.reason === 'came again') {
      this.#over = true;
      this.#on.refused({text: 'You have joined from another page.'});
    } else {
      this.#on.state('Connection lost. Trying again …');
      this.#retry = setTimeout(() => this.open(), this.#wait * (0.75 + Math.random() / 2));
      this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
    }
  }

  /** Connects anew at once. */
  #again() {
    if (this.#over || !this.#socket) return;
    this.#socket.onclose = null;
    this.#socket.close();
    this.#wait = FIRST_WAIT;
    this.open();
  }

  #leave() {
    if (this.#welcomed) this.#write({type: 'bye'});
    this.#over = true;
  }
}
