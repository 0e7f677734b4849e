/**
 * The page on which a text is written or corrected, as the global `watchdeskDraft`. It saves to the server while the
 * writer works, so a draft survives a closed browser and can be taken over by a colleague.
 */

import { locale, named, t } from './language.js';

const SEVERITIES = { block: 'wd-block', warning: 'wd-warn', suspicion: 'wd-info' };

const KINDS = { image: t('Picture'), font: t('Font'), music: t('Music'), video: t('Video') };

const RIGHTS = [
  ['source', t('Source'), 'text', t('Where it comes from')],
  ['holder', t('Holder'), 'text', t('Who owns the rights')],
  ['licence', t('Licence'), 'text', t('Its name or number')],
  ['scope', t('Scope'), 'text', t('What it allows, in words')],
  ['channels', t('Platforms'), 'text', t('Commas between them; empty for all')],
  ['territories', t('Countries'), 'text', t('ISO codes such as CN, commas between them; empty for everywhere')],
  ['credit', t('Credit'), 'text', t('Words that the post must name; empty for none')],
  ['validFrom', t('Valid from'), 'date', ''],
  ['validTo', t('Valid to'), 'date', ''],
  ['proof', t('Proof'), 'text', t('Link or file number of the licence')],
];

const SEVERAL = new Set(['channels', 'territories']);

const camel = (text) => String(text).toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase());

/** Opens the editor for a task in a container. */
async function open(camForm, $scope, container) {
  const ready = window.watchdesk.gate(camForm, 'draftLoaded');
  ready(false);
  try {
    const page = await window.watchdesk.get(`/api/drafts/${camForm.taskId}`);
    new Editor(camForm, $scope, container, page).show();
    ready(true);
  } catch (error) {
    window.watchdesk.problem(container, error);
  }
}

class Editor {
  constructor(camForm, $scope, container, page) {
    this.camForm = camForm;
    this.$scope = $scope;
    this.container = container;
    this.page = page;
    this.base = `/api/drafts/${camForm.taskId}`;
    this.revision = page.draft.revision;
    this.assets = page.assets;
    this.used = new Set(page.draft.assets);
  }

  show() {
    const { element: e, replace } = window.watchdesk;
    const { draft } = this.page;
    this.status = e('p', { class: 'wd-status wd-sticky' });
    this.title = e('input', { type: 'text', id: 'wd-title', dir: 'auto', value: draft.title });
    this.body = e('textarea', { id: 'wd-body', class: 'wd-long', dir: 'auto', value: draft.body });
    this.links = e('textarea', { id: 'wd-links', value: draft.links.join('\n') });
    this.counts = e('div', { class: 'wd-section wd-section-quiet', 'aria-live': 'polite' });
    this.variants = this.page.accounts.map((account) => this.variant(account));
    this.files = e('ul', { class: 'wd-list' });
    replace(
      this.container,
      this.feedback(),
      this.brief(),
      this.status,
      e('div', { class: 'wd-section' },
        e('div', { class: 'wd-field' }, e('label', { for: 'wd-title', class: 'wd-required' }, t('Title')), this.title),
        e('div', { class: 'wd-field' }, e('label', { for: 'wd-body', class: 'wd-required' }, t('Body')), this.body)),
      this.counts,
      e('div', { class: 'wd-section' },
        e('h2', { class: 'wd-title' }, t('Own texts for accounts')),
        e('p', { class: 'wd-hint' }, t('An account without an own text gets the title and body above.')),
        this.variants.map((variant) => variant.node)),
      e('div', { class: 'wd-section' },
        e('div', { class: 'wd-field' },
          e('label', { for: 'wd-links' }, t('Links')),
          this.links,
          e('p', { class: 'wd-hint' }, t('One address a line, as https://example.com/page.')))),
      e('div', { class: 'wd-section' }, e('h2', { class: 'wd-title' }, t('Files')), this.files, this.upload()),
      this.declaration());
    this.showFiles();
    this.count();
    this.container.addEventListener('input', () => this.count());
    this.container.addEventListener('change', () => this.count());
    this.saving = window.watchdesk.autosave(this.camForm, this.$scope, {
      collect: () => this.collect(),
      save: async (text) => {
        const saved = await window.watchdesk.put(this.base, { ...text, revision: this.revision });
        this.revision = saved.revision;
      },
      status: this.status,
    });
  }

  collect() {
    const ai = this.container.querySelector('input[name="wd-ai"]:checked');
    return {
      title: this.title.value,
      body: this.body.value,
      variants: this.variants.filter((variant) => variant.on()).map((variant) => variant.text()),
      links: this.links.value.split('\n').map((link) => link.trim()).filter(Boolean),
      assets: this.assets.map((asset) => asset.id).filter((id) => this.used.has(id)),
      ai: ai ? ai.value : null,
    };
  }

  brief() {
    const { element: e } = window.watchdesk;
    const { brief, accounts, pieceId } = this.page;
    const fact = (name, value) => (value ? [e('dt', {}, name), e('dd', { dir: 'auto' }, value)] : []);
    return e('details', { class: 'wd-section wd-section-quiet', open: true },
      e('summary', {}, t`Brief ${pieceId}: `, brief.topic),
      e('dl', { class: 'wd-facts' },
        fact(t('Audience'), brief.audience),
        fact(t('Category'), t(words(brief.category))),
        fact(t('Format'), t(words(brief.format))),
        fact(t('Pool tier'), t(words(brief.tier))),
        fact(t('Accounts'), accounts.map((account) => account.name).join(', ')),
        fact(t('Goes out'), brief.wishedAt ? t`${brief.wishedAt.replace('T', ' ').slice(0, 16)} in the zone of each account` : t('in the next free slot')),
        fact(t('Notes'), brief.notes)));
  }

  /** What machines and reviewers said about the last version; each loads by itself and stays away when there is nothing. */
  feedback() {
    const { element: e } = window.watchdesk;
    const box = e('div', { id: 'wd-feedback' });
    if (this.page.lastVersion) {
      const piece = `/api/pieces/${this.page.pieceId}`;
      const task = `taskId=${this.camForm.taskId}`;
      window.watchdesk.get(`${piece}/review-notes?${task}`)
        .then((notes) => box.prepend(this.reviewNotes(notes)))
        .catch((error) => box.prepend(e('p', { class: 'wd-problem' }, t('The review notes cannot be shown. '), error.message)));
      window.watchdesk.get(`${piece}/versions/${this.page.lastVersion}/findings?${task}`)
        .then((report) => box.append(this.findings(report)))
        .catch((error) => box.append(e('p', { class: 'wd-problem' }, t('The findings cannot be shown. '), error.message)));
    }
    return box;
  }

  reviewNotes(notes) {
    const { element: e } = window.watchdesk;
    const told = notes.filter((note) => camel(note.verdict) !== 'approved' || note.comment);
    return told.length === 0
      ? e('span')
      : e('div', { class: 'wd-note wd-warn' },
          e('strong', {}, t('What reviewers said')),
          e('ul', { class: 'wd-list' }, told.map((note) =>
            e('li', {}, e('strong', {}, `${note.person}, ${named(note.stage)}: ${t(words(note.verdict))}`),
              note.reason ? e('div', {}, t(note.reason)) : null,
              note.text ? e('div', { dir: 'auto', class: 'wd-diff' }, note.text) : null,
              note.comment ? e('div', { dir: 'auto', class: 'wd-diff' }, note.comment) : null))));
  }

  findings(report) {
    const { element: e } = window.watchdesk;
    if (!report || report.findings.length === 0) {
      return e('span');
    }
    const blocked = report.findings.some((finding) => camel(finding.severity) === 'block');
    return e('div', { class: `wd-note ${blocked ? 'wd-block' : 'wd-warn'}` },
      e('strong', {}, blocked
        ? t('The screening stopped this text. Mend what is marked "block", then complete the task again.')
        : t('What the screening found')),
      e('ul', { class: 'wd-list' }, report.findings.map((finding) =>
        e('li', {},
          e('span', { class: `wd-badge ${SEVERITIES[camel(finding.severity)]}` }, t(words(finding.severity))), ' ',
          finding.excerpt ? [e('strong', { dir: 'auto' }, finding.excerpt), ' '] : null,
          e('span', { class: 'wd-hint' }, this.place(finding)), ' ', finding.reason))));
  }

  place(finding) {
    const name = (id) => this.page.accounts.find((account) => account.id === id)?.name ?? id;
    const [kind, which, part] = finding.part.split(':');
    const file = this.page.assets.find((asset) => asset.id === which);
    const where = { variant: t`${t(part)} for ${name(which)}`, link: t`link ${which}`, asset: t`file ${file ? file.fileName : which}` }[kind] ?? t(kind);
    return finding.start >= 0 ? t`in ${where}, place ${finding.start + 1}:` : t`in ${where}:`;
  }

  variant(account) {
    const { element: e, charCount } = window.watchdesk;
    const own = this.page.draft.variants.find((variant) => variant.account === account.id);
    const tick = e('input', { type: 'checkbox' });
    tick.checked = Boolean(own);
    const title = e('input', { type: 'text', dir: 'auto', 'aria-label': t`Title for ${account.name}`, value: own ? own.title : '' });
    const body = e('textarea', { dir: 'auto', 'aria-label': t`Body for ${account.name}`, value: own ? own.body : '' });
    const fields = e('div', {}, e('div', { class: 'wd-field' }, title), e('div', { class: 'wd-field' }, body));
    fields.hidden = !own;
    tick.addEventListener('change', () => {
      fields.hidden = !tick.checked;
      if (tick.checked && !title.value && !body.value) {
        title.value = this.title.value;
        body.value = this.body.value;
      }
    });
    return {
      account,
      node: e('div', { class: 'wd-field' },
        e('label', { class: 'wd-choice' }, tick, e('span', {}, account.name, ' ', e('span', { class: 'wd-hint' },
          [account.platform, ...account.languages.map(language)].join(', ')))),
        fields),
      on: () => tick.checked,
      text: () => ({ account: account.id, title: title.value, body: body.value }),
      length: () => (tick.checked
        ? [charCount(title.value), charCount(body.value)]
        : [charCount(this.title.value), charCount(this.body.value)]),
    };
  }

  /** Shows for each account how much of its limits the text takes. */
  count() {
    const { element: e, replace } = window.watchdesk;
    const cell = (length, limit) =>
      e('td', { class: length > limit ? 'wd-count wd-over' : 'wd-count' },
        `${length.toLocaleString(locale)} / ${limit.toLocaleString(locale)}`);
    replace(this.counts, e('table', { class: 'wd-table' },
      e('thead', {}, e('tr', {}, e('th', {}, t('Characters')), e('th', {}, t('Title')), e('th', {}, t('Body')))),
      e('tbody', {}, this.variants.map((variant) => {
        const [title, body] = variant.length();
        return e('tr', {}, e('td', {}, variant.account.name),
          cell(title, variant.account.titleLimit), cell(body, variant.account.bodyLimit));
      }))));
  }

  declaration() {
    const { element: e } = window.watchdesk;
    const choice = (value, words) => {
      const radio = e('input', { type: 'radio', name: 'wd-ai', value });
      radio.checked = this.page.draft.ai === value;
      return e('label', {}, radio, e('span', {}, words));
    };
    return e('fieldset', { class: 'wd-section wd-checks' },
      e('legend', {}, t('Did AI generate any of it? *')),
      choice('NO', t('No')), choice('PARTLY', t('Partly')), choice('YES', t('Yes')),
      e('p', { class: 'wd-hint' }, t('Platforms in China require the declaration; where AI took part, the post carries the label.')));
  }

  showFiles() {
    const { element: e, replace } = window.watchdesk;
    replace(this.files, this.assets.length === 0 ? e('li', { class: 'wd-hint' }, t('No files yet.')) : null,
      this.assets.map((asset) => {
        const tick = e('input', { type: 'checkbox', onchange: () => {
          this.used[tick.checked ? 'add' : 'delete'](asset.id);
        } });
        tick.checked = this.used.has(asset.id);
        return e('li', {},
          e('label', { class: 'wd-choice' }, tick, e('span', {}, asset.fileName, ' ',
            e('span', { class: 'wd-hint' }, `${KINDS[camel(asset.kind)]}, ${Math.ceil(asset.bytes / 1024).toLocaleString(locale)} kB`))),
          camel(asset.kind) === 'image'
            ? e('div', { class: 'wd-thumbs' }, e('img', { alt: asset.fileName, src: `/api/assets/${asset.id}/file?taskId=${this.camForm.taskId}` }))
            : null,
          e('details', {}, e('summary', {}, asset.rights ? t`Rights: ${asset.rights.holder || t('holder missing')}, valid ${asset.rights.validFrom || t('from ever')} to ${asset.rights.validTo || t('for ever')}` : t('No rights record yet')),
            this.rights(asset.rights, t('Save the rights'), async (rights) => {
              const saved = await window.watchdesk.put(`${this.base}/assets/${asset.id}/rights`, rights);
              this.assets = this.assets.map((other) => (other.id === saved.id ? saved : other));
              this.showFiles();
            })));
      }));
  }

  upload() {
    const { element: e, problem } = window.watchdesk;
    const file = e('input', { type: 'file', 'aria-label': t('File') });
    const kind = e('select', { 'aria-label': t('Kind of file') },
      Object.entries(KINDS).map(([value, name]) => e('option', { value }, name)));
    const trouble = e('div', {});
    const send = async (rights) => {
      if (!file.files.length) {
        throw new Error(t('Choose a file first.'));
      }
      const form = new FormData();
      form.append('file', file.files[0]);
      form.append('kind', kind.value);
      form.append('rights', JSON.stringify(rights));
      const asset = await window.watchdesk.upload(`${this.base}/assets`, form);
      this.assets = [...this.assets, asset];
      this.used.add(asset.id);
      file.value = '';
      problem(trouble, null);
      details.open = false;
      this.showFiles();
      this.saving.touched();
    };
    const details = e('details', { 'data-unsaved': true }, e('summary', {}, t('Add a file')),
      e('div', { class: 'wd-grid' }, e('div', { class: 'wd-field' }, kind), e('div', { class: 'wd-field' }, file)),
      e('p', { class: 'wd-hint' }, t('Every picture, font, piece of music and video needs a rights record; without one the screening sends the text back.')),
      this.rights(null, t('Upload'), send), trouble);
    return details;
  }

  /** The fields of a rights record with a button that hands them on. */
  rights(rights, button, act) {
    const { element: e, problem } = window.watchdesk;
    const inputs = RIGHTS.map(([key, label, type, hint]) => {
      const value = rights && rights[key] ? (Array.isArray(rights[key]) ? rights[key].join(', ') : rights[key]) : '';
      return [key, e('input', { type, value, placeholder: hint, 'aria-label': label }), label];
    });
    const trouble = e('div', {});
    const read = () => Object.fromEntries(inputs.map(([key, input]) => [key,
      SEVERAL.has(key) ? input.value.split(',').map((name) => name.trim()).filter(Boolean) : input.value || null]));
    return e('div', { 'data-unsaved': true },
      e('div', { class: 'wd-grid' }, inputs.map(([, input, label]) =>
        e('div', { class: 'wd-field' }, e('label', {}, label, input)))),
      e('button', { type: 'button', class: 'wd-button', onclick: () => {
        Promise.resolve().then(() => act(read())).catch((error) => problem(trouble, error));
      } }, button),
      trouble);
  }
}

/** "zh" as people call it. */
function language(tag) {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(tag);
}

/** "CHANGES_REQUESTED" and "changesRequested" as people read it. */
function words(code) {
  const text = String(code ?? '').replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

window.watchdeskDraft = Object.freeze({ open });

/** Tasklist asks every custom script for its plug-ins; this one has none. */
export default [];
