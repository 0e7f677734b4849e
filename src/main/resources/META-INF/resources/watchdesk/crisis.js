/**
 * What the forms of crisis tasks show and ask, as the global `watchdeskCrisis`. The server checks every answer again.
 * Wherever a crisis is asked for, the id of the task will do.
 */

import { language, t } from './language.js';

const LEVELS = ['blue', 'yellow', 'orange', 'red'];
const LEVEL_WORDS = language === 'zh'
  ? { blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' }
  : { blue: '蓝 blue', yellow: '黄 yellow', orange: '橙 orange', red: '红 red' };
const CLOCKS = {
  triage: t('Triage'),
  command: t('Command centre'),
  holdingStatement: t('Holding statement'),
  fullStatement: t('Full statement'),
  quietPeriod: t('Quiet time ends'),
};
const SCENARIOS = {
  complaintSurge: t('用户投诉激增 Complaint surge'),
  accountBanned: t('封号 Account banned'),
  dataLeak: t('数据泄露 Data leak'),
  serviceOutage: t('服务中断 Service outage'),
  other: t('Something else'),
};
const YES_NO = { true: t('yes'), false: t('no') };
/** The inputs of the severity table in the order in which people know them. */
const FACTS = [
  ['harm', t('Harm claimed'), { taste: t('taste or tone'), serviceFault: t('service fault, complaints'), privacyOrRights: t('privacy, discrimination, consumer rights'), safetyOrLaw: t('safety, minors, law, national symbols') }],
  ['carrier', t('Who carries it'), { singleUsers: t('single users'), smallMedia: t('small self-media'), tradeMedia: t('large voices, trade media'), nationalMedia: t('national media, authority, celebrity') }],
  ['platforms', t('On how many platforms'), 'number'],
  ['mentionsRatio', t('Mentions, times the usual'), 'number'],
  ['hotSearch', t('On a hot-search list'), YES_NO],
  ['negativeShare', t('Negative share in percent'), 'number'],
  ['accountState', t('State of the account'), { normal: t('normal'), limited: t('limited reach'), postRemoved: t('post removed, function barred'), bannedOrHijacked: t('banned or hijacked') }],
  ['legal', t('Law and authorities'), { none: t('none'), possible: t('possible'), letterReceived: t('letter received'), investigation: t('investigation') }],
  ['cluster', t('Who is responsible'), { victim: t('we are a victim'), accidental: t('an accident'), preventable: t('we could have prevented it') }],
];

const words = (camel) => t(String(camel).replace(/([A-Z])/g, ' $1').toLowerCase());

/** A level as a coloured word; the word says it too, not the colour alone. */
function levelBadge(level) {
  return window.watchdesk.element('span', { class: `wd-badge wd-level-${level}` }, LEVEL_WORDS[level] ?? level);
}

const named = (somebody) => somebody?.name ?? t('nobody');

/** The head of every crisis form: what, how grave and why, since when, who has it, what is due next. */
function headOf(page) {
  const { element: e, localTime, timeLeft } = window.watchdesk;
  const since = (at) => `${localTime(at)}, ${timeLeft(at)}`;
  return e('div', { class: 'wd-crisis-head' },
    page.drill ? e('p', { class: 'wd-note wd-warn' }, t('演练 DRILL: nothing leaves the house.')) : null,
    e('h1', { dir: 'auto' }, page.title),
    e('p', { class: 'wd-row' }, levelBadge(page.level), e('span', {}, page.id),
      e('span', { class: 'wd-badge' }, words(page.state)),
      page.tableLevel !== page.level ? e('span', { class: 'wd-hint' }, t`by the tables: ${t(page.tableLevel)}`) : null),
    page.wish ? e('p', { class: 'wd-note wd-warn' },
      t`${named(page.wish.askedBy)} asks to lower it to ${t(page.wish.level)}: `, e('span', { dir: 'auto' }, page.wish.reason)) : null,
    e('dl', { class: 'wd-facts' },
      e('dt', {}, t('First seen')), e('dd', {}, since(page.firstSighted)),
      e('dt', {}, t('Has it')), e('dd', {}, page.holder ? t`${page.holder.name}, since ${localTime(page.acknowledgedAt)}` : t('nobody yet')),
      page.commander ? [e('dt', {}, t('Commands')), e('dd', {}, page.commander.name)] : null,
      e('dt', {}, t('Concerns')), e('dd', { dir: 'auto' }, [page.accounts.map((each) => each.name).join(', '), page.topic].filter(Boolean).join(' · ') || t('the whole house')),
      e('dt', {}, t('Scheduled posts')), e('dd', {}, holdWords(page)),
      page.clocks.map((clock) => [
        e('dt', {}, CLOCKS[clock.clock] ?? words(clock.clock)),
        e('dd', {}, clock.past ? e('strong', { class: 'wd-over' }, t`overdue since ${localTime(clock.due)}`) : t`due ${localTime(clock.due)}, in ${timeLeft(clock.due)}`)])),
    e('details', {}, e('summary', {}, t('Why this level')),
      e('ul', { class: 'wd-list' }, page.reasons.map((reason) => e('li', { dir: 'auto' }, reason)))),
    page.signals.length ? e('details', {}, e('summary', {}, t`Signals (${page.signals.length})`),
      e('ul', { class: 'wd-list' }, page.signals.map((signal) => e('li', { dir: 'auto' },
        `${signal.id}, ${signal.source}: ${signal.title} `,
        signal.link ? e('a', { href: signal.link, target: '_blank', rel: 'noopener noreferrer' }, t('open it')) : null)))) : null);
}

function holdWords(page) {
  if (page.milestones.heldContentReviewed) {
    return t('decided one by one, no longer held');
  }
  const count = page.hold.affected.length;
  const posts = count === 1 ? t('1 scheduled post') : t`${count} scheduled posts`;
  if (page.hold.held) {
    return page.drill ? t`would be held: ${posts}` : t`held: ${posts}`;
  }
  return page.hold.demand === 'proposed' ? t`holding is proposed: ${posts}` : t`not held: ${posts}`;
}

/**
 * Fills the container with the head and, below it, what `more(page)` returns; Complete stays shut until it is there.
 * Returns a function that loads it again.
 */
function head(camForm, container, more = () => null) {
  const { get, gate, replace, problem } = window.watchdesk;
  const ready = gate(camForm, 'crisisLoaded');
  ready(false);
  const load = async () => {
    try {
      const page = await get(`/api/crises/${camForm.taskId}`);
      replace(container, headOf(page), more(page));
      ready(true);
      return page;
    } catch (error) {
      problem(container, error);
      return null;
    }
  };
  load();
  return load;
}

/** What people of the line can do in every task of a crisis: note, rate, hold, hand over, give back, false alarm. */
function actions(camForm, container, reload) {
  const { element: e, post, problem, replace } = window.watchdesk;
  const said = e('div', { 'aria-live': 'polite' });
  const act = (path, body, done) => async () => {
    try {
      const answer = await post(`/api/crises/${camForm.taskId}${path}`, body());
      replace(said, e('p', { class: 'wd-note wd-ok' }, done(answer ?? {})));
      await reload();
    } catch (error) {
      problem(said, error);
    }
  };
  const text = (label) => e('textarea', { rows: 2, 'aria-label': label, placeholder: label, 'data-unsaved': true });
  const button = (label, onclick, strong) =>
    e('button', { type: 'button', class: strong ? 'wd-button wd-button-strong' : 'wd-button', onclick }, label);
  const note = text(t('What happened'));
  const level = e('select', { 'aria-label': t('New level') }, [...LEVELS].reverse().map((each) => e('option', { value: each }, LEVEL_WORDS[each])));
  const why = text(t('Why the level is another one'));
  const alarm = text(t('Why it was a false alarm; everybody who was called reads it'));
  const back = text(t('Why you give it back'));
  const role = e('select', { 'aria-label': t('Role') }, ['commander', 'scribe', 'deputy'].map((each) => e('option', { value: each }, t(each))));
  const taker = e('input', { type: 'text', 'aria-label': t('To whom (name as for signing in)'), placeholder: t('To whom (name as for signing in)') });
  const part = (title, ...children) => e('details', {}, e('summary', {}, title), e('div', { class: 'wd-field' }, children));
  replace(container,
    e('div', { class: 'wd-section wd-section-quiet' },
      said,
      part(t('Add to the time line'), note, button(t('Add'), act('/notes', () => ({ text: note.value }), () => t('Added.')))),
      part(t('Change the level'), level, why,
        button(t('Rate'), act('/rate', () => ({ level: level.value, reason: why.value }),
          (answer) => (answer.asked ? t('The commander is asked to lower it.') : t`It is ${t(answer.level)} now.`)))),
      part(t('Hold scheduled posts'), e('p', { class: 'wd-hint' }, t('Nothing scheduled on these accounts or about this topic goes out until somebody decides about each post.')),
        button(t('Hold them now'), act('/hold', () => ({}), () => t('Held.')), true)),
      part(t('Hand over a role'), role, taker,
        button(t('Ask'), act('/roles', () => ({ role: role.value, taker: taker.value.trim() }), () => t('Asked. Nothing changes before that person accepts.')))),
      part(t('Give the crisis back'), back, button(t('Give it back'), act('/release', () => ({ reason: back.value }), () => t('Given back; the next people are paged.')))),
      part(t('False alarm'), alarm, button(t('It was a false alarm'), act('/false-alarm', () => ({ reason: alarm.value }), () => t('Stopped. Everybody is told.'))))));
}

/** A field for one fact; nothing chosen means that it is not known. */
function factField([name, label, kind], known) {
  const { element: e } = window.watchdesk;
  const id = `wd-fact-${name}`;
  const field = kind === 'number'
    ? e('input', { id, type: 'number', min: 0, step: 'any', 'data-fact': name, value: known[name] ?? '', placeholder: t('not known') })
    : e('select', { id, 'data-fact': name },
        e('option', { value: '' }, t('not known')),
        Object.entries(kind).map(([value, text]) => e('option', { value, selected: known[name] === value }, text)));
  return e('div', { class: 'wd-field' }, e('label', { for: id }, label), field);
}

/** Triage: confirm the facts, see what they make of the level, then complete. */
function triage(camForm, container, below) {
  const { element: e, get, put, gate, problem, replace } = window.watchdesk;
  const ready = gate(camForm, 'triageConfirmed');
  ready(false);
  const form = e('div', { class: 'wd-section' });
  const reload = head(camForm, container);
  actions(camForm, below.actions, reload);
  Promise.all([get(`/api/crises/${camForm.taskId}`), get(`/api/crisis-tasks/${camForm.taskId}/accounts`)])
    .then(([page, accounts]) => {
      const said = e('div', { 'aria-live': 'polite' });
      const scenario = e('select', { id: 'wd-scenario' },
        Object.entries(SCENARIOS).map(([value, text]) => e('option', { value, selected: page.scenario === value }, text)));
      const known = e('select', { id: 'wd-public' },
        e('option', { value: '' }, t('Choose…')),
        e('option', { value: 'true', selected: page.matterPublic === true }, t('The public knows of it')),
        e('option', { value: 'false', selected: page.matterPublic === false }, t('The public does not know of it')));
      const mine = page.accounts.map((each) => each.id);
      const boxes = accounts.map((account) => e('label', {},
        e('input', { type: 'checkbox', value: account.id, checked: mine.includes(account.id), disabled: mine.includes(account.id) }), account.name));
      const note = e('textarea', { id: 'wd-note', rows: 3, maxlength: 2000 });
      const confirm = async () => {
        const facts = {};
        form.querySelectorAll('[data-fact]').forEach((field) => {
          if (field.value !== '') {
            facts[field.dataset.fact] = field.value;
          }
        });
        try {
          await put(`/api/crisis-tasks/${camForm.taskId}/triage`, {
            facts,
            scenario: scenario.value,
            accounts: boxes.map((box) => box.querySelector('input')).filter((box) => box.checked && !box.disabled).map((box) => box.value),
            matterPublic: known.value === '' ? null : known.value === 'true',
            note: note.value || null,
          });
          const now = await reload();
          replace(said, e('p', { class: 'wd-note wd-ok' }, t('Confirmed. The level is '), now ? levelBadge(now.level) : '', t(' now. Complete the task to go on.')));
          ready(true);
        } catch (error) {
          problem(said, error);
        }
      };
      replace(form,
        e('div', { class: 'wd-title' }, t('What is known')),
        e('p', { class: 'wd-hint' }, t('Leave open what nobody has checked: the unknown counts as one level above harmless.')),
        e('div', { class: 'wd-grid' }, FACTS.map((fact) => factField(fact, page.facts))),
        e('div', { class: 'wd-grid' },
          e('div', { class: 'wd-field' }, e('label', { for: 'wd-scenario' }, t('What kind of crisis')), scenario),
          e('div', { class: 'wd-field' }, e('label', { for: 'wd-public', class: 'wd-required' }, t('Public')), known)),
        e('div', { class: 'wd-title' }, t('Accounts concerned')),
        e('div', { class: 'wd-checks' }, boxes),
        e('div', { class: 'wd-field' }, e('label', { for: 'wd-note' }, t('How do we know')), note),
        e('button', { type: 'button', class: 'wd-button wd-button-strong', onclick: confirm }, t('Confirm')),
        said);
      ready(page.matterPublic !== null);
    })
    .catch((error) => problem(form, error));
  below.form.replaceChildren(form);
}

/** Shows the signal that a task asks to assess, with what the tables say; rejects with a sentence. */
async function signalOf(taskId, container) {
  const { element: e, get, replace, localTime, timeLeft } = window.watchdesk;
  const page = await get(`/api/crisis-tasks/${taskId}/signal`);
  replace(container,
    e('h1', { dir: 'auto' }, page.title),
    e('p', { class: 'wd-row' }, levelBadge(page.level), t`${page.id}, from ${page.source}`),
    page.levelReason ? e('p', { class: 'wd-note wd-warn' }, page.levelReason) : null,
    e('dl', { class: 'wd-facts' },
      e('dt', {}, t('First seen')), e('dd', {}, localTime(page.occurredAt)),
      e('dt', {}, t('Counts higher')), e('dd', {}, t`${localTime(page.due)}, in ${timeLeft(page.due)}, if nobody decides`),
      e('dt', {}, t('Concerns')), e('dd', { dir: 'auto' }, [page.account, page.topic].filter(Boolean).join(' · ') || t('unknown')),
      page.link ? [e('dt', {}, t('Where')), e('dd', {}, e('a', { href: page.link, target: '_blank', rel: 'noopener noreferrer' }, page.link))] : null,
      FACTS.filter(([name]) => page.facts[name] !== undefined).map(([name, label, kind]) => [
        e('dt', {}, label), e('dd', {}, (typeof kind === 'object' && kind[page.facts[name]]) || page.facts[name])])),
    page.text ? e('div', { class: 'wd-text wd-text-tall', dir: 'auto' }, page.text) : null,
    e('details', {}, e('summary', {}, t('Why this level')),
      e('ul', { class: 'wd-list' }, [...page.reasons, ...page.notes].map((reason) => e('li', { dir: 'auto' }, reason)))),
    e('p', { class: 'wd-hint' }, t`It may be put off for ${page.snoozeHours} hours at most.`));
}

/** The same in its form; connects the field for the end of a snooze. */
async function signal(camForm, $scope, container) {
  const { gate, problem } = window.watchdesk;
  const ready = gate(camForm, 'signalLoaded');
  ready(false);
  try {
    await signalOf(camForm.taskId, container);
    ready(true);
  } catch (error) {
    problem(container, error);
  }
  // People choose their own local time; the server is told the instant.
  const local = document.getElementById('wd-snooze-until');
  local.addEventListener('input', () => {
    const at = new Date(local.value);
    $scope.$evalAsync(() => {
      $scope.snoozeUntil = Number.isNaN(at.getTime()) ? '' : at.toISOString();
    });
  });
}

/** Who asks whom to take which role over. */
async function handover(camForm, container) {
  const { element: e, get, replace, problem } = window.watchdesk;
  try {
    const page = await get(`/api/crisis-tasks/${camForm.taskId}/handover`);
    replace(container,
      e('p', { class: 'wd-note' }, page.giver
        ? t`${page.giver} is ${t(page.role)} and asks you to take over. You are ${t(page.role)} from the moment you accept; until then nothing changes.`
        : t`You are asked to be ${t(page.role)}.`),
      page.note ? e('p', { class: 'wd-text', dir: 'auto' }, page.note) : null);
  } catch (error) {
    problem(container, error);
  }
}

/** The time line, newest first. */
async function timeline(camForm, container) {
  const { element: e, get, replace, problem, localTime } = window.watchdesk;
  try {
    const entries = await get(`/api/crises/${camForm.taskId}/timeline`);
    replace(container, e('details', {}, e('summary', {}, t`Time line (${entries.length})`),
      e('ul', { class: 'wd-list' }, entries.reverse().map((entry) => e('li', {},
        e('span', { class: 'wd-hint' }, `${localTime(entry.at)}, ${window.watchdesk.who(entry.by.name)}: `), e('span', { dir: 'auto' }, entry.text))))));
  } catch (error) {
    problem(container, error);
  }
}

/** What still keeps the crisis from being closed, for the head. */
function closing(page) {
  const { element: e } = window.watchdesk;
  return page.missing.map((sentence) => e('p', { class: 'wd-note wd-block' }, sentence));
}

window.watchdeskCrisis = Object.freeze({
  head,
  headOf,
  levelBadge,
  actions,
  triage,
  signal,
  signalOf,
  handover,
  timeline,
  closing,
});

/** Tasklist asks every custom script for its plug-ins; this one has none. */
export default [];
