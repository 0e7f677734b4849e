/**
 * What the form "Report a signal" asks and shows, as the global `watchdeskSignal`. The server checks every answer again.
 */

import { t } from './language.js';

/** Fills the list of accounts and shows what became of the reporter's earlier reports. */
async function open(camForm, $scope) {
  await Promise.all([accounts(), reports()]);
  if ($scope.$applyAsync) {
    $scope.$applyAsync();
  }
}

/** The list is a help only: without it the report can still be sent. */
async function accounts() {
  const { get, element: e } = window.watchdesk;
  const choice = document.getElementById('account');
  try {
    const known = await get('/api/accounts');
    known.forEach((account) => choice.append(e('option', { value: account.id }, `${account.name} (${account.platform})`)));
  } catch (error) {
    choice.after(e('p', { class: 'wd-hint' }, error.message));
  }
}

async function reports() {
  const { get, element: e, localTime, replace, problem } = window.watchdesk;
  const container = document.getElementById('wd-reports');
  try {
    const mine = await get('/api/signals/mine');
    replace(container, mine.length === 0
      ? null
      : e('div', { class: 'wd-section' },
          e('h2', { class: 'wd-title' }, t('What became of your reports')),
          e('ul', { class: 'wd-list' }, mine.map((report) =>
            e('li', {}, `${report.id}, ${localTime(report.receivedAt)}: `,
              e('span', { dir: 'auto' }, report.title), `. ${report.what}`)))));
  } catch (error) {
    problem(container, error);
  }
}

window.watchdeskSignal = Object.freeze({ open });

/** Tasklist asks every custom script for its plug-ins; this one has none. */
export default [];
