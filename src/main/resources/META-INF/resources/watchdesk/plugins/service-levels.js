/** The overview of service levels on Cockpit's first page. */
import { locale, named, t } from '../language.js';
import { box, duration, e, filled, table } from './past.js';

const AIM = 0.9;

function share(row) {
  if (row.doneWithDue === 0) {
    return t('none due');
  }
  const part = row.doneInTime / row.doneWithDue;
  return e('span', { class: `wd-badge ${part >= AIM ? 'wd-ok' : part >= AIM - 0.2 ? 'wd-warn' : 'wd-block'}` },
    t`${part.toLocaleString(locale, { style: 'percent' })} of ${row.doneWithDue}`);
}

const late = (row) => (row.overdue > 0 ? e('span', { class: 'wd-badge wd-block' }, row.overdue) : '0');

function render(node) {
  filled(box(node), async () => {
    const { days, rows } = await window.watchdesk.get('/api/desk/service-levels');
    return e('section', { class: 'wd-section' },
      e('h2', { class: 'wd-title' }, t('Service levels')),
      table(t`Open now, and what ended in the last ${days} days`,
        [t('Process'), t('Open tasks'), t('Overdue'), t('Done in time'), t('Came to an end'), t('On average'), t('9 of 10 within')],
        rows.map((row) => [
          e('a', { href: `#/process-definition/${row.definition}/runtime` }, named(row.name)), row.open, late(row), share(row), row.ended,
          row.ended ? duration(row.averageMillis) : '', row.ended ? duration(row.mostMillis) : '']),
        t('Nothing has run yet that you may see. Start a process in Tasklist.')));
  });
}

export default [{ id: 'watchdesk-service-levels', pluginPoint: 'cockpit.dashboard', priority: 100, properties: { label: t('Service levels') }, render }];
