/**
 * Draws a process model with what happened in it, in the person's language. The drawing itself is done by bpmn-js (webjar).
 *
 *   show(container, { xml, label, steps, here, heat, notes })
 *
 * steps are {element, until} in the order in which they were reached, until null where nothing has gone on; here lists ids of elements; heat maps an
 * element to 0..1; notes maps an element to {text, title}.
 */
import { named, t } from './language.js';

const VIEWER = '../webjars/bpmn-js/8.0.0/dist/bpmn-navigated-viewer.production.min.js';
const STYLES = ['../webjars/bpmn-js/8.0.0/dist/assets/diagram-js.css', '../webjars/bpmn-js/8.0.0/dist/assets/bpmn-font/css/bpmn.css'];

let viewer = null;

/** The library is a classic script; an AMD loader of the page must not catch it. */
function library() {
  viewer ??= new Promise((resolve, reject) => {
    for (const style of STYLES) {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = new URL(style, import.meta.url);
      document.head.append(link);
    }
    const { define } = window;
    const restore = () => {
      window.define = define;
    };
    window.define = undefined;
    const script = document.createElement('script');
    script.src = new URL(VIEWER, import.meta.url);
    script.onload = () => {
      restore();
      resolve(window.BpmnJS);
    };
    script.onerror = () => {
      restore();
      viewer = null;
      reject(new Error(t('The model cannot be drawn now. Please try again.')));
    };
    document.head.append(script);
  });
  return viewer;
}

/** The model with all names in the person's language. */
function inWords(xml) {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  for (const element of document.querySelectorAll('[name]')) {
    element.setAttribute('name', named(element.getAttribute('name')));
  }
  for (const text of document.getElementsByTagNameNS('http://www.omg.org/spec/BPMN/20100524/MODEL', 'text')) {
    text.textContent = named(text.textContent);
  }
  return new XMLSerializer().serializeToString(document);
}

/** History keeps no flows: each element was entered from the one before it that was reached last and led there only once. */
function flowsOf(registry, steps) {
  const taken = new Set();
  const led = new Set();
  steps.forEach((step, place) => {
    const incoming = registry.get(step.element)?.incoming ?? [];
    for (let before = place - 1; before >= 0; before -= 1) {
      const flow = incoming.find((each) => each.source.id === steps[before].element);
      if (flow && steps[before].until && !led.has(`${before} ${flow.id}`)) {
        led.add(`${before} ${flow.id}`);
        taken.add(flow.id);
        return;
      }
    }
  });
  return taken;
}

function mark(canvas, registry, ids, marker) {
  for (const id of ids) {
    if (registry.get(id)) {
      canvas.addMarker(id, marker);
    }
  }
}

/** How hot, as a colour between pale and deep; the number stands beside it, so the colour is not alone. */
export const warmth = (share) => `hsla(${Math.round(48 - 40 * share)}, 90%, 55%, ${(0.15 + 0.25 * share).toFixed(2)})`;

/** Draws it; the Promise is for {destroy}. */
export async function show(container, { xml, label, steps = [], here = [], heat = {}, notes = {} }) {
  const BpmnJS = await library();
  container.classList.add('wd-model');
  container.setAttribute('role', 'figure');
  container.setAttribute('aria-label', label ?? t('Model of the process'));
  const drawing = new BpmnJS({ container });
  await drawing.importXML(inWords(xml));
  const canvas = drawing.get('canvas');
  const registry = drawing.get('elementRegistry');
  const overlays = drawing.get('overlays');
  mark(canvas, registry, new Set(steps.map((step) => step.element)), 'wd-walked');
  mark(canvas, registry, flowsOf(registry, steps), 'wd-walked');
  mark(canvas, registry, here, 'wd-here');
  for (const [id, share] of Object.entries(heat)) {
    const shape = registry.get(id);
    if (shape && !shape.waypoints) {
      const spot = document.createElement('div');
      spot.className = 'wd-heat';
      Object.assign(spot.style, { width: `${shape.width + 16}px`, height: `${shape.height + 16}px`, background: warmth(share) });
      overlays.add(id, { position: { top: -8, left: -8 }, html: spot });
    }
  }
  for (const [id, { text, title }] of Object.entries(notes)) {
    if (registry.get(id)) {
      const note = document.createElement('div');
      note.className = 'wd-model-note';
      note.textContent = text;
      note.title = title ?? text;
      overlays.add(id, { position: { bottom: 6, left: 0 }, html: note });
    }
  }
  // A page that is still hidden has no size to fit the model into.
  const fit = () => {
    if (container.clientWidth > 0) {
      canvas.resized();
      canvas.zoom('fit-viewport', 'auto');
    }
  };
  fit();
  const watch = new ResizeObserver(fit);
  watch.observe(container);
  return {
    destroy() {
      watch.disconnect();
      drawing.destroy();
    },
  };
}
