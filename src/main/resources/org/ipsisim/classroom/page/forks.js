// Runs with students' own values: the form to choose them, and what came of each as a dot.
import {$, busy, element, say} from './words.js';
import {isTrainer, ways} from './place.js';
import {svg} from './connects.js';

const WIDTH = 340;
const HEIGHT = 220;
const EDGE = {left: 44, right: 12, top: 12, bottom: 40};
const MINUTE = 60000;

const forks = new Map();

/** This page is in the class: the forks that it may see come next. */
export function offerForks(choices) {
  forks.clear();
  $('fork-card').hidden = choices.length === 0;
  if (!isTrainer) {
    const chosen = new Map([...$('fork-values').querySelectorAll('input')].map(field => [field.name, field.value]));
    $('fork-values').replaceChildren(...choices.map(({key, words, value, least, most}) => {
      const field = element('input', {type: 'number', name: key, min: least, max: most, value: chosen.get(key) ?? value, required: '', 'aria-describedby': 'about-' + key});
      return element('label', {}, element('span', {class: 'key'}, key === 'length' ? words.replace(/ at .*/, '') : key), element('span', {class: 'seconds'}, field, ' s'),
        element('span', {class: 'note', id: 'about-' + key}, (key === 'length' ? '' : words + ' ') + least + ' to ' + most + ' s'));
    }));
  }
  draw();
}

export function showFork(fork) {
  forks.set(fork.number, fork);
  busy(false);
  draw();
}

function minutes(time) {
  return (time / MINUTE).toFixed(1).replace('.0', '');
}

function words({name, values, lost, out}) {
  return (isTrainer ? name + ', ' : '') + values + ': ' + lost + ' calls lost, ' + minutes(out) + ' min out';
}

/** Shows a fork to everybody. */
function lift(number) {
  busy(true);
  ways.send({type: 'fork', try: number});
}

function draw() {
  const all = [...forks.values()];
  $('scatter').replaceChildren(...all.length ? [scatter(all)] : []);
  $('fork-list').replaceChildren(...all.reverse().map(fork => {
    const item = element('li', {}, words(fork));
    if (isTrainer) {
      const button = element('button', {type: 'button', class: 'computed', 'aria-label': 'Show to everybody: ' + words(fork)}, 'Show');
      button.addEventListener('click', () => lift(fork.number));
      item.append(' ', button);
    }
    return item;
  }));
}

/** Calls lost against minutes out: the nearer to the corner, the better. */
function scatter(all) {
  const most = {out: Math.max(MINUTE, ...all.map(one => one.out)), lost: Math.max(1, ...all.map(one => one.lost))};
  const x = out => EDGE.left + (WIDTH - EDGE.left - EDGE.right) * out / most.out;
  const y = lost => HEIGHT - EDGE.bottom - (HEIGHT - EDGE.top - EDGE.bottom) * lost / most.lost;
  const drawing = svg('svg', {viewBox: '0 0 ' + WIDTH + ' ' + HEIGHT, class: 'scatter', role: 'group', 'aria-label': 'Calls lost against minutes out, of ' + all.length + ' forks'});
  drawing.append(svg('path', {class: 'axis', d: 'M' + EDGE.left + ' ' + EDGE.top + 'V' + (HEIGHT - EDGE.bottom) + 'H' + (WIDTH - EDGE.right)}));
  const label = (text, at) => drawing.append(svg('text', at, text));
  label('0', {x: EDGE.left, y: HEIGHT - EDGE.bottom + 16, 'text-anchor': 'middle'});
  label(minutes(most.out), {x: WIDTH - EDGE.right, y: HEIGHT - EDGE.bottom + 16, 'text-anchor': 'end'});
  label('minutes out', {x: (EDGE.left + WIDTH) / 2, y: HEIGHT - 6, 'text-anchor': 'middle'});
  label('0', {x: EDGE.left - 6, y: HEIGHT - EDGE.bottom + 4, 'text-anchor': 'end'});
  label(String(most.lost), {x: EDGE.left - 6, y: EDGE.top + 8, 'text-anchor': 'end'});
  label('calls lost', {x: 12, y: HEIGHT / 2 - 10, 'text-anchor': 'middle', transform: 'rotate(-90 12 ' + (HEIGHT / 2 - 10) + ')'});
  for (const one of all) {
    const dot = svg('circle', {cx: x(one.out), cy: y(one.lost), r: 6, 'data-fork': one.number});
    dot.append(svg('title', {}, words(one)));
    if (isTrainer) dot.addEventListener('click', () => lift(one.number));
    drawing.append(dot);
  }
  return drawing;
}

$('own-fork')?.addEventListener('submit', event => {
  event.preventDefault();
  say('');
  busy(true);
  const values = Object.fromEntries([...$('fork-values').querySelectorAll('input')].map(field => [field.name, Number(field.value)]));
  ways.send({type: 'try', values});
});
