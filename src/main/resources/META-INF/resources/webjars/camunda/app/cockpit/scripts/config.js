import '../../../../watchdesk/single-sign-on.js';

// The vendor's loader gives up after 7 seconds and leaves a blank page; a slow line or a busy server must not do that.
window.require?.config?.({ waitSeconds: 0 });

export default {
  app: { name: 'Cockpit', vendor: 'Watchdesk' },
  // The path leads from this application's folder to the root of the server.
  customScripts: ['../../../watchdesk/cockpit'],
  disableWelcomeMessage: true,
};
