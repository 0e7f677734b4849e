/** The tab "Audit trail" of a running instance in Cockpit. */
import { t } from '../language.js';
import { activityTable, box, businessTable, e, engine, failureTable, filled, operationTable, pastOf } from './past.js';

function render(node, { processInstanceId }) {
  filled(box(node), async () => {
    const instance = await engine(`/history/process-instance/${processInstanceId}`);
    const past = await pastOf(instance);
    return e('div', {}, activityTable(past.activities), failureTable(past.failures), businessTable(past.business), operationTable(past.operations));
  });
}

export default [{
  id: 'watchdesk-audit-trail',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 30,
  properties: { label: t('Audit trail') },
  render,
}];
