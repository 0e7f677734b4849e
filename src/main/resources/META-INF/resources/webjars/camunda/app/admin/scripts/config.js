// A module that is missing must not leave a blank page, as it would if it were imported by the vendor's boot itself.
import('../../../../watchdesk/single-sign-on.js').catch((failure) => console.error('Single sign-on is missing.', failure));

// The vendor's loader gives up after 7 seconds and leaves a blank page; a slow line or a busy server must not do that.
window.require?.config?.({ waitSeconds: 0 });

export default {
  app: { name: 'Admin', vendor: 'Watchdesk' },
  disableWelcomeMessage: true,
};
