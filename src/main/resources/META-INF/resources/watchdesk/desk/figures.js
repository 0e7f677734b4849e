/** Draws the charts of the figures; the same numbers stand in the tables. */
import { at, language, post, say } from './desk.js';
import { draw } from './chart.js';

const words = document.getElementById('units').dataset;
const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

function duration(seconds) {
  const minutes = Math.round(seconds / 60);
  if (minutes >= 1440) {
    return words.daysHours.replace('{0}', Math.floor(minutes / 1440)).replace('{1}', Math.floor((minutes % 1440) / 60));
  }
  if (minutes >= 60) {
    return words.hoursMinutes.replace('{0}', Math.floor(minutes / 60)).replace('{1}', minutes % 60);
  }
  if (seconds < 60) {
    return words.seconds.replace('{0}', number.format(seconds));
  }
  return words.minutes.replace('{0}', number.format(seconds / 60));
}

const WRITTEN = {
  number: (value) => number.format(value),
  percent: (value) => `${number.format(value)}%`,
  seconds: duration,
};

function all() {
  for (const canvas of document.querySelectorAll('canvas[data-chart]')) {
    const { kind, unit, labels, series } = JSON.parse(canvas.dataset.chart);
    draw(canvas, { kind, labels, series, written: WRITTEN[unit], most: unit === 'percent' ? 100 : undefined });
  }
}

if (document.readyState === 'complete') {
  all();
} else {
  window.addEventListener('load', all);
}
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);

document.getElementById('by-month').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const { id } = await post('/desk/figures/by-month', {
      first: document.getElementById('first-month').value,
      last: document.getElementById('last-month').value,
    });
    window.location.assign(at(`/desk/work/${id}`));
  } catch (error) {
    say(document.getElementById('by-month-problem'), error.message);
  }
});
