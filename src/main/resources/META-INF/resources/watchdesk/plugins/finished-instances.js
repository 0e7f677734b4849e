/** The page "Finished" of Cockpit: what came to an end, found again, and one of them with its model and its past. */
import { named, t } from '../language.js';
import { show } from '../model.js';
import {
  activityTable, box, businessTable, duration, e, engine, failureTable, filled, operationTable, pastOf, table, when, words,
} from './past.js';

const PAGE = '#/finished';
const ROWS = 25;
const HOW = { COMPLETED: 'wd-ok', INTERNALLY_TERMINATED: 'wd-warn', EXTERNALLY_TERMINATED: 'wd-warn' };

const outcome = (instance) => e('span', { class: `wd-badge ${HOW[instance.state] ?? ''}` }, words(instance.state));
const link = (instance, text) => e('a', { href: `${PAGE}/${instance.id}` }, text);

/** What people look for; empty fields ask for nothing. */
function query(form) {
  const wanted = { finished: true };
  const value = (name) => form.elements[name].value.trim();
  if (value('process')) {
    wanted.processDefinitionKey = value('process');
  }
  if (value('key')) {
    wanted.processInstanceBusinessKeyLike = `%${value('key')}%`;
  }
  if (value('from')) {
    wanted.finishedAfter = `${value('from')}T00:00:00.000+0000`;
  }
  if (value('to')) {
    wanted.finishedBefore = `${value('to')}T23:59:59.999+0000`;
  }
  return wanted;
}

function field(name, label, input) {
  const id = `wd-finished-${name}`;
  input.id = id;
  input.name = name;
  return e('div', { class: 'wd-field' }, e('label', { for: id }, label), input);
}

async function list(container) {
  const models = await engine('/process-definition', { latestVersion: true, sortBy: 'name', sortOrder: 'asc', maxResults: 200 });
  const results = e('div', { 'aria-live': 'polite' });
  let first = 0;
  const form = e('form', { class: 'wd-section wd-section-quiet', role: 'search', onsubmit: (event) => {
    event.preventDefault();
    first = 0;
    search();
  } },
    e('div', { class: 'wd-grid' },
      field('process', t('Process'), e('select', {}, e('option', { value: '' }, t('every process')),
        models.map((model) => e('option', { value: model.key }, named(model.name))))),
      field('key', t('Business key holds'), e('input', { type: 'search', placeholder: 'C-1001' })),
      field('from', t('Ended from'), e('input', { type: 'date' })),
      field('to', t('Ended until'), e('input', { type: 'date' }))),
    e('button', { type: 'submit', class: 'wd-button wd-button-strong' }, t('Search')));
  const turn = (rows) => () => {
    first += rows;
    search();
  };
  const search = () => filled(results, async () => {
    const wanted = query(form);
    const [{ count }, instances] = await Promise.all([
      engine('/history/process-instance/count', wanted),
      engine('/history/process-instance', { ...wanted, sortBy: 'endTime', sortOrder: 'desc', firstResult: first, maxResults: ROWS }),
    ]);
    return e('div', {},
      table(t`Finished instances (${count})`, [t('Process'), t('Business key'), t('Outcome'), t('Began'), t('Ended'), t('How long')],
        instances.map((each) => [
          link(each, named(each.processDefinitionName ?? each.processDefinitionKey)), each.businessKey ?? '', outcome(each),
          when(each.startTime), when(each.endTime), duration(each.durationInMillis)]),
        t('Nothing has ended that you are looking for. Clear a field and search again.')),
      e('div', { class: 'wd-row' },
        first > 0 ? e('button', { type: 'button', class: 'wd-button', onclick: turn(-ROWS) }, t('Newer')) : null,
        first + ROWS < count ? e('button', { type: 'button', class: 'wd-button', onclick: turn(ROWS) }, t('Older')) : null));
  });
  window.watchdesk.replace(container, e('h1', {}, t('Finished instances')), form, results);
  search();
}

/** Steps in the shape that the drawing knows. */
const stepsOf = (activities) => activities.map((each) => ({ element: each.activityId, until: each.endTime }));

async function one(container, id) {
  const instance = await engine(`/history/process-instance/${id}`);
  const name = named(instance.processDefinitionName ?? instance.processDefinitionKey);
  const drawn = e('div', {});
  const [{ bpmn20Xml: xml }, past, variables, called] = await Promise.all([
    engine(`/process-definition/${instance.processDefinitionId}/xml`),
    pastOf(instance),
    engine('/history/variable-instance', { processInstanceId: id, sortBy: 'variableName', sortOrder: 'asc', deserializeValues: false, maxResults: 200 }),
    engine('/history/process-instance', { superProcessInstanceId: id, sortBy: 'startTime', sortOrder: 'asc', maxResults: 100 }),
  ]);
  const fact = (term, value) => (value ? [e('dt', {}, term), e('dd', { dir: 'auto' }, value)] : []);
  const value = (variable) => (variable.value === null ? '' : typeof variable.value === 'object' ? JSON.stringify(variable.value) : String(variable.value));
  window.watchdesk.replace(container,
    e('p', {}, e('a', { href: PAGE }, t('All finished instances'))),
    e('h1', {}, name),
    e('div', { class: 'wd-row' }, outcome(instance), instance.endTime ? null : e('a', { href: `#/process-instance/${id}/runtime` }, t('It still runs'))),
    e('dl', { class: 'wd-facts' },
      fact(t('Business key'), instance.businessKey), fact(t('Began'), when(instance.startTime)), fact(t('Ended'), when(instance.endTime)),
      fact(t('How long'), duration(instance.durationInMillis)), fact(t('Begun by'), instance.startUserId), fact(t('Why it was ended'), instance.deleteReason),
      instance.superProcessInstanceId ? fact(t('Called by'), e('a', { href: `${PAGE}/${instance.superProcessInstanceId}` }, t('the instance above'))) : []),
    drawn,
    e('p', { class: 'wd-legend' }, e('span', {}, e('i', { class: 'wd-legend-walked' }), t('passed'))),
    activityTable(past.activities),
    failureTable(past.failures),
    called.length ? table(t('Called instances'), [t('Process'), t('Outcome'), t('Began'), t('How long')],
      called.map((each) => [link(each, named(each.processDefinitionName)), outcome(each), when(each.startTime), duration(each.durationInMillis)]), '') : null,
    businessTable(past.business),
    operationTable(past.operations),
    table(t('Variables as they were last'), [t('Name'), t('Type'), t('Value')],
      variables.map((each) => [each.name, each.type, value(each)]), t('There were no variables.')));
  return show(drawn, { xml, steps: stepsOf(past.activities), label: t`Model of ${name} with the path that was walked` });
}

let drawing = null;

function unmount() {
  drawing?.destroy();
  drawing = null;
}

const guarded = (made, work) => work().then((drawn) => {
  drawing = drawn ?? null;
}).catch((failure) => window.watchdesk.problem(made, failure));

function renderList(node) {
  const made = box(node);
  made.classList.add('wd-page');
  guarded(made, () => list(made));
}

function renderOne(node) {
  const made = box(node);
  made.classList.add('wd-page');
  const [id] = window.location.hash.slice(PAGE.length + 1).split(/[/?]/);
  guarded(made, () => one(made, id));
}

export default [
  {
    id: 'watchdesk-finished',
    pluginPoint: 'cockpit.navigation',
    priority: 5,
    properties: { label: t('Finished'), pagePath: PAGE, checkActive: (path) => path.includes(PAGE) },
    render: (node) => node.replaceChildren(e('a', { href: PAGE }, t('Finished'))),
  },
  { id: 'watchdesk-finished-list', pluginPoint: 'cockpit.route', properties: { path: '/finished' }, render: renderList, unmount },
  { id: 'watchdesk-finished-one', pluginPoint: 'cockpit.route', properties: { path: '/finished/:id' }, render: renderOne, unmount },
];
