/** Saves entries of registers, looks files through and applies them; what it says stands in the pages. */
import { at, post, put, say, upload } from './desk.js';

const said = document.querySelector('#said');
const form = document.querySelector('#entry');

/** Shows each sentence at its field, and what belongs to none below the form; the first field gets the focus. */
function show(failure) {
  const flaws = failure.answer?.flaws ?? [];
  const rest = [];
  let first = null;
  for (const flaw of flaws) {
    const place = document.getElementById(`flaw-${flaw.field}`);
    if (place) {
      place.textContent = `${place.textContent} ${flaw.sentence}`.trim();
      const field = document.getElementById(`field-${flaw.field}`);
      field?.setAttribute('aria-invalid', 'true');
      first ??= field;
    } else {
      rest.push(flaw.sentence);
    }
  }
  say(said, flaws.length ? rest.join(' ') : failure.message);
  first?.focus();
}

async function save(state) {
  for (const place of form.querySelectorAll('.wd-flaw')) {
    place.textContent = '';
  }
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
  }
  say(said, '');
  const { register, key, stamp } = form.dataset;
  // A button that retires an entry saves nothing of what was typed beside it.
  const fields = state ? { state } : written();
  try {
    const saved = await put(`/desk/registers/${register}/entry`, { key, stamp, fields });
    location.assign(at(`/desk/registers/${register}/entry?key=${encodeURIComponent(saved.key)}`));
  } catch (failure) {
    show(failure);
  }
}

const written = () => Object.fromEntries(new FormData(form).entries());

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  save();
});

for (const button of form?.querySelectorAll('button[data-state]') ?? []) {
  button.addEventListener('click', () => {
    if (!button.dataset.sure || confirm(button.dataset.sure)) {
      save(button.dataset.state);
    }
  });
}

document.querySelector('#preview')?.addEventListener('click', async () => {
  try {
    const made = await post(`/desk/registers/${form.dataset.register}/preview`, written());
    document.querySelector('#preview-title').textContent = made.title;
    document.querySelector('#preview-body').textContent = made.body;
    document.querySelector('#previewed').hidden = false;
    document.querySelector('#previewed').scrollIntoView({ block: 'nearest' });
    say(said, '');
  } catch (failure) {
    show(failure);
  }
});

document.querySelector('#upload')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const chooser = event.target;
  const { register } = chooser.dataset;
  chooser.querySelector('button').disabled = true;
  say(said, said.dataset.working, 'notice');
  try {
    const { id } = await upload(`/desk/registers/${register}/import`, new FormData(chooser));
    location.assign(at(`/desk/registers/${register}/import/${id}`));
  } catch (failure) {
    say(said, failure.message);
    chooser.querySelector('button').disabled = false;
  }
});

const apply = document.querySelector('#apply');
apply?.addEventListener('click', async () => {
  const { register, upload: id, stamp } = apply.dataset;
  apply.disabled = true;
  say(said, said.dataset.working, 'notice');
  try {
    const { work } = await post(`/desk/registers/${register}/import/${id}/application`, { stamp });
    // Many changes are applied in the background, where their progress is shown.
    location.assign(at(work ? `/desk/work/${work}` : `/desk/registers/${register}`));
  } catch (failure) {
    say(said, failure.message);
    apply.disabled = false;
  }
});
