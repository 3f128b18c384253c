
// Zooms the drawing of a run: a brush over the strip of the whole run says which part is drawn large. What is drawn stays;
// this moves it, and writes the axis and the labels of bands anew.
'use strict';
for (const svg of document.querySelectorAll('svg[data-end]')) {
  const [end, left, width, start] = ['end', 'left', 'width', 'start'].map(name => Number(svg.dataset[name]));
  const drawn = {from: Number(svg.dataset.from), to: Number(svg.dataset.to)};
  const scale = width / (drawn.to - drawn.from);
  const [plot, ticks, strip, frame] = ['plot', 'ticks', 'strip', 'frame'].map(part => svg.querySelector('.tl-' + part));
  const SHORTEST = 1000;
  let view = {...drawn};

  function make(tag, attributes, text = '') {
    const made = document.createElementNS(svg.namespaceURI, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.textContent = text;
    return made;
  }

  // ---- Times -----------------------------------------------------------------------------------------------------

  const wall = svg.dataset.zone && new Intl.DateTimeFormat('en-GB',
    {timeZone: svg.dataset.zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit'});

  function clock(time) {
    if (wall) return wall.format(start + time);
    const two = n => String(n).padStart(2, '0');
    const [hours, minutes] = [Math.floor(time / 3600000), Math.floor(time / 60000) % 60];
    const rest = time % 1000 ? '.' + String(time % 1000).padStart(3, '0').replace(/0+$/, '') : '';
    return (hours ? hours + ':' + two(minutes) : minutes) + ':' + two(Math.floor(time / 1000) % 60) + rest;
  }

  const STEPS = [[1, [1, 2, 5, 10, 20, 50, 100, 200, 500]], [1000, [1, 2, 5, 10, 15, 20, 30]],
    [60000, [1, 2, 5, 10, 15, 20, 30]], [3600000, [1, 2, 3, 4, 6, 12, 24, 48, 168]]]
    .flatMap(([unit, steps]) => steps.map(n => n * unit));

  const x = time => left + (time - view.from) / (view.to - view.from) * width;
  const moved = drawnX => x(drawn.from + (drawnX - left) / scale);

  // ---- Drawing ---------------------------------------------------------------------------------------------------

  const rects = [...plot.querySelectorAll('rect')].map(rect => {
    const [, words, note] = /: ([^,:]+), \S.* to .*\), (.*)$/.exec(rect.previousElementSibling?.textContent ?? '') ?? [];
    return {
      rect, words: words === 'in service' ? note : words === 'restarting' ? 'restart by ' + note : words?.replace('phones ', ''),
      from: Number(rect.getAttribute('x')), length: Number(rect.getAttribute('width')),
      y: Number(rect.getAttribute('y')) + Number(rect.getAttribute('height')) / 2 + 4,
    };
  });
  const paths = [...plot.querySelectorAll('path')];
  const labels = [...plot.querySelectorAll('text')];
  const size = labels[0]?.getAttribute('font-size') ?? svg.getAttribute('font-size');
  const marks = [...svg.children].filter(part => part.firstElementChild?.tagName === 'title' && part.tagName === 'g').map(mark => ({
    mark, line: mark.querySelector('path'), text: mark.querySelector('text'),
    at: Number(/^M(\S+)/.exec(mark.querySelector('path').getAttribute('d'))[1]),
  }));

  function show() {
    for (const {rect, from, length} of rects) {
      rect.setAttribute('x', moved(from));
      rect.setAttribute('width', moved(from + length) - moved(from));
    }
    const stretched = (drawn.to - drawn.from) / (view.to - view.from);
    for (const path of paths) path.setAttribute('transform', `matrix(${stretched} 0 0 1 ${moved(0)} 0)`);
    plot.querySelectorAll('text').forEach(text => text.remove());
    for (const {rect, words, from, length, y} of rects) {
      const [a, b] = [Math.max(moved(from), left), Math.min(moved(from + length), left + width)];
      if (!words || b - a < 20) continue;
      const text = make('text', {class: 'tl-on tl-on-' + rect.getAttribute('class').slice(3), x: a + 6, y, 'font-size': size}, words);
      plot.append(text);
      if (text.getComputedTextLength() > b - a - 12) text.remove();
    }
    let free = -Infinity;
    for (const {mark, at, text} of marks) {
      const here = moved(at);
      mark.setAttribute('transform', `translate(${here - at} 0)`);
      mark.setAttribute('display', here < left || here > left + width ? 'none' : 'inline');
      if (!text) continue;
      const shown = here > free || view.from === drawn.from && view.to === drawn.to;
      text.setAttribute('display', shown ? 'inline' : 'none');
      if (shown && mark.getAttribute('display') === 'inline') free = here + text.getComputedTextLength() + 12;
    }
    const step = STEPS.find(step => step > (view.to - view.from) / 8) ?? STEPS.at(-1);
    const y = Number(ticks.dataset.y);
    ticks.replaceChildren();
    for (let time = Math.ceil(view.from / step) * step; time <= view.to; time += step) {
      ticks.append(make('path', {class: 'tl-axis', d: `M${x(time)} ${y}v4`}),
        make('text', {x: x(time), y: y + 17, 'text-anchor': 'middle'}, clock(time)));
    }
    const long = Math.max(8, (view.to - view.from) / end * width);
    frame.setAttribute('x', left + (view.from + view.to) / 2 / end * width - long / 2 - 1);
    frame.setAttribute('width', long + 2);
    tell();
    svg.dispatchEvent(new CustomEvent('zoom', {detail: view}));
  }

  function tell() {
    strip.setAttribute('aria-valuenow', Math.round((view.from + view.to) / 2 / 1000));
    strip.setAttribute('aria-valuetext', clock(view.from) + ' to ' + clock(view.to));
  }

  function zoom(from, to) {
    const length = Math.min(end, Math.max(SHORTEST, to - from));
    const begin = Math.round(Math.max(0, Math.min(from, end - length)));
    view = {from: begin, to: Math.round(begin + length)};
    show();
  }

  const around = (middle, length) => zoom(middle - length / 2, middle + length / 2);
  const by = factor => around((view.from + view.to) / 2, (view.to - view.from) * factor);
  const aside = share => zoom(view.from + (view.to - view.from) * share, view.to + (view.to - view.from) * share);

  // ---- Mouse, finger, keys ---------------------------------------------------------------------------------------

  const timeUnder = event => {
    const box = svg.getBoundingClientRect();
    const at = (event.clientX - box.left) * svg.viewBox.baseVal.width / box.width;
    const grain = [60000, 10000, 1000, 100, 10, 1].find(size => size <= end / width) ?? 1;
    return Math.max(0, Math.min(end, Math.round((at - left) / width * end / grain) * grain));
  };
  let brushed = null;
  strip.style.cursor = 'crosshair';
  strip.style.touchAction = 'none';
  strip.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    brushed = timeUnder(event);
    strip.setPointerCapture(event.pointerId);
    event.stopPropagation();
  });
  strip.addEventListener('pointermove', event => {
    const to = timeUnder(event);
    if (brushed !== null && Math.abs(to - brushed) > end / 300) zoom(Math.min(brushed, to), Math.max(brushed, to));
  });
  strip.addEventListener('pointerup', event => {
    if (Math.abs(timeUnder(event) - brushed) <= end / 300) around(brushed, view.to - view.from);
    brushed = null;
  });
  const keys = {
    '+': () => by(0.5), '=': () => by(0.5), '-': () => by(2), ArrowUp: () => by(0.5), ArrowDown: () => by(2),
    ArrowLeft: () => aside(-0.25), ArrowRight: () => aside(0.25),
    Home: () => zoom(0, end), Escape: () => zoom(drawn.from, drawn.to),
  };
  for (const [name, value] of [['tabindex', 0], ['role', 'slider'], ['aria-valuemin', 0], ['aria-valuemax', end / 1000],
    ['aria-label', 'Part of the run that is drawn large: arrows, + and -; Home for the whole run']]) {
    strip.setAttribute(name, value);
  }
  strip.addEventListener('keydown', event => {
    if (!Object.hasOwn(keys, event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    keys[event.key]();
    event.preventDefault();
  });
  tell();
  svg.setAttribute('role', 'group');
}
