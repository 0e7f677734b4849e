/** The list of crises and the situation of one: clocks that count down, the chart of its signals, and what can be done. */
import { language, onRefresh, post, refresh, say } from './desk.js';
import { draw, sweep } from './chart.js';

const two = (number) => String(number).padStart(2, '0');

/** "04:12", "2:04:12", "-03:00" once it is over. */
function left(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const days = Math.floor(hours / 24);
  const clock = hours > 0 ? `${hours % 24}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
  const long = days > 0 ? new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days) + ' ' : '';
  return `${milliseconds < 0 ? '−' : ''}${long}${clock}`;
}

const SOON = 5 * 60 * 1000;

function tick() {
  for (const shown of document.querySelectorAll('[data-due]')) {
    const rest = new Date(shown.dataset.due).getTime() - Date.now();
    shown.textContent = left(rest);
    shown.classList.toggle('wd-past', rest < 0);
    shown.classList.toggle('wd-soon', rest >= 0 && rest < SOON);
    shown.title = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(shown.dataset.due));
  }
}

function chart() {
  sweep();
  for (const canvas of document.querySelectorAll('canvas[data-signals]')) {
    const { from, signals } = JSON.parse(canvas.dataset.signals);
    const several = from.length > 0 && new Date(from.at(-1)) - new Date(from[0]) > 20 * 3600 * 1000;
    const time = new Intl.DateTimeFormat(language, several ? { dateStyle: 'short', timeStyle: 'short' } : { timeStyle: 'short' });
    draw(canvas, {
      labels: from.map((each) => time.format(new Date(each))),
      series: [{ label: canvas.getAttribute('aria-label'), values: signals }],
    });
  }
}

const crisis = document.querySelector('main').dataset.crisis;
const answer = document.getElementById('answer');

async function deed(button, work) {
  button.disabled = true;
  say(answer, null);
  try {
    await work();
  } catch (error) {
    say(answer, error.message);
  } finally {
    button.disabled = false;
  }
  await refresh();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-deed]');
  if (button) {
    deed(button, () => post(`/desk/crises/${encodeURIComponent(crisis)}/${button.dataset.deed}`));
  }
});

/** Keeps what was typed: only the tiers that can still be called follow what happens. */
function climbing() {
  const state = document.getElementById('climb-state');
  if (!state) {
    return;
  }
  const tiers = state.dataset.tiers ? state.dataset.tiers.split(',') : [];
  const select = document.getElementById('climb-tier');
  const chosen = select.value;
  document.getElementById('climb').hidden = tiers.length === 0;
  select.replaceChildren(...tiers.map((tier) => new Option(select.dataset.words.replace('{0}', tier), tier)));
  if (tiers.includes(chosen)) {
    select.value = chosen;
  }
}

document.getElementById('climb-form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const reason = document.getElementById('climb-reason');
  const step = Number(document.getElementById('climb-state').dataset.step);
  const tier = Number(document.getElementById('climb-tier').value);
  deed(event.target.querySelector('button'), async () => {
    await post(`/api/crises/${encodeURIComponent(crisis)}/ladder/climb`, { step, tier, reason: reason.value });
    reason.value = '';
    document.getElementById('climb').open = false;
  });
});

onRefresh((part) => {
  tick();
  if (part.id === 'climb-state') {
    climbing();
  }
  if (part.id === 'signals') {
    chart();
  }
});
tick();
setInterval(tick, 1000);
// What happened after the page was made and before its line was listened to would never be told: look once more.
setTimeout(refresh, 3000);
climbing();
if (document.readyState === 'complete') {
  chart();
} else {
  window.addEventListener('load', chart);
}
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', chart);
