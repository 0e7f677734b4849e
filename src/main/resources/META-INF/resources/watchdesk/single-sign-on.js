// A webapp shows its own sign-in page after a sign-out and when the session is over. With single sign-on that page leads
// nowhere, so the browser goes where people sign in, and comes back to where it was.
const elsewhere = () => document.cookie.split('; ').includes('WATCHDESK_SIGN_IN=elsewhere');

let place = '';
let leaving = false;

const look = () => {
  if (!/^#!?\/login/.test(location.hash)) {
    place = location.hash;
  } else if (elsewhere() && !leaving) {
    leaving = true;
    location.replace('/sign-in/again?to=' + encodeURIComponent(location.pathname + place));
  }
};

// The webapps change the address without the browser's saying so.
for (const change of ['pushState', 'replaceState']) {
  const own = history[change];
  history[change] = function (...address) {
    own.apply(this, address);
    look();
  };
}
window.addEventListener('hashchange', look);
window.addEventListener('popstate', look);
look();
