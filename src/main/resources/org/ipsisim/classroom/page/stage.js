// The run in its frame. The page of a run is that of the report: it says where its cursor stands by its slider, and goes
// where its address says. The page of a run without port networks has a timeline and no cursor: then a line is drawn here.

export class Stage {
  #frame;
  #on;
  #observer = null;
  #slider = null;
  #run = null;
  #cover = null;
  #flag = null;
  #curtain = null;
  #note = '';
  #line = null;
  #lineAt = 0;
  #seesThrough;

  /**
   * @param on moved(at, pn): somebody has moved the cursor in the frame; ready()
   * @param seesThrough whether this is the trainer's: the curtain lets see through, and its own buttons lead
   */
  constructor(frame, on, seesThrough) {
    this.#frame = frame;
    this.#on = on;
    this.#seesThrough = seesThrough;
    frame.addEventListener('load', () => this.#loaded());
  }

  /** Shows the run at an address. */
  load(address) {
    this.#run = null;
    this.#line = null;
    this.#frame.contentWindow.location.replace(address);
  }

  get isReady() { return this.#run !== null; }
  get until() { return this.#run ? this.#run.until : 0; }

  /** The moment shown, in milliseconds of the run. */
  get at() { return this.#slider ? Math.round(1000 * Number(this.#slider.getAttribute('aria-valuenow'))) : this.#lineAt; }

  /** The number of the port network shown. */
  get pn() { return this.#slider ? this.#run.pns[this.#document.getElementById('c-pn').selectedIndex]?.pn : undefined; }

  /** The next moment at which something happens; the end without one. */
  eventAfter(at) { return this.#run.stops.find(stop => stop > at) ?? this.until; }

  /** The last moment before, at which something happened; the start without one. */
  eventBefore(at) { return this.#run.stops.filter(stop => stop < at).pop() ?? 0; }

  /** The last moment until then, at which something happened. */
  stopAt(at) { return this.#run.stops.filter(stop => stop <= at).pop() ?? 0; }

  get #document() { return this.#frame.contentDocument; }

  /** Goes to a moment, and to a port network if one is named; not reported as a move. */
  go(at, pn) {
    if (!this.#run) return;
    if (!this.#slider) {
      this.#lineAt = Math.min(at, this.until);
      this.#draw();
      return;
    }
    const known = pn !== undefined && this.#run.pns.some(one => one.pn === pn);
    const address = this.#frame.contentWindow.location.href.replace(/#.*/, '')
      + '#t=' + Math.min(at, this.until) + 'ms' + (known ? '&pn=' + pn : '');
    this.#frame.contentWindow.dispatchEvent(new HashChangeEvent('hashchange', {newURL: address}));
    this.#observer.takeRecords();
    this.#draw();
  }

  /** Hides what comes after a moment, or nothing (null); writes a note at the cursor. */
  dress(curtain, note) {
    this.#curtain = curtain;
    this.#note = note;
    if (this.#run) this.#draw();
  }

  #loaded() {
    const data = this.#document?.getElementById('run');
    if (!data) return;
    this.#run = JSON.parse(data.textContent);
    this.#slider = this.#document.getElementById('c-line');
    // The trainer's own buttons take everybody along; there is one set of them.
    if (this.#seesThrough) for (const id of ['c-back', 'c-on']) this.#document.getElementById(id)?.style.setProperty('display', 'none');
    const plot = this.#document.getElementById('plot');
    plot.style.position = 'relative';
    if (this.#slider) this.#observe();
    else this.#drawLine(plot);
    this.#cover = this.#document.createElement('div');
    Object.assign(this.#cover.style, {position: 'absolute', top: 0, bottom: 0, right: 0, background: 'var(--wash)', borderLeft: '2px dashed var(--muted)', opacity: this.#seesThrough ? .7 : 1});
    this.#flag = this.#document.createElement('div');
    Object.assign(this.#flag.style, {position: 'absolute', bottom: '0', maxWidth: '16rem', padding: '.1rem .4rem', font: '600 .8rem/1.3 system-ui, sans-serif', color: 'var(--paper)', background: 'var(--bad)', borderRadius: '3px', pointerEvents: 'none'});
    plot.append(this.#cover, this.#flag);
    const fit = () => { this.#frame.style.height = Math.ceil(this.#document.body.getBoundingClientRect().height) + 'px'; };
    new this.#frame.contentWindow.ResizeObserver(fit).observe(this.#document.body);
    this.#draw();
    this.#on.ready();
  }

  #observe() {
    this.#observer = new MutationObserver(() => {
      this.#draw();
      this.#on.moved(this.at, this.pn);
    });
    this.#observer.observe(this.#slider, {attributes: true, attributeFilter: ['aria-valuenow', 'aria-valuetext']});
  }

  #drawLine(plot) {
    this.#line = this.#document.createElement('div');
    Object.assign(this.#line.style, {position: 'absolute', top: 0, bottom: 0, width: '2px', background: 'var(--bad)'});
    plot.append(this.#line);
    plot.addEventListener('click', event => {
      const edge = plot.getBoundingClientRect();
      const start = this.#percent(0);
      const share = (100 * (event.clientX - edge.left) / edge.width - start) / (this.#percent(this.until) - start);
      this.go(Math.round(this.until * Math.max(0, Math.min(share, 1)) / 100) * 100);
      this.#on.moved(this.at);
    });
  }

  #percent(at) {
    const {plot, duration} = this.#run;
    const width = this.#document.querySelector('#plot svg').viewBox.baseVal.width;
    return 100 * (plot.left + Math.min(at, duration) / duration * plot.width) / width;
  }

  #draw() {
    this.#cover.hidden = this.#curtain === null;
    if (this.#curtain !== null) this.#cover.style.left = 'calc(' + this.#percent(this.#curtain) + '% + 2px)';
    this.#flag.hidden = !this.#note;
    this.#flag.textContent = this.#note;
    const left = this.#percent(this.at);
    if (this.#line) this.#line.style.left = left + '%';
    this.#flag.style.left = left > 60 ? '' : 'calc(' + left + '% + 4px)';
    this.#flag.style.right = left > 60 ? 'calc(' + (100 - left) + '% + 4px)' : '';
  }
}
