// A module that is missing must not leave a blank page, as it would if it were imported by the vendor's boot itself.
import('../../../../watchdesk/single-sign-on.js').catch((failure) => console.error('Single sign-on is missing.', failure));

// The vendor's loader gives up after 7 seconds and leaves a blank page; a slow line or a busy server must not do that.
window.require?.config?.({ waitSeconds: 0 });

// The person's choice, else the browser's language; the same rule stands in watchdesk/language.js.
const chosen = /(?:^|; )watchdesk-language=(en|zh)(?:;|$)/.exec(document.cookie)?.[1];
const language = chosen ?? (/^zh\b/i.test(navigator.language) ? 'zh' : 'en');

export default {
  app: { name: language === 'zh' ? '任务列表' : 'Tasklist', vendor: 'Watchdesk' },
  locales: { availableLocales: [language], fallbackLocale: language },
  // The path leads from this application's folder to the root of the server.
  customScripts: ['../../../watchdesk/tasklist'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' },
  },
};
