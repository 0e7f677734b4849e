/** The page on which people get the addresses of their feeds; what it says stands in the page, in the reader's language. */
import { element, get, post, remove, say } from './desk.js';

const page = document.querySelector('#wd-feeds');
const said = page.querySelector('#wd-feeds-said');
const shown = page.querySelector('#wd-feeds-addresses');
const since = page.querySelector('#wd-feeds-since');
const words = page.dataset;

async function state() {
  const { since: at } = await get('/api/desk/feeds');
  since.hidden = !at;
  if (at) {
    since.querySelector('time').setAttribute('datetime', at);
    since.querySelector('time').textContent = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));
  }
  page.querySelector('#wd-feeds-end').hidden = !at;
}

/** An address that can be read, selected with one click, and copied. */
function line(name, address) {
  const field = element('input', { type: 'text', readonly: true, value: address, id: `wd-feed-${name}`, onfocus: (event) => event.target.select() });
  const copy = element('button', { type: 'button', class: 'wd-button', onclick: async () => {
    field.focus();
    await navigator.clipboard?.writeText(address).catch(() => {});
    say(said, words.copied, 'done');
  } }, words.copy);
  return element('p', {}, element('label', { for: field.id }, words[name]), element('br'), field, ' ', copy);
}

page.querySelector('#wd-feeds-new').addEventListener('click', async () => {
  try {
    const { calendar, shifts, published } = await post('/api/desk/feeds');
    shown.replaceChildren(line('calendar', calendar), line('shifts', shifts), line('published', published));
    say(said, words.once, 'done');
    await state();
  } catch (failure) {
    say(said, failure.message);
  }
});

page.querySelector('#wd-feeds-end').addEventListener('click', async () => {
  try {
    await remove('/api/desk/feeds');
    shown.replaceChildren();
    say(said, words.ended, 'done');
    await state();
  } catch (failure) {
    say(said, failure.message);
  }
});

state().catch((failure) => say(said, failure.message));
