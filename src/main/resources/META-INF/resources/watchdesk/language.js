/**
 * The person's language: what the cookie says, else the browser's; English where neither is Chinese.
 *
 *   t('Saved')                        a sentence that stands in the dictionary of the language, else as it is written here
 *   t`Version ${number} of ${date}`   the same with values; the dictionary's entry is "Version {0} of {1}"
 *
 * The English sentence is the key, so that a missing entry is still readable. What people typed never passes through here.
 */

const COOKIE = 'watchdesk-language';
const KNOWN = ['en', 'zh'];

/** The language that a cookie string and a browser's preference lead to. */
export function languageOf(cookies, preferred) {
  const chosen = cookies.split('; ').find((entry) => entry.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return KNOWN.includes(chosen) ? chosen : /^zh\b/i.test(preferred ?? '') ? 'zh' : 'en';
}

export const language = languageOf(document.cookie, navigator.language);

/** For dates and numbers. */
export const locale = language === 'zh' ? 'zh-CN' : 'en-GB';

async function read(file) {
  try {
    const answer = await fetch(new URL(`words/${file}`, import.meta.url));
    return answer.ok ? await answer.json() : {};
  } catch {
    return {};
  }
}

const [words, names] = language === 'en' ? [{}, {}] : await Promise.all([read(`${language}.json`), read(`names-${language}.json`)]);

const translated = (dictionary, key) => (Object.hasOwn(dictionary, key) ? dictionary[key] : key);

/** A sentence of ours in the person's language; see above. What is not there has no words. */
export function t(sentence, ...values) {
  if (sentence === undefined || sentence === null) {
    return '';
  }
  const key = Array.isArray(sentence) ? sentence.reduce((before, part, index) => `${before}{${index - 1}}${part}`) : sentence;
  return translated(words, key).replace(/\{(\d+)\}/g, (mark, index) => (index < values.length ? String(values[index] ?? '') : mark));
}

/** The name of a process or of one of its elements in the person's language. */
export const named = (name) => translated(names, name ?? '');

/** Remembers the choice for a year in this browser, and on the server for mails; then shows the page anew. */
export async function choose(chosen) {
  document.cookie = `${COOKIE}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`;
  try {
    await window.watchdesk?.put('/api/language', { language: chosen });
  } catch {
    // The page is in the new language all the same; mails stay as they were until the next choice.
  }
  location.reload();
}

/** Attributes that people read or hear. */
const READ = ['placeholder', 'title', 'aria-label', 'alt'];

/**
 * Puts the fixed texts of a form into the person's language: text nodes and labels that the dictionary knows as they stand.
 * Call it before the form holds anything that people typed.
 */
export function translate(root) {
  if (language === 'en') {
    return;
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue.trim().replace(/\s+/g, ' ');
    if (text && Object.hasOwn(words, text) && !node.parentElement.closest('script, style, .wd-text, .wd-diff')) {
      node.nodeValue = node.nodeValue.replace(/\S[\s\S]*\S|\S/, () => words[text]);
    }
  }
  for (const element of root.querySelectorAll(READ.map((name) => `[${name}]`).join(','))) {
    for (const name of READ) {
      const value = element.getAttribute(name);
      if (value && Object.hasOwn(words, value)) {
        element.setAttribute(name, words[value]);
      }
    }
  }
}

/** For what reads pages aloud. */
export const tag = language === 'zh' ? 'zh-CN' : 'en';

// The vendor's own words are in the person's language only in Tasklist.
if (document.querySelector('base[app-name="tasklist"]')) {
  document.documentElement.lang = tag;
}
