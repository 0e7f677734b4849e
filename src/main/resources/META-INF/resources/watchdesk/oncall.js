/**
 * What the forms of on-call tasks show and ask, as the global `watchdeskOncall`. The server checks every answer again.
 */

import { named, t } from './language.js';

const COMING_DAYS = 28;

const facts = (...lines) => {
  const { element: e } = window.watchdesk;
  return e('dl', { class: 'wd-facts' }, lines.filter((line) => line[1]).map(([name, value]) =>
    [e('dt', {}, name), e('dd', { dir: 'auto' }, value)]));
};

/** Loads what a task is about; Complete waits until it is shown. */
async function load(camForm, container, what, show) {
  const { get, gate, replace } = window.watchdesk;
  const ready = gate(camForm, 'oncallLoaded');
  ready(false);
  try {
    const page = await get(`/api/oncall-tasks/${camForm.taskId}/${what}`);
    replace(container, show(page));
    ready(true);
    return page;
  } catch (error) {
    window.watchdesk.problem(container, error);
    return null;
  }
}

/** Fills a list of choices and writes what is picked into the scope. */
function choices(select, first, options, picked) {
  const { element: e, replace } = window.watchdesk;
  replace(select, e('option', { value: '' }, first),
    options.map((option, place) => e('option', { value: String(place) }, option.label)));
  select.onchange = () => picked(select.value === '' ? null : options[Number(select.value)]);
}

const person = (each) => ({ value: each.id, label: each.name === each.id ? each.id : `${each.name} (${each.id})` });

/** Shows the days ahead of all rotas, the worst first. */
async function showCoverage(container) {
  const { get, element: e, replace, problem } = window.watchdesk;
  try {
    const rotas = await get('/api/oncall/coverage');
    replace(container, rotas.map((rota) => e('div', { class: 'wd-section' },
      e('h2', {}, named(rota.name), ' ',
        e('span', { class: `wd-badge ${rota.percent === 100 ? 'wd-ok' : 'wd-block'}` }, t`${rota.percent} % covered`)),
      rota.wrong.length === 0
        ? e('p', { class: 'wd-hint' }, t('Somebody is on call at every moment, and everybody can be reached.'))
        : e('ul', { class: 'wd-list' }, rota.wrong.map((each) => e('li', { dir: 'auto' }, each.detail))))));
  } catch (error) {
    problem(container, error);
  }
}

/** Shows a finding and offers the people who can be put in. */
async function openFinding(camForm, $scope, container, field, select) {
  const { element: e, localTime } = window.watchdesk;
  const page = await load(camForm, container, 'finding', (finding) => [
    finding.state === 'open' ? null : e('p', { class: 'wd-note wd-ok' }, t('This has been mended meanwhile. Complete closes the task.')),
    e('p', { class: 'wd-note wd-block', dir: 'auto' }, finding.detail),
    facts(
      [t('Rota'), named(finding.rotaName)],
      [finding.kind === 'gap' ? t('Gap from') : t('Next shift'), localTime(finding.from, finding.zone)],
      [t('Until'), localTime(finding.until, finding.zone)],
      [t('Person'), finding.person]),
    finding.kind === 'gap' ? null : e('p', { class: 'wd-hint' },
      t('Mend the address or the account of this person, or let somebody stand in (Start process, Oncall change). Then complete this task.')),
  ]);
  if (page) {
    field.hidden = page.kind !== 'gap';
    choices(select, t('Nobody here'), page.candidates.map(person), (picked) =>
      $scope.$evalAsync(() => { $scope.person = picked ? picked.value : ''; }));
  }
}

/** Shows an offered shift. */
async function openSwap(camForm, container) {
  const { element: e, localTime, timeLeft } = window.watchdesk;
  await load(camForm, container, 'swap', (swap) => [
    swap.own ? e('p', { class: 'wd-note wd-block' }, t('This is your own offer. Colleagues can take it; you cannot.')) : null,
    facts(
      [t('Offered by'), swap.offeredBy],
      [t('Rota'), named(swap.rotaName)],
      [t('From'), localTime(swap.from, swap.zone)],
      [t('Until'), localTime(swap.until, swap.zone)],
      [t('Offer ends'), `${localTime(swap.expiresAt, swap.zone)}, ${timeLeft(swap.expiresAt)}`],
      [t('Note'), swap.note]),
  ]);
}

/** Shows what is handed over. */
async function openHandover(camForm, container) {
  const { element: e, localTime } = window.watchdesk;
  await load(camForm, container, 'handover', (page) => [
    e('ul', { class: 'wd-list' }, page.matters.map((matter) => e('li', { dir: 'auto' },
      matter.link ? e('a', { href: matter.link, target: '_blank', rel: 'noopener noreferrer' }, matter.title) : matter.title,
      ` (${matter.id})`))),
    facts(
      [t('Rota'), named(page.rotaName)],
      [t('Comes'), page.incoming],
      [t('Goes'), page.outgoing.join(', ') || t('nobody was on call before')],
      [t('Since'), localTime(page.changedAt, page.zone)],
      [t('Take over by'), localTime(page.takeOverBy, page.zone)]),
    page.note
      ? e('div', { class: 'wd-section' }, e('h2', {}, t`Note of ${page.notedBy}`), e('div', { class: 'wd-text', dir: 'auto' }, page.note))
      : e('p', { class: 'wd-hint' }, t('No note has been left so far.')),
  ]);
}

/** The start form of a change: rota, people and times on the rota's clock. */
async function openChange($scope, byId) {
  const { get, problem } = window.watchdesk;
  const set = (name, value) => $scope.$evalAsync(() => { $scope[name] = value; });
  const people = (list) => {
    choices(byId('wd-person'), t('Choose…'), list.map(person), (picked) => set('person', picked ? picked.value : ''));
    choices(byId('wd-replaces'), t('Nobody: in addition'), list.map(person), (picked) => set('replaces', picked ? picked.value : ''));
    set('person', '');
    set('replaces', '');
  };
  people([]);
  byId('wd-from').addEventListener('change', (event) => set('changeFrom', event.target.value));
  byId('wd-until').addEventListener('change', (event) => set('changeUntil', event.target.value));
  try {
    const rotas = await get('/api/oncall/rotas');
    choices(byId('wd-rota'), t('Choose…'), rotas.map((rota) => ({ ...rota, label: named(rota.name) })), async (rota) => {
      set('rotaId', rota ? rota.id : '');
      people([]);
      if (rota) {
        showNow(byId('wd-rota-now'), rota);
        window.watchdesk.fill(byId('wd-zone'), t`Times are meant on the clock of ${rota.zone}.`);
        people(await get(`/api/oncall/rotas/${encodeURIComponent(rota.id)}/people`));
      }
    });
  } catch (error) {
    problem(byId('wd-rota-now'), error);
  }
}

function showNow(container, rota) {
  const { element: e, replace, localTime } = window.watchdesk;
  replace(container, e('p', { class: 'wd-hint' }, rota.now.length === 0
    ? t('Nobody is on call now.')
    : t`On call now: ${rota.now.map((duty) => t`${duty.name} until ${localTime(duty.until, rota.zone)}`).join('; ')}.`));
}

/** The start form of a swap: one of the person's own coming shifts. */
async function openOffer($scope, byId) {
  const { get, problem, localTime } = window.watchdesk;
  byId('wd-offer-until').addEventListener('change', (event) =>
    $scope.$evalAsync(() => { $scope.offerUntil = event.target.value; }));
  try {
    const limit = Date.now() + COMING_DAYS * 86400000;
    const shifts = (await get('/api/oncall/mine')).filter((shift) => new Date(shift.from).getTime() < limit);
    choices(byId('wd-shift'), shifts.length ? t('Choose…') : t('You have no coming shift.'), shifts.map((shift) => ({
      ...shift,
      label: t`${named(shift.rotaName)}: ${localTime(shift.from, shift.zone)} until ${localTime(shift.until, shift.zone)}`,
    })), (shift) => $scope.$evalAsync(() => {
      $scope.rotaId = shift ? shift.rota : '';
      $scope.shiftFrom = shift ? shift.from : '';
      $scope.shiftUntil = shift ? shift.until : '';
      window.watchdesk.fill(byId('wd-zone'), shift ? t`${shift.label}. Empty: the offer ends when the shift begins.` : '');
    }));
  } catch (error) {
    problem(byId('wd-shift').parentElement, error);
  }
}

window.watchdeskOncall = Object.freeze({ showCoverage, openFinding, openSwap, openHandover, openChange, openOffer });

/** Tasklist asks every custom script for its plug-ins; this one has none. */
export default [];
