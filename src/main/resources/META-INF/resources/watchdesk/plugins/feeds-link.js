/** Leads from Tasklist to the page where people get the addresses of their feeds. */
import { t } from '../language.js';

const appRoot = document.querySelector('base[app-root]')?.getAttribute('app-root') ?? '';

function render(node) {
  const link = document.createElement('a');
  link.href = `${appRoot.replace(/\/camunda$/, '')}/desk/feeds`;
  link.textContent = t('Calendar feeds');
  node.replaceChildren(link);
}

export default [{ id: 'watchdesk-feeds', pluginPoint: 'tasklist.navbar.action', priority: 90, render }];
