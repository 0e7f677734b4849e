/**
 * What the forms at the end of a crisis and of drills show and save, as the global `watchdeskClosing`. The server checks
 * everything again.
 */

import { t } from './language.js';

const words = (camel) => String(camel).replace(/([A-Z_])/g, ' $1').replaceAll('_', '').replace(/\s+/g, ' ').toLowerCase().trim();
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const byId = (id) => document.getElementById(id);

/** Lets people write into a field of the form only now that what was saved stands in it: what they wrote before would be lost. */
const opened = (field, text) => Object.assign(field, { value: text ?? '', disabled: false });

const fact = (name, ...value) => {
  const { element: e } = window.watchdesk;
  return value[0] ? [e('dt', {}, name), e('dd', { dir: 'auto' }, value)] : [];
};

const labelled = (words, input) => {
  const { element: e } = window.watchdesk;
  return e('div', { class: 'wd-field' }, e('label', {}, words, input));
};

function duration(seconds) {
  if (seconds === null || seconds === undefined) {
    return t('never');
  }
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours ? t`${hours} h ${minutes} min` : minutes ? t`${minutes} min ${seconds % 60} s` : t`${seconds} s`;
}

/* ---- Held posts ---- */

const HELD = {
  keep: t('Keep its time'),
  move: t('Give it a new time'),
  rewrite: t('Send it back to be rewritten'),
  drop: t('Do not publish it here'),
  stopped: t('The platform was told to stop it'),
};

/** The one list in which every held post is decided; it is saved post by post. */
async function heldContent(camForm, container) {
  const { get, gate, problem } = window.watchdesk;
  const ready = gate(camForm, 'everythingDecided');
  ready(false);
  const open = new Set();
  const show = (page) => {
    ready(page.drill || page.undecided === 0);
    window.watchdesk.replace(container, heldHead(page, load), page.posts.map((post) => heldPost(post, camForm, page, open, show)));
  };
  async function load() {
    try {
      show(await get(`/api/held-content/${camForm.taskId}`));
    } catch (error) {
      problem(container, error);
    }
  }
  await load();
}

function heldHead(page, again) {
  const { element: e } = window.watchdesk;
  const said = page.drill
    ? t`This is a drill: ${page.posts.length} posts would have been held. Nothing happens to them.`
    : page.posts.length === 0
      ? t('Nothing is held any more. Completing the task lifts the holds of this crisis.')
      : page.undecided === 0
        ? t('Everything is decided. Completing the task lifts the holds of this crisis and carries the decisions out.')
        : t`${page.undecided} of ${page.posts.length} posts are not decided yet. Nothing goes out before the task is completed.`;
  return e('div', { class: 'wd-row' },
    e('p', { class: `wd-note${page.undecided && !page.drill ? ' wd-warn' : ''}` }, said),
    e('button', { type: 'button', class: 'wd-link', onclick: again }, t('Look again')));
}

function heldPost(post, camForm, page, open, show) {
  const { element: e, localTime, timeLeft } = window.watchdesk;
  const left = timeLeft(post.slotAt);
  return e('section', { class: 'wd-section', 'data-publication': post.publicationId },
    e('h3', { class: 'wd-title', dir: 'auto' }, post.title),
    e('dl', { class: 'wd-facts' },
      fact(t('Account'), `${post.accountName} (${post.platform})`),
      fact(t('Planned'), `${localTime(post.slotAt, post.zone)}, ${post.past ? left : t`in ${left}`}`),
      fact(t('Risk'), t(post.risk)),
      fact(t('Text'), post.excerpt)),
    post.past && !post.handedOver ? e('p', { class: 'wd-note wd-warn' }, t('Its time is over. It does not go out by itself.')) : null,
    post.handedOver ? e('p', { class: 'wd-note wd-block' }, t`It was handed over before the hold. Tell ${post.platform} to stop it, then say what shows that it did.`) : null,
    post.approved ? null : e('p', { class: 'wd-note wd-warn' }, t('Its approval is not in force any more.')),
    post.otherHolds ? e('p', { class: 'wd-note wd-block', dir: 'auto' }, [t('It stays held after this crisis.'), ' ', post.otherHolds]) : null,
    post.choice && !open.has(post.publicationId)
      ? heldDecision(post, () => {
          open.add(post.publicationId);
          show(page);
        })
      : page.drill ? null : heldQuestion(post, camForm, open, show));
}

function heldDecision(post, change) {
  const { element: e } = window.watchdesk;
  return e('p', { class: 'wd-note' },
    e('strong', {}, HELD[post.choice]),
    post.newSlot ? ` ${post.newSlot.replace('T', ' ')}` : '',
    post.reason ? e('span', { dir: 'auto' }, `: ${post.reason}`) : '',
    ` (${post.decidedBy}) `,
    e('button', { type: 'button', class: 'wd-link', onclick: change }, t('Change')));
}

function heldQuestion(post, camForm, open, show) {
  const { element: e, replace, put, problem } = window.watchdesk;
  const choices = post.handedOver
    ? ['stopped', 'keep']
    : ['keep', 'move', 'rewrite', 'drop'].filter((choice) =>
        !(choice === 'keep' && (post.past || !post.approved)) && !(choice === 'move' && !post.approved));
  const more = e('div', { class: 'wd-more' });
  const trouble = e('div', { 'aria-live': 'polite' });
  const slot = e('input', { type: 'datetime-local', 'aria-label': t`New time (${post.zone})` });
  const reason = e('textarea', { maxlength: 1000, rows: 2, 'aria-label': t('Reason') });
  const reapproved = e('input', { type: 'checkbox' });
  const select = e('select', { 'aria-label': t`Decision on ${post.title}`, onchange: () => ask() },
    e('option', { value: '' }, t('Choose…')),
    choices.map((choice) => e('option', { value: choice }, choice === 'keep' && post.handedOver ? t('Let it go out') : HELD[choice])));
  const ask = () => {
    const choice = select.value;
    replace(trouble);
    replace(more,
      choice === 'move' ? labelled(t`New time (${post.zone})`, slot) : null,
      ['keep', 'move'].includes(choice) && !post.handedOver
        ? e('label', { class: 'wd-choice' }, reapproved, e('span', {}, t('I read it again: it is right as it is, after this crisis.')))
        : null,
      ['rewrite', 'drop', 'stopped'].includes(choice) ? labelled(choice === 'stopped' ? t('What shows it') : t('Why'), reason) : null,
      choice ? e('button', { type: 'button', class: 'wd-button wd-button-strong', onclick: save }, t('Save this decision')) : null);
  };
  const save = async () => {
    try {
      const page = await put(`/api/held-content/${camForm.taskId}/${encodeURIComponent(post.publicationId)}`, {
        choice: select.value,
        reason: reason.value,
        newSlot: slot.value ? slot.value.slice(0, 16) : null,
        reapproved: reapproved.checked,
      });
      open.delete(post.publicationId);
      show(page);
    } catch (error) {
      problem(trouble, error);
    }
  };
  return e('div', { class: 'wd-field', 'data-unsaved': true }, select, more, trouble);
}

/* ---- Posts that are out ---- */

/** What is out in the scope of a crisis: keep, hide or withdraw; each answer takes effect at once. */
async function publishedContent(camForm, container) {
  const { get, problem, replace } = window.watchdesk;
  const show = (posts) => replace(container, publishedHead(posts), posts.map((post) => publishedPost(post, camForm, show)));
  try {
    show(await get(`/api/published-content/${camForm.taskId}`));
  } catch (error) {
    problem(container, error);
  }
}

function publishedHead(posts) {
  const { element: e } = window.watchdesk;
  return e('p', { class: 'wd-hint' }, posts.length
    ? t`${posts.length} posts in the scope of this crisis are out. Hiding and withdrawing begin at once.`
    : t('Nothing in the scope of this crisis has gone out lately.'));
}

function publishedPost(post, camForm, show) {
  const { element: e, localTime } = window.watchdesk;
  return e('section', { class: 'wd-section', 'data-publication': post.publicationId },
    e('h3', { class: 'wd-title', dir: 'auto' }, post.title),
    e('dl', { class: 'wd-facts' },
      fact(t('Account'), `${post.accountName} (${post.platform})`),
      fact(t('Out since'), localTime(post.publishedAt, post.zone)),
      post.link ? fact(t('Link'), e('a', { href: post.link, target: '_blank', rel: 'noopener noreferrer' }, post.link)) : [],
      fact(t('Text'), post.excerpt)),
    post.verdict && post.verdict !== 'keep'
      ? e('p', { class: 'wd-note' }, e('strong', {}, t(capital(post.verdict))), e('span', { dir: 'auto' }, `: ${post.reason} (${post.by})`))
      : publishedQuestion(post, camForm, show));
}

function publishedQuestion(post, camForm, show) {
  const { element: e, put, problem } = window.watchdesk;
  const reason = e('input', { type: 'text', maxlength: 900, 'aria-label': t('Why'), placeholder: t('Why') });
  const trouble = e('div', { 'aria-live': 'polite' });
  const say = (verdict) => e('button', {
    type: 'button',
    class: 'wd-button',
    onclick: async () => {
      try {
        show(await put(`/api/published-content/${camForm.taskId}/${encodeURIComponent(post.publicationId)}`, {
          verdict,
          reason: reason.value,
        }));
      } catch (error) {
        problem(trouble, error);
      }
    },
  }, t(capital(verdict)));
  return e('div', { class: 'wd-field', 'data-unsaved': true },
    post.verdict === 'keep' ? e('p', { class: 'wd-note' }, t`Kept (${post.by}).`) : null,
    reason,
    e('div', { class: 'wd-row' }, post.verdict ? null : say('keep'), post.canHide ? say('hide') : null, say('withdraw')),
    trouble);
}

/* ---- Retrospective ---- */

/** Shows what happened and saves what people write about it. */
async function retrospective(camForm, $scope, container) {
  const { get, put, gate, replace, problem, autosave } = window.watchdesk;
  const ready = gate(camForm, 'retrospectiveLoaded');
  ready(false);
  try {
    const page = await get(`/api/retrospectives/${camForm.taskId}`);
    await owners();
    replace(container, figures(page.figures), timeline(page.timeline));
    const text = page.retrospective.text;
    const fields = { causes: byId('wd-causes'), wentWell: byId('wd-went-well'), shortcomings: byId('wd-shortcomings') };
    Object.entries(fields).forEach(([name, field]) => opened(field, text[name]));
    const none = noAction(text.noActionReason);
    const list = actionList(text.actions.map((action) => ({ ...action })), () => saving.touched());
    replace(byId('wd-actions'), list.element, none.element);
    const saving = autosave(camForm, $scope, {
      collect: () => ({
        causes: fields.causes.value,
        wentWell: fields.wentWell.value,
        shortcomings: fields.shortcomings.value,
        actions: list.values(),
        noActionReason: none.value(),
      }),
      save: (body) => put(`/api/retrospectives/${camForm.taskId}`, body),
      status: byId('wd-status'),
    });
    ready(true);
  } catch (error) {
    problem(container, error);
  }
}

function noAction(reason) {
  const { element: e } = window.watchdesk;
  const field = e('textarea', { maxlength: 2000, rows: 2, id: 'wd-no-action', value: reason ?? '' });
  return {
    element: e('div', { class: 'wd-field' }, e('label', { for: 'wd-no-action' }, t('If nothing has to be done: why')), field),
    value: () => field.value,
  };
}

/** Rows of what is to be done, by whom, until when. */
function actionList(actions, touched) {
  const { element: e, replace } = window.watchdesk;
  const rows = e('div', {});
  const items = [];
  const draw = () => replace(rows, items.map((item) => item.element));
  const add = (action) => {
    const item = actionRow(action, () => {
      items.splice(items.indexOf(item), 1);
      draw();
      touched();
    });
    items.push(item);
  };
  actions.forEach(add);
  draw();
  return {
    element: e('fieldset', { class: 'wd-section' },
      e('legend', {}, t('Actions')),
      rows,
      e('button', {
        type: 'button',
        class: 'wd-button',
        onclick: () => {
          add({});
          draw();
        },
      }, t('Add an action'))),
    values: () => items.map((item) => item.value()),
  };
}

function actionRow(action, remove) {
  const { element: e } = window.watchdesk;
  const title = e('input', { type: 'text', maxlength: 500, 'aria-label': t('What is to be done'), placeholder: t('What is to be done'), value: action.title ?? '' });
  const owner = e('input', { type: 'text', list: 'wd-people', maxlength: 64, autocomplete: 'off', 'aria-label': t('Owner'), placeholder: t('Owner'), value: action.owner ?? '' });
  const dueOn = e('input', { type: 'date', 'aria-label': t('Until'), value: action.dueOn ?? '' });
  return {
    element: e('div', { class: 'wd-action' }, title, e('div', { class: 'wd-row' }, owner, dueOn,
      remove ? e('button', { type: 'button', class: 'wd-link', onclick: remove }, t('Remove')) : null)),
    value: () => ({ title: title.value, owner: owner.value.trim(), dueOn: dueOn.value || null }),
  };
}

async function owners() {
  const { element: e, get, replace } = window.watchdesk;
  const people = await get('/api/crisis-actions/owners');
  replace(byId('wd-people'), people.map((person) => e('option', { value: person.id }, person.name)));
}

function figures(all) {
  const { element: e } = window.watchdesk;
  return e('details', { class: 'wd-section', open: true },
    e('summary', {}, t('Figures, counted from the first sighting')),
    e('table', { class: 'wd-table' }, e('tbody', {},
      all.milestones.filter((each) => each.at).map((each) =>
        e('tr', {}, e('td', {}, t(capital(words(each.milestone.toLowerCase())))), e('td', {}, duration(each.seconds)))))),
    all.hit + all.missed
      ? e('p', { class: all.missed ? 'wd-note wd-warn' : 'wd-note' }, t`${all.hit} of ${all.hit + all.missed} deadlines were met.`,
          all.deadlines.filter((each) => each.standing === 'MISSED').map((each) =>
            [' ', t`Missed: ${t(words(each.deadline.toLowerCase()))}.`]))
      : null);
}

function timeline(entries) {
  const { element: e, localTime } = window.watchdesk;
  return e('details', { class: 'wd-section wd-section-quiet' },
    e('summary', {}, t`Time line (${entries.length})`),
    e('table', { class: 'wd-table' }, e('tbody', {}, entries.map((entry) =>
      e('tr', {}, e('td', {}, localTime(entry.at)), e('td', {}, window.watchdesk.who(entry.by)), e('td', { dir: 'auto' }, entry.text))))));
}

/* ---- Action ---- */

/** Shows an action and who could take it over. */
async function action(camForm, container) {
  const { element: e, get, gate, replace, problem, localTime, timeTo } = window.watchdesk;
  const ready = gate(camForm, 'actionLoaded');
  ready(false);
  try {
    const page = await get(`/api/crisis-actions/${camForm.taskId}`);
    await owners();
    const left = timeTo(page.action.dueAt);
    replace(container,
      e('h2', { class: 'wd-title', dir: 'auto' }, page.action.title),
      e('dl', { class: 'wd-facts' },
        fact(t('Action'), page.action.id),
        fact(t('From'), page.action.origin === 'DRILL'
          ? t`the drill ${page.crisisTitle} (${page.action.crisisId})`
          : t`the retrospective of ${page.crisisTitle} (${page.action.crisisId})`),
        fact(t('Owner'), page.ownerName),
        fact(t('Agreed by'), `${page.agreedByName}, ${localTime(page.action.agreedAt)}`),
        fact(t('Until'), `${localTime(page.action.dueAt)}, ${left}`)));
    ready(true);
  } catch (error) {
    problem(container, error);
  }
}

/* ---- Drills ---- */

/** The start form: what each scenario brings, and the accounts to tick. */
async function request(camForm, $scope, accountsBox, scriptBox) {
  const { element: e, get, replace, problem, answer } = window.watchdesk;
  try {
    const [scenarios, accounts] = await Promise.all([get('/api/drills/scenarios'), get('/api/accounts')]);
    const ticks = accounts.map((account) => ({ id: account.id, box: e('input', { type: 'checkbox' }), name: account.name }));
    replace(accountsBox, ticks.map((tick) => e('label', {}, tick.box, e('span', {}, ` ${tick.name}`))));
    answer(camForm, 'accounts', () => ticks.filter((tick) => tick.box.checked).map((tick) => tick.id).join(','));
    const chosen = byId('wd-scenario');
    const tell = () => {
      const script = scenarios.find((each) => each.scenario === chosen.value);
      replace(scriptBox, script
        ? e('div', { class: 'wd-note' }, e('p', {}, script.opening),
            e('ul', { class: 'wd-list' }, script.signals.map((signal) => e('li', {}, signal))),
            e('p', { class: 'wd-hint' }, t`It is stopped after ${script.minutes} minutes at the latest.`))
        : null);
    };
    chosen.addEventListener('change', tell);
    tell();
  } catch (error) {
    problem(accountsBox, error);
  }
}

/** What the leader sees while a drill runs. */
async function observe(camForm, $scope, container) {
  const { get, put, gate, replace, problem, autosave } = window.watchdesk;
  const ready = gate(camForm, 'drillLoaded');
  ready(false);
  try {
    const page = await get(`/api/drills/tasks/${camForm.taskId}`);
    replace(container, drillFacts(page), timeline(page.timeline));
    const field = opened(byId('wd-observations'), page.drill.observations);
    autosave(camForm, $scope, {
      collect: () => ({ observations: field.value }),
      save: (body) => put(`/api/drills/tasks/${camForm.taskId}/observations`, body),
      status: byId('wd-status'),
    });
    ready(true);
  } catch (error) {
    problem(container, error);
  }
}

function drillFacts(page) {
  const { element: e, localTime } = window.watchdesk;
  return e('dl', { class: 'wd-facts' },
    fact(t('Drill'), t`${page.drill.id}, crisis ${page.crisis.id}`),
    fact(t('Title'), page.crisis.title),
    fact(t('Scenario'), t(capital(words(page.drill.scenario)))),
    fact(t('Level'), t(page.crisis.level.toLowerCase())),
    fact(t('Announced'), page.drill.announced ? t('yes') : t('no, only that it is a drill')),
    fact(t('Leader'), page.leaderName),
    fact(t('Taken by'), page.crisis.holder ?? t('nobody yet')),
    fact(t('Signals played'), String(page.drill.played)),
    fact(t('Ends at the latest'), localTime(page.drill.endsAt)));
}

/** The score card and what shall be done about its gaps. */
async function score(camForm, $scope, container) {
  const { get, put, gate, replace, problem, autosave } = window.watchdesk;
  const ready = gate(camForm, 'scoreLoaded');
  ready(false);
  try {
    const page = await get(`/api/drills/tasks/${camForm.taskId}`);
    await owners();
    replace(container, drillFacts(page), scoreCard(page.drill.score), timeline(page.timeline));
    const planned = page.drill.actions ?? [];
    const gaps = page.drill.score.gaps.map((gap) => gapQuestion(gap, planned.find((each) => each.gap === gap.key) ?? {}));
    const list = actionList(planned.filter((each) => !each.gap), () => saving.touched());
    replace(byId('wd-gaps'), gaps.map((gap) => gap.element), list.element);
    const field = opened(byId('wd-observations'), page.drill.observations);
    const saving = autosave(camForm, $scope, {
      collect: () => ({
        observations: field.value,
        actions: [...gaps.map((gap) => gap.value()), ...list.values().map((each) => ({ gap: null, ...each, dismissed: null }))],
      }),
      save: (body) => put(`/api/drills/tasks/${camForm.taskId}/review`, body),
      status: byId('wd-status'),
    });
    ready(true);
  } catch (error) {
    problem(container, error);
  }
}

function scoreCard(card) {
  const { element: e } = window.watchdesk;
  const line = (name, seconds) => e('tr', {}, e('td', {}, name), e('td', {}, duration(seconds)));
  return e('div', { class: 'wd-section' },
    e('h2', { class: 'wd-title' }, t('Score card')),
    e('table', { class: 'wd-table' }, e('tbody', {},
      line(t('Rated'), card.secondsToRate),
      line(t('Held on paper'), card.secondsToHold),
      line(t('First page'), card.secondsToFirstPage),
      line(t('Acknowledged'), card.secondsToAcknowledge),
      card.tiers.map((tier) => e('tr', {}, e('td', {}, t`Tier ${tier.tier} (${tier.people} people)`),
        e('td', {}, tier.acknowledgedAfter === null
          ? t`paged after ${duration(tier.pagedAfter)}, did not take it`
          : t`paged after ${duration(tier.pagedAfter)}, taken ${duration(tier.acknowledgedAfter)} later by ${tier.by}`))),
      line(t('Triaged'), card.secondsToTriage),
      line(t('Command centre assembled'), card.secondsToCommand),
      line(t('Holding statement'), card.secondsToHoldingStatement),
      line(t('Full statement'), card.secondsToFullStatement),
      line(t('Closed'), card.secondsToClose))),
    e('p', { class: 'wd-hint' },
      t`${card.pages} pages, ${card.loops} repeated loops, ${card.wouldHaveHeld} posts would have been held, ${card.deadlinesHit} of ${card.deadlinesHit + card.deadlinesMissed} deadlines met.`),
    card.unreachable.length
      ? e('div', { class: 'wd-note wd-warn' }, t('Not reached:'), e('ul', { class: 'wd-list' }, card.unreachable.map((each) => e('li', {}, each))))
      : null);
}

function gapQuestion(gap, planned) {
  const { element: e } = window.watchdesk;
  const row = actionRow(planned);
  const dismissed = e('input', { type: 'text', maxlength: 500, 'aria-label': t('Why it needs no action'), placeholder: t('Or: why it needs no action'), value: planned.dismissed ?? '' });
  return {
    element: e('section', { class: 'wd-section' }, e('p', { class: 'wd-note wd-warn', dir: 'auto' }, gap.sentence), row.element, dismissed),
    value: () => ({ gap: gap.key, ...row.value(), dismissed: dismissed.value }),
  };
}

window.watchdeskClosing = Object.freeze({
  heldContent,
  publishedContent,
  retrospective,
  action,
  request,
  observe,
  score,
});

/** Tasklist asks every custom script for its plug-ins; this one has none. */
export default [];
