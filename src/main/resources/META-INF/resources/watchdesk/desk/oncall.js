/** On call: who stands in is chosen in a dialog, which keeps still while the board behind it follows what happens. */
import { element, language, post, refresh, remove, say } from './desk.js';

const answer = document.getElementById('answer');
const dialog = document.getElementById('choose');
const words = document.getElementById('words').dataset;
const note = document.getElementById('choose-note');
const choices = document.getElementById('choose-people');

/** Times are meant on the clock of the rota, wherever the reader is. */
function period(button) {
  const zone = button.closest('[data-zone]')?.dataset.zone;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return `${time.format(new Date(button.dataset.from))} – ${time.format(new Date(button.dataset.until))} (${zone})`;
}

async function deed(work) {
  dialog.close();
  say(answer, null);
  try {
    await work();
    say(answer, words.done, 'notice');
  } catch (error) {
    say(answer, error.message);
  }
  await refresh();
}

const choice = (label, main, work) =>
  element('button', { type: 'button', class: `wd-button${main ? ' wd-main' : ''}`, onclick: () => deed(work) }, label);

function candidates(button) {
  const { rota, replaces, from, until } = button.dataset;
  const people = [...document.querySelectorAll(`[data-candidates="${CSS.escape(rota)}"] li`)];
  return people
    .filter((person) => person.dataset.person !== replaces)
    .map((person) => choice(person.textContent, false, () =>
      post(`/api/oncall/rotas/${encodeURIComponent(rota)}/stand-ins`, {
        person: person.dataset.person, replaces: replaces ?? null, from, until, reason: note.value || null,
      })));
}

const OPEN = {
  'stand-in': candidates,
  offer: (button) => [choice(words.offerNow, true, () =>
    post('/desk/on-call/swaps', {
      rota: button.dataset.rota, from: button.dataset.from, until: button.dataset.until, note: note.value || null,
    }))],
  accept: (button) => [choice(words.acceptNow, true, () =>
    post(`/desk/on-call/swaps/${encodeURIComponent(button.dataset.offer)}/acceptance`))],
};

const TITLES = { 'stand-in': words.standIn, offer: words.offer, accept: words.accept };

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-open]');
  if (button) {
    const what = button.dataset.open;
    const buttons = OPEN[what](button);
    note.value = '';
    document.getElementById('choose-title').textContent = TITLES[what];
    document.getElementById('choose-when').textContent = `${button.dataset.about}: ${period(button)}`;
    document.getElementById('choose-note-part').hidden = what === 'accept';
    document.getElementById('choose-nobody').hidden = buttons.length > 0;
    choices.replaceChildren(...buttons);
    dialog.showModal();
    buttons[0]?.focus();
    return;
  }
  const taken = event.target.closest('button[data-remove]');
  if (taken) {
    deed(() => remove(taken.dataset.path));
  }
});

document.getElementById('choose-close').addEventListener('click', () => dialog.close());
