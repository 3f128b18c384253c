
// The cursor over the timeline. It shows what the page's data and tables say of one moment, and computes nothing of the
// run. Data: a track is rows of numbers, one after another, the first of each row says from when on it holds; other parts
// of the data name a track of run.tracks, or a word of run.words, by its number.
'use strict';
(() => {
  const run = JSON.parse(document.getElementById('run').textContent);
  const part = id => document.getElementById('c-' + id);
  const plot = document.getElementById('plot');
  const box = plot.parentElement;
  const section = box.closest('section');
  const drawing = plot.querySelector('svg').viewBox.baseVal;

  // The moment shown, or null: its time in milliseconds, the place of a port network in run.pns, the place of an entry
  // in run.trace while a fault is followed, otherwise -1.
  let moment = null;

  // ---- Looking up ------------------------------------------------------------------------------------------------

  /** The row of a track that holds at a time, and when it ends. */
  function rowAt(numbers, width, time) {
    let low = 0;
    let high = numbers.length / width;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle * width] > time) high = middle;
      else low = middle + 1;
    }
    const row = numbers.slice((low - 1) * width, low * width);
    row.next = low * width < numbers.length ? numbers.slice(low * width, (low + 1) * width) : null;
    row.to = row.next ? row.next[0] : run.duration;
    return row;
  }

  function stateAt(pn, time) {
    const [from, state, controller] = rowAt(run.tracks[pn.states], 3, time);
    const [phase, key, fill] = run.states[state];
    return {from, phase, key, fill, controller: run.words[controller]};
  }

  /** The timers that run, the next to expire first. Those that outlast the run count at its end, too. */
  function timersAt(track, time) {
    const numbers = run.tracks[track];
    const timers = [];
    for (let i = 0; i < numbers.length && numbers[i] <= time; i += 5) {
      const [from, due, to, name, whose] = numbers.slice(i, i + 5);
      if (time < to || (time === run.duration && to === time && due > to)) {
        timers.push({from, due, name: run.words[name], whose: run.words[whose]});
      }
    }
    return timers.sort((a, b) => a.due - b.due);
  }

  const entries = run.trace.map(([id, at, cause, pn], place) => ({id, at, cause, pn, place}));
  const entryOf = new Map(entries.map(entry => [entry.id, entry]));
  for (const entry of entries) entry.root = entryOf.get(entry.cause)?.root ?? entry;

  /** What the trace's own row says of an entry. */
  function wordsOf(entry) {
    const [who, what] = [...rowOf(entry).cells].slice(-3);
    return {who: who.textContent, what: what.textContent};
  }

  function rowOf(entry) {
    return document.getElementById('e' + entry.id);
  }

  /** An entry and what led to it, the scenario's event first. */
  function chainOf(entry) {
    const chain = [];
    for (let link = entry; link; link = entryOf.get(link.cause)) chain.unshift(link);
    return chain;
  }

  const stories = new Map();

  /** All entries about a port network, and what led to them, in order. */
  function storyOf(pn) {
    if (!stories.has(pn)) {
      const story = new Set();
      for (const entry of entries) if (entry.pn === pn) chainOf(entry).forEach(link => story.add(link));
      stories.set(pn, [...story].sort((a, b) => a.place - b.place));
    }
    return stories.get(pn);
  }

  /** The steps of the fault that an entry belongs to, as far as they matter to a port network. */
  function faultOf(entry, pn) {
    const steps = new Set([...storyOf(pn), ...chainOf(entry)]);
    return [...steps].filter(step => step.root === entry.root).sort((a, b) => a.place - b.place);
  }

  /** The entry followed, or the last one about the port network. */
  function currentEntry() {
    if (moment.step >= 0) return entries[moment.step];
    return entries.filter(entry => entry.pn === moment.pn && entry.at <= moment.time).pop() ?? null;
  }

  /** The entry to follow after a current one, or null: the next one of its fault, or the start of the next fault. */
  function stepAfter(current) {
    const story = storyOf(moment ? moment.pn : part('pn').selectedIndex);
    if (!current) return story[0] ?? null;
    const next = faultOf(current, moment.pn).find(step => step.place > current.place);
    return next ?? story.find(step => step.place > current.root.place && step.root === step) ?? null;
  }

  // ---- Words: as the rest of the report writes them --------------------------------------------------------------

  /** On the customer's clock, if the scenario has one: in which span of it, and then without a zone of this machine. */
  function clock(time) {
    if (run.clock) {
      const [from, local, offset] = run.clock.spans.filter(span => span[0] <= time).pop();
      const [date, hour] = new Date(local + time - from).toISOString().split('T');
      return (run.clock.dated ? date + ' ' : '') + hour.slice(0, 8) + (run.clock.spans.length > 1 ? offset : '');
    }
    const two = n => String(n).padStart(2, '0');
    const hours = Math.floor(time / 3600000);
    const minutes = Math.floor(time / 60000) % 60;
    const seconds = two(Math.floor(time / 1000) % 60);
    const rest = time % 1000 ? '.' + String(time % 1000).padStart(3, '0').replace(/0+$/, '') : '';
    return (hours ? hours + ':' + two(minutes) : minutes) + ':' + seconds + rest;
  }

  function duration(time) {
    if (time < 1000) return time ? time + 'ms' : '0s';
    let text = '';
    for (const [unit, size] of [['d', 86400000], ['h', 3600000], ['m', 60000]]) {
      if (time >= size) text += Math.floor(time / size) + unit;
      time %= size;
    }
    return time ? text + time / 1000 + 's' : text;
  }

  const UNITS = [['d', 86400000], ['h', 3600000], ['m', 60000], ['s', 1000], ['ms', 1]];

  /** A duration as scenario files write it; they know no fractions. */
  function anchorTime(time) {
    let text = '';
    for (const [unit, size] of UNITS) {
      if (time >= size) text += Math.floor(time / size) + unit;
      time %= size;
    }
    return text || '0s';
  }

  function parseTime(text) {
    if (!/^(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m(?!s))?([0-9]+s)?([0-9]+ms)?$/.test(text ?? '')) return NaN;
    const sizes = new Map(UNITS);
    return [...text.matchAll(/([0-9]+)([a-z]+)/g)].reduce((sum, [, n, unit]) => sum + n * sizes.get(unit), 0);
  }

  function minutes(time) {
    return String(Math.round(time / 6000) / 10);
  }

  // ---- Showing ---------------------------------------------------------------------------------------------------

  function element(tag, attributes = {}, ...content) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...content);
    return made;
  }

  function fill(id, items, ifNone) {
    const list = items.length || !ifNone ? items : [element('li', {class: 'note'}, ifNone)];
    part(id).replaceChildren(...list);
  }

  const SVG = 'http://www.w3.org/2000/svg';

  /** A patch of a state's colour and hatching, as in the legend. */
  function patch(state) {
    const svg = document.createElementNS(SVG, 'svg');
    const rect = document.createElementNS(SVG, 'rect');
    svg.setAttribute('class', 'patch');
    svg.setAttribute('aria-hidden', 'true');
    for (const [name, value] of [['width', 22], ['height', 12], ['class', 'tl-' + state.key], ['fill', state.fill]]) {
      rect.setAttribute(name, value);
    }
    svg.append(rect);
    return svg;
  }

  let {from, to} = run.plot;
  const percentOf = time => (100 * (run.plot.left + (time - from) / (to - from) * run.plot.width)) / drawing.width;

  const line = element('div', {id: 'c-line', role: 'slider', tabindex: '0', 'aria-label': 'Moment of the run'});
  const spot = element('div', {id: 'c-spot'});
  const band = element('div', {id: 'c-band'});
  line.style.top = 100 * (run.plot.top - 6) / drawing.height + '%';
  line.style.bottom = 100 * (1 - run.plot.bottom / drawing.height) + '%';
  plot.append(band, line, spot);
  line.setAttribute('aria-valuemin', 0);
  line.setAttribute('aria-valuemax', run.until / 1000);

  function showOnTimeline(entry) {
    line.style.left = Math.max(percentOf(from), Math.min(percentOf(to), percentOf(moment.time))) + '%';
    const row = run.plot.top + run.plot.row * moment.pn;
    band.style.top = 100 * row / drawing.height + '%';
    band.style.height = 100 * run.plot.row / drawing.height + '%';
    spot.hidden = moment.step < 0;
    if (moment.step >= 0) {
      spot.style.left = percentOf(entry.at) + '%';
      spot.style.top = 100 * (row + run.plot.row / 2) / drawing.height + '%';
    }
    const x = percentOf(moment.time) / 100 * plot.offsetWidth;
    const margin = Math.min(48, box.clientWidth / 4);
    box.scrollLeft = Math.max(x + margin - box.clientWidth, Math.min(box.scrollLeft, x - margin));
  }

  const pnRows = run.pns.map((pn, place) => {
    const button = element('button', {type: 'button'}, 'PN ' + pn.pn);
    button.addEventListener('click', () => go({pn: place}));
    const cells = [element('td'), element('td'), element('td')];
    const row = element('tr', {}, element('th', {scope: 'row'}, button), ...cells);
    return {row, button, cells};
  });
  part('pns').tBodies[0].append(...pnRows.map(({row}) => row));

  function showPortNetworks() {
    run.pns.forEach((pn, place) => {
      const {row, button, cells} = pnRows[place];
      const state = stateAt(pn, moment.time);
      const timer = timersAt(pn.timers, moment.time)[0];
      row.className = place === moment.pn ? 'here' : '';
      button.setAttribute('aria-pressed', place === moment.pn);
      cells[0].replaceChildren(patch(state), '\u00a0' + state.phase);
      cells[1].textContent = state.controller;
      cells[2].textContent = timer ? timer.name + ', ' + duration(timer.due - moment.time) + ' left' : '–';
    });
  }

  function timerItem(timer) {
    const left = timer.due - moment.time;
    const whose = timer.whose ? timer.whose + ' ' : '';
    return element('li', {},
      element('strong', {}, whose + timer.name), ' ' + duration(left) + ' left',
      element('progress', {max: timer.due - timer.from, value: left, 'aria-label': whose + timer.name + ', what is left'}),
      element('span', {class: 'note'}, 'runs since ' + clock(timer.from) + ', due at ' + clock(timer.due)));
  }

  function showPortNetwork() {
    const pn = run.pns[moment.pn];
    const state = stateAt(pn, moment.time);
    part('name').textContent = 'PN ' + pn.pn + ', ' + pn.site;
    part('state').replaceChildren(
      patch(state), ' ' + state.phase + ' since ' + clock(state.from) + ', controller: ' + state.controller);
    fill('timers', timersAt(pn.timers, moment.time).map(timerItem), 'None.');
    fill('ipsis', pn.ipsis.map(ipsi => {
      const list = run.words[rowAt(run.tracks[ipsi.lists], 2, moment.time)[1]];
      if (ipsi.roles < 0) return element('li', {}, element('strong', {}, ipsi.id), ': ' + list);
      const [, role, contact] = rowAt(run.tracks[ipsi.roles], 3, moment.time);
      return element('li', {}, element('strong', {}, ipsi.id),
        ' ' + run.words[role] + ', ' + (contact ? 'in contact' : 'no contact') + ': ' + list);
    }));
    showCalls(pn);
  }

  function showCalls(pn) {
    part('no-calls').textContent = pn.calls < 0 ? 'It has no calls.' : '';
    part('calls').parentElement.hidden = pn.calls < 0;
    if (pn.calls < 0) return;
    const before = rowAt(run.tracks[pn.calls], 6, moment.time === run.duration ? moment.time - 1 : moment.time);
    const kinds = pn.traffic ? ['Dropped', 'Blocked', 'Delayed', 'Lost in set-up', 'Minutes lost'] : ['Dropped'];
    const [, first, second] = part('calls').tHead.rows[0].cells;
    first.textContent = 'Before ' + clock(before[0]);
    second.textContent = 'From then to ' + clock(before.to);
    part('calls').tBodies[0].replaceChildren(...kinds.map((kind, i) => {
      const words = kind === 'Minutes lost' ? minutes : String;
      return element('tr', {}, element('th', {scope: 'row'}, kind),
        element('td', {}, words(before[i + 1])), element('td', {}, words(before.next[i + 1] - before[i + 1])));
    }));
  }

  function nameOf(server) {
    return server.id + (server.name ? ' (' + server.name + ')' : '');
  }

  function showServers() {
    part('servers').tBodies[0].replaceChildren(...run.servers.map(server => {
      let role = run.words[rowAt(run.tracks[server.roles], 2, moment.time)[1]];
      if (server.refreshes >= 0 && role === 'standby') {
        const at = rowAt(run.tracks[server.refreshes], 2, moment.time)[1];
        role += at <= moment.time ? ', refreshed' : ', not refreshed until ' + clock(at);
      }
      return element('tr', {}, element('th', {scope: 'row'}, nameOf(server)), element('td', {}, role));
    }));
    fill('server-timers', timersAt(run.serverTimers, moment.time).map(timerItem));
  }

  const parts = new Map([...document.querySelectorAll('#c-estate [data-part]')].map(part => [part.dataset.part, part]));

  function showPart(name, [key, fill, look, words, short]) {
    const part = parts.get(name);
    const [title, rect, text] = [part.querySelector('title'), part.querySelector('.ed-part'), part.querySelector('.tl-on')];
    part.setAttribute('class', look);
    title.textContent = title.textContent.replace(/: [^:]*$/, ': ' + words);
    rect?.setAttribute('class', 'ed-part tl-' + key);
    rect?.setAttribute('fill', fill);
    text?.setAttribute('class', 'tl-on tl-on-' + key);
    if (text?.querySelector('tspan')) text.querySelector('tspan').textContent = ' ' + short;
  }

  function showEstate() {
    for (const {part, looks} of run.estate) if (parts.has(part)) showPart(part, run.looks[rowAt(run.tracks[looks], 2, moment.time)[1]]);
    const controllers = new Map();
    for (const pn of run.pns) {
      const {phase, key, fill, controller} = stateAt(pn, moment.time);
      const words = phase === 'in service' ? controller : phase;
      showPart('pn:' + pn.pn, [key, fill, '', phase === words ? phase : phase + ', ' + words, '']);
      controllers.set(pn.site, (controllers.get(pn.site) ?? new Set()).add(words));
    }
    for (const text of document.querySelectorAll('#c-estate [data-controllers]')) {
      const words = [...controllers.get(text.dataset.controllers)].join(', ');
      const room = Number(text.dataset.room);
      for (let shown = words; shown && (text.textContent = shown === words ? words : shown + '…', text.getComputedTextLength() > room);) {
        shown = shown.slice(0, -1);
      }
    }
  }

  function showAlarms() {
    const rows = document.querySelectorAll('[aria-labelledby=alarms] tbody tr');
    const standing = [...run.alarms.keys()].filter(i => {
      const [at, cleared] = run.alarms[i];
      return at <= moment.time && (cleared < 0 || moment.time < cleared);
    });
    fill('alarms', standing.map(i => {
      const cells = [...rows[i].cells].map(cell => cell.textContent);
      const [severity, object, about, what] = cells.slice(-5);
      const at = cells[0];
      return element('li', {},
        element('strong', {}, severity + ' ' + object), ' ' + about + ': ' + what + ' (since ' + at + ')');
    }), 'None.');
  }

  const servers = part('server');
  const commands = part('command');
  servers.append(...run.servers.map(server => element('option', {}, nameOf(server))));
  commands.append(...run.screens.commands.map(command => element('option', {}, command)));
  commands.selectedIndex = 1;

  /** What the chosen server shows for the chosen command. */
  function showScreen() {
    const {until, tracks, texts, lines} = run.screens;
    if (moment.time > until) {
      part('as-of').textContent = 'This page has the screens up to ' + clock(until) + '; "ipsisim status" shows them all.';
      part('screen').textContent = '';
      return;
    }
    const [from, text] = rowAt(tracks[servers.selectedIndex][commands.selectedIndex], 2, moment.time);
    part('as-of').textContent = 'As of ' + clock(from) + '.';
    part('screen').textContent = texts[text].map(line => lines[line]).join('\n');
  }

  function showChain(entry) {
    const name = 'PN ' + run.pns[moment.pn].pn;
    if (!entry) {
      part('fault').textContent = 'Nothing has happened to ' + name + ' so far.';
    } else {
      const fault = faultOf(entry, moment.pn);
      const root = wordsOf(fault[0]);
      part('fault').textContent = root.who + ' ' + root.what + ', step ' + (fault.indexOf(entry) + 1) + ' of ' + fault.length;
    }
    fill('chain', entry ? chainOf(entry).map(link => {
      const {who, what} = wordsOf(link);
      const at = element('a', {href: anchor(link.at, moment.pn, link.id)}, clock(link.at));
      const said = link.pn === moment.pn && who.split(' ')[0] === 'pn-' + run.pns[moment.pn].pn
        ? [what] : [element('strong', {}, who), ' ' + what];
      const item = element('li', {}, element('span', {class: 'time'}, at), element('span', {}, ...said));
      if (link === entry) item.setAttribute('aria-current', 'step');
      return item;
    }) : []);
    const next = stepAfter(entry);
    const goesOn = next && entry && next.root === entry.root;
    part('step').disabled = !next;
    part('step').textContent = !next || goesOn ? 'Next step in this fault' : entry ? 'Next fault' : 'First fault';
  }

  /** What happens at this very moment, as the trace says it; the same of several in one sentence. */
  function happeningsNow() {
    const said = new Map();
    for (const entry of entries) {
      if (entry.at === moment.time) {
        const {who, what} = wordsOf(entry);
        said.set(what, [...(said.get(what) ?? []), who]);
      }
    }
    return [...said].map(([what, who]) => who.join(', ') + ': ' + what);
  }

  function showNow() {
    const pn = run.pns[moment.pn];
    const state = stateAt(pn, moment.time);
    const happenings = happeningsNow();
    const shown = happenings.slice(0, 4);
    if (happenings.length > 4) shown.push('and ' + (happenings.length - 4) + ' more, in the trace');
    part('now').textContent = 'PN ' + pn.pn + ': ' + state.phase + ', ' + state.controller + '. '
      + (shown.length ? 'Now: ' + shown.join('; ') + '.' : '');
  }

  let marked = [];

  function markTrace(entry) {
    marked.forEach(row => row.classList.remove('here'));
    marked = entries.filter(other => moment.step < 0 ? other.at === moment.time : other === entry).map(rowOf);
    marked.forEach(row => row.classList.add('here'));
  }

  function show() {
    section.classList.toggle('at-a-moment', moment !== null);
    part('panels').hidden = moment === null;
    part('link').hidden = moment === null;
    if (moment === null) {
      marked.forEach(row => row.classList.remove('here'));
      part('time').textContent = '–:––';
      part('now').textContent = hint;
      part('step').disabled = !stepAfter(null);
      part('step').textContent = 'First fault';
      line.setAttribute('aria-valuenow', 0);
      line.setAttribute('aria-valuetext', 'no moment chosen');
      return;
    }
    const entry = currentEntry();
    showOnTimeline(entry);
    showPortNetworks();
    showPortNetwork();
    showServers();
    showEstate();
    showAlarms();
    showScreen();
    showChain(entry);
    showNow();
    markTrace(entry);
    const time = clock(moment.time);
    part('time').textContent = time;
    part('pn').selectedIndex = moment.pn;
    part('link').href = anchor(moment.time, moment.pn, entryIdFollowed());
    line.setAttribute('aria-valuenow', moment.time / 1000);
    line.setAttribute('aria-valuetext', time + ', PN ' + run.pns[moment.pn].pn + ' ' + stateAt(run.pns[moment.pn], moment.time).phase);
  }

  // ---- Moving ----------------------------------------------------------------------------------------------------

  /** Moves to a time, a port network, a step of a fault; what is not said stays, but a step is left by any other move. */
  function go({time, pn, step}) {
    const before = moment ?? {time: 0, pn: part('pn').selectedIndex};
    moment = {
      time: Math.max(0, Math.min(time ?? before.time, run.until)),
      pn: pn ?? before.pn,
      step: step ?? -1,
    };
    show();
    keepAddress();
  }

  function leave() {
    moment = null;
    show();
    keepAddress();
    line.blur();
  }

  function follow() {
    const next = stepAfter(moment && currentEntry());
    if (next) go({time: next.at, step: next.place});
  }

  function toStop(forwards) {
    const time = moment ? moment.time : -1;
    const stop = forwards ? run.stops.find(at => at > time) : run.stops.filter(at => at < time).pop();
    go({time: stop ?? (forwards ? run.until : 0)});
  }

  // ---- The address: #t=2m14s&pn=3, and &step=12 while a fault is followed ----------------------------------------

  function anchor(time, pn, step) {
    return '#t=' + anchorTime(time) + (pn >= 0 ? '&pn=' + run.pns[pn].pn : '') + (step ? '&step=' + step : '');
  }

  function entryIdFollowed() {
    return moment.step >= 0 ? entries[moment.step].id : 0;
  }

  let saving = 0;

  /** Browsers allow an address to change a few times a second: it is kept when the cursor rests. */
  function keepAddress() {
    clearTimeout(saving);
    saving = setTimeout(() => {
      const hash = moment ? anchor(moment.time, moment.pn, entryIdFollowed()) : '#timeline';
      if (location.hash !== hash) history.replaceState(null, '', hash);
    }, 200);
  }

  function restore(address) {
    const hash = new URL(address).hash;
    const asked = new URLSearchParams(hash.slice(1));
    if (!asked.has('t')) return false;
    const time = parseTime(asked.get('t'));
    const step = entryOf.get(Number(asked.get('step')));
    const pn = asked.has('pn') ? run.pns.findIndex(one => String(one.pn) === asked.get('pn'))
      : step ? Math.max(0, run.pns.findIndex((one, place) => storyOf(place).includes(step)))
      : part('pn').selectedIndex;
    if (Number.isNaN(time) || pn < 0) {
      leave();
      part('now').textContent = 'The address names no moment of this run: ' + hash
        + '. A moment is a time and a port network, such as #t=2m14s&pn=' + run.pns[0].pn + '.';
      return true;
    }
    go({time, pn, step: step && step.at === time ? step.place : -1});
    return true;
  }

  // ---- Mouse, finger, keyboard -----------------------------------------------------------------------------------

  /** The time under a pointer: a stop that is close by, or a round time. */
  function timeAt(x) {
    const edge = plot.getBoundingClientRect();
    const perPixel = (to - from) * drawing.width / run.plot.width / edge.width;
    const time = from + (x - edge.left) * perPixel - run.plot.left / run.plot.width * (to - from);
    const near = run.stops.reduce((best, stop) => Math.abs(stop - time) < Math.abs(best - time) ? stop : best, Infinity);
    if (Math.abs(near - time) < 4 * perPixel) return near;
    const grain = [60000, 10000, 1000, 100, 10, 1].find(size => size <= perPixel) ?? 1;
    return Math.round(time / grain) * grain;
  }

  function rowUnder(y) {
    const edge = plot.getBoundingClientRect();
    const row = Math.floor(((y - edge.top) / edge.height * drawing.height - run.plot.top) / run.plot.row);
    return row >= 0 && row < run.pns.length ? row : undefined;
  }

  plot.querySelector('svg').addEventListener('zoom', event => {
    ({from, to} = event.detail);
    if (moment) showOnTimeline(currentEntry());
  });

  let dragging = false;
  plot.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    dragging = true;
    plot.setPointerCapture(event.pointerId);
    go({time: timeAt(event.clientX), pn: rowUnder(event.clientY)});
    line.focus({preventScroll: true});
    event.preventDefault();
  });
  plot.addEventListener('pointermove', event => dragging && go({time: timeAt(event.clientX)}));
  for (const end of ['pointerup', 'pointercancel']) plot.addEventListener(end, () => { dragging = false; });

  let typed = '';
  let typedAt = -Infinity;

  /** Digits pressed one after another, however late they are heard, choose a port network by its number: 1, 12. */
  function type(digit, at) {
    const goesOn = at - typedAt < 1000;
    typedAt = at;
    const find = number => run.pns.findIndex(pn => String(pn.pn) === number);
    typed = goesOn && run.pns.some(pn => String(pn.pn).startsWith(typed + digit)) ? typed + digit : digit;
    if (find(typed) >= 0) go({pn: find(typed)});
  }

  const neighbour = by => go({pn: Math.max(0, Math.min((moment?.pn ?? part('pn').selectedIndex) + by, run.pns.length - 1))});
  const bySecond = by => go({time: (moment?.time ?? 0) + by});
  const keys = {
    ArrowLeft: event => event.shiftKey ? bySecond(-1000) : toStop(false),
    ArrowRight: event => event.shiftKey ? bySecond(1000) : toStop(true),
    ArrowUp: () => neighbour(-1),
    ArrowDown: () => neighbour(1),
    Home: () => go({time: 0}),
    End: () => go({time: run.until}),
    Escape: leave,
    n: follow,
  };
  section.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.tagName === 'SELECT' && event.key !== 'Escape') return;
    if (/^[0-9]$/.test(event.key)) type(event.key, event.timeStamp);
    else if (Object.hasOwn(keys, event.key)) keys[event.key](event);
    else return;
    event.preventDefault();
  });
  part('back').addEventListener('click', () => toStop(false));
  part('on').addEventListener('click', () => toStop(true));
  part('step').addEventListener('click', follow);
  for (const choice of [servers, commands]) choice.addEventListener('change', showScreen);
  part('pn').addEventListener('change', () => go({pn: part('pn').selectedIndex}));
  addEventListener('hashchange', event => restore(event.newURL));

  // On paper the appendix is open.
  const appendix = document.getElementById('appendix');
  if (appendix) addEventListener('beforeprint', () => { appendix.open = true; });

  // ---- Beginning -------------------------------------------------------------------------------------------------

  const hint = part('now').textContent;
  for (const entry of entries) {
    const cell = rowOf(entry).cells[1];
    cell.replaceChildren(element('a', {href: anchor(entry.at, entry.pn, entry.id)}, cell.textContent));
  }
  document.getElementById('cursor').hidden = false;
  section.classList.add('with-cursor');
  box.removeAttribute('tabindex');
  show();
  // For a class that looks at one screen: large type, one port network, and the keys work at once.
  const forClass = new URLSearchParams(location.search).get('view') === 'projector';
  document.documentElement.classList.toggle('projector', forClass);
  const linked = restore(location.href);
  if (forClass && !linked) toStop(true);
  if (linked) section.scrollIntoView();
  if (linked || forClass) line.focus({preventScroll: true});
})();
