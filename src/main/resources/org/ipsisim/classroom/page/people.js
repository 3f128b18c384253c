// Who is here, who raises a hand, and how many are lost.
import {$, clock, element, role} from './words.js';
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

/** How many have lost the thread, and when most had, for the trainer. */
export function lost({count, most, mostAt}) {
  role('lost').dataset.count = count;
  role('lost').textContent = (count === 0 ? 'Nobody is lost' : count + ' of ' + students() + ' lost') + (most ? ' · most so far: ' + most + ', at ' + clock(mostAt) : '') + '.';
  role('lost').classList.toggle('problem', count > 0);
}

/** A button that stays pressed until it is pressed again, and tells the trainer. */
function toggle(type, words, pressedWords) {
  const button = $(type);
  button?.addEventListener('click', () => {
    const up = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', up);
    button.textContent = up ? pressedWords : words;
    ways.send({type, up});
  });
  return () => button?.getAttribute('aria-pressed') === 'true' && ways.send({type, up: true});
}

const tellHand = toggle('hand', 'Raise your hand', 'Lower your hand');
const tellLost = toggle('lost', 'I am lost', 'I follow again');

/** Tells the trainer of what is pressed; after a reconnection as well. */
export function tellMood() {
  tellHand();
  tellLost();
}
