// The class's moment: where the trainer's cursor stands in which run. Students follow it, or look around alone.
import {$, busy, clock, element, isFree, role, say} from './words.js';
import {isTrainer, ways} from './place.js';
import {Stage} from './stage.js';

const SYNC_EVERY = 2000;
const MOVE_EVERY = 100;

let lesson = {at: 0, pn: undefined, note: '', curtain: null, number: 0};
let following = true;

const stage = new Stage($('frame'), {
  ready: () => {
    show();
    if (!following) stage.go(shownAt, undefined);
  },
  moved: (at, pn) => isTrainer ? lead({at, pn}) : look(at),
}, isTrainer);
let shownAt = 0;
let shownRun = '';

/** Shows a run; at is when it was broken, if it was. */
export function showRun({run, number, event, at}) {
  if (run !== shownRun) {
    shownRun = run;
    stage.load(run);
  }
  const name = number + ': ' + event + (at === undefined ? '' : ' at ' + clock(at));
  $('run-name').textContent = event ? 'Run ' + name : '';
  if (!isTrainer) return;
  if (![...$('runs').options].some(option => option.value === String(number))) {
    $('runs').append(element('option', {value: number}, event ? name : number + ': the scenario as it is'));
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

/** This page is in the class, perhaps again. */
export function arrive() {
  if (isTrainer && lesson.number) tellServer();
}

/** Somebody has come: the numbers of another trainer begin anew, and a newcomer needs to know where the class is. */
export function joined(one) {
  if (one.role === 'trainer') lesson.number = 0;
  if (isTrainer) tellServer();
}

// Students follow.

export function follow(cursor) {
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

/** Lets the curtain down, or up. */
export function curtain(isDown) {
  $('curtain').checked = isDown;
  lead({});
}

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
  if (!ways.peers?.tell(one)) tellServer(one);
}

/** Everybody, and the server itself for those who come later, hears where the class is. */
function tellServer(one = cursor()) {
  syncedNumber = one.number;
  ways.send(one);
}

/** The trainer has come again: the class is where it was. */
export function resume(message) {
  if (lesson.number) return;
  lesson = {at: message.at, pn: message.pn, note: message.note ?? '', curtain: message.curtain ?? null, number: message.number ?? 0};
  $('note-text').value = lesson.note;
  $('curtain').checked = lesson.curtain !== null;
  show();
}

/** Goes to a moment with the class. */
export function goTo(at) {
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
  $('break').addEventListener('submit', event => {
    event.preventDefault();
    say('');
    busy(true);
    tellServer();
    ways.send({type: 'fork', event: $('break-text').value.trim()});
  });
  $('runs').addEventListener('change', () => ways.send({type: 'fork', number: Number($('runs').value)}));
  setInterval(() => lesson.number > syncedNumber && tellServer(), SYNC_EVERY);
  addEventListener('keydown', event => {
    if (!isFree(event) || !stage.isReady) return;
    if (event.key === 'ArrowRight') goTo(stage.eventAfter(lesson.at));
    else if (event.key === 'ArrowLeft') goTo(stage.eventBefore(lesson.at));
    else if (event.key === ' ') play(!playing);
    else return;
    event.preventDefault();
  });
}
