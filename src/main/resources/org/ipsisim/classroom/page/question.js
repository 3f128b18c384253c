// The question of the moment: students vote, the trainer asks and reveals; a question may be asked twice.
import {$, busy, element, prose, role, say} from './words.js';
import {isTrainer, ways} from './place.js';
import {students} from './people.js';

const LETTERS = 'ABCDEF';

let choices = [];
let chosen = -1;

export function showAsk({id, question, choices: offered, again}) {
  choices = offered;
  if (Number($('question').dataset.number) !== id) chosen = -1;
  $('question').dataset.number = id;
  $('question').replaceChildren(...prose(question));
  $('question-heading').textContent = again ? 'Question, second vote' : 'Question';
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
  ways.send({type: 'vote', question: Number($('question').dataset.number), choice: i});
}

function press() {
  document.querySelectorAll('[data-role=choice]').forEach((button, i) => button.setAttribute('aria-pressed', i === chosen));
}

/** The votes; before has those of the first vote, where this is the second. */
export function showTally({counts, before, revealed, right, divided, why = [], explanation = ''}) {
  const most = Math.max(1, ...counts, ...before ?? []);
  role('tally').replaceChildren(...counts.map((count, i) => {
    const verdict = right === undefined ? '' : i === right ? 'right' : 'wrong';
    const item = element('li', {'data-count': count, class: verdict}, element('span', {class: 'letter'}, LETTERS[i]), element('span', {class: 'answer'}, ...prose(choices[i] ?? '')));
    if (before) {
      item.dataset.before = before[i];
      item.append(...bar(i, 'first vote', before[i], most), ...bar(i, 'second vote', count, most));
    } else {
      item.append(...bar(i, '', count, most));
    }
    if (verdict) item.append(element('span', {class: 'verdict'}, verdict + (i === chosen && !isTrainer ? ', your answer' : '')));
    if (why[i]) item.append(element('p', {class: 'why'}, ...prose(why[i])));
    return item;
  }));
  $('explanation').replaceChildren(...prose(explanation));
  if (isTrainer) {
    const votes = counts.reduce((a, b) => a + b, 0);
    $('votes').textContent = votes + ' of ' + students() + ' have answered';
    $('divided').hidden = !divided;
    role('reveal').disabled = Boolean(revealed);
    role('again').disabled = Boolean(revealed) || votes === 0;
  } else if (revealed) {
    $('choices').replaceChildren();
  }

}

function bar(choice, vote, count, most) {
  const label = LETTERS[choice] + (vote && ', ' + vote) + ': ' + count;
  return [element('progress', {max: most, value: count, 'aria-label': label, class: vote.replace(' ', '-')}), element('span', {class: 'count'}, vote ? vote.replace(' vote', ': ') + count : String(count))];
}

if (isTrainer) {
  role('ask').addEventListener('click', () => {
    busy(true);
    ways.send({type: 'ask', quiz: 'next'});
  });
  role('again').addEventListener('click', () => ways.send({type: 'ask', again: true}));
  role('reveal').addEventListener('click', () => ways.send({type: 'reveal'}));
  $('own-question').addEventListener('submit', event => {
    event.preventDefault();
    const lines = $('own-choices').value.split('\n').map(line => line.trim()).filter(Boolean);
    const right = lines.findIndex(line => line.startsWith('*'));
    ways.send({type: 'ask', question: $('own-text').value.trim(), choices: lines.map(line => line.replace(/^\*\s*/, '')), ...(right < 0 ? {} : {right})});
  });
}
