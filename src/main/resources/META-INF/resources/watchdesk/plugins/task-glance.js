/** The tab "At a glance" of a task in Tasklist: what it is about, how it came here, and where it stands in its process. */
import { named, t, tag } from '../language.js';
import { show } from '../model.js';

const SEVERITIES = { BLOCK: 'block', WARNING: 'warn', SUSPICION: 'info' };
const VERDICTS = { APPROVED: 'ok', CHANGES_REQUESTED: 'warn', REJECTED: 'block' };
const LATE = ['READY', 'REFUSED', 'UNKNOWN'];

/** "review.stageOpened" and "CHANGES_REQUESTED" as words; the dictionary knows them in this form. */
const words = (code) => {
  const text = String(code ?? '').replace(/\./g, ': ').replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return t(text.charAt(0).toUpperCase() + text.slice(1));
};

const e = (...parts) => window.watchdesk.element(...parts);
const when = (instant, zone) => window.watchdesk.localTime(instant, zone);
const section = (title, ...children) => e('section', { class: 'wd-section' }, e('h2', { class: 'wd-title' }, title), children);
const quiet = (title, open, ...children) =>
  e('details', { class: 'wd-section wd-section-quiet', open }, e('summary', {}, title), children);
const fact = (name, value) => (value ? [e('dt', {}, name), e('dd', { dir: 'auto' }, value)] : []);

function clock(name, at, now) {
  if (!at) {
    return null;
  }
  const left = new Date(at) - new Date(now);
  const tone = left < 0 ? 'wd-block' : left < 2 * 3600 * 1000 ? 'wd-warn' : '';
  const distance = window.watchdesk.timeLeft(at, new Date(now).getTime());
  return e('span', { class: `wd-badge ${tone}`, title: when(at) }, left < 0 ? t`${name}: ${distance}` : t`${name}: in ${distance}`);
}

function head({ task, now }) {
  return e('div', { class: 'wd-row' },
    clock(t('Due'), task.due, now),
    clock(t('Follow-up'), task.followUp, now),
    e('span', { class: 'wd-badge' }, task.assignee ? t`Claimed by ${task.assignee.name}` : t('Claimed by nobody')),
    e('span', { class: 'wd-hint' }, t`Waits since ${when(task.created)} (${window.watchdesk.timeLeft(task.created, new Date(now).getTime())})`));
}

/** "variant:newsroom:body" for people. */
function partName(part, accounts) {
  const [kind, which, what] = part.split(':');
  const account = accounts.find((each) => each.id === which)?.name ?? which;
  return kind === 'variant' ? t`${words(what)} for ${account}` : which ? `${words(kind)} ${which}` : words(kind);
}

function text(piece) {
  const { text: written, findings, accounts } = piece;
  if (!written) {
    return e('p', { class: 'wd-note' }, t('Nothing was submitted yet.'));
  }
  const ranges = (part) => findings.filter((finding) => finding.part === part && finding.start >= 0)
    .map((finding) => ({ ...finding, severity: SEVERITIES[finding.severity], title: finding.reason }));
  const one = (heading, title, body, titlePart, bodyPart) => e('div', { class: 'wd-field' },
    heading ? e('h3', { class: 'wd-hint' }, heading) : null,
    e('div', { class: 'wd-field' }, window.watchdesk.marked(title, ranges(titlePart))),
    window.watchdesk.marked(body, ranges(bodyPart)));
  return section(t`Text, version ${written.version}`,
    one(null, written.title, written.body, 'title', 'body'),
    written.variants.map((variant) => one(t`Text for ${accounts.find((each) => each.id === variant.account)?.name ?? variant.account}`,
      variant.title, variant.body, `variant:${variant.account}:title`, `variant:${variant.account}:body`)),
    e('p', { class: 'wd-hint' }, t`Submitted ${when(written.submittedAt, piece.zone)} by ${written.editor}`));
}

function findings({ text: written, findings: found, accounts }) {
  if (!written) {
    return null;
  }
  return section(found.length ? t`What the machine found (${found.length})` : t('The machine found nothing'),
    e('ul', { class: 'wd-list' }, found.map((finding) => e('li', {},
      e('span', { class: `wd-badge wd-${SEVERITIES[finding.severity]}` }, words(finding.severity)), ' ',
      finding.excerpt ? [e('strong', { dir: 'auto' }, finding.excerpt), ' '] : null,
      e('span', { class: 'wd-hint' }, `${partName(finding.part, accounts)}: `), finding.reason))));
}

function difference({ changes, accounts }) {
  if (!changes) {
    return null;
  }
  return section(t`What changed since version ${changes.since}`,
    changes.parts.length === 0 ? e('p', {}, t('No word of it.')) : changes.parts.map((part) => e('div', { class: 'wd-field' },
      e('h3', { class: 'wd-hint' }, partName(part.part, accounts)),
      e('div', { class: 'wd-text wd-text-tall wd-diff', dir: 'auto' }, part.pieces.map((piece) =>
        e({ ADDED: 'ins', REMOVED: 'del', SAME: 'span' }[piece.change], {}, piece.text))))));
}

function reviews({ reviews: rounds, zone }) {
  return rounds.length === 0 ? null : quiet(t`Reviews (${rounds.length})`, true,
    e('ul', { class: 'wd-list' }, rounds.map((round) => e('li', {},
      e('strong', {}, t`Version ${round.version}, ${when(round.openedAt, zone)}`), ' ',
      e('span', { class: `wd-badge wd-${VERDICTS[round.verdict] ?? 'info'}` }, round.verdict ? words(round.verdict) : t('under way')),
      round.signOffs.map((given) => e('div', {},
        e('span', { class: `wd-badge wd-${VERDICTS[given.verdict]}` }, words(given.verdict)), ` ${given.person}, ${named(given.stage)} `,
        e('span', { class: 'wd-hint' }, when(given.at, zone)),
        given.reason ? e('div', { class: 'wd-diff', dir: 'auto' }, given.reason) : null,
        given.comment ? e('div', { class: 'wd-diff', dir: 'auto' }, given.comment) : null))))));
}

function publications({ publications: all }) {
  return all.length === 0 ? null : section(t('Publications'),
    e('div', { class: 'wd-scroll' }, e('table', { class: 'wd-table' },
      e('thead', {}, e('tr', {}, [t('Account'), t('State'), t('Slot'), t('Link')].map((name) => e('th', { scope: 'col' }, name)))),
      e('tbody', {}, all.map((each) => e('tr', {},
        e('td', { dir: 'auto' }, each.account),
        e('td', {}, e('span', { class: `wd-badge ${each.state === 'PUBLISHED' ? 'wd-ok' : LATE.includes(each.state) ? 'wd-warn' : ''}` }, words(each.state))),
        e('td', {}, when(each.slot, each.zone)),
        e('td', {}, each.link ? e('a', { href: each.link, target: '_blank', rel: 'noopener noreferrer' }, t('open it')) : '')))))));
}

function log({ log: entries, zone }) {
  return entries.length === 0 ? null : quiet(t('What happened'), false,
    e('ol', { class: 'wd-list', reversed: true }, entries.map((entry) => e('li', {},
      e('span', { class: 'wd-hint' }, `${when(entry.at, zone)}, ${window.watchdesk.who(entry.actor)}: `), words(entry.action)))));
}

function piece(glance) {
  const { piece: it } = glance;
  return [
    e('h1', { dir: 'auto' }, it.title),
    e('dl', { class: 'wd-facts' },
      fact(t('Piece'), it.id), fact(t('Stage'), words(it.stage)), fact(t('Category'), words(it.category)),
      fact(t('Accounts'), it.accounts.map((each) => each.name).join(', ')),
      fact(t('Wished time'), it.wished ? when(it.wished, it.zone) : t('next free slot')),
      fact(t('Planner'), it.planner), fact(t('Audience'), it.audience)),
    text(it), findings(it), difference(it), reviews(it), publications(it), log(it),
  ];
}

/** Crises and signals are shown by the same code as in their forms, with the same rights. */
async function crisis(taskId) {
  const page = await window.watchdesk.get(`/api/crises/${taskId}`);
  const lines = await window.watchdesk.get(`/api/crises/${taskId}/timeline`);
  return [
    window.watchdeskCrisis.headOf(page),
    quiet(t`Time line (${lines.length})`, true, e('ol', { class: 'wd-list', reversed: true }, lines.reverse().map((line) => e('li', {},
      e('span', { class: 'wd-hint' }, `${when(line.at)}, ${window.watchdesk.who(line.by.name)}: `), e('span', { dir: 'auto' }, line.text))))),
  ];
}

async function signal(taskId) {
  const box = e('div', {});
  await window.watchdeskCrisis.signalOf(taskId, box);
  return [box];
}

function steps(walk) {
  const people = walk.steps.filter((step) => step.person);
  return people.length === 0 ? null : quiet(t('Who did what before'), false,
    e('ul', { class: 'wd-list' }, people.map((step) => e('li', {},
      e('span', { class: 'wd-hint' }, `${when(step.until)}, ${step.person}: `), named(step.name)))));
}

async function model(walk) {
  const { bpmn20Xml: xml } = await window.watchdesk.get(`/camunda/api/engine/engine/default/process-definition/${walk.definitionId}/xml`);
  const box = e('div', {});
  return [
    section(t`Where it stands: ${named(walk.process)}`, box,
      e('p', { class: 'wd-legend' },
        e('span', {}, e('i', { class: 'wd-legend-walked' }), t('passed')),
        e('span', {}, e('i', { class: 'wd-legend-here' }), t('stands here'))), steps(walk)),
    () => show(box, { xml, steps: walk.steps, here: [walk.element], label: t`Model of ${named(walk.process)}, which stands at ${named(walk.name)}` }),
  ];
}

async function fill(node, taskId, current) {
  const { get, replace, problem } = window.watchdesk;
  try {
    const glance = await get(`/api/desk/tasks/${taskId}`);
    const about = glance.piece ? piece(glance) : glance.crisis ? await crisis(taskId) : glance.signal ? await signal(taskId) : [];
    const [drawn, draw] = glance.walk ? await model(glance.walk) : [null, null];
    if (!current()) {
      return null;
    }
    replace(node, head(glance), about, drawn);
    return draw ? await draw() : null;
  } catch (failure) {
    if (current()) {
      problem(node, failure);
    }
    return null;
  }
}

/** Only one task is open at a time; what an earlier one still loads must not overwrite it. */
let shown = 0;
let drawing = null;

function render(node, { taskId }) {
  const mine = (shown += 1);
  const box = e('div', { class: 'wd-form wd-glance', lang: tag }, e('p', { class: 'wd-hint', role: 'status' }, t('Loading…')));
  node.replaceChildren(box);
  fill(box, taskId, () => mine === shown).then((drawn) => {
    if (mine === shown) {
      drawing = drawn;
    } else {
      drawn?.destroy();
    }
  });
}

function unmount() {
  shown += 1;
  drawing?.destroy();
  drawing = null;
}

export default [{
  id: 'watchdesk-glance',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: t('At a glance') },
  render,
  unmount,
}];
