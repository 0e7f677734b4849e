/** The choice of the language in the head of a webapp: a button that names the other one in its own words. */
import { choose, language } from '../language.js';

const OTHER = { en: ['zh', '中文', 'zh-CN'], zh: ['en', 'English', 'en'] }[language];

function render(node) {
  const [other, name, tag] = OTHER;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'wd-language';
  button.lang = tag;
  button.textContent = name;
  button.addEventListener('click', () => choose(other));
  node.replaceChildren(button);
}

export default [{
  id: 'watchdesk-language',
  pluginPoint: 'tasklist.navbar.action',
  priority: -100,
  render,
}];
