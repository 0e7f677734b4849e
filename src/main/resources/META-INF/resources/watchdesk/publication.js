/**
 * What the forms of publishing tasks show and ask, as the global `watchdeskPublication`. The server checks every answer
 * again when the task is completed.
 */

import { t } from './language.js';

const words = (camel) => t(String(camel).replace(/([A-Z])/g, ' $1').toLowerCase());

const fact = (name, ...value) => {
  const { element: e } = window.watchdesk;
  return value[0] ? [e('dt', {}, name), e('dd', { dir: 'auto' }, value)] : [];
};

/** Shows the publication of a task and connects the field for a new time. */
async function open(camForm, $scope, container) {
  await load(camForm, container, (page) => [problem(page), holds(page), facts(page), text(page), history(page)]);
  newSlot($scope);
}

/** Like open, with the texts ready to copy and a checklist for working the platform by hand. */
async function openPack(camForm, $scope, container) {
  await load(camForm, container, (page) => [problem(page), holds(page), facts(page), pack(page, camForm), history(page)]);
}

async function load(camForm, container, show) {
  const { get, gate, replace } = window.watchdesk;
  const ready = gate(camForm, 'publicationLoaded');
  ready(false);
  try {
    const page = await get(`/api/publication-tasks/${camForm.taskId}`);
    replace(container, show(page));
    ready(true);
  } catch (error) {
    window.watchdesk.problem(container, error);
  }
}

function problem(page) {
  const { element: e } = window.watchdesk;
  return page.problem ? e('p', { class: 'wd-note wd-warn' }, page.problem) : null;
}

function holds(page) {
  const { element: e, localTime } = window.watchdesk;
  return page.holds.length === 0
    ? null
    : e('div', { class: 'wd-note wd-block' },
        e('strong', {}, t('Held')),
        e('ul', { class: 'wd-list' }, page.holds.map((hold) =>
          e('li', {}, t`${hold.id}, ${words(hold.scope.toLowerCase())}, by ${hold.owner} since ${localTime(hold.since, page.zone)}: `,
            e('span', { dir: 'auto' }, hold.reason)))));
}

function facts(page) {
  const { element: e, localTime, timeTo } = window.watchdesk;
  return e('dl', { class: 'wd-facts' },
    fact(t('Publication'), t`${page.id}, version ${page.revision} of ${page.pieceId}`),
    fact(t('Account'), `${page.accountName} (${page.platform})`),
    fact(t('Planned'), `${localTime(page.slotAt, page.zone)}, ${timeTo(page.slotAt)}`),
    fact(t('State'), words(page.state)),
    page.link ? fact(t('Link'), e('a', { href: page.link, target: '_blank', rel: 'noopener noreferrer' }, page.link)) : null);
}

function text(page) {
  const { element: e } = window.watchdesk;
  return e('details', { class: 'wd-section', open: true },
    e('summary', {}, t('What goes out')),
    e('h2', { class: 'wd-title', dir: 'auto' }, page.title),
    e('div', { class: 'wd-text', dir: 'auto' }, page.body),
    page.links.length ? e('ul', { class: 'wd-list' }, page.links.map((link) => e('li', {}, link))) : null,
    page.aiLabel ? e('p', { class: 'wd-hint' }, page.aiLabel) : null);
}

function pack(page, camForm) {
  const { element: e } = window.watchdesk;
  const part = (name, value) =>
    value
      ? e('div', { class: 'wd-field' },
          e('div', { class: 'wd-row' }, e('strong', {}, name), copyButton(value)),
          e('div', { class: 'wd-text', dir: 'auto' }, value))
      : null;
  return e('div', { class: 'wd-section' },
    e('h2', { class: 'wd-title' }, t`Pack for ${page.platform}`),
    part(t('Title'), page.title),
    part(t('Body'), page.aiLabel ? `${page.body}\n\n${page.aiLabel}` : page.body),
    part(t('Links'), page.links.join('\n')),
    page.files.length
      ? e('div', { class: 'wd-field' }, e('strong', {}, t('Files')),
          e('ul', { class: 'wd-list' }, page.files.map((file) =>
            e('li', {}, e('a', {
              href: `/api/assets/${encodeURIComponent(file.id)}/file?taskId=${encodeURIComponent(camForm.taskId)}`,
              download: file.fileName,
            }, file.fileName), ' ', e('span', { class: 'wd-hint' }, words(file.kind))))))
      : null,
    checklist(page));
}

function checklist(page) {
  const { element: e } = window.watchdesk;
  const steps = [
    t`Sign in to ${page.platform} as ${page.accountName}.`,
    t('Paste title and body unchanged; what was approved is exactly this text.'),
    page.files.length ? t('Add the files above and no others.') : null,
    page.aiLabel ? t('Switch the platform\'s own AI declaration on.') : null,
    t('Publish it, open the post and copy its link.'),
  ].filter(Boolean);
  return e('ol', { class: 'wd-checks' }, steps.map((step) =>
    e('li', {}, e('label', {}, e('input', { type: 'checkbox' }), e('span', {}, step)))));
}

function copyButton(value) {
  const { element: e, replace } = window.watchdesk;
  const button = e('button', {
    type: 'button',
    class: 'wd-link',
    onclick: () => navigator.clipboard.writeText(value).then(
      () => replace(button, t('Copied')),
      () => replace(button, t('Select the text and copy it by hand'))),
  }, t('Copy'));
  return button;
}

function history(page) {
  const { element: e, localTime } = window.watchdesk;
  return page.attempts.length === 0
    ? null
    : e('details', { class: 'wd-section wd-section-quiet' },
        e('summary', {}, t('What happened so far')),
        e('table', { class: 'wd-table' }, e('tbody', {}, page.attempts.map((attempt) =>
          e('tr', {}, e('td', {}, localTime(attempt.at, page.zone)), e('td', {}, words(attempt.step)),
            e('td', {}, window.watchdesk.who(attempt.actor)), e('td', { dir: 'auto' }, attempt.answer))))));
}

/** Browsers give a local time as 2026-12-01T08:30, some with seconds; the answer carries minutes. */
function newSlot($scope) {
  document.getElementById('wd-new-slot')?.addEventListener('input', (event) => {
    $scope.$evalAsync(() => {
      $scope.newSlot = event.target.value.slice(0, 16);
    });
  });
}

/** Asks for a time for each account that has none; the answer is a JSON object of account id and local time or "next". */
async function chooseSlots(camForm, $scope, container) {
  const { get, replace } = window.watchdesk;
  try {
    const open = await get(`/api/publication-tasks/${camForm.taskId}/slots`);
    const answers = {};
    const tell = () => {
      const complete = open.every((slot) => answers[slot.accountId]);
      $scope.$evalAsync(() => {
        $scope.slots = complete ? JSON.stringify(answers) : '';
      });
    };
    replace(container, open.map((slot) => slotQuestion(slot, (answer) => {
      answers[slot.accountId] = answer;
      tell();
    })));
  } catch (error) {
    window.watchdesk.problem(container, error);
  }
}

function slotQuestion(slot, answer) {
  const { element: e } = window.watchdesk;
  const name = `wd-slot-${slot.accountId}`;
  const time = e('input', { type: 'datetime-local', 'aria-label': t`Time for ${slot.accountName}`, oninput: () => chosen() });
  const at = e('input', { type: 'radio', name, onchange: () => chosen() });
  const next = e('input', { type: 'radio', name, onchange: () => answer('next') });
  const chosen = () => {
    at.checked = true;
    answer(time.value.slice(0, 16));
  };
  return e('fieldset', { class: 'wd-section wd-checks' },
    e('legend', {}, slot.accountName, ' ', e('span', { class: 'wd-hint' }, slot.zone)),
    e('p', { class: 'wd-note wd-warn' }, slot.why),
    slot.suggestion
      ? e('label', {}, next, e('span', {}, t`In the next free slot, now ${slot.suggestion.replace('T', ' ').slice(0, 16)}`))
      : null,
    e('label', {}, at, e('span', {}, t('At this local time ')), time));
}

/** Offers the posts that are out; the answer is the publication's id. */
function choosePost($scope, variable, select, chosen) {
  choose($scope, variable, select, chosen, '/api/published-posts', t('Nothing is out yet.'), (post) => ({
    value: post.publicationId,
    label: t`${post.publicationId} ${post.title} on ${post.accountName}`,
    details: postDetails(post),
  }));
}

/** Offers the pieces that are out; the answer is the piece's id. */
function choosePublished($scope, variable, select, chosen) {
  choose($scope, variable, select, chosen, '/api/published-posts', t('Nothing is out yet.'), (post) => ({
    value: post.pieceId,
    label: t`${post.publicationId} ${post.title} on ${post.accountName}`,
    details: postDetails(post),
  }));
}

/** Offers the pieces of which nothing is out; the answer is the piece's id. */
function choosePiece($scope, variable, select, chosen) {
  choose($scope, variable, select, chosen, '/api/unpublished-pieces', t('Every piece is out or has ended.'), (piece) => ({
    value: piece.pieceId,
    label: `${piece.pieceId} ${piece.title}`,
    details: words(piece.stage),
  }));
}

function postDetails(post) {
  const { element: e, localTime } = window.watchdesk;
  return [t`${post.publicationId} of ${post.pieceId}, out since ${localTime(post.publishedAt)} `,
    e('a', { href: post.link, target: '_blank', rel: 'noopener noreferrer' }, post.link)];
}

async function choose($scope, variable, select, chosen, path, nothing, line) {
  const { element: e, replace, get, problem: tell } = window.watchdesk;
  try {
    const lines = (await get(path)).map(line);
    replace(select, e('option', { value: '' }, lines.length ? t('Choose…') : nothing),
      lines.map((each, place) => e('option', { value: String(place) }, each.label)));
    select.addEventListener('change', () => {
      const picked = select.value === '' ? null : lines[Number(select.value)];
      replace(chosen, picked ? e('p', { class: 'wd-hint' }, picked.details) : null);
      $scope.$evalAsync(() => {
        $scope[variable] = picked ? picked.value : '';
      });
    });
  } catch (error) {
    tell(chosen, error);
  }
}

window.watchdeskPublication = Object.freeze({
  open,
  openPack,
  chooseSlots,
  choosePost,
  choosePublished,
  choosePiece,
});

/** Tasklist asks every custom script for its plug-ins; this one has none. */
export default [];
