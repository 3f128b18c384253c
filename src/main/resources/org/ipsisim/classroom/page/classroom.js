// The page of a class: it joins, and hands what comes to the part of the page that it is for.
import {$, busy, role, say} from './words.js';
import {byRelay, forget, isTrainer, keep, kept, key, room, ways} from './place.js';
import {Signal} from './signal.js';
import {Peers} from './peers.js';
import {Connects, drawTrace} from './connects.js';
import * as moment from './moment.js';
import {showPoints} from './map.js';
import * as people from './people.js';
import {showAsk, showTally} from './question.js';
import {shareOwn, showStream} from './media.js';
import {offerForks, showFork} from './forks.js';
import {showSheet} from './sheet.js';

document.title = isTrainer ? 'Classroom · trainer' : 'Classroom';

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
ways.send = message => signal.send(message);

role('name').value = kept('name') ?? (isTrainer ? 'Trainer' : '');
role('join').addEventListener('submit', event => {
  event.preventDefault();
  $('refused').textContent = '';
  keep('name', role('name').value.trim());
  keep('joined', 'yes');
  signal.open();
});

function leave() {
  forget('joined');
  ways.peers?.close();
  ways.peers = null;
  $('class').hidden = true;
  role('join').hidden = false;
  document.querySelector('.link').hidden = true;
  $('status').textContent = '';
}

function welcome(message) {
  const me = {id: message.you, name: role('name').value.trim(), role: message.role};
  if (!isTrainer) keep('seat', message.seat);
  message.peers.forEach(peer => connects.knows(peer.id, peer.name));
  role('join').hidden = true;
  $('class').hidden = false;
  document.querySelector('.link').hidden = false;
  busy(false);
  moment.showRun(message);
  ways.peers?.close();
  ways.peers = new Peers(me, {iceServers: message.iceServers, iceTransportPolicy: byRelay ? 'relay' : 'all'}, {
    send: ways.send,
    told: (peer, one) => peer.role === 'trainer' && one.type === 'cursor' && moment.follow(one),
    stream: showStream,
    changed: () => {
      connects.show(ways.peers?.all ?? [], isTrainer);
      showLink();
    },
  });
  shareOwn();
  ways.peers.greet(message.peers);
  people.arrive(me, message.peers);
  moment.arrive();
  offerForks(message.choices);
  people.tellMood();
}

function showLink() {
  role('link').textContent = ways.peers?.isEverybodyReached ? 'data-channel' : 'server';
}

function take(message) {
  switch (message.type) {
    case 'welcome': return welcome(message);
    case 'joined':
      connects.knows(message.id, message.name);
      moment.joined(message);
      ways.peers.joined(message);
      return people.joined(message);
    case 'left':
      ways.peers.left(message.id);
      return people.left(message.id);
    case 'offer': case 'answer': case 'candidate': return ways.peers.take(message);
    case 'cursor': return isTrainer ? moment.resume(message) : moment.follow(message);
    case 'run': return moment.showRun(message);
    case 'ask': return showAsk(message);
    case 'tally': return showTally(message);
    case 'sheet': return showSheet(message);
    case 'points': return showPoints(message);
    case 'tried': return showFork(message);
    case 'hand': return people.hand(message);
    case 'lost': return people.lost(message);
    case 'error':
      busy(false);
      return say(message.text);
  }
}

if (isTrainer) {
  $('results').href = '/results.csv?key=' + encodeURIComponent(key);
  $('hour').href = '/hour.csv?key=' + encodeURIComponent(key);
  $('trace-link').href = '/trace.json?key=' + encodeURIComponent(key);
  $('draw-trace').addEventListener('click', () => drawTrace($('trace-link').href));
}

$('no-webrtc').hidden = Peers.isPossible;
addEventListener('pageshow', event => event.persisted && location.reload());
addEventListener('hashchange', () => location.reload());
if (!room) $('refused').textContent = 'The address is not complete: it ends with #room= and the name of the room.';
if (kept('joined') && role('name').value) signal.open();
else role('name').focus();
