/* Keeps the figures of an open page up to date. The page is whole without it. */
(() => {
  'use strict';

  const SOONEST = 3000;
  const panel = document.getElementById('live');
  const status = document.getElementById('live-status');
  const button = document.getElementById('live-switch');
  if (!panel || !panel.dataset.liveFrom || !window.EventSource || !window.DOMParser) {
    return;
  }

  let source = null;
  let waiting = null;
  let last = 0;
  let stale = false;

  const known = () => Date.parse(document.getElementById('figures').dataset.known);
  /* The same numbers as known a moment later lead to the same events. */
  const essence = element => element.outerHTML.replace(/asOf=[^"&]*/g, '').replace(/ open=""/g, '');
  const focusable = element => Array.from(element.querySelectorAll('a[href], summary, [tabindex="0"]'));

  function listen() {
    source = new EventSource(panel.dataset.liveFrom);
    source.addEventListener('counted', event => {
      if (Date.parse(event.data) > known()) {
        refreshSoon();
      }
    });
    source.addEventListener('error', () => {
      /* The browser comes back by itself unless it was refused, and then there is no hurry. */
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        waiting = setTimeout(() => { waiting = null; listen(); }, 60000);
      }
    });
  }

  /* Where nobody looks, nothing is asked for until somebody does. */
  function refreshSoon() {
    stale = document.hidden;
    if (waiting === null && !stale) {
      waiting = setTimeout(refresh, Math.max(0, last + SOONEST - Date.now()));
    }
  }

  async function refresh() {
    waiting = null;
    last = Date.now();
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin', redirect: 'error' });
      if (answer.ok && source) {
        show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      }
    } catch (unreachable) {
      /* The next change brings another try. */
    }
  }

  function show(fresh) {
    const now = document.getElementById('figures');
    const next = fresh.getElementById('figures');
    if (!next) {
      return;
    }
    const changed = replaceParts(now, next);
    now.dataset.known = next.dataset.known;
    document.getElementById('as-at').replaceChildren(...fresh.getElementById('as-at').childNodes);
    if (changed) {
      say('Updated: ' + text(document.getElementById('headline-total')) + '. ' + text(document.getElementById('as-at').firstElementChild));
    }
  }

  function replaceParts(now, next) {
    const parts = element => Array.from(element.querySelectorAll('[data-part]'), each => each.id).join();
    if (parts(now) !== parts(next)) {
      now.replaceChildren(...Array.from(next.childNodes, each => document.importNode(each, true)));
      return true;
    }
    let changed = false;
    next.querySelectorAll('[data-part]').forEach(part => {
      const before = document.getElementById(part.id);
      if (before && essence(before) !== essence(part)) {
        replace(before, part);
        changed = true;
      }
    });
    return changed;
  }

  /* A reader finds what was open open, and stays where the keyboard was. */
  function replace(before, part) {
    const open = Array.from(before.querySelectorAll('details'), each => each.open);
    const place = focusable(before).indexOf(document.activeElement);
    const scrolled = Array.from(before.querySelectorAll('.figures-scroll'), each => each.scrollLeft);
    const fresh = document.importNode(part, true);
    fresh.querySelectorAll('details').forEach((each, index) => { each.open = Boolean(open[index]); });
    before.replaceWith(fresh);
    fresh.querySelectorAll('.figures-scroll').forEach((each, index) => { each.scrollLeft = scrolled[index] || 0; });
    if (place >= 0) {
      const targets = focusable(fresh);
      const target = targets[Math.min(place, targets.length - 1)];
      if (target) {
        target.focus({ preventScroll: true });
      }
    }
  }

  const text = element => element.textContent.replace(/\s+/g, ' ').trim();
  const say = words => { status.textContent = words; };

  function start() {
    button.textContent = 'Stop live updates';
    say('Live: the figures change as notifications are counted.');
    listen();
  }

  function stop() {
    source && source.close();
    source = null;
    clearTimeout(waiting);
    waiting = null;
    button.textContent = 'Start live updates';
    say('Live updates are stopped.');
  }

  button.addEventListener('click', () => (source || waiting !== null ? stop() : start()));
  document.addEventListener('visibilitychange', () => stale && source && refreshSoon());
  addEventListener('pagehide', () => source && source.close());
  addEventListener('pageshow', event => event.persisted && source && listen());
  panel.hidden = false;
  start();
})();
