/**
 * The forms of statements and updates, as the global `watchdeskStatement`: writing from a template, approving, informing
 * the team. They save to the server while a person writes; the server checks everything again.
 */

import { t } from './language.js';

const LEVELS = { blue: t('蓝 blue'), yellow: t('黄 yellow'), orange: t('橙 orange'), red: t('红 red') };
const SCENARIOS = {
  accountBanned: t('封号 Account banned'),
  serviceOutage: t('服务中断 Service outage'),
  dataLeak: t('数据泄露 Data leak'),
  complaintSurge: t('用户投诉激增 Complaint surge'),
  other: t('Something else'),
};
const CHANNELS = { article: t('long text'), post: t('short post') };
const LANGUAGES = { zh: '中文', en: 'English' };
const CLUSTERS = [
  ['', t('Not known yet (counts as preventable)')],
  ['VICTIM', t('We are a victim')],
  ['ACCIDENTAL', t('An accident')],
  ['PREVENTABLE', t('We could have prevented it')],
];
const HISTORY = [['', t('Not known (counts as repeated)')], ['false', t('It never happened before')], ['true', t('It happened before')]];
const AI = [['', t('Choose…')], ['NO', t('No')], ['PARTLY', t('Partly')], ['YES', t('Yes')]];
const VERDICTS = { APPROVED: [t('approved'), 'wd-ok'], CHANGES_REQUESTED: [t('strong objection'), 'wd-warn'], REJECTED: [t('no statement'), 'wd-block'] };
const ANSWERS = [['yes', t('Yes')], ['no', t('No')], ['notApplicable', t('Does not apply')]];

const selected = (choices, value) => {
  const { element: e } = window.watchdesk;
  return choices.map(([key, label]) => e('option', { value: key, selected: String(value ?? '') === key }, label));
};
const select = (id, choices, value) => window.watchdesk.element('select', { id }, selected(choices, value));
const field = (id, label, required, input, ...hints) => {
  const { element: e } = window.watchdesk;
  return e('div', { class: 'wd-field' },
    e('label', { for: id, class: required ? 'wd-required' : null }, label), input,
    hints.map((hint) => (hint instanceof Node ? hint : e('p', { class: 'wd-hint' }, hint))));
};
const isoLocal = (instant) => {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? '' : new Date(at.getTime() - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
};

/** How long there is until it must be out; counts on its own while the page is open. */
function countdown($scope, dueAt, firstSighted) {
  const { element: e, fill, localTime, timeLeft } = window.watchdesk;
  if (!dueAt) {
    return e('p', { class: 'wd-hint' }, t('No clock runs for this text.'));
  }
  const words = e('strong', {});
  const bar = e('progress', { max: 100, value: '0', class: 'wd-clock', 'aria-label': t('Time used up') });
  const show = () => {
    const begin = new Date(firstSighted).getTime();
    const end = new Date(dueAt).getTime();
    const used = Math.min(100, Math.max(0, Math.round(((Date.now() - begin) / Math.max(1, end - begin)) * 100)));
    bar.value = used;
    words.className = used >= 100 ? 'wd-over' : used >= 80 ? 'wd-clock-late' : '';
    fill(words, used >= 100 ? t`overdue: was due ${timeLeft(dueAt)}` : t`${timeLeft(dueAt)} left, ${used} % used up`);
  };
  show();
  const timer = setInterval(show, 15000);
  $scope.$on('$destroy', () => clearInterval(timer));
  return e('div', { class: 'wd-field' }, e('p', {}, t`Must be out by ${localTime(dueAt)}: `, words), bar);
}

function headOf($scope, head) {
  const { element: e } = window.watchdesk;
  return e('div', {},
    head.drill ? e('p', { class: 'wd-note wd-warn' }, t('演练 DRILL: nothing of it is published.')) : null,
    e('h1', { dir: 'auto' }, t`${t(head.kind)}: ${head.crisisTitle}`),
    e('p', { class: 'wd-row' }, e('span', { class: `wd-badge wd-level-${head.crisisLevel}` }, LEVELS[head.crisisLevel] ?? head.crisisLevel),
      e('span', {}, `${head.crisisId} · ${head.statementId}`)),
    countdown($scope, head.dueAt, head.firstSighted));
}

/** What was said about earlier versions, newest first. */
function notesOf(notes) {
  const { element: e, localTime } = window.watchdesk;
  return notes.length === 0 ? null : e('div', { class: 'wd-section wd-section-quiet' },
    e('h2', { class: 'wd-title' }, t('What was said')),
    e('ul', { class: 'wd-list' }, notes.map((note) => {
      const [words, look] = VERDICTS[note.verdict] ?? [note.verdict, ''];
      return e('li', { dir: 'auto' }, e('strong', {}, note.person), ' ', t`(${t(note.stage)}, version ${note.version})`, ' ',
        e('span', { class: `wd-badge ${look}` }, words), ` ${localTime(note.at)}`,
        note.reason ? e('p', { dir: 'auto' }, note.reason) : null, note.comment ? e('p', { dir: 'auto' }, note.comment) : null);
    })));
}

/** Opens the writer's form. */
async function write(camForm, $scope, container) {
  const ready = window.watchdesk.gate(camForm, 'statementLoaded');
  ready(false);
  try {
    const page = await window.watchdesk.get(`/api/statements/tasks/${camForm.taskId}`);
    new Writer(camForm, $scope, container, page).show();
    ready(true);
  } catch (error) {
    window.watchdesk.problem(container, error);
  }
}

class Writer {
  constructor(camForm, $scope, container, page) {
    Object.assign(this, { camForm, $scope, container, page, revision: page.revision, strategies: page.strategies });
    this.base = `/api/statements/tasks/${camForm.taskId}`;
  }

  show() {
    const { element: e, replace } = window.watchdesk;
    const { page } = this;
    this.status = e('p', { class: 'wd-status wd-sticky' });
    this.said = e('div', { 'aria-live': 'polite' });
    this.missing = e('div', { 'aria-live': 'polite' });
    this.complete = window.watchdesk.gate(this.camForm, 'statementComplete');
    this.template = select('wd-template', this.templates(), page.templateId);
    this.cluster = select('wd-cluster', CLUSTERS, page.cluster);
    this.history = select('wd-history', HISTORY, page.repeated);
    this.strategy = e('select', { id: 'wd-strategy' });
    this.advice = e('p', { class: 'wd-hint', dir: 'auto' });
    this.parts = page.elements.filter((part) => part.element !== 'NEXT_WORD').map((part) => this.part(part));
    this.nextWord = e('input', { type: 'datetime-local', id: 'wd-next-word', value: page.nextWord ?? '' });
    this.title = e('input', { type: 'text', id: 'wd-title', dir: 'auto', value: page.title });
    this.body = e('textarea', { id: 'wd-body', class: 'wd-long', dir: 'auto', value: page.body });
    this.links = e('textarea', { id: 'wd-links', value: page.links.join('\n') });
    this.ai = select('wd-ai', AI, page.ai);
    this.own = page.accounts.map((account) => this.variant(account));
    replace(this.container,
      headOf(this.$scope, page.head),
      page.blocked.length ? e('div', { class: 'wd-problem', role: 'alert' }, t('The machines do not let the last version through:'),
        e('ul', {}, page.blocked.map((each) => e('li', { dir: 'auto' }, each)))) : null,
      notesOf(page.notes),
      this.status,
      e('div', { class: 'wd-section' }, e('h2', { class: 'wd-title' }, t('1. How we answer')),
        e('div', { class: 'wd-grid' },
          field('wd-cluster', t('Who is responsible'), false, this.cluster),
          field('wd-history', t('Did it happen before'), false, this.history)),
        field('wd-strategy', t('Strategy'), true, this.strategy, this.advice),
        field('wd-template', t('Template'), false, this.template, t('Its phrases fill the empty fields below.'))),
      e('div', { class: 'wd-section' }, e('h2', { class: 'wd-title' }, t('2. What it says')),
        this.parts.map((part) => part.node),
        page.elements.some((part) => part.element === 'NEXT_WORD')
          ? field('wd-next-word', t('When the next word comes'), true, this.nextWord, t`Meant in ${page.zone}; the text must name it.`) : null,
        this.said,
        e('button', { type: 'button', class: 'wd-button wd-button-strong', onclick: () => this.compose() }, t('Make the text from this'))),
      e('div', { class: 'wd-section' }, e('h2', { class: 'wd-title' }, t('3. The text')),
        field('wd-title', t('Title'), true, this.title), field('wd-body', t('Text'), true, this.body),
        field('wd-links', t('Links, one a line'), false, this.links),
        field('wd-ai', t('Did AI take part?'), true, this.ai)),
      e('div', { class: 'wd-section' }, e('h2', { class: 'wd-title' }, t('4. Own texts for accounts')),
        e('p', { class: 'wd-hint' }, t('Without one, the text above goes out there.')),
        this.own.map((own) => own.node)),
      this.missing);
    this.offer();
    this.tell(page.problems);
    this.saver = window.watchdesk.autosave(this.camForm, this.$scope, {
      collect: () => this.collect(),
      save: (body) => this.save(body),
      status: this.status,
    });
    this.template.addEventListener('change', () => this.phrases());
    [this.cluster, this.history].forEach((input) => input.addEventListener('change', () => this.ask()));
    this.strategy.addEventListener('change', () => this.advise());
    [this.title, this.body].forEach((input) => input.addEventListener('input', () => this.own.forEach((own) => own.count())));
  }

  templates() {
    const { page } = this;
    const mine = (template) => (template.scenario === page.scenario ? 0 : 1);
    return [['', t('None')], ...[...page.templates].sort((a, b) => mine(a) - mine(b)).map((template) => [template.id,
      `${SCENARIOS[template.scenario] ?? template.scenario} · ${CHANNELS[template.channel] ?? template.channel} · ${t(template.tone)} · ${LANGUAGES[template.language] ?? template.language}`])];
  }

  part(part) {
    const { element: e } = window.watchdesk;
    const id = `wd-part-${part.element}`;
    const input = e('textarea', { id, dir: 'auto', value: part.text, 'data-element': part.element });
    return { element: part.element, input, node: field(id, t(part.words), part.required, input) };
  }

  variant(account) {
    const { element: e, charCount, fill } = window.watchdesk;
    const known = this.page.variants.find((each) => each.account === account.id);
    const title = e('input', { type: 'text', dir: 'auto', 'aria-label': t`Title for ${account.name}`, value: known?.title ?? '' });
    const body = e('textarea', { dir: 'auto', 'aria-label': t`Text for ${account.name}`, value: known?.body ?? '' });
    const fits = e('input', { type: 'checkbox' });
    const counted = e('p', { class: 'wd-count' });
    const own = { account: account.id, on: Boolean(known), title, body, fits };
    const box = e('div', { class: 'wd-field' }, title, body,
      e('label', { class: 'wd-choice' }, fits, e('span', {}, t('I have compared it: it fits the text above as it is now'))));
    const button = e('button', { type: 'button', class: 'wd-button' });
    own.count = () => {
      const length = charCount(own.on ? title.value : this.title.value);
      const b = charCount(own.on ? body.value : this.body.value);
      counted.className = length > account.titleLimit || b > account.bodyLimit ? 'wd-count wd-over' : 'wd-count';
      fill(counted, t`Title ${length} of ${account.titleLimit}, text ${b} of ${account.bodyLimit} characters`);
    };
    const toggle = (on) => {
      own.on = on;
      box.classList.toggle('wd-hidden', !on);
      fill(button, on ? t('Use the text above') : t('Derive an own text'));
      own.count();
    };
    button.addEventListener('click', () => {
      if (!own.on) {
        title.value = [...this.title.value].slice(0, account.titleLimit).join('');
        body.value = this.body.value;
        fits.checked = true;
      }
      toggle(!own.on);
      this.saver.touched();
    });
    [title, body].forEach((input) => input.addEventListener('input', own.count));
    own.node = e('div', { class: 'wd-field' }, e('strong', {}, `${account.name} (${account.platform})`), counted, box, button);
    toggle(own.on);
    return own;
  }

  offer(chosen = this.page.strategy) {
    const { replace } = window.watchdesk;
    replace(this.strategy, selected([['', t('Choose…')], ...this.strategies.map((each) => [each.strategy, t(each.strategy)])], chosen));
    this.advise();
  }

  advise() {
    const found = this.strategies.find((each) => each.strategy === this.strategy.value);
    window.watchdesk.fill(this.advice, found ? t(found.advice) : t('What fits who is responsible, from the decision table.'));
  }

  async ask() {
    const query = new URLSearchParams();
    if (this.cluster.value) query.set('cluster', this.cluster.value);
    if (this.history.value) query.set('repeated', this.history.value);
    try {
      this.strategies = await window.watchdesk.get(`/api/statements/strategies?${query}`);
      this.offer(this.strategy.value);
      this.saver.touched();
    } catch (error) {
      window.watchdesk.problem(this.said, error);
    }
  }

  phrases() {
    const template = this.page.templates.find((each) => each.id === this.template.value);
    for (const part of this.parts) {
      const phrase = template?.phrases?.[part.element];
      if (phrase && !part.input.value.trim()) {
        part.input.value = phrase;
      }
    }
    this.saver.touched();
  }

  elements() {
    return Object.fromEntries(this.parts.filter((part) => part.input.value.trim()).map((part) => [part.element, part.input.value]));
  }

  async compose() {
    const { post, problem } = window.watchdesk;
    problem(this.said, null);
    if (!this.template.value) {
      problem(this.said, t('Choose a template first, or write the text below by hand.'));
      return;
    }
    try {
      const made = await post(`${this.base}/text`, { templateId: this.template.value, elements: this.elements(), nextWord: this.nextWord.value || null });
      this.title.value = this.title.value.trim() ? this.title.value : made.title;
      this.body.value = made.body;
      this.own.forEach((own) => own.count());
      this.saver.touched();
    } catch (error) {
      problem(this.said, error);
    }
  }

  collect() {
    return {
      templateId: this.template.value || null,
      cluster: this.cluster.value || null,
      repeated: this.history.value === '' ? null : this.history.value === 'true',
      strategy: this.strategy.value || null,
      elements: this.elements(),
      nextWord: this.nextWord.value || null,
      title: this.title.value,
      body: this.body.value,
      variants: this.own.filter((own) => own.on).map((own) => ({ account: own.account, title: own.title.value, body: own.body.value, fits: own.fits.checked })),
      links: this.links.value.split('\n').map((link) => link.trim()).filter(Boolean),
      ai: this.ai.value || null,
    };
  }

  async save(body) {
    const saved = await window.watchdesk.put(this.base, { ...body, revision: this.revision });
    this.revision = saved.revision;
    this.tell(saved.problems);
  }

  /** What is missing stands there while a person writes, not only when Complete was pressed. */
  tell(problems) {
    const { element: e, replace } = window.watchdesk;
    this.complete(problems.length === 0);
    replace(this.missing, problems.length === 0
      ? e('p', { class: 'wd-note wd-ok' }, t('Complete: it can go to PR and legal.'))
      : e('div', { class: 'wd-note wd-warn' }, e('strong', {}, t('Still missing')),
        e('ul', {}, problems.map((each) => e('li', { dir: 'auto' }, each)))));
  }
}

/** Opens the form of somebody who approves. */
async function approve(camForm, $scope, containers) {
  const ready = window.watchdesk.gate(camForm, 'statementLoaded');
  ready(false);
  try {
    const sheet = await window.watchdesk.get(`/api/statements/tasks/${camForm.taskId}/sheet`);
    show(camForm, $scope, containers, sheet);
    ready(!sheet.barred);
  } catch (error) {
    window.watchdesk.problem(containers.sheet, error);
  }
}

function show(camForm, $scope, containers, sheet) {
  const { element: e, replace, localTime } = window.watchdesk;
  const name = (id) => sheet.accounts.find((account) => account.id === id)?.name ?? id;
  replace(containers.sheet,
    headOf($scope, sheet.head),
    sheet.barred ? e('p', { class: 'wd-note wd-block' }, sheet.barred) : null,
    sheet.outdated ? e('p', { class: 'wd-note wd-block' }, t('What would go out is not what this review began with. It cannot be approved; raise an objection.')) : null,
    notesOf(sheet.notes),
    e('div', { class: 'wd-section' },
      e('p', { class: 'wd-hint' }, t`${t(sheet.step)}: version ${sheet.version} by ${sheet.editor}, for ${sheet.accounts.map((account) => account.name).join(', ')}`),
      e('h2', { class: 'wd-title', dir: 'auto' }, sheet.title),
      e('div', { class: 'wd-text', dir: 'auto' }, sheet.body),
      sheet.links.map((link) => e('p', {}, e('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, link))),
      sheet.nextWordAt ? e('p', { class: 'wd-note' }, t`It promises the next word by ${localTime(sheet.nextWordAt, sheet.zone)}.`) : null),
    sheet.variants.map((variant) => e('details', { class: 'wd-section' }, e('summary', {}, t`Own text for ${name(variant.account)}`),
      e('h2', { class: 'wd-title', dir: 'auto' }, variant.title), e('div', { class: 'wd-text', dir: 'auto' }, variant.body))),
    e('details', { class: 'wd-section wd-section-quiet' }, e('summary', {}, t`Strategy "${t(sheet.strategy)}" and what the text must say`),
      e('p', { dir: 'auto' }, t(sheet.advice)),
      e('dl', { class: 'wd-facts' }, sheet.elements.filter((part) => part.text).map((part) => [e('dt', {}, t(part.words)), e('dd', { dir: 'auto' }, part.text)]))),
    sheet.findings.length ? e('div', { class: 'wd-section' }, e('h2', { class: 'wd-title' }, t('What the machines found')),
      e('ul', { class: 'wd-list' }, sheet.findings.map((finding) => e('li', { dir: 'auto' }, `"${finding.excerpt}": ${finding.reason}`)))) : null,
    e('p', { class: 'wd-hint' }, t`SHA-256 of what goes out: ${sheet.contentHash}`));
  answerChecklist(camForm, $scope, containers.checklist, sheet);
}

function answerChecklist(camForm, $scope, container, sheet) {
  const { element: e, replace, fill, gate, answer, charCount } = window.watchdesk;
  const answers = {};
  const done = gate(camForm, 'checklist');
  const enough = gate(camForm, 'reason');
  const missing = e('p', { class: 'wd-hint', role: 'status' });
  const answered = () => {
    const open = sheet.checklist.filter((item) => item.need !== 'recommended' && !answers[item.id]).length;
    fill(missing, open === 1 ? t('1 required answer is missing.') : open ? t`${open} required answers are missing.` : t('All required answers are given.'));
    done(open === 0);
  };
  replace(container, sheet.checklist.map((item) => e('fieldset', { class: 'wd-field', 'data-item': item.id },
    e('legend', {}, t(item.question)),
    e('div', { class: 'wd-row' },
      e('span', { class: `wd-badge ${item.need === 'recommended' ? '' : 'wd-warn'}` }, t(item.need)),
      ANSWERS.map(([value, label]) => e('label', { class: 'wd-choice' },
        e('input', { type: 'radio', name: `wd-item-${item.id}`, value, onchange: () => { answers[item.id] = value; answered(); } }),
        e('span', {}, label)))))), missing);
  answered();
  answer(camForm, 'contentHash', () => sheet.contentHash);
  answer(camForm, 'checklistAnswers', () => JSON.stringify(answers));
  $scope.$evalAsync(() => {
    $scope.contentHash = sheet.contentHash;
    $scope.reasonMinLength = sheet.reasonMinLength;
    $scope.textMaxLength = sheet.textMaxLength;
    $scope.mayApprove = !sheet.outdated;
  });
  $scope.$watchGroup(['stepVerdict', 'verdictReason'], ([verdict, reason]) => {
    const explained = charCount((reason ?? '').trim()) >= sheet.reasonMinLength;
    enough(Boolean(verdict) && (verdict === 'approved' || explained));
  });
}

/** Opens the form of the internal update. */
async function update(camForm, $scope, container) {
  const { element: e, get, put, gate, replace, problem, localTime } = window.watchdesk;
  const ready = gate(camForm, 'updateLoaded');
  ready(false);
  try {
    const path = `/api/statements/updates/${camForm.taskId}`;
    const page = await get(path);
    const text = e('textarea', { id: 'wd-update-text', class: 'wd-long', dir: 'auto', value: page.text });
    const next = e('input', { type: 'datetime-local', id: 'wd-update-next', value: page.nextAt ? isoLocal(page.nextAt) : '' });
    const status = e('p', { class: 'wd-status wd-sticky' });
    const last = page.updates[page.updates.length - 1];
    replace(container,
      e('h1', { dir: 'auto' }, page.crisisTitle),
      e('p', { class: 'wd-row' }, e('span', { class: `wd-badge wd-level-${page.crisisLevel}` }, LEVELS[page.crisisLevel] ?? page.crisisLevel), page.crisisId),
      countdown($scope, page.dueAt, last?.givenAt ?? page.firstSighted),
      status,
      e('div', { class: 'wd-section' },
        field('wd-update-text', t('Where we stand'), true, text, t('Goes by mail to everybody who works on the crisis.')),
        field('wd-update-next', t('The next update comes by'), true, next, t('In the time of this device. The next clock runs until then.'))),
      page.updates.length ? e('details', { class: 'wd-section wd-section-quiet' }, e('summary', {}, t`Said so far (${page.updates.length})`),
        e('ul', { class: 'wd-list' }, [...page.updates].reverse().map((each) => e('li', { dir: 'auto' },
          e('strong', {}, `${each.audience === 'PUBLIC' ? t('Public') : t('Internal')}, ${localTime(each.givenAt)}`), e('div', { class: 'wd-text' }, each.text))))) : null);
    const filled = gate(camForm, 'updateFilled');
    const collect = () => ({ text: text.value, nextAt: next.value ? new Date(next.value).toISOString() : null });
    const check = () => filled(Boolean(text.value.trim() && next.value));
    text.addEventListener('input', check);
    next.addEventListener('input', check);
    check();
    const saver = window.watchdesk.autosave(camForm, $scope, { collect, save: (body) => put(path, body), status });
    if (text.value === '' && next.value) {
      saver.touched();
    }
    ready(true);
  } catch (error) {
    problem(container, error);
  }
}

window.watchdeskStatement = Object.freeze({ write, approve, update });

/** Tasklist asks every custom script for its plug-ins; this one has none. */
export default [];
