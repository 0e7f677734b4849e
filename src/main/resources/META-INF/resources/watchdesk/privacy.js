/** What the forms of personal data requests show, as the global `watchdeskPrivacy`. */

import { named, t } from './language.js';

const root = (document.querySelector('base[app-root]')?.getAttribute('app-root') ?? '').replace(/\/camunda$/, '');

const row = (name, ...value) => {
  const { element: e } = window.watchdesk;
  return [e('dt', {}, name), e('dd', { dir: 'auto' }, value)];
};

function list(title, sentences) {
  const { element: e } = window.watchdesk;
  return sentences.length ? [e('h4', {}, title), e('ul', {}, sentences.map((sentence) => e('li', { dir: 'auto' }, sentence)))] : [];
}

function facts(look) {
  const { element: e } = window.watchdesk;
  const { request } = look;
  return e('dl', { class: 'wd-facts' },
    row(t('Request'), request.id, ', ', t(request.kind.toLowerCase())),
    row(t('About'), look.name, look.words.length ? `: ${look.words.join('; ')}` : ''),
    row(t('Ground'), request.reason),
    row(t('Asked by'), request.requestedBy));
}

/** Who it is about, how much is held, and what speaks against an erasure. */
async function look(camForm, container) {
  const { get, replace, problem } = window.watchdesk;
  try {
    const found = await get(`/api/privacy/tasks/${camForm.taskId}`);
    const held = Object.entries(found.rows).map(([table, rows]) => `${table.replaceAll('_', ' ')}: ${rows}`);
    replace(container, facts(found), list(t('What speaks against it now'), found.obstacles), list(t('What is held (rows)'), held));
  } catch (error) {
    problem(container, error);
  }
}

/** The link to the file. */
async function download(camForm, container) {
  const { get, replace, problem, element: e } = window.watchdesk;
  try {
    const found = await get(`/api/privacy/tasks/${camForm.taskId}`);
    const address = `${root}/api/privacy/exports/${found.request.id}`;
    replace(container, facts(found), e('p', {}, e('a', { href: address, download: `${found.request.id}.zip` }, t('Download the export'))));
  } catch (error) {
    problem(container, error);
  }
}

/** Who has which groups, and when the clean-ups ran. */
async function audit(camForm, container) {
  const { get, replace, problem, element: e } = window.watchdesk;
  try {
    const found = await get(`/api/privacy/audits/${camForm.taskId}`);
    replace(container,
      e('dl', { class: 'wd-facts' },
        row(t('Nightly clean-up'), found.cleanUp.problem ?? found.cleanUp.lastRun ?? t('has not run yet')),
        row(t('Clean-up of the engine'), found.cleanUp.engineLastRun ?? t('has not run yet'))),
      list(t('Who has which rights'), found.access.map((person) => `${person.name} (${person.id}): ${person.groups.map(named).join(', ') || t('none')}`)));
  } catch (error) {
    problem(container, error);
  }
}

/** What was found. */
async function findings(camForm, container) {
  const { get, replace, problem, element: e } = window.watchdesk;
  try {
    const found = await get(`/api/privacy/audits/${camForm.taskId}`);
    replace(container, e('dl', { class: 'wd-facts' }, row(t('Findings'), found.findings)));
  } catch (error) {
    problem(container, error);
  }
}

window.watchdeskPrivacy = { look, download, audit, findings };

/** Tasklist asks every custom script for its plug-ins; this one has none. */
export default [];
