// Who is here, and who raises a hand.
import {$, element, role} from './words.js';
import {ways} from './place.js';

let me = null;
const people = new Map();
const raised = new Set();

/** Everybody who is here now, this page's own person first. */
export function arrive(own, others) {
  me = own;
  people.clear();
  raised.clear();
  [own, ...others].forEach(one => people.set(one.id, one));
  show();
}

export function joined(one) {
  people.set(one.id, one);
  show();
}

export function left(id) {
  people.delete(id);
  raised.delete(id);
  show();
}

export function hand({from, up}) {
  if (up) raised.add(from);
  else raised.delete(from);
  show();
}

/** How many students are here. */
export const students = () => [...people.values()].filter(one => one.role === 'student').length;

function show() {
  role('people').replaceChildren(...[...people.values()].map(one => {
    const item = element('li', {'data-name': one.name}, element('span', {class: 'person'}, one.name));
    const marks = [one.role === 'trainer' ? 'trainer' : '', one.id === me.id ? 'you' : '', raised.has(one.id) ? '✋ hand raised' : ''].filter(Boolean);
    if (marks.length) item.append(element('span', {class: 'note'}, ' · ' + marks.join(' · ')));
    return item;
  }));
}

/** Tells the trainer of a raised hand; after a reconnection as well. */
export function tellHand() {
  if ($('hand')?.getAttribute('aria-pressed') === 'true') ways.send({type: 'hand', up: true});
}

$('hand')?.addEventListener('click', () => {
  const up = $('hand').getAttribute('aria-pressed') !== 'true';
  $('hand').setAttribute('aria-pressed', up);
  $('hand').textContent = up ? 'Lower your hand' : 'Raise your hand';
  ways.send({type: 'hand', up});
});
