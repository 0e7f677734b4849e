/**
 * The page on which a text is reviewed, as the global `watchdeskReview`: what goes out, what machines found, what changed,
 * what was said before, the checklist and the verdict.
 */

import { locale, named, t } from './language.js';

const SEVERITIES = { BLOCK: 'block', WARNING: 'warn', SUSPICION: 'info' };
const BASES = { brand: t('Brand'), law: t('Law'), platform: t('Platform') };
const VERDICTS = { APPROVED: [t('approved'), 'ok'], CHANGES_REQUESTED: [t('changes requested'), 'warn'], REJECTED: [t('rejected'), 'block'] };
const RISKS = { low: 'ok', medium: 'warn', high: 'block', unknown: 'block' };
const ANSWERS = [['yes', t('Yes')], ['no', t('No')], ['notApplicable', t('Not applicable')]];
const AI = { YES: t('AI generated it'), PARTLY: t('AI generated a part of it'), NO: t('No AI took part') };

/** "SHORT_VIDEO" as people read it. */
const words = (code) => {
  const text = String(code ?? '').replace(/_/g, ' ').toLowerCase();
  return t(text.charAt(0).toUpperCase() + text.slice(1));
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
        t`${sheet.pieceId}, version ${text.version}. Written by ${text.author.name}, last edited by ${text.editor.name}`,
        others.length ? t`, with ${others.map((person) => person.name).join(', ')}` : '',
        t`; submitted ${localTime(text.submittedAt, stage.zone)}.`),
      e('div', { class: 'wd-row' },
        e('span', { class: `wd-badge wd-${RISKS[sheet.risk] ?? 'block'}` }, t`Risk: ${t(sheet.risk)}`),
        e('span', { class: 'wd-badge' }, words(sheet.brief.category)),
        e('span', { class: `wd-badge ${text.ai === 'NO' ? '' : 'wd-warn'}` }, AI[text.ai]),
        this.clock(t('Sign-off due'), stage.dueAt),
        sheet.slotFreedAt
          ? e('span', { class: 'wd-badge wd-block' }, t('Slot missed and freed'))
          : sheet.slot ? this.clock(t('Slot'), sheet.slot) : e('span', { class: 'wd-badge' }, t('Next free slot'))),
      e('ol', { class: 'wd-list wd-steps' }, sheet.stages.map((step) => this.step(step))));
  }

  clock(name, at) {
    const { element: e, localTime, timeLeft } = window.watchdesk;
    const left = new Date(at) - new Date(this.sheet.now);
    const tone = left < 0 ? 'wd-block' : left < 2 * 3600 * 1000 ? 'wd-warn' : '';
    return e('span', { class: `wd-badge ${tone}`, title: localTime(at, this.sheet.stage.zone) },
      left < 0 ? t`${name}: ${timeLeft(at, new Date(this.sheet.now).getTime())}` : t`${name}: in ${timeLeft(at, new Date(this.sheet.now).getTime())}`);
  }

  step(step) {
    const { element: e } = window.watchdesk;
    const [said, tone] = step.verdict ? VERDICTS[step.verdict] : step.current ? [t('your stage'), 'info'] : [t('to come'), 'none'];
    const rule = { any: t('one sign-off'), all: t('everybody signs off') }[this.sheet.stage.rule] ?? t`${this.sheet.stage.rule} sign off`;
    return e('li', {},
      e('strong', {}, `${step.position}. ${named(step.title)} `), e('span', { class: `wd-badge wd-${tone}` }, said),
      step.current ? e('span', { class: 'wd-hint' }, ` ${rule}${this.sheet.stage.veto ? t('; a rejection is final') : ''}`) : null,
      step.signOffs.map((given) => this.signOff(given)));
  }

  signOff(given) {
    const { element: e, localTime } = window.watchdesk;
    const [said, tone] = VERDICTS[given.verdict];
    return e('div', {},
      e('span', { class: `wd-badge wd-${tone}` }, said), ' ', given.person, ', ', named(given.stage), ' ',
      e('span', { class: 'wd-hint' }, localTime(given.at, this.sheet.stage.zone)),
      given.kindOfReason ? e('div', {}, t(given.kindOfReason)) : null,
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
        t('The decision tables do not know this combination of findings, category and accounts. The strictest route was taken; please look at the brief and the screening with care and tell a manager.')),
      sheet.stage.escalatedAt ? e('p', { class: 'wd-note wd-warn' }, t('This review is late; managers have been told.')) : null,
    ];
  }

  changes() {
    const { element: e } = window.watchdesk;
    const { changes } = this.sheet;
    if (!changes) {
      return null;
    }
    return e('div', { class: 'wd-section', id: 'wd-changes' },
      e('h2', { class: 'wd-title' }, t`What changed since version ${changes.sinceVersion} was approved`),
      changes.parts.length === 0
        ? e('p', {}, t('No word of it. Something that goes out with it changed: the rights of a file or the settings of an account.'))
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
      this.text(own.size ? t`Text for ${shared.map((target) => target.name).join(', ') || t('no account')}` : t('Text'),
        text.title, text.body, 'title', 'body', shared),
      text.variants.map((variant) => this.text(t`Text for ${name(variant.account)}`, variant.title, variant.body,
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
        t`${target.name}: title `, this.limit(target.titleLength, target.titleLimit),
        t(', body '), this.limit(target.bodyLength, target.bodyLimit), t(' characters'),
        this.sheet.text.ai === 'NO' || !target.aiLabel ? null : [t(', label "'), e('span', { dir: 'auto' }, target.aiLabel), '"'],
        target.languages.length ? t`; speaks ${target.languages.map(language).join(', ')}` : null)));
  }

  limit(length, limit) {
    const { element: e } = window.watchdesk;
    return e('span', { class: length > limit ? 'wd-over' : '' }, `${length.toLocaleString(locale)} / ${limit.toLocaleString(locale)}`);
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
      return e('p', { class: 'wd-note wd-block' }, t('This version was never screened by machine.'));
    }
    return e('div', { class: 'wd-section' },
      e('h2', { class: 'wd-title' }, screening.findings.length ? t('What the machine found') : t('The machine found nothing')),
      e('ul', { class: 'wd-list' }, screening.findings.map((finding) =>
        e('li', {},
          e('span', { class: `wd-badge wd-${SEVERITIES[finding.severity]}` }, words(finding.severity)), ' ',
          finding.excerpt ? [e('strong', { dir: 'auto' }, finding.excerpt), ' '] : null,
          e('span', { class: 'wd-hint' }, `${this.partName(finding.part)}: `), finding.reason))),
      e('p', { class: 'wd-hint' }, t`Screened ${localTime(screening.at, stage.zone)} with list ${screening.listVersion}. It never approves by itself.`));
  }

  partName(part) {
    const { targets, assets } = this.sheet;
    const [kind, which, what] = part.split(':');
    if (kind === 'variant') {
      return t`${words(what)} for ${targets.find((target) => target.id === which)?.name ?? which}`;
    }
    if (kind === 'asset') {
      return t`File ${assets.find((asset) => asset.id === which)?.fileName ?? which}`;
    }
    return { link: t`Link ${which}`, assets: t('Files'), ai: t('Declaration about AI') }[kind] ?? words(kind);
  }

  attachments() {
    const { element: e } = window.watchdesk;
    const { text, assets } = this.sheet;
    const file = (asset) => `/api/assets/${asset.id}/file?task=${this.camForm.taskId}`;
    return [
      text.links.length ? e('div', { class: 'wd-section' },
        e('h2', { class: 'wd-title' }, t('Links')),
        e('ul', { class: 'wd-list' }, text.links.map((link) =>
          e('li', {}, e('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, link))))) : null,
      assets.length ? e('div', { class: 'wd-section' },
        e('h2', { class: 'wd-title' }, t('Files')),
        e('ul', { class: 'wd-list' }, assets.map((asset) =>
          e('li', {},
            asset.kind === 'IMAGE' ? e('div', { class: 'wd-thumbs' }, e('a', { href: file(asset), target: '_blank' }, e('img', { alt: asset.fileName, src: file(asset) }))) : null,
            e('a', { href: file(asset), target: '_blank' }, asset.fileName), ' ',
            e('span', { class: 'wd-hint' }, `${words(asset.kind)}, ${Math.ceil(asset.bytes / 1024).toLocaleString(locale)} kB`),
            e('div', {}, this.rights(asset.rights)))))) : null,
    ];
  }

  rights(rights) {
    const { element: e } = window.watchdesk;
    if (!rights) {
      return e('span', { class: 'wd-badge wd-block' }, t('No rights record'));
    }
    return e('span', { class: 'wd-hint', dir: 'auto' }, [
      rights.holder, rights.licence, rights.scope,
      t`valid ${rights.validFrom ?? t('from ever')} to ${rights.validTo ?? t('for ever')}`,
      rights.channels?.length ? t`for ${rights.channels.join(', ')}` : t('for all platforms'),
      rights.territories?.length ? t`only in ${rights.territories.join(', ')}` : null,
      rights.credit ? t`credit "${rights.credit}"` : null,
    ].filter(Boolean).join('; '));
  }

  history() {
    const { element: e, localTime } = window.watchdesk;
    const { rounds, stage } = this.sheet;
    if (rounds.length === 0) {
      return null;
    }
    return e('details', { class: 'wd-section wd-section-quiet', open: true },
      e('summary', {}, t`Earlier reviews (${rounds.length})`),
      e('ul', { class: 'wd-list' }, rounds.map((round) =>
        e('li', {},
          e('strong', {}, t`Version ${round.version}, ${localTime(round.openedAt, stage.zone)}`, ' '),
          round.verdict
            ? e('span', { class: `wd-badge wd-${VERDICTS[round.verdict][1]}` }, VERDICTS[round.verdict][0])
            : e('span', { class: 'wd-badge' }, t('ended without a verdict')),
          round.note ? e('div', { class: 'wd-diff', dir: 'auto' }, `${round.notedBy}: ${round.note}`) : null,
          round.signOffs.map((given) => this.signOff(given))))));
  }

  brief() {
    const { element: e } = window.watchdesk;
    const { brief, planner } = this.sheet;
    const fact = (name, value) => (value ? [e('dt', {}, name), e('dd', { dir: 'auto' }, value)] : []);
    return e('details', { class: 'wd-section wd-section-quiet' },
      e('summary', {}, t('Brief: '), brief.topic),
      e('dl', { class: 'wd-facts' },
        fact(t('Planner'), planner), fact(t('Audience'), brief.audience), fact(t('Format'), words(brief.format)),
        fact(t('Pool tier'), words(brief.tier)), fact(t('Notes'), brief.notes)));
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
      e('legend', {}, t(item.question)),
      e('div', { class: 'wd-row' },
        e('span', { class: `wd-badge ${item.basis === 'law' ? 'wd-info' : ''}` }, BASES[item.basis] ?? item.basis),
        e('span', { class: `wd-badge ${required ? 'wd-warn' : ''}` }, required ? t('required') : t('recommended')),
        ANSWERS.map(([value, label]) => e('label', { class: 'wd-choice' },
          e('input', { type: 'radio', name: `wd-item-${item.id}`, value, onchange: () => {
            this.answers[item.id] = value;
            this.answered();
          } }), e('span', {}, label)))));
  }

  answered() {
    const open = this.sheet.stage.checklist.filter((item) => item.need !== 'recommended' && !this.answers[item.id]).length;
    window.watchdesk.fill(this.missing, open === 0 ? t('All required answers are given.') : open === 1 ? t('1 required answer is missing.') : t`${open} required answers are missing.`);
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
    window.watchdesk.fill(document.getElementById('wd-reason-hint'), t`At least ${sheet.reasonMinLength} characters. The writer reads it.`);
    $scope.$evalAsync(() => {
      $scope.contentHash = sheet.contentHash;
      $scope.reasons = sheet.reasons.map((reason) => ({ code: camel(reason.code), words: t(reason.words) }));
      $scope.textMaxLength = sheet.textMaxLength;
      $scope.mayApprove = !sheet.outdated;
    });
    $scope.$watchGroup(['signOffVerdict', 'reason', 'reasonCode'], ([verdict, reason, code]) => {
      const explained = window.watchdesk.charCount((reason ?? '').trim()) >= sheet.reasonMinLength && code;
      enough(Boolean(verdict) && (verdict === t('approved') || Boolean(explained)));
    });
  }
}

/** "zh" as people call it. */
const language = (tag) => new Intl.DisplayNames([locale], { type: 'language' }).of(tag);

window.watchdeskReview = Object.freeze({ open });

/** Tasklist asks every custom script for its plug-ins; this one has none. */
export default [];
