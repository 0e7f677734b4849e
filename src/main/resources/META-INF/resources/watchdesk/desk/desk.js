/**
 * What every page of the desk needs: the choice of language, times in the reader's own zone, calls that change something,
 * and live parts. A page imports from here what it needs: import { post, onRefresh } from './desk.js'.
 */

const root = document.body.dataset.root.replace(/\/$/, '');
export const language = document.documentElement.lang;

/** The address of a path of this installation. */
export const at = (path) => root + path;

/** The token that the server expects back with everything that changes something. */
const token = document.body.dataset.token ?? '';

async function call(method, path, body) {
  const isForm = body instanceof FormData;
  const response = await fetch(at(path), {
    method,
    body: body === undefined || isForm ? body : JSON.stringify(body),
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      'X-XSRF-TOKEN': token,
      ...(isForm ? {} : { 'Content-Type': 'application/json' }),
    },
  });
  const text = await response.text();
  let answer = null;
  try {
    answer = text ? JSON.parse(text) : null;
  } catch {
    answer = null;
  }
  if (!response.ok) {
    throw Object.assign(new Error(answer?.sentence ?? answer?.message ?? `${response.status}`), {
      status: response.status,
      answer,
    });
  }
  return answer;
}

/** Calls that answer with JSON; they throw an Error whose message is the server's sentence. */
export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body ?? {});
export const put = (path, body) => call('PUT', path, body);
export const remove = (path) => call('DELETE', path);
export const upload = (path, formData) => call('POST', path, formData);

/** Builds an element; children are nodes or texts, never markup. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name.replace(/^on/, ''), value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : String(value));
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Shows a sentence in a container that screen readers watch; none clears it. */
export function say(container, sentence, kind = 'problem') {
  container.replaceChildren();
  if (sentence) {
    container.append(element('p', { class: `wd-${kind}`, role: kind === 'problem' ? 'alert' : 'status' }, String(sentence)));
    container.scrollIntoView({ block: 'nearest' });
  }
}

const UNITS = [
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
];

/** "in 3 hours", "5 minutes ago" in the reader's language. */
export function relative(instant, now = Date.now()) {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

const FULL = { dateStyle: 'medium', timeStyle: 'short' };

/**
 * <time datetime="2026-11-22T10:00:00Z"> shows the reader's local time; with data-relative how long ago or ahead, with
 * data-zone="Asia/Shanghai" the time there. The other form stands in its title.
 */
function showTimes(within = document) {
  for (const time of within.querySelectorAll('time[datetime]')) {
    const instant = new Date(time.dateTime);
    if (Number.isNaN(instant.getTime())) {
      continue;
    }
    const zone = time.dataset.zone;
    const written =
      new Intl.DateTimeFormat(language, { ...FULL, timeZone: zone || undefined }).format(instant) + (zone ? ` (${zone})` : '');
    const ago = relative(instant);
    time.textContent = time.dataset.relative === undefined ? written : ago;
    time.title = time.dataset.relative === undefined ? ago : written;
  }
}

const refreshed = [];

/**
 * Calls back with each live part that was replaced, for scripts that draw something into it; on a page without live parts,
 * whenever something has changed.
 */
export function onRefresh(callback) {
  refreshed.push(callback);
}

let refreshing = null;
let again = false;

/** Fetches this page anew and replaces each element that has data-live and an id; the rest stays as it is. */
export async function refresh() {
  if (refreshing) {
    again = true;
    return refreshing;
  }
  refreshing = replaceLiveParts().finally(() => {
    refreshing = null;
    if (again) {
      again = false;
      refresh();
    }
  });
  return refreshing;
}

async function replaceLiveParts() {
  if (!document.querySelector('[data-live][id]')) {
    refreshed.forEach((callback) => callback());
    stale(false);
    return;
  }
  const response = await fetch(location.href, { credentials: 'same-origin', headers: { Accept: 'text/html' } });
  if (response.redirected || response.status === 401 || response.status === 403) {
    location.reload();
    return;
  }
  if (!response.ok) {
    stale(true);
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.body.dataset.seen = fresh.body.dataset.seen ?? '';
  for (const part of document.querySelectorAll('[data-live][id]')) {
    const next = fresh.getElementById(part.id);
    if (next && !part.isEqualNode(next)) {
      const focused = part.contains(document.activeElement) ? document.activeElement.id : null;
      const imported = document.importNode(next, true);
      showTimes(imported);
      part.replaceWith(imported);
      if (focused) {
        document.getElementById(focused)?.focus();
      }
      refreshed.forEach((callback) => callback(imported));
    }
  }
  stale(false);
}

function stale(now) {
  document.getElementById('wd-stale').hidden = !now;
}

/** Follows the topics that <main data-live-topics="crises,pipeline"> names, while the tab is to be seen. */
function follow() {
  const topics = document.querySelector('[data-live-topics]')?.dataset.liveTopics;
  if (!topics) {
    return;
  }
  let line = null;
  let lost = false;
  const open = () => {
    // The server tells at once when something has happened since this page, or its parts, were made.
    const seen = document.body.dataset.seen ?? '';
    line = new EventSource(at(`/desk/live?topics=${encodeURIComponent(topics)}&seen=${encodeURIComponent(seen)}`));
    line.addEventListener('changed', () => refresh());
    line.addEventListener('open', () => {
      lost = false;
      stale(false);
    });
    line.addEventListener('error', () => {
      // A line that was closed in good order opens again by itself within a second or two.
      lost = true;
      setTimeout(() => stale(lost), 5000);
    });
  };
  const watch = () => {
    if (document.hidden) {
      line?.close();
      line = null;
    } else if (!line) {
      open();
    }
  };
  document.addEventListener('visibilitychange', watch);
  watch();
}

for (const button of document.querySelectorAll('button[data-language]')) {
  button.addEventListener('click', async () => {
    document.cookie = `watchdesk-language=${button.dataset.language}; path=${root || '/'}; max-age=31536000; samesite=lax${
      location.protocol === 'https:' ? '; secure' : ''}`;
    // Mails come in the chosen language, too; the page does not wait for a server that is away.
    await put('/api/language', { language: button.dataset.language }).catch(() => {});
    location.reload();
  });
}

document.getElementById('wd-sign-out')?.addEventListener('click', async () => {
  try {
    await post('/camunda/api/admin/auth/user/default/logout');
  } catch (problem) {
    // An answer means that nobody is signed in any more; without one the session may still be there.
    if (!problem.status) {
      document.getElementById('wd-stale').hidden = false;
      return;
    }
  }
  location.assign(at('/camunda/app/tasklist/default/'));
});

showTimes();
setInterval(() => showTimes(), 30000);
document.querySelector('.wd-nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
follow();
