/** Draws the model of a run of the piece with the way that it took. */
import { get, say } from './desk.js';

const choice = document.getElementById('run');
const canvas = document.getElementById('model');

async function draw(viewer) {
  const problem = document.getElementById('model-problem');
  say(problem);
  try {
    const piece = encodeURIComponent(choice.dataset.piece);
    const walk = await get(`/desk/items/${piece}/models/${encodeURIComponent(choice.value)}`);
    await viewer.importXML(walk.model);
    const shapes = viewer.get('elementRegistry');
    const drawn = viewer.get('canvas');
    const mark = (ids, marker) => ids.filter((id) => shapes.get(id)).forEach((id) => drawn.addMarker(id, marker));
    mark(walk.passed, 'wd-passed');
    mark(walk.here, 'wd-here');
    // The flows between two elements that were passed were walked, as far as the history tells.
    const reached = new Set([...walk.passed, ...walk.here]);
    shapes
      .filter((shape) => shape.waypoints && reached.has(shape.source?.id) && reached.has(shape.target?.id))
      .forEach((flow) => drawn.addMarker(flow.id, 'wd-passed'));
    drawn.zoom('fit-viewport', 'auto');
  } catch (error) {
    say(problem, error.message);
  }
}

if (choice && canvas) {
  const viewer = new window.BpmnJS({ container: canvas });
  choice.addEventListener('change', () => draw(viewer));
  draw(viewer);
}
