export default {
  app: { name: 'Cockpit', vendor: 'Watchdesk' },
  disableWelcomeMessage: true,
};
