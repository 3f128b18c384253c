// The map of the estate at the moment shown: students point at a part of it, the trainer sees how many at which.
import {$, element, role} from './words.js';
import {isTrainer, ways} from './place.js';
import {svg} from './connects.js';

let wanted = '';
let shown = '';
let counts = [];
let own = '';

/** Shows the map of a run at the last of its events before a moment; while it is closed, it is not asked for. */
export function showMap(run, at) {
  wanted = run + '/map?at=' + at;
  load();
}

async function load() {
  if (!$('map-card').open || shown === wanted) return;
  const address = wanted;
  shown = address;
  if (!$('map').contentDocument?.querySelector('svg')) {
    $('map').contentWindow.location.replace(address);
    return;
  }
  const text = await (await fetch(address)).text();
  if (shown !== address) return;
  $('map').contentDocument.querySelector('svg').outerHTML = text.slice(text.indexOf('<svg'));
  dress();
}

/** Makes all parts ready to be pointed at, and draws who points at what. */
function dress() {
  const page = $('map').contentDocument;
  const drawing = page?.querySelector('svg');
  if (!drawing) return;
  drawing.removeAttribute('role');
  $('map').style.height = Math.ceil(drawing.getBoundingClientRect().height) + 'px';
  for (const part of drawing.querySelectorAll('[data-part]')) {
    if (!isTrainer) {
      part.setAttribute('tabindex', 0);
      part.setAttribute('role', 'button');
      part.setAttribute('aria-label', part.querySelector('title')?.textContent ?? part.dataset.part);
      part.setAttribute('aria-pressed', part.dataset.part === own);
    }
  }
  page.querySelectorAll('.finger').forEach(old => old.remove());
  for (const {part, count} of isTrainer ? counts : own ? [{part: own, count: '☛'}] : []) {
    const place = [...drawing.querySelectorAll('[data-part]')].find(one => one.dataset.part === part);
    if (place) drawing.append(finger(drawing, place, count));
  }
}

/** A spot on a part with a number in it. */
function finger(drawing, place, count) {
  const box = place.getBoundingClientRect();
  const scale = drawing.getScreenCTM().inverse();
  const at = new DOMPoint(box.x + box.width / 2, box.y + (place.dataset.part.startsWith('link:') ? box.height / 2 - 24 : box.height / 2)).matrixTransform(scale);
  const spot = svg('g', {class: 'finger', transform: 'translate(' + at.x + ' ' + at.y + ')', 'pointer-events': 'none'});
  spot.append(svg('circle', {r: 11, fill: '#b3340a', stroke: '#ffffff', 'stroke-width': 2}));
  const words = svg('text', {y: 5, 'text-anchor': 'middle'}, String(count));
  // The picture's own style sheet would have it dark.
  Object.assign(words.style, {fill: '#ffffff', font: '650 13px system-ui, sans-serif'});
  spot.append(words);
  return spot;
}

export function showPoints(points) {
  counts = points.counts;
  if (!isTrainer && !counts.length) own = '';
  if (isTrainer) $('points').replaceChildren(...counts.map(({part, count}) => element('li', {'data-part': part, 'data-count': count}, part.replace(':', ' ') + ': ' + count)));
  if (isTrainer) role('clear-points').hidden = !counts.length;
  dress();
}

function point(event) {
  const part = event.target.closest('[data-part]');
  if (!part || isTrainer) return;
  event.preventDefault();
  own = part.dataset.part;
  ways.send({type: 'point', part: own});
  dress();
}

$('map').addEventListener('load', () => {
  const page = $('map').contentDocument;
  page.addEventListener('click', point);
  page.addEventListener('keydown', event => ['Enter', ' '].includes(event.key) && point(event));
  dress();
});
addEventListener('resize', dress);
$('map-card').open = matchMedia('(min-width: 48rem)').matches;
$('map-card').addEventListener('toggle', load);
if (isTrainer) role('clear-points').addEventListener('click', () => ways.send({type: 'point'}));
