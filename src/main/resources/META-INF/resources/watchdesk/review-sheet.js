/**
 * The page on which a text is reviewed, as the global `watchdeskReview`: what goes out, what machines found, what changed,
 * what was said before, the checklist and the verdict.
 */

const SEVERITIES = { BLOCK: 'block', WARNING: 'warn', SUSPICION: 'info' };
const BASES = { brand: 'Brand', law: 'Law', platform: 'Platform' };
const VERDICTS = { APPROVED: ['approved', 'ok'], CHANGES_REQUESTED: ['changes requested', 'warn'], REJECTED: ['rejected', 'block'] };
const RISKS = { low: 'ok', medium: 'warn', high: 'block', unknown: 'block' };
const ANSWERS = [['yes', 'Yes'], ['no', 'No'], ['notApplicable', 'Not applicable']];
const AI = { YES: 'AI generated it', PARTLY: 'AI generated a part of it', NO: 'No AI took part' };

/** "SHORT_VIDEO" as people read it. */
const words = (code) => {
  const text = String(code ?? '').replace(/_/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const camel = (code) => String(code).toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase());

/** Opens the sheet of a task; containers are {sheet, checklist}, the rest of the form is plain HTML. */
async function open(camForm, $scope, containers) {
  const ready = window.watchdesk.gate(camForm, 'reviewLoaded');
  ready(false);
  try {
    const sheet = await window.watchdesk.get(`/api/reviews/${camForm.taskId}`);
    new Sheet(camForm, $scope, containers, sheet).show();
    ready(true);
  } catch (error) {
    window.watchdesk.problem(containers.sheet, error);
  }
}

class Sheet {
  constructor(camForm, $scope, containers, sheet) {
    this.camForm = camForm;
    this.$scope = $scope;
    this.containers = containers;
    this.sheet = sheet;
    this.answers = {};
  }

  show() {
    const { replace } = window.watchdesk;
    replace(this.containers.sheet,
      this.head(), this.notes(), this.changes(), this.texts(), this.findings(), this.attachments(), this.history(), this.brief());
    this.checklist();
    this.verdict();
  }

  head() {
    const { element: e, localTime } = window.watchdesk;
    const { sheet } = this;
    const { text, stage } = sheet;
    const others = text.contributors.filter((person) => person.id !== text.editor.id && person.id !== text.author.id);
    return e('div', {},
      e('h1', { dir: 'auto' }, text.title),
      e('p', { class: 'wd-hint' },
        `${sheet.pieceId}, version ${text.version}. Written by ${text.author.name}, last edited by ${text.editor.name}`,
        others.length ? `, with ${others.map((person) => person.name).join(', ')}` : '',
        `; submitted ${localTime(text.submittedAt, stage.zone)}.`),
      e('div', { class: 'wd-row' },
        e('span', { class: `wd-badge wd-${RISKS[sheet.risk] ?? 'block'}` }, `Risk: ${sheet.risk}`),
        e('span', { class: 'wd-badge' }, words(sheet.brief.category)),
        e('span', { class: `wd-badge ${text.ai === 'NO' ? '' : 'wd-warn'}` }, AI[text.ai]),
        this.clock('Sign-off due', stage.dueAt),
        sheet.slotFreedAt
          ? e('span', { class: 'wd-badge wd-block' }, 'Slot missed and freed')
          : sheet.slot ? this.clock('Slot', sheet.slot) : e('span', { class: 'wd-badge' }, 'Next free slot')),
      e('ol', { class: 'wd-list wd-steps' }, sheet.stages.map((step) => this.step(step))));
  }

  clock(name, at) {
    const { element: e, localTime, timeLeft } = window.watchdesk;
    const left = new Date(at) - new Date(this.sheet.now);
    const tone = left < 0 ? 'wd-block' : left < 2 * 3600 * 1000 ? 'wd-warn' : '';
    return e('span', { class: `wd-badge ${tone}`, title: localTime(at, this.sheet.stage.zone) },
      `${name}: ${left < 0 ? '' : 'in '}${timeLeft(at, new Date(this.sheet.now).getTime())}`);
  }

  step(step) {
    const { element: e } = window.watchdesk;
    const [said, tone] = step.verdict ? VERDICTS[step.verdict] : step.current ? ['your stage', 'info'] : ['to come', 'none'];
    const rule = { any: 'one sign-off', all: 'everybody signs off' }[this.sheet.stage.rule] ?? `${this.sheet.stage.rule} sign off`;
    return e('li', {},
      e('strong', {}, `${step.position}. ${step.title} `), e('span', { class: `wd-badge wd-${tone}` }, said),
      step.current ? e('span', { class: 'wd-hint' }, ` ${rule}${this.sheet.stage.veto ? '; a rejection is final' : ''}`) : null,
      step.signOffs.map((given) => this.signOff(given)));
  }

  signOff(given) {
    const { element: e, localTime } = window.watchdesk;
    const [said, tone] = VERDICTS[given.verdict];
    return e('div', {},
      e('span', { class: `wd-badge wd-${tone}` }, said), ' ', given.person, ', ', given.stage, ' ',
      e('span', { class: 'wd-hint' }, localTime(given.at, this.sheet.stage.zone)),
      given.kindOfReason ? e('div', {}, given.kindOfReason) : null,
      given.reason ? e('div', { class: 'wd-diff', dir: 'auto' }, given.reason) : null,
      given.comment ? e('div', { class: 'wd-diff', dir: 'auto' }, given.comment) : null);
  }

  notes() {
    const { element: e } = window.watchdesk;
    const { sheet } = this;
    return [
      sheet.barred ? e('p', { class: 'wd-note wd-block' }, sheet.barred) : null,
      sheet.outdated ? e('p', { class: 'wd-note wd-block' }, sheet.outdated) : null,
      sheet.inputKnown ? null : e('p', { class: 'wd-note wd-warn' },
        'The decision tables do not know this combination of findings, category and accounts. The strictest route was taken; please look at the brief and the screening with care and tell a manager.'),
      sheet.stage.escalatedAt ? e('p', { class: 'wd-note wd-warn' }, 'This review is late; managers have been told.') : null,
    ];
  }

  changes() {
    const { element: e } = window.watchdesk;
    const { changes } = this.sheet;
    if (!changes) {
      return null;
    }
    return e('div', { class: 'wd-section', id: 'wd-changes' },
      e('h2', { class: 'wd-title' }, `What changed since version ${changes.sinceVersion} was approved`),
      changes.parts.length === 0
        ? e('p', {}, 'No word of it. Something that goes out with it changed: the rights of a file or the settings of an account.')
        : changes.parts.map((part) => e('div', { class: 'wd-field' },
            e('h3', { class: 'wd-hint' }, this.partName(part.part)),
            e('div', { class: 'wd-text wd-text-tall wd-diff', dir: 'auto' }, part.pieces.map((piece) =>
              e({ ADDED: 'ins', REMOVED: 'del', SAME: 'span' }[piece.change], {}, piece.text))))));
  }

  /** The text for all, then what single accounts get instead; machines' findings are marked where they are. */
  texts() {
    const { element: e } = window.watchdesk;
    const { text, targets } = this.sheet;
    const own = new Set(text.variants.map((variant) => variant.account));
    const shared = targets.filter((target) => !own.has(target.id));
    const name = (id) => targets.find((target) => target.id === id)?.name ?? id;
    return [
      this.text(own.size ? 'Text for ' + (shared.map((target) => target.name).join(', ') || 'no account') : 'Text',
        text.title, text.body, 'title', 'body', shared),
      text.variants.map((variant) => this.text(`Text for ${name(variant.account)}`, variant.title, variant.body,
        `variant:${variant.account}:title`, `variant:${variant.account}:body`,
        targets.filter((target) => target.id === variant.account))),
    ].flat().map((node) => node ?? e('span'));
  }

  text(heading, title, body, titlePart, bodyPart, targets) {
    const { element: e, marked } = window.watchdesk;
    return e('div', { class: 'wd-section' },
      e('h2', { class: 'wd-title' }, heading),
      e('div', { class: 'wd-field' }, marked(title, this.ranges(titlePart))),
      e('div', { class: 'wd-field' }, marked(body, this.ranges(bodyPart))),
      targets.map((target) => e('p', { class: 'wd-count' },
        `${target.name}: title `, this.limit(target.titleLength, target.titleLimit),
        ', body ', this.limit(target.bodyLength, target.bodyLimit), ' characters',
        this.sheet.text.ai === 'NO' || !target.aiLabel ? null : [', label "', e('span', { dir: 'auto' }, target.aiLabel), '"'])));
  }

  limit(length, limit) {
    const { element: e } = window.watchdesk;
    return e('span', { class: length > limit ? 'wd-over' : '' }, `${length.toLocaleString('en')} of ${limit.toLocaleString('en')}`);
  }

  ranges(part) {
    return (this.sheet.screening?.findings ?? [])
      .filter((finding) => finding.part === part && finding.start >= 0)
      .map((finding) => ({ start: finding.start, end: finding.end, severity: SEVERITIES[finding.severity], title: finding.reason }));
  }

  findings() {
    const { element: e, localTime } = window.watchdesk;
    const { screening, stage } = this.sheet;
    if (!screening) {
      return e('p', { class: 'wd-note wd-block' }, 'This version was never screened by machine.');
    }
    return e('div', { class: 'wd-section' },
      e('h2', { class: 'wd-title' }, screening.findings.length ? 'What the machine found' : 'The machine found nothing'),
      e('ul', { class: 'wd-list' }, screening.findings.map((finding) =>
        e('li', {},
          e('span', { class: `wd-badge wd-${SEVERITIES[finding.severity]}` }, words(finding.severity)), ' ',
          finding.excerpt ? [e('strong', { dir: 'auto' }, finding.excerpt), ' '] : null,
          e('span', { class: 'wd-hint' }, `${this.partName(finding.part)}: `), finding.reason))),
      e('p', { class: 'wd-hint' }, `Screened ${localTime(screening.at, stage.zone)} with list ${screening.listVersion}. It never approves by itself.`));
  }

  partName(part) {
    const { targets, assets } = this.sheet;
    const [kind, which, what] = part.split(':');
    if (kind === 'variant') {
      return `${words(what)} for ${targets.find((target) => target.id === which)?.name ?? which}`;
    }
    if (kind === 'asset') {
      return `File ${assets.find((asset) => asset.id === which)?.fileName ?? which}`;
    }
    return { link: `Link ${which}`, assets: 'Files', ai: 'Declaration about AI' }[kind] ?? words(kind);
  }

  attachments() {
    const { element: e } = window.watchdesk;
    const { text, assets } = this.sheet;
    const file = (asset) => `/api/assets/${asset.id}/file?task=${this.camForm.taskId}`;
    return [
      text.links.length ? e('div', { class: 'wd-section' },
        e('h2', { class: 'wd-title' }, 'Links'),
        e('ul', { class: 'wd-list' }, text.links.map((link) =>
          e('li', {}, e('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, link))))) : null,
      assets.length ? e('div', { class: 'wd-section' },
        e('h2', { class: 'wd-title' }, 'Files'),
        e('ul', { class: 'wd-list' }, assets.map((asset) =>
          e('li', {},
            asset.kind === 'IMAGE' ? e('div', { class: 'wd-thumbs' }, e('a', { href: file(asset), target: '_blank' }, e('img', { alt: asset.fileName, src: file(asset) }))) : null,
            e('a', { href: file(asset), target: '_blank' }, asset.fileName), ' ',
            e('span', { class: 'wd-hint' }, `${words(asset.kind)}, ${Math.ceil(asset.bytes / 1024).toLocaleString('en')} kB`),
            e('div', {}, this.rights(asset.rights)))))) : null,
    ];
  }

  rights(rights) {
    const { element: e } = window.watchdesk;
    if (!rights) {
      return e('span', { class: 'wd-badge wd-block' }, 'No rights record');
    }
    return e('span', { class: 'wd-hint', dir: 'auto' }, [
      rights.holder, rights.licence, rights.scope,
      `valid ${rights.validFrom ?? 'from ever'} to ${rights.validTo ?? 'for ever'}`,
      rights.channels?.length ? `for ${rights.channels.join(', ')}` : 'for all platforms',
    ].filter(Boolean).join('; '));
  }

  history() {
    const { element: e, localTime } = window.watchdesk;
    const { rounds, stage } = this.sheet;
    if (rounds.length === 0) {
      return null;
    }
    return e('details', { class: 'wd-section wd-section-quiet', open: true },
      e('summary', {}, `Earlier reviews (${rounds.length})`),
      e('ul', { class: 'wd-list' }, rounds.map((round) =>
        e('li', {},
          e('strong', {}, `Version ${round.version}, ${localTime(round.openedAt, stage.zone)} `),
          round.verdict
            ? e('span', { class: `wd-badge wd-${VERDICTS[round.verdict][1]}` }, VERDICTS[round.verdict][0])
            : e('span', { class: 'wd-badge' }, 'ended without a verdict'),
          round.note ? e('div', { class: 'wd-diff', dir: 'auto' }, `${round.notedBy}: ${round.note}`) : null,
          round.signOffs.map((given) => this.signOff(given))))));
  }

  brief() {
    const { element: e } = window.watchdesk;
    const { brief, planner } = this.sheet;
    const fact = (name, value) => (value ? [e('dt', {}, name), e('dd', { dir: 'auto' }, value)] : []);
    return e('details', { class: 'wd-section wd-section-quiet' },
      e('summary', {}, 'Brief: ', brief.topic),
      e('dl', { class: 'wd-facts' },
        fact('Planner', planner), fact('Audience', brief.audience), fact('Format', words(brief.format)),
        fact('Pool tier', words(brief.tier)), fact('Notes', brief.notes)));
  }

  checklist() {
    const { element: e, replace } = window.watchdesk;
    this.done = window.watchdesk.gate(this.camForm, 'checklist');
    this.missing = e('p', { class: 'wd-hint', role: 'status' });
    replace(this.containers.checklist,
      this.sheet.stage.checklist.map((item) => this.item(item)), this.missing);
    this.answered();
  }

  item(item) {
    const { element: e } = window.watchdesk;
    const required = item.need !== 'recommended';
    return e('fieldset', { class: 'wd-field', 'data-item': item.id },
      e('legend', {}, item.question),
      e('div', { class: 'wd-row' },
        e('span', { class: `wd-badge ${item.basis === 'law' ? 'wd-info' : ''}` }, BASES[item.basis] ?? item.basis),
        e('span', { class: `wd-badge ${required ? 'wd-warn' : ''}` }, required ? 'required' : 'recommended'),
        ANSWERS.map(([value, label]) => e('label', { class: 'wd-choice' },
          e('input', { type: 'radio', name: `wd-item-${item.id}`, value, onchange: () => {
            this.answers[item.id] = value;
            this.answered();
          } }), e('span', {}, label)))));
  }

  answered() {
    const open = this.sheet.stage.checklist.filter((item) => item.need !== 'recommended' && !this.answers[item.id]).length;
    window.watchdesk.fill(this.missing, open ? `${open} required ${open === 1 ? 'answer is' : 'answers are'} missing.` : 'All required answers are given.');
    this.done(open === 0);
    this.$scope.$evalAsync(() => {
      this.$scope.checklistAnswers = JSON.stringify(this.answers);
    });
  }

  /** Hands the plain part of the form what it needs, and says what is missing before Complete can be pressed. */
  verdict() {
    const { sheet, $scope } = this;
    const enough = window.watchdesk.gate(this.camForm, 'reason');
    window.watchdesk.answer(this.camForm, 'contentHash', () => sheet.contentHash);
    window.watchdesk.answer(this.camForm, 'checklistAnswers', () => JSON.stringify(this.answers));
    $scope.$evalAsync(() => {
      $scope.contentHash = sheet.contentHash;
      $scope.reasons = sheet.reasons.map((reason) => ({ code: camel(reason.code), words: reason.words }));
      $scope.reasonMinLength = sheet.reasonMinLength;
      $scope.textMaxLength = sheet.textMaxLength;
      $scope.mayApprove = !sheet.outdated;
    });
    $scope.$watchGroup(['signOffVerdict', 'reason', 'reasonCode'], ([verdict, reason, code]) => {
      const explained = window.watchdesk.charCount((reason ?? '').trim()) >= sheet.reasonMinLength && code;
      enough(Boolean(verdict) && (verdict === 'approved' || Boolean(explained)));
    });
  }
}

window.watchdeskReview = Object.freeze({ open });

/** Tasklist asks every custom script for its plug-ins; this one has none. */
export default [];
