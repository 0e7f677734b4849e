import '../../../../watchdesk/single-sign-on.js';

// The vendor's loader gives up after 7 seconds and leaves a blank page; a slow line or a busy server must not do that.
window.require?.config?.({ waitSeconds: 0 });

export default {
  app: { name: 'Admin', vendor: 'Watchdesk' },
  disableWelcomeMessage: true,
};
