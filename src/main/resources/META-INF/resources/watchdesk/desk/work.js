/** One piece of long work: ends it early when asked to. */
import { post, refresh, say } from './desk.js';

// The button is replaced with the live part around it.
document.getElementById('main').addEventListener('click', async (event) => {
  const button = event.target.closest('#cancel');
  if (!button || !window.confirm(button.dataset.sure)) {
    return;
  }
  const problem = document.getElementById('problem');
  try {
    await post(`/desk/work/${encodeURIComponent(button.dataset.work)}/cancel`);
    say(problem);
  } catch (error) {
    say(problem, error.message);
  }
  await refresh();
});
