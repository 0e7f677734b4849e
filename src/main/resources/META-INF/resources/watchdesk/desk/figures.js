/** Draws the charts of the figures; the same numbers stand in the tables. */
import { language } from './desk.js';
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
