/** How often and how long: on the model of a process in Cockpit, and as a table beside it for whoever reads no colours. */
import { named, t } from '../language.js';
import { warmth } from '../model.js';
import { box, duration, e, filled, table, words } from './past.js';

const KEPT = 'watchdesk-heat';

const figures = (definition) => window.watchdesk.get(`/api/desk/model-figures?definition=${encodeURIComponent(definition)}`);

/** Paints the figures on the viewer of the page and returns how to take them away again. */
function paint(viewer, rows) {
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  const most = Math.max(1, ...rows.map((row) => row.passed));
  const added = rows.flatMap((row) => {
    const shape = registry.get(row.element);
    if (!shape || shape.waypoints || !shape.parent) {
      return [];
    }
    const spot = e('div', { class: 'wd-heat' });
    Object.assign(spot.style, { width: `${shape.width + 12}px`, height: `${shape.height + 12}px`, background: warmth(row.passed / most) });
    const note = e('div', { class: 'wd-model-note', title: t`passed ${row.passed} times, ${duration(row.averageMillis)} on average, ${duration(row.longestMillis)} at most` },
      row.averageMillis < 1000 ? `${row.passed}×` : `${row.passed}× ${duration(row.averageMillis)}`);
    return [
      overlays.add(row.element, 'watchdesk-heat', { position: { top: -6, left: -6 }, html: spot }),
      overlays.add(row.element, 'watchdesk-heat', { position: { top: -24, left: 0 }, html: note }),
    ];
  });
  return () => added.forEach((id) => overlays.remove(id));
}

function renderOnModel(viewer, { processDefinitionId }) {
  let erase = null;
  let wanted = localStorage.getItem(KEPT) !== 'off';
  const button = e('button', { type: 'button', class: 'wd-heat-switch', 'aria-pressed': String(wanted), onclick: () => {
    wanted = !wanted;
    localStorage.setItem(KEPT, wanted ? 'on' : 'off');
    button.setAttribute('aria-pressed', String(wanted));
    draw();
  } }, t('How often, how long'));
  const draw = async () => {
    erase?.();
    erase = null;
    if (wanted) {
      try {
        const { rows } = await figures(processDefinitionId);
        erase?.();
        erase = wanted ? paint(viewer, rows) : null;
      } catch (failure) {
        button.title = failure.message;
        button.disabled = true;
      }
    }
  };
  viewer.get('canvas').getContainer().append(button);
  draw();
}

function renderTable(node, { processDefinitionId }) {
  filled(box(node), async () => {
    const { days, rows } = await figures(processDefinitionId);
    return table(t`What ended in the last ${days} days, by step`,
      [t('Step'), t('Kind'), t('How often'), t('On average'), t('At most')],
      rows.map((row) => [named(row.name ?? row.element), words(row.kind), row.passed, duration(row.averageMillis), duration(row.longestMillis)]),
      t`Nothing of this version ended in the last ${days} days.`);
  });
}

export default [
  { id: 'watchdesk-heat', pluginPoint: 'cockpit.processDefinition.diagram.plugin', render: renderOnModel },
  {
    id: 'watchdesk-times',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: 1,
    properties: { label: t('How often, how long') },
    render: renderTable,
  },
];
