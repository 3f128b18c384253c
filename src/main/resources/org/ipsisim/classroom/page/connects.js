// The panel that shows how this page is connected: signalling as it passes, and the state of each connection.
import {element, role} from './words.js';
import {explainCandidate, explainDescription} from './sdp.js';

const MOST_MESSAGES = 1000;
const MOST_ARROWS = 30;
const MOST_ARROWS_OF_ALL = 60;
const SVG = 'http://www.w3.org/2000/svg';
/** Shown as one while they follow one another. */
const FREQUENT = 'cursor';

export class Connects {
  #startedAt = performance.now();
  #names = new Map([['server', 'server'], ['all', 'everybody']]);
  #messages = [];
  #list = role('signalling');
  #panel = document.getElementById('connects');

  constructor() {
    this.#panel.addEventListener('toggle', () => this.#draw());
  }

  knows(id, name) { this.#names.set(id, name); }

  /** A message has passed; out says whether from here. */
  passed(message, out, me) {
    const relayed = ['offer', 'answer', 'candidate'].includes(message.type);
    const other = relayed ? (out ? message.to : message.from) : 'server';
    const entry = {at: (performance.now() - this.#startedAt) / 1000, from: out ? 'you' : other, to: out ? other : 'you', type: message.type, count: 1};
    const last = this.#messages.at(-1);
    if (message.type === FREQUENT && last?.type === FREQUENT && last.from === entry.from) {
      last.count++;
      this.#list.firstChild.firstChild.textContent = this.#line(last);
    } else {
      this.#messages.push(entry);
      if (this.#messages.length > MOST_MESSAGES) this.#messages.shift();
      const item = element('li', {'data-type': message.type});
      const lines = message.sdp ? explainDescription(message.sdp) : message.type === 'candidate' ? explainCandidate(message.candidate) : [];
      if (lines.length) item.append(this.#explained(this.#line(entry), lines, message.sdp));
      else item.append(element('span', {}, this.#line(entry)));
      this.#list.prepend(item);
      if (this.#list.childElementCount > MOST_MESSAGES) this.#list.lastChild.remove();
    }
    if (this.#panel.open) this.#draw();
  }

  #line({at, from, to, type, count}) {
    const name = id => id === 'you' ? 'you' : this.#names.get(id) ?? id;
    return at.toFixed(1) + ' s  ' + name(from) + ' → ' + name(to) + ': ' + type + (count > 1 ? ' ×' + count : '');
  }

  #explained(line, lines, whole) {
    const table = element('table', {}, element('tbody', {}, ...lines.map(([what, why]) => element('tr', {}, element('td', {}, element('code', {}, what)), element('td', {}, why)))));
    const details = element('details', {}, element('summary', {}, line), table);
    if (whole) details.append(element('details', {}, element('summary', {}, 'All of it'), element('pre', {}, whole)));
    return details;
  }

  #draw() {
    const people = [...new Set(this.#messages.slice(-MOST_ARROWS).flatMap(({from, to}) => [from, to]))];
    const order = ['you', 'server', ...people.filter(id => !['you', 'server'].includes(id))];
    const names = new Map([...this.#names, ['you', 'you']]);
    document.getElementById('ladder').replaceChildren(ladder(order.map(id => [id, names.get(id) ?? id]), this.#messages.slice(-MOST_ARROWS)));
  }

  /** The states of all connections. */
  async show(connections, isTrainer) {
    const states = connections.map(one => one.pc.connectionState);
    const state = states.includes('connected') ? 'connected' : states.at(-1) ?? 'new';
    const sign = role('connection');
    sign.dataset.state = state;
    const good = states.filter(one => one === 'connected').length;
    sign.textContent = !connections.length ? (isTrainer ? 'No student to connect with yet.' : 'Not connected with the trainer yet.')
      : 'Connected with ' + good + ' of ' + connections.length + '.' + (good ? '' : ' State: ' + state + '.');
    if (!this.#panel.open) return;
    const rows = await Promise.all(connections.map(async one => {
      const counts = side => Object.entries(side).map(([type, n]) => n + ' ' + type).join(', ') || 'none';
      const cells = [one.pc.connectionState, one.pc.signalingState + (one.polite ? ', polite' : ', impolite'), one.pc.iceConnectionState,
        one.channel.readyState + (one.isAlive ? '' : ', silent'), counts(one.candidates.here) + ' ↔ ' + counts(one.candidates.there), await one.pair() || '–'];
      return element('tr', {}, element('th', {scope: 'row'}, one.peer.name), ...cells.map(cell => element('td', {}, cell)));
    }));
    document.querySelector('#pairs tbody').replaceChildren(...rows);
  }
}

function svg(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/**
 * A ladder of messages: time goes down, each message is an arrow from who sends it to who gets it; a dot where the server
 * hands it over.
 *
 * @param columns [id, name] of each who takes part, from left to right
 * @param messages {at, from, to, type, count}, at in seconds
 */
export function ladder(columns, messages) {
  const left = 64;
  const step = columns.length < 5 ? 170 : 120;
  const row = 26;
  const width = left + step * columns.length;
  const height = 44 + row * messages.length;
  const place = id => {
    const column = columns.findIndex(([one]) => one === id);
    return left + step / 2 + step * (column < 0 ? columns.length - 1 : column);
  };
  const drawing = svg('svg', {viewBox: '0 0 ' + width + ' ' + height, width, height, class: 'ladder', role: 'img', 'aria-label': messages.length + ' messages between ' + columns.map(([, name]) => name).join(', ')});
  for (const [id, name] of columns) {
    drawing.append(svg('text', {x: place(id), y: 16, 'text-anchor': 'middle', class: 'who'}, name.length > 16 ? name.slice(0, 15) + '…' : name));
    drawing.append(svg('line', {x1: place(id), x2: place(id), y1: 26, y2: height - 4, class: 'life'}));
  }
  messages.forEach(({at, from, to, type, count}, i) => {
    const y = 48 + row * i;
    const all = to === 'all';
    const x1 = place(from);
    const x2 = all ? (place(columns.at(-1)[0]) === x1 ? place(columns[0][0]) : place(columns.at(-1)[0])) : place(to);
    const towards = Math.sign(x2 - x1) || 1;
    drawing.append(svg('text', {x: left - 12, y: y + 4, 'text-anchor': 'end', class: 'at'}, Number(at).toFixed(1) + ' s'));
    drawing.append(svg('path', {d: 'M' + x1 + ' ' + y + 'H' + (x2 - 3 * towards), class: all ? 'arrow all' : 'arrow'}));
    if (![from, to].includes('server') && !all && (place('server') - x1) * (place('server') - x2) < 0) drawing.append(svg('circle', {cx: place('server'), cy: y, r: 3, class: 'head'}));
    drawing.append(svg('path', {d: 'M' + x2 + ' ' + y + 'l' + -8 * towards + ' -4v8z', class: 'head'}));
    drawing.append(svg('text', {x: (x1 + x2) / 2, y: y - 5, 'text-anchor': 'middle', class: 'what'}, type + (count > 1 ? ' ×' + count : '') + (all ? ' (to all)' : '')));
  });
  return drawing;
}

/** Draws the signalling of the whole class, which the server has kept. */
export async function drawTrace(address) {
  const trace = await (await fetch(address)).json();
  const shown = trace.messages.slice(-MOST_ARROWS_OF_ALL);
  const named = new Set(shown.flatMap(({from, to}) => [from, to]));
  const columns = [['server', 'server'], ...trace.people.filter(one => named.has(one.id)).map(one => [one.id, one.name])];
  document.getElementById('class-ladder').replaceChildren(ladder(columns, shown));
}
