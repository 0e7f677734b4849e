/** Moves several posts at once: chosen among those that the calendar shows, carried out one by one in the background. */
import { at, element, post, say } from './desk.js';

const main = document.getElementById('main');
const dialog = document.getElementById('many');
const list = document.getElementById('many-marks');
const every = document.getElementById('many-all');
const days = document.getElementById('many-days');
const problem = document.getElementById('many-problem');
const begun = [...document.querySelectorAll('#calendar-words dt')].find((word) => word.textContent === 'manyBegun').nextElementSibling
  .textContent;
const boxes = () => [...list.querySelectorAll('input')];
const how = () => dialog.querySelector('[name="many-how"]:checked').value;

function line(mark) {
  const when = `${mark.start.slice(0, 16).replace('T', ' ')} (${mark.zone})`;
  return element(
    'label',
    {},
    element('input', { type: 'checkbox', value: mark.id }),
    ' ',
    element('span', { dir: 'auto' }, `${when} ${mark.account}: ${mark.title}`),
  );
}

document.getElementById('many-open').addEventListener('click', () => {
  const movable = (main.marks ?? []).filter((mark) => mark.movable).sort((one, other) => one.start.localeCompare(other.start));
  list.replaceChildren(...movable.map(line));
  document.getElementById('many-list').hidden = movable.length === 0;
  document.getElementById('many-none').hidden = movable.length > 0;
  every.checked = false;
  say(problem);
  dialog.showModal();
});

every.addEventListener('change', () => boxes().forEach((box) => {
  box.checked = every.checked;
}));

document.getElementById('many-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const { id } = await post('/desk/calendar/moves', {
      publications: boxes().filter((box) => box.checked).map((box) => box.value),
      days: how() === 'days' ? Number(days.value) : null,
      reason: document.getElementById('many-reason').value,
    });
    dialog.close();
    const [before, after] = begun.split('{0}');
    document.getElementById('problem').replaceChildren(
      element('p', { class: 'wd-notice', role: 'status' }, before, element('a', { href: at(`/desk/work/${id}`) }, id), after),
    );
  } catch (error) {
    say(problem, error.message);
  }
});

document.getElementById('many-close').addEventListener('click', () => dialog.close());
