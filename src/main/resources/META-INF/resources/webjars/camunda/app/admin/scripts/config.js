export default {
  app: { name: 'Admin', vendor: 'Watchdesk' },
  disableWelcomeMessage: true,
};
