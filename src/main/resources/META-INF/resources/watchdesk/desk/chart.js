/**
 * Charts of the desk in its own colours, light and dark. The table beside each chart says the same in words, so a chart
 * that cannot be drawn takes nothing away.
 */
import { language } from './desk.js';

const NAMES = ['--link', '--warn', '--info', '--quiet'];
const drawn = new Map();

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Draws into a canvas: labels, series [{label, values}], and how a value is written. Drawing again replaces it. */
export function draw(canvas, { kind = 'bar', labels, series, written = (value) => String(value), most = undefined }) {
  drawn.get(canvas)?.destroy();
  if (!window.Chart) {
    return;
  }
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  drawn.set(canvas, new window.Chart(canvas, {
    type: kind,
    data: {
      labels,
      datasets: series.map((each, place) => ({
        label: each.label,
        data: each.values,
        backgroundColor: colour(NAMES[place % NAMES.length]),
        borderColor: colour(NAMES[place % NAMES.length]),
        maxBarThickness: 48,
      })),
    },
    options: {
      locale: language,
      animation: still ? false : { duration: 200 },
      maintainAspectRatio: false,
      plugins: {
        legend: { display: series.length > 1, labels: { color: colour('--text') } },
        tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${written(item.raw)}` } },
      },
      scales: {
        x: { ticks: { color: colour('--quiet'), maxRotation: 40 }, grid: { display: false } },
        y: {
          beginAtZero: true,
          max: most,
          ticks: { color: colour('--quiet'), callback: (value) => written(value), precision: 0 },
          grid: { color: colour('--line') },
        },
      },
    },
  }));
}

/** Forgets charts whose canvas has left the page. */
export function sweep() {
  for (const [canvas, chart] of drawn) {
    if (!canvas.isConnected) {
      chart.destroy();
      drawn.delete(canvas);
    }
  }
}
