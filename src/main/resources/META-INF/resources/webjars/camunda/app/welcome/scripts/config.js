export default {
  app: { name: 'Welcome', vendor: 'Watchdesk' },
  disableWelcomeMessage: true,
};
