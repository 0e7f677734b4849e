// The pages between Watchdesk and the sign-in service: where somebody wanted to go stays in the browser, because what stands
// behind a # never reaches a server.
(() => {
  'use strict';
  const KEY = 'watchdesk.to';
  const { step, to } = document.body.dataset;
  const ours = (path) => /^\/(?![/\\])/.test(path || '');

  if (step === 'start') {
    if (ours(to)) {
      sessionStorage.setItem(KEY, to + (to.includes('#') ? '' : location.hash));
    }
    location.replace('/sign-in/start');
  } else if (step === 'done') {
    const wanted = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    location.replace(ours(wanted) ? wanted : to);
  }
})();
