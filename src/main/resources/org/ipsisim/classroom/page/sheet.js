// The run sheet of a lesson, for the trainer alone: its steps with their minutes, what to say, what to ask and to show.
import {$, busy, element, isFree, prose, role} from './words.js';
import {forget, isTrainer, keep, kept, ways} from './place.js';
import {curtain} from './moment.js';

const MINUTE = 60000;

let steps = [];
let current = 0;

export function showSheet(sheet) {
  steps = sheet.steps;
  $('sheet-card').hidden = false;
  $('sheet-heading').textContent = 'Run sheet: ' + sheet.title;
  $('all-steps').replaceChildren(...steps.map(({title, minutes}, i) => {
    const button = element('button', {type: 'button'}, title);
    button.addEventListener('click', () => go(i));
    return element('li', {}, button, element('span', {class: 'note'}, minutes + ' min'));
  }));
  if (kept('step') === null) begin();
  else show(Number(kept('step')));
}

/** The class begins: nobody sees yet what comes. */
function begin() {
  keep('began', Date.now());
  curtain(true);
  go(0);
}

function go(step) {
  if (step < 0 || step >= steps.length) return;
  keep('step', step);
  keep('step began', Date.now());
  show(step);
}

function show(step) {
  current = step;
  const {title, does, say, asks, shows} = steps[step];
  role('step').textContent = (step + 1) + '. ' + title;
  role('step').dataset.step = step + 1;
  $('step-does').textContent = does;
  $('step-say').replaceChildren(...say.map(paragraph => element('p', {}, ...prose(paragraph))));
  role('ask-step').hidden = !asks;
  role('show-step').hidden = !shows;
  role('previous-step').disabled = step === 0;
  role('next-step').disabled = step === steps.length - 1;
  [...$('all-steps').children].forEach((item, i) => i === step ? item.setAttribute('aria-current', 'step') : item.removeAttribute('aria-current'));
  showTime();
}

/** How long this step has lasted, and how the class stands against the minutes of all steps. */
function showTime() {
  if (!steps.length) return;
  const spent = since => Math.floor((Date.now() - Number(kept(since))) / MINUTE);
  const {minutes} = steps[current];
  const over = spent('step began') - minutes;
  const planned = steps.slice(0, current).reduce((sum, step) => sum + step.minutes, 0);
  const late = spent('began') - planned - Math.min(spent('step began'), minutes);
  $('step-time').textContent = spent('step began') + ' of ' + minutes + ' min'
    + (late > 0 ? ' · ' + late + ' min behind' : late < 0 ? ' · ' + -late + ' min ahead' : ' · on time');
  $('step-time').classList.toggle('late', over > 0);
}

if (isTrainer) {
  role('next-step').addEventListener('click', () => go(current + 1));
  role('previous-step').addEventListener('click', () => go(current - 1));
  role('ask-step').addEventListener('click', () => ways.send({type: 'ask', step: current}));
  role('show-step').addEventListener('click', () => {
    busy(true);
    ways.send({type: 'fork', step: current});
  });
  $('restart-sheet').addEventListener('click', () => {
    forget('step');
    begin();
  });
  addEventListener('keydown', event => event.key === 'n' && isFree(event) && go(current + 1));
  setInterval(showTime, MINUTE / 6);
}
