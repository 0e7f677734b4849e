// The vendor's loader gives up after 7 seconds and leaves a blank page; a slow line or a busy server must not do that.
window.require?.config?.({ waitSeconds: 0 });

export default {
  app: { name: 'Tasklist', vendor: 'Watchdesk' },
  // What our embedded forms stand on; the path leads from this application's folder to the root of the server.
  customScripts: [
    '../../../watchdesk/desk/link',
    '../../../watchdesk/forms',
    '../../../watchdesk/draft-editor',
    '../../../watchdesk/review-sheet',
    '../../../watchdesk/publication',
    '../../../watchdesk/signal',
    '../../../watchdesk/oncall',
    '../../../watchdesk/ladder',
    '../../../watchdesk/closing',
    '../../../watchdesk/crisis',
    '../../../watchdesk/statement',
    '../../../watchdesk/privacy',
  ],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' },
  },
};
