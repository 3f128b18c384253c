// Where this page is: its room, its part in the class, and its ways out.

const address = new URLSearchParams(location.hash.slice(1));
export const room = address.get('room') ?? '';
export const key = address.get('key') ?? '';

/** Who has the key in the address is the trainer. */
export const isTrainer = key !== '';

/** Whether everything is to go by TURN. */
export const byRelay = address.has('relay');

/** What this tab remembers of this room when it is loaded again. */
export const kept = name => sessionStorage.getItem(name + ' ' + room);
export const keep = (name, value) => sessionStorage.setItem(name + ' ' + room, value);
export const forget = name => sessionStorage.removeItem(name + ' ' + room);

/** To the server, once it is connected; and to the other browsers, once there is a class. */
export const ways = {send: () => {}, peers: null};

document.querySelectorAll('[data-for]').forEach(one => one.dataset.for === (isTrainer ? 'trainer' : 'student') || one.remove());
