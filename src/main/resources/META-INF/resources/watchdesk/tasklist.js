import { load } from './load.js';

/** What our embedded forms stand on comes first, then what we add to Tasklist. */
export default await load([
  'desk/link',
  'forms',
  'draft-editor',
  'review-sheet',
  'publication',
  'signal',
  'oncall',
  'ladder',
  'closing',
  'crisis',
  'statement',
  'privacy',
  'plugins/task-glance',
  'plugins/feeds-link',
  'plugins/language-choice',
]);
