/**
 * Leads from the webapps to the desk: an entry in the navigation of Tasklist and Cockpit, and back to the page of the desk
 * that somebody wanted to open before signing in.
 */
import { language } from '../language.js';

const appRoot = document.querySelector('base[app-root]')?.getAttribute('app-root') ?? '';
const root = appRoot.replace(/\/camunda$/, '');
const KEY = 'watchdesk.desk';
const MINUTES = 10;

/** Only pages of the desk: an address from outside must not lead anywhere else. */
const isOurs = (path) => /^\/desk(?:[/?]|$)/.test(path ?? '');

const wanted = new URLSearchParams(location.search).get('desk');
if (isOurs(wanted)) {
  // A sign-in that leads over another service comes back without what stands in the address.
  sessionStorage.setItem(KEY, JSON.stringify({ path: wanted, until: Date.now() + MINUTES * 60000 }));
}

function takeWanted() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    return kept && kept.until > Date.now() && isOurs(kept.path) ? kept.path : null;
  } catch {
    return null;
  }
}

async function goWhereWanted() {
  const path = takeWanted();
  if (!path || location.hash.startsWith('#/login')) {
    return;
  }
  const answer = await fetch(`${appRoot}/api/admin/auth/user/default`, { headers: { Accept: 'application/json' } });
  if (answer.ok) {
    sessionStorage.removeItem(KEY);
    location.replace(root + path);
  }
}

window.addEventListener('hashchange', goWhereWanted);
goWhereWanted();

const chinese = language === 'zh';

function render(node) {
  const link = document.createElement('a');
  link.href = `${root}/desk`;
  link.textContent = chinese ? '工作台' : 'Desk';
  node.append(link);
}

export default [
  { id: 'watchdesk.desk.tasklist', pluginPoint: 'tasklist.navbar.action', priority: 100, render },
  {
    id: 'watchdesk.desk.cockpit',
    pluginPoint: 'cockpit.navigation',
    priority: 100,
    properties: { label: chinese ? '工作台' : 'Desk' },
    render,
  },
];
