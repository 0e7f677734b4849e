import { load } from './load.js';

export default await load([
  'desk/link',
  'forms',
  'plugins/audit-trail',
  'plugins/finished-instances',
  'plugins/heat',
  'plugins/service-levels',
]);
