/**
 * What every embedded form of Watchdesk needs, as the global `watchdesk`. Tasklist loads this module once at start-up
 * (app/tasklist/scripts/config.js); our own pages may load it with <script type="module">.
 *
 * The rule behind all helpers: text that a person typed enters the page as a text node, never as markup.
 */

import { language, locale, named, t, translate } from './language.js';

const appRoot = document.querySelector('base[app-root]')?.getAttribute('app-root') ?? '';
const root = appRoot.replace(/\/camunda$/, '');

/** The token that the server expects back with everything that changes something. */
function csrfToken() {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/** Why a request failed, in a sentence for the person; `status` is missing when the server was not reached. */
function failure(sentence, status) {
  return Object.assign(new Error(sentence), { status });
}

async function sentenceOf(response) {
  if (response.status === 401) {
    return t('You are signed out. Sign in again in another tab, then come back to this one and try again.');
  }
  const text = await response.text();
  try {
    const body = JSON.parse(text);
    const sentence = body.sentence || body.message;
    if (sentence) {
      return sentence;
    }
  } catch {
    if (text && text.length < 500 && !text.trimStart().startsWith('<')) {
      return text;
    }
  }
  if (response.status === 413) {
    return t('The file is too large.');
  }
  if (response.status === 403) {
    return t('You may not do this.');
  }
  return t`The server could not do this (status ${response.status}). Please try again.`;
}

async function request(method, path, body, headers = {}) {
  let response;
  try {
    response = await fetch(root + path, {
      method,
      body,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'X-XSRF-TOKEN': csrfToken(), ...headers },
    });
  } catch {
    throw failure(t('The server cannot be reached. Your text is still on this page; keep it open.'));
  }
  if (!response.ok) {
    throw failure(await sentenceOf(response), response.status);
  }
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

const json = (method) => (path, body) =>
  request(method, path, body === undefined ? undefined : JSON.stringify(body), { 'Content-Type': 'application/json' });

/** Puts text into an element, replacing what it held; null and undefined empty it. */
function fill(element, text) {
  element.textContent = text ?? '';
  return element;
}

/**
 * Builds an element: element('p', {class: 'wd-hint', onclick: save}, 'Saved ', count). Attributes that are null or false
 * are left out; functions become listeners (onclick, oninput ...); children are nodes, texts, numbers or lists of them.
 */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (typeof value === 'function') {
      made.addEventListener(name.replace(/^on/, ''), value);
    } else if (name === 'value') {
      made.value = value;
    } else if ((name === 'href' || name === 'src') && !/^(https?:|mailto:|\/|#|blob:|data:image\/)/i.test(value)) {
      made.title = String(value);
    } else {
      made.setAttribute(name, value === true ? '' : String(value));
    }
  }
  append(made, children);
  return made;
}

function append(parent, children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(parent, child);
    } else if (child instanceof Node) {
      parent.appendChild(child);
    } else if (child !== null && child !== undefined && child !== false) {
      parent.appendChild(document.createTextNode(String(child)));
    }
  }
}

/** Replaces all children of an element. */
function replace(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
  return parent;
}

/** How many characters a reader counts: Unicode code points, so that an emoji of two units is one. */
function charCount(text) {
  let count = 0;
  for (const _ of text ?? '') {
    count += 1;
  }
  return count;
}

const LOCAL_TIME = { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit' };

/** An instant as people in a zone read it: "Tue, 24 Nov 2026, 09:30 (Asia/Shanghai)"; empty for no instant. */
function localTime(isoInstant, zone) {
  if (!isoInstant) {
    return '';
  }
  const at = new Date(isoInstant);
  if (Number.isNaN(at.getTime())) {
    return String(isoInstant);
  }
  const text = new Intl.DateTimeFormat(locale, { ...LOCAL_TIME, timeZone: zone || undefined }).format(at);
  return zone ? `${text} (${zone})` : text;
}

/** Time left until an instant in words: "2 d 4 h", "35 min", or "12 min ago". */
function timeLeft(isoInstant, now = Date.now()) {
  const minutes = Math.round((new Date(isoInstant).getTime() - now) / 60000);
  const size = Math.abs(minutes);
  const days = Math.floor(size / 1440);
  const hours = Math.floor((size % 1440) / 60);
  const words =
    days > 0 ? t`${days} d ${hours} h` : hours > 0 ? t`${hours} h ${size % 60} min` : t`${size} min`;
  return minutes < 0 ? t`${words} ago` : words;
}

/** The same as a distance from now: "in 35 min" or "12 min ago". */
function timeTo(isoInstant, now = Date.now()) {
  const left = timeLeft(isoInstant, now);
  return Math.round((new Date(isoInstant).getTime() - now) / 60000) < 0 ? left : t`in ${left}`;
}

/** Who did something, as people read it; what nobody did was done by Watchdesk itself. */
const who = (name) => (name === 'system' ? t('system') : name);

/** Shows a sentence that says what went wrong in a container and brings it into view; no sentence clears it. */
function problem(container, sentence) {
  // Whoever has gone on to another task while a form was still loading has no place left to read it in.
  if (!container) {
    return;
  }
  if (!sentence) {
    replace(container);
    return;
  }
  const words = sentence instanceof Error ? sentence.message : sentence;
  replace(container, element('p', { class: 'wd-problem', role: 'alert' }, words));
  container.scrollIntoView({ block: 'nearest' });
}

/**
 * A text with some ranges marked: ranges are {start, end, severity, title} in UTF-16 units (the indices of Java and
 * JavaScript strings); where ranges overlap, the first one wins.
 */
function marked(text, ranges) {
  const made = element('div', { class: 'wd-text', dir: 'auto' });
  let at = 0;
  for (const range of [...(ranges ?? [])].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start < at || range.end > text.length) {
      continue;
    }
    append(made, [
      text.slice(at, range.start),
      element('mark', { class: `wd-${range.severity ?? 'warn'}`, title: range.title }, text.slice(range.start, range.end)),
    ]);
    at = range.end;
  }
  append(made, [text.slice(at)]);
  return made;
}

/**
 * A switch for Tasklist's Complete button: `const ready = watchdesk.gate(camForm, 'checklist'); ready(false)` disables it
 * until `ready(true)`. Several gates with different keys add up.
 */
function gate(camForm, key) {
  const token = { $name: key };
  return (open) => {
    const form = camForm.formElement.controller('form');
    const scope = camForm.formElement.scope();
    if (form && scope) {
      scope.$evalAsync(() => form.$setValidity(key, open, token));
    }
  };
}

/**
 * Hands a computed answer over at the moment of completing: Tasklist may fill hidden fields with stored values after the
 * form has set them, so what was set earlier is not sure to be sent.
 */
function answer(camForm, name, compute) {
  camForm.on('submit', () => {
    const field = camForm.formElement[0].querySelector(`[cam-variable-name="${name}"]`);
    field.value = compute();
    camForm.variableManager.variableValue(name, field.value);
  });
}

/** Whether Tasklist shows the form greyed out because the person has not claimed the task. */
const isDisabled = (camForm) => camForm.formElement[0].closest('.disabled-form') !== null;

const clock = () => new Date().toLocaleTimeString(locale);

/**
 * Saves a form to the server while a person works on it: some 600 ms after the last change and when a field is left.
 * Call it after the form shows what the server has.
 *
 * collect  returns what is to be saved; throws Error(sentence) when it cannot be saved as it stands
 * save     sends it and returns a Promise
 * status   the element that says "Saving...", "Saved 10:02:11" or why not; may be null
 *
 * While something is unsaved, Complete stays disabled and leaving the page is asked about. Returns {touched, flush, stop}:
 * touched() after a change that fires no event (a row removed), flush() to save at once (a Promise), stop() when done.
 */
function autosave(camForm, $scope, { collect, save, status = null, delay = 600, retry = 5000 }) {
  const form = camForm.formElement[0];
  const open = gate(camForm, 'saved');
  let saved = JSON.stringify(collect());
  let timer = null;
  let running = null;
  let unsaved = false;
  let stopped = false;

  const say = (kind, ...words) => {
    if (status) {
      status.className = `wd-status wd-status-${kind}`;
      status.setAttribute('role', kind === 'failed' ? 'alert' : 'status');
      replace(status, ...words);
    }
  };
  const mark = (now) => {
    unsaved = now;
    if (!stopped) {
      open(!now);
    }
  };
  const later = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(() => flush().catch(() => {}), milliseconds);
  };
  const failed = (error) => {
    say('failed', error.message, ' ', element('button', { type: 'button', class: 'wd-link', onclick: () => later(0) }, t('Try again')));
    if (!stopped && (error.status === undefined || error.status >= 500) && error.isRequest) {
      later(retry);
    }
  };

  async function once() {
    let body;
    try {
      body = collect();
    } catch (error) {
      failed(error);
      throw error;
    }
    const text = JSON.stringify(body);
    if (text === saved) {
      mark(false);
      say('saved', unsavedWords());
      return;
    }
    say('saving', t('Saving...'));
    try {
      await save(body);
    } catch (error) {
      failed(Object.assign(error, { isRequest: true }));
      throw error;
    }
    saved = text;
    lastSaved = clock();
    if (JSON.stringify(quietly(collect)) === saved) {
      mark(false);
      say('saved', unsavedWords());
    } else {
      later(delay);
    }
  }

  let lastSaved = null;
  const unsavedWords = () => (lastSaved ? t`Saved ${lastSaved}` : t('Nothing to save'));
  const quietly = (work) => {
    try {
      return work();
    } catch {
      return null;
    }
  };

  function flush() {
    clearTimeout(timer);
    if (!unsaved) {
      return running ?? Promise.resolve();
    }
    // One save at a time: two that overtake each other would leave the older text on the server.
    const mine = (running ?? Promise.resolve())
      .catch(() => {})
      .then(once)
      .finally(() => {
        // A later save may wait for this one; it is still to come.
        if (running === mine) {
          running = null;
        }
      });
    running = mine;
    return mine;
  }

  function touched() {
    if (stopped || isDisabled(camForm)) {
      return;
    }
    // Leaving a field tells of a change a second time: greying Complete out then would swallow the very click on it.
    if (!running && JSON.stringify(quietly(collect)) === saved) {
      return;
    }
    mark(true);
    say('saving', t('Not saved yet'));
    later(delay);
  }

  const changed = (event) => {
    if (!event.target.closest('[data-unsaved]')) {
      touched();
    }
  };
  const left = () => flush().catch(() => {});
  const leaving = (event) => {
    if (unsaved) {
      event.preventDefault();
    }
  };

  function stop() {
    if (!stopped) {
      left();
      stopped = true;
      form.removeEventListener('input', changed);
      form.removeEventListener('change', changed);
      form.removeEventListener('focusout', left);
      window.removeEventListener('beforeunload', leaving);
    }
  }

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('focusout', left);
  window.addEventListener('beforeunload', leaving);
  $scope.$on('$destroy', stop);
  camForm.on('submit', () => {
    if (unsaved) {
      camForm.submitPrevented = true;
      say('failed', t('The last change was still being saved. Press Complete again.'));
    }
  });
  return { touched, flush, stop };
}

/** The fixed texts of a form are in the person's language before its script puts in what people typed. */
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        const form = node.matches('form.wd-form') ? node : node.querySelector('form.wd-form');
        if (form) {
          translate(form);
        }
      }
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });

window.watchdesk = Object.freeze({
  language,
  t,
  named,
  get: (path) => request('GET', path),
  put: json('PUT'),
  post: json('POST'),
  remove: json('DELETE'),
  upload: (path, formData) => request('POST', path, formData),
  fill,
  element,
  replace,
  charCount,
  localTime,
  timeLeft,
  timeTo,
  who,
  problem,
  marked,
  gate,
  answer,
  isDisabled,
  autosave,
});

/** Tasklist asks every custom script for its plug-ins; this one has none. */
export default [];
