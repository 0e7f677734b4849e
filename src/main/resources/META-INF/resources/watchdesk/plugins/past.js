/** What several parts of Cockpit show of the past. All of it is asked for with the rights of the person who looks. */
import { locale, named, t, tag } from '../language.js';

const ENGINE = '/camunda/api/engine/engine/default';

export const e = (...parts) => window.watchdesk.element(...parts);
export const engine = (path, query = {}) => window.watchdesk.get(`${ENGINE}${path}?${new URLSearchParams(query)}`);
export const when = (moment) => (moment ? window.watchdesk.localTime(moment.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : '');

/** "3 d 4 h", "12 min 5 s", "0.4 s". */
export function duration(millis) {
  if (millis === null || millis === undefined) {
    return '';
  }
  const seconds = millis / 1000;
  if (seconds < 60) {
    const [count, digits] = [seconds, seconds < 10 ? 1 : 0];
    return t`${count.toLocaleString(locale, { maximumFractionDigits: digits })} s`;
  }
  const minutes = Math.round(seconds / 60);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  return days > 0 ? t`${days} d ${hours} h` : hours > 0 ? t`${hours} h ${rest} min` : t`${rest} min`;
}

/** The words of codes such as "userTask" and "review.stageOpened". */
export const words = (code) => {
  const text = String(code ?? '').replace(/\./g, ': ').replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return t(text.charAt(0).toUpperCase() + text.slice(1));
};

/** A table with a caption that says what it holds. */
export const table = (caption, heads, rows, nothing) => rows.length === 0
  ? e('p', { class: 'wd-hint' }, nothing)
  : e('div', { class: 'wd-scroll', tabindex: 0, role: 'region', 'aria-label': caption }, e('table', { class: 'wd-table' },
      e('caption', { class: 'wd-caption' }, caption),
      e('thead', {}, e('tr', {}, heads.map((head) => e('th', { scope: 'col' }, head)))),
      e('tbody', {}, rows.map((row) => e('tr', {}, row.map((cell) => e('td', { dir: 'auto' }, cell)))))));

/** A box of ours inside Cockpit. */
export function box(node, ...children) {
  const made = e('div', { class: 'wd-form wd-cockpit', lang: tag }, children);
  node.replaceChildren(made);
  return made;
}

/** Shows what a Promise brings, or why it brought nothing. */
export async function filled(made, work) {
  window.watchdesk.replace(made, e('p', { class: 'wd-hint', role: 'status' }, t('Loading…')));
  try {
    window.watchdesk.replace(made, await work());
  } catch (failure) {
    window.watchdesk.problem(made, failure);
  }
}

/** An empty list where the person may not see something that only completes the picture. */
const orNothing = (promise) => promise.catch(() => []);

/** All that history knows of an instance. */
export async function pastOf(instance) {
  const [activities, operations, failures, business] = await Promise.all([
    engine('/history/activity-instance', { processInstanceId: instance.id, sortBy: 'occurrence', sortOrder: 'asc', maxResults: 1000 }),
    orNothing(engine('/history/user-operation', { processInstanceId: instance.id, sortBy: 'timestamp', sortOrder: 'desc', maxResults: 300 })),
    orNothing(engine('/history/job-log', { processInstanceId: instance.id, failureLog: true, sortBy: 'timestamp', sortOrder: 'desc', maxResults: 100 })),
    instance.businessKey ? orNothing(window.watchdesk.get(`/api/audit?subject=${encodeURIComponent(instance.businessKey)}`)) : [],
  ]);
  return { activities, operations, failures, business };
}

const STATES = { canceled: 'wd-warn', open: 'wd-info', done: 'wd-ok' };

function state(activity) {
  const is = activity.canceled ? 'canceled' : activity.endTime ? 'done' : 'open';
  return e('span', { class: `wd-badge ${STATES[is]}` }, { canceled: t('cancelled'), open: t('open'), done: t('done') }[is]);
}

const EACH = '#multiInstanceBody';

/** The name of a step; what is done several times has one on each time only. */
const stepName = (activities, { activityId, activityName }) => named(activityName
  ?? activities.find((other) => `${other.activityId}${EACH}` === activityId)?.activityName
  ?? activityId.replace(EACH, ''));

export const activityTable = (activities) => table(
  t('What was passed, in the order of time'),
  [t('Step'), t('Kind'), t('State'), t('Who'), t('From'), t('Until'), t('How long')],
  activities.map((each) => [
    stepName(activities, each), words(each.activityType), state(each), each.assignee ?? '',
    when(each.startTime), when(each.endTime), duration(each.durationInMillis),
  ]),
  t('Nothing was passed yet.'));

export const failureTable = (failures) => failures.length === 0 ? null : table(
  t('Attempts that failed'),
  [t('When'), t('Step'), t('Why'), t('Tries left')],
  failures.map((each) => [when(each.timestamp), each.failedActivityId ?? each.activityId ?? '', each.jobExceptionMessage ?? '', each.jobRetries]),
  '');

export const operationTable = (operations) => table(
  t('What people did by hand'),
  [t('When'), t('Who'), t('What'), t('Of'), t('Before'), t('After')],
  operations.map((each) => [when(each.timestamp), each.userId ?? '', words(each.operationType), words(each.property), each.orgValue ?? '', each.newValue ?? '']),
  t('Nothing was done by hand.'));

const plain = (value) => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

export const businessTable = (entries) => table(
  t('Audit log'),
  [t('When'), t('Who'), t('What'), t('Before'), t('After')],
  entries.map((each) => [when(each.at), window.watchdesk.who(each.actorName), words(each.action), plain(each.before), plain(each.after)]),
  t('The audit log holds nothing about it, or it is not yours to read.'));
