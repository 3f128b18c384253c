// The page of a class: it joins, follows or leads, asks or answers. Who has the key in the address is the trainer.
import {clock, element, prose, role, setClock} from './words.js';
import {Signal} from './signal.js';
import {Peers} from './peers.js';
import {Stage} from './stage.js';
import {Connects, ladder} from './connects.js';

const SYNC_EVERY = 2000;
const MOVE_EVERY = 100;
const MOST_ARROWS = 60;
const LETTERS = 'ABCDEF';

const address = new URLSearchParams(location.hash.slice(1));
const room = address.get('room') ?? '';
const key = address.get('key') ?? '';
const isTrainer = key !== '';
const store = sessionStorage;
const kept = name => store.getItem(name + ' ' + room);
const keep = (name, value) => store.setItem(name + ' ' + room, value);
const $ = id => document.getElementById(id);

document.querySelectorAll('[data-for]').forEach(one => one.dataset.for === (isTrainer ? 'trainer' : 'student') || one.remove());
document.title = isTrainer ? 'Classroom · trainer' : 'Classroom';

let me = null;
let peers = null;
const people = new Map();
const raised = new Set();

// The class's moment: where the trainer's cursor stands. While following, the stage shows it.
let lesson = {at: 0, pn: undefined, note: '', curtain: null, number: 0};
let following = true;

// ---- Joining -------------------------------------------------------------------------------------------------------

const connects = new Connects();
const signal = new Signal(() => ({type: 'hello', room, name: role('name').value.trim(), ...(isTrainer ? {key} : {seat: kept('seat') ?? undefined})}), {
  message: take,
  passed: (message, out) => connects.passed(message, out),
  state: words => { $('status').textContent = words; },
  refused: ({text}) => {
    $('refused').textContent = text;
    leave();
  },
}, !isTrainer);

role('name').value = kept('name') ?? (isTrainer ? 'Trainer' : '');
role('join').addEventListener('submit', event => {
  event.preventDefault();
  $('refused').textContent = '';
  keep('name', role('name').value.trim());
  keep('joined', 'yes');
  signal.open();
});

function leave() {
  store.removeItem('joined ' + room);
  peers?.close();
  peers = null;
  me = null;
  $('class').hidden = true;
  role('join').hidden = false;
  document.querySelector('.link').hidden = true;
  $('status').textContent = '';
}

function welcome(message) {
  me = {id: message.you, role: message.role};
  if (!isTrainer) keep('seat', message.seat);
  people.clear();
  raised.clear();
  people.set(me.id, {id: me.id, name: role('name').value.trim(), role: me.role});
  message.peers.forEach(peer => meet(peer));
  role('join').hidden = true;
  $('class').hidden = false;
  document.querySelector('.link').hidden = false;
  showRun(message);
  peers?.close();
  peers = new Peers(me, {iceServers: message.iceServers, iceTransportPolicy: address.has('relay') ? 'relay' : 'all'}, {
    send: one => signal.send(one),
    told: (peer, one) => peer.role === 'trainer' && one.type === 'cursor' && follow(one),
    stream: showStream,
    changed: () => {
      connects.show(peers?.all ?? [], isTrainer);
      showLink();
    },
  });
  for (const track of own.getTracks()) peers.share(track, own);
  peers.greet(message.peers);
  showPeople();
  if (isTrainer && lesson.number) tellServer();
  if ($('hand')?.getAttribute('aria-pressed') === 'true') signal.send({type: 'hand', up: true});
}

function meet(peer) {
  people.set(peer.id, peer);
  connects.knows(peer.id, peer.name);
}

function take(message) {
  switch (message.type) {
    case 'welcome': return welcome(message);
    case 'joined':
      meet(message);
      if (message.role === 'trainer') lesson.number = 0;
      peers.joined(message);
      if (isTrainer) tellServer();
      return showPeople();
    case 'left':
      people.delete(message.id);
      raised.delete(message.id);
      peers.left(message.id);
      return showPeople();
    case 'offer': case 'answer': case 'candidate': return peers.take(message);
    case 'cursor': return isTrainer ? resume(message) : follow(message);
    case 'run': return showRun(message);
    case 'ask': return showQuestion(message);
    case 'tally': return showTally(message);
    case 'hand':
      if (message.up) raised.add(message.from);
      else raised.delete(message.from);
      return showPeople();
    case 'error': return say(message.text);
  }
}

function say(words) {
  $('said').textContent = words;
}

// ---- The run and its cursor ----------------------------------------------------------------------------------------

const stage = new Stage($('frame'), {
  ready: () => {
    show();
    if (!following) stage.go(shownAt, undefined);
  },
  moved: (at, pn) => isTrainer ? lead({at, pn}) : look(at),
}, isTrainer);
let shownAt = 0;
let shownRun = '';

function showRun({run, number, event, at, clock: wall}) {
  setClock(wall);
  if (run !== shownRun) {
    shownRun = run;
    stage.load(run);
  }
  $('run-name').textContent = event ? 'Run ' + number + ': ' + event + ' at ' + clock(at) : '';
  if (!isTrainer) return;
  if (![...$('runs').options].some(option => option.value === String(number))) {
    $('runs').append(element('option', {value: number}, event ? number + ': ' + event + ' at ' + clock(at) : number + ': the scenario as it is'));
  }
  $('runs').value = number;
  busy(false);
}

function showTime(at) {
  shownAt = at;
  const time = role('cursor-time');
  time.dataset.ms = at;
  time.textContent = clock(at);
}

/** Shows the class's moment. */
function show() {
  stage.dress(lesson.curtain, lesson.note);
  $('note').textContent = lesson.note;
  $('note').hidden = !lesson.note;
  if (!following) return;
  stage.go(lesson.at, lesson.pn);
  showTime(lesson.at);
}

// Students follow.

function follow(cursor) {
  if ((cursor.number ?? Infinity) <= lesson.number) return;
  lesson = {at: cursor.at, pn: cursor.pn === lesson.pn ? undefined : cursor.pn, note: cursor.note ?? '', curtain: cursor.curtain ?? null, number: cursor.number ?? 0};
  if (lesson.curtain !== null && shownAt > lesson.curtain) following = true;
  show();
  lesson.pn = cursor.pn;
  showBack();
}

/** The student looks elsewhere. */
function look(at) {
  if (lesson.curtain !== null && at > lesson.curtain) {
    stage.go(Math.min(shownAt, lesson.curtain));
    return;
  }
  if (at !== lesson.at) following = false;
  showTime(at);
  showBack();
}

function showBack() {
  $('back').hidden = following;
  $('back').textContent = 'Back to the class, at ' + clock(lesson.at);
}

$('back')?.addEventListener('click', () => {
  following = true;
  show();
  showBack();
});

// The trainer leads.

let moving = 0;
let movedAt = 0;
let syncedNumber = 0;
let playing = 0;

/** Moves the class's moment; what is not said stays. */
function lead(change) {
  lesson = {...lesson, ...change};
  lesson.curtain = $('curtain').checked ? lesson.at : null;
  lesson.note = $('note-text').value.trim();
  stage.dress(lesson.curtain, lesson.note);
  $('note').hidden = true;
  showTime(lesson.at);
  moving ||= setTimeout(() => {
    moving = 0;
    movedAt = performance.now();
    tell();
  }, Math.max(0, movedAt + MOVE_EVERY - performance.now()));
}

function cursor() {
  lesson.number = Math.max(lesson.number + 1, Date.now());
  const {at, pn, note, curtain, number} = lesson;
  return {type: 'cursor', at, pn, note, number, ...(curtain === null ? {} : {curtain})};
}

function tell() {
  const one = cursor();
  if (!peers?.tell(one)) tellServer(one);
}

/** Everybody, and the server itself for those who come later, hears where the class is. */
function tellServer(one = cursor()) {
  syncedNumber = one.number;
  signal.send(one);
}

/** The trainer has come again: the class is where it was. */
function resume(message) {
  if (lesson.number) return;
  lesson = {at: message.at, pn: message.pn, note: message.note ?? '', curtain: message.curtain ?? null, number: message.number ?? 0};
  $('note-text').value = lesson.note;
  $('curtain').checked = lesson.curtain !== null;
  show();
}

function goTo(at) {
  stage.go(at);
  lead({at: stage.at, pn: stage.pn});
}

function play(on) {
  clearInterval(playing);
  playing = 0;
  $('play').textContent = on ? 'Pause' : 'Play';
  if (!on) return;
  let last = performance.now();
  playing = setInterval(() => {
    const now = performance.now();
    goTo(Math.min(stage.until, Math.round(lesson.at + (now - last) * Number($('speed').value))));
    last = now;
    if (lesson.at >= stage.until) play(false);
  }, MOVE_EVERY);
}

if (isTrainer) {
  role('next-event').addEventListener('click', () => stage.isReady && goTo(stage.eventAfter(lesson.at)));
  role('previous-event').addEventListener('click', () => stage.isReady && goTo(stage.eventBefore(lesson.at)));
  $('play').addEventListener('click', () => play(!playing));
  $('curtain').addEventListener('change', () => lead({}));
  $('note-text').addEventListener('input', () => lead({}));
  $('controls').addEventListener('submit', event => event.preventDefault());
  setInterval(() => lesson.number > syncedNumber && tellServer(), SYNC_EVERY);
  addEventListener('keydown', event => {
    const free = event.target === document.body && !event.ctrlKey && !event.altKey && !event.metaKey && stage.isReady;
    if (!free) return;
    if (event.key === 'ArrowRight') goTo(stage.eventAfter(lesson.at));
    else if (event.key === 'ArrowLeft') goTo(stage.eventBefore(lesson.at));
    else if (event.key === ' ') play(!playing);
    else return;
    event.preventDefault();
  });
}

function showLink() {
  role('link').textContent = peers?.isEverybodyReached ? 'data-channel' : 'server';
}

// ---- Questions ------------------------------------------------------------------------------------------------------

let choices = [];
let chosen = -1;

function showQuestion({id, question, choices: offered}) {
  choices = offered;
  if (Number($('question').dataset.number) !== id) chosen = -1;
  $('question').dataset.number = id;
  $('question').replaceChildren(...prose(question));
  $('explanation').textContent = '';
  role('tally').replaceChildren();
  say('');
  if (isTrainer) {
    showTally({counts: offered.map(() => 0)});
    busy(false);
    return;
  }
  $('choices').replaceChildren(...offered.map((choice, i) => {
    const button = element('button', {type: 'button', 'data-role': 'choice', 'aria-pressed': 'false'}, element('span', {class: 'letter'}, LETTERS[i]), element('span', {}, ...prose(choice)));
    button.addEventListener('click', () => vote(i));
    return button;
  }));
  press();
}

function vote(i) {
  chosen = i;
  press();
  signal.send({type: 'vote', question: Number($('question').dataset.number), choice: i});
}

function press() {
  document.querySelectorAll('[data-role=choice]').forEach((button, i) => button.setAttribute('aria-pressed', i === chosen));
}

function showTally({counts, revealed, right, why = [], explanation = ''}) {
  const sum = counts.reduce((a, b) => a + b, 0);
  const most = Math.max(1, ...counts);
  role('tally').replaceChildren(...counts.map((count, i) => {
    const verdict = right === undefined ? '' : i === right ? ' right' : ' wrong';
    const bar = element('progress', {max: most, value: count, 'aria-label': LETTERS[i] + ': ' + count});
    const item = element('li', {'data-count': count, class: verdict.trim()},
      element('span', {class: 'letter'}, LETTERS[i]), element('span', {class: 'answer'}, ...prose(choices[i] ?? '')), bar, element('span', {class: 'count'}, String(count)));
    if (verdict) item.append(element('span', {class: 'verdict'}, verdict.trim() + (i === chosen && !isTrainer ? ', your answer' : '')));
    if (why[i]) item.append(element('p', {class: 'why'}, ...prose(why[i])));
    return item;
  }));
  $('explanation').replaceChildren(...prose(explanation));
  if (isTrainer) {
    $('votes').textContent = sum + ' of ' + [...people.values()].filter(one => one.role === 'student').length + ' have answered';
    role('reveal').disabled = Boolean(revealed);
  } else if (revealed) {
    $('choices').replaceChildren();
  }
}

/** What is being computed by the server is not asked for twice. */
function busy(on) {
  role('ask').disabled = on;
  document.querySelector('#break button').disabled = on;
}

if (isTrainer) {
  role('ask').addEventListener('click', () => {
    busy(true);
    signal.send({type: 'ask', quiz: 'next'});
  });
  role('reveal').addEventListener('click', () => signal.send({type: 'reveal'}));
  $('own-question').addEventListener('submit', event => {
    event.preventDefault();
    const lines = $('own-choices').value.split('\n').map(line => line.trim()).filter(Boolean);
    const right = lines.findIndex(line => line.startsWith('*'));
    signal.send({type: 'ask', question: $('own-text').value.trim(), choices: lines.map(line => line.replace(/^\*\s*/, '')), ...(right < 0 ? {} : {right})});
  });
  $('break').addEventListener('submit', event => {
    event.preventDefault();
    say('');
    busy(true);
    tellServer();
    signal.send({type: 'fork', event: $('break-text').value.trim()});
  });
  $('runs').addEventListener('change', () => signal.send({type: 'fork', number: Number($('runs').value)}));
  $('results').href = '/results.csv?key=' + encodeURIComponent(key);
  $('trace-link').href = '/trace.json?key=' + encodeURIComponent(key);
  $('draw-trace').addEventListener('click', async () => {
    const trace = await (await fetch($('trace-link').href)).json();
    const shown = trace.messages.slice(-MOST_ARROWS);
    const named = new Set(shown.flatMap(({from, to}) => [from, to]));
    const columns = [['server', 'server'], ...trace.people.filter(one => named.has(one.id)).map(one => [one.id, one.name])];
    $('class-ladder').replaceChildren(ladder(columns, shown));
  });
}

// ---- People, hands -----------------------------------------------------------------------------------------------

function showPeople() {
  role('people').replaceChildren(...[...people.values()].map(one => {
    const item = element('li', {'data-name': one.name}, element('span', {class: 'person'}, one.name));
    const marks = [one.role === 'trainer' ? 'trainer' : '', one.id === me.id ? 'you' : '', raised.has(one.id) ? '✋ hand raised' : ''].filter(Boolean);
    if (marks.length) item.append(element('span', {class: 'note'}, ' · ' + marks.join(' · ')));
    return item;
  }));
}

$('hand')?.addEventListener('click', () => {
  const up = $('hand').getAttribute('aria-pressed') !== 'true';
  $('hand').setAttribute('aria-pressed', up);
  $('hand').textContent = up ? 'Lower your hand' : 'Raise your hand';
  signal.send({type: 'hand', up});
});

// ---- Pictures and sound ------------------------------------------------------------------------------------------

const own = new MediaStream();

function size() {
  const [width, height] = $('size').value.split('×').map(Number);
  return {width: {ideal: width}, height: {ideal: height}};
}

async function turn(kind, button) {
  const running = own.getTracks().find(track => track.kind === kind);
  $('media-problem').textContent = '';
  if (running) {
    running.stop();
    own.removeTrack(running);
    peers?.unshare(kind);
  } else if (!navigator.mediaDevices) {
    $('media-problem').textContent = 'Browsers give camera and microphone only to pages from https or from this machine.';
  } else {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(kind === 'video' ? {video: size()} : {audio: true});
      const [track] = stream.getTracks();
      own.addTrack(track);
      peers?.share(track, own);
    } catch (problem) {
      $('media-problem').textContent = (kind === 'video' ? 'The camera' : 'The microphone') + ' cannot be used: ' + problem.message;
    }
  }
  button.setAttribute('aria-pressed', own.getTracks().some(track => track.kind === kind));
  showOwn();
}

function showOwn() {
  const [track] = own.getVideoTracks();
  const {width, height} = track?.getSettings() ?? {};
  $('own-camera').textContent = track ? ', ' + width + '×' + height : ': camera off';
  const places = isTrainer ? [role('local-video'), role('trainer-video')] : [role('local-video')];
  places.forEach(place => { place.srcObject = track ? new MediaStream([track]) : null; });
}

role('camera').addEventListener('click', event => turn('video', event.currentTarget));
role('microphone').addEventListener('click', event => turn('audio', event.currentTarget));
$('size').addEventListener('change', async () => {
  const [width, height] = $('size').value.split('×').map(Number);
  Object.assign(role('local-video'), {width, height});
  try {
    await own.getVideoTracks()[0]?.applyConstraints(size());
    showOwn();
  } catch (problem) {
    $('media-problem').textContent = 'The camera cannot do ' + $('size').value + '.';
  }
});

function showStream(peer, stream) {
  const isTrainersOwn = peer.role === 'trainer';
  let place = isTrainersOwn ? role('trainer-video') : document.querySelector('#others [data-peer="' + peer.id + '"] video');
  if (!place && stream) {
    place = element('video', {width: 176, height: 144, autoplay: '', playsinline: ''});
    $('others').append(element('figure', {'data-peer': peer.id}, place, element('figcaption', {}, peer.name)));
  }
  if (!place) return;
  const isShown = () => stream !== null && stream.getTracks().length > 0;
  const update = () => {
    place.srcObject = isShown() ? stream : null;
    if (isTrainersOwn) $('trainer-camera').textContent = isShown() && stream.getVideoTracks().length ? '' : ': camera off';
    else if (!isShown()) place.closest('figure').remove();
    else if (!place.isConnected) showStream(peer, stream);
    if (isShown()) hear(place);
  };
  if (stream) stream.onremovetrack = stream.onaddtrack = update;
  update();
}

/** Browsers play sound only after a click on the page. */
async function hear(place) {
  const sound = place.srcObject.getAudioTracks().length > 0;
  try {
    place.muted = !sound;
    await place.play();
  } catch (problem) {
    if (problem.name !== 'NotAllowedError') return;
    place.muted = true;
    if ($('sound')) $('sound').hidden = false;
  }
}

$('sound')?.addEventListener('click', () => {
  document.querySelectorAll('video:not([data-role=local-video])').forEach(place => { place.muted = false; });
  $('sound').hidden = true;
});

// ---- Beginning ----------------------------------------------------------------------------------------------------

$('no-webrtc').hidden = Peers.isPossible;
addEventListener('pageshow', event => event.persisted && location.reload());
addEventListener('hashchange', () => location.reload());
if (!room) $('refused').textContent = 'The address is not complete: it ends with #room= and the name of the room.';
if (kept('joined') && role('name').value) signal.open();
else role('name').focus();
