// What all parts of the page use: elements, times in words.

/** An element with attributes and content; text is text, never markup. */
export function element(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

/** The element of an id, or null. */
export const $ = id => document.getElementById(id);

/** The element of a role, or null on a page that has none. */
export const role = name => document.querySelector('[data-role="' + name + '"]');

/** A moment of a run in milliseconds as the report writes it: 1:14.02. */
export function clock(time) {
  const two = n => String(n).padStart(2, '0');
  const hours = Math.floor(time / 3600000);
  const minutes = Math.floor(time / 60000) % 60;
  const seconds = two(Math.floor(time / 1000) % 60);
  const rest = time % 1000 ? '.' + String(time % 1000).padStart(3, '0').replace(/0+$/, '') : '';
  return (hours ? hours + ':' + two(minutes) : minutes) + ':' + seconds + rest;
}

/** A text in which words between backticks become code. */
export function prose(text) {
  return text.split('`').map((part, i) => i % 2 ? element('code', {}, part) : part);
}

/** Says something to who sits before the page; until something else is said. */
export function say(words) {
  $('said').textContent = words;
}

/** Whether the server is computing something: that is not asked for twice. */
export function busy(on) {
  document.querySelectorAll('.computed').forEach(button => { button.disabled = on; });
}

/** Whether a key is meant for the page, and not for a field or a button of it. */
export function isFree(event) {
  return event.target === document.body && !event.ctrlKey && !event.altKey && !event.metaKey;
}
