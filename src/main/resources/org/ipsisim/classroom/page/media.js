// The own camera and microphone, and the pictures and voices of others.
import {$, element, role} from './words.js';
import {isTrainer, ways} from './place.js';

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
    ways.peers?.unshare(kind);
  } else if (!navigator.mediaDevices) {
    $('media-problem').textContent = 'Browsers give camera and microphone only to pages from https or from this machine.';
  } else {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(kind === 'video' ? {video: size()} : {audio: true});
      const [track] = stream.getTracks();
      own.addTrack(track);
      ways.peers?.share(track, own);
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

export function showStream(peer, stream) {
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

/** Shows others what is on already: there is a new class. */
export function shareOwn() {
  for (const track of own.getTracks()) ways.peers.share(track, own);
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
