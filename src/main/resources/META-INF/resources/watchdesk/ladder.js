/**
 * What the tasks of ladder and watch show, as the global `watchdeskLadder`: the crisis, who was called, what comes next,
 * and the button that calls the next tier. The server checks every answer again.
 */

import { language, t } from './language.js';

const TIERS = { 0: t('fallback'), 1: t('1: operators'), 2: t('2: PR managers'), 3: t('3: command'), 4: t('4: executives') };

/** What stands between two sentences. */
const between = language === 'zh' ? '' : ' ';

/** Shows the ladder of a task's crisis; `$scope.people` is who could take over. */
async function open(camForm, container, $scope) {
  const { get, gate } = window.watchdesk;
  const ready = gate(camForm, 'ladderLoaded');
  ready(false);
  try {
    const path = `/api/ladder-tasks/${camForm.taskId}`;
    const ladder = await get(path);
    show(container, path, ladder);
    if ($scope) {
      $scope.$applyAsync(() => { $scope.people = ladder.people; });
    }
    ready(true);
  } catch (error) {
    window.watchdesk.problem(container, error);
  }
}

function show(container, path, ladder) {
  window.watchdesk.replace(container, [head(ladder), called(ladder), climb(container, path, ladder)]);
}

function head(ladder) {
  const { element: e, timeLeft } = window.watchdesk;
  const fact = (name, ...value) => (value[0] ? [e('dt', {}, name), e('dd', { dir: 'auto' }, value)] : []);
  return [
    e('h2', { class: 'wd-title', dir: 'auto' }, ladder.title),
    e('dl', { class: 'wd-facts' },
      fact(t('Crisis'), `${ladder.crisisId}, ${t(ladder.level)}`),
      fact(t('Since'), timeLeft(ladder.since)),
      fact(t('Why'), ladder.reasons.join(between)),
      fact(t('Taken by'), ladder.holder),
      fact(t('Help is needed'), ladder.help.join(between)),
      fact(t('Ladder'), t`tier ${TIERS[ladder.tier]}`, ladder.loop ? t`, loop ${ladder.loop}` : ''),
      ladder.nextClimbAt ? fact(t('Next call'), timeLeft(ladder.nextClimbAt)) : null),
  ];
}

function called(ladder) {
  const { element: e, timeLeft } = window.watchdesk;
  return ladder.paged.length === 0
    ? null
    : e('details', { class: 'wd-section' },
        e('summary', {}, t`Called so far (${ladder.paged.length})`),
        e('ul', { class: 'wd-list' }, ladder.paged.map((page) =>
          e('li', {}, t`${page.person}, tier ${TIERS[page.tier]}, ${timeLeft(page.at)}`,
            page.outcome ? `: ${page.outcome}` : ''))));
}

function climb(container, path, ladder) {
  const { element: e, post } = window.watchdesk;
  if (ladder.tiers.length === 0) {
    return null;
  }
  const tier = e('select', { id: 'wd-climb-tier' }, ladder.tiers.map((number) => e('option', { value: String(number) }, TIERS[number])));
  const reason = e('textarea', { id: 'wd-climb-reason', maxlength: '1000' });
  const answer = e('p', { class: 'wd-note wd-warn', hidden: true });
  const button = e('button', { type: 'button', class: 'btn btn-default' }, t('Call them now'));
  button.addEventListener('click', async () => {
    button.disabled = true;
    answer.hidden = true;
    try {
      show(container, path, await post(`${path}/climb`, { step: ladder.step, tier: Number(tier.value), reason: reason.value }));
    } catch (error) {
      window.watchdesk.fill(answer, error.message);
      answer.hidden = false;
      button.disabled = false;
    }
  });
  return e('details', { class: 'wd-section' },
    e('summary', {}, t('More people are needed')),
    e('div', { class: 'wd-field' }, e('label', { for: 'wd-climb-tier' }, t('Call up to tier')), tier),
    e('div', { class: 'wd-field' }, e('label', { for: 'wd-climb-reason', class: 'wd-required' }, t('Why')), reason),
    answer,
    button);
}

window.watchdeskLadder = Object.freeze({ open });

export default [];
