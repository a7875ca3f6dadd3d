import { loadFirstLanguage } from './i18n/messages.ts'
import { preferredLanguage } from './i18n/preferredLanguage.ts'

/** The language that the link seems to name. What it says in full is read by the page. */
const [, linked = ''] = /[#&]lang=(\w+)/.exec(location.hash) ?? []

/** Loads the texts and the page side by side. Without either, index.html says what is missing. */
async function start(root: Element): Promise<void> {
  // A frame without an origin of its own may start no worker.
  if (window.origin === 'null') throw new Error('a page without an origin cannot start')
  const [{ renderApp }] = await Promise.all([
    import('./app/renderApp.tsx'),
    loadFirstLanguage(preferredLanguage([linked, ...navigator.languages])),
  ])
  renderApp(root)
}

const root = document.getElementById('root')
if (root) start(root).catch(() => document.documentElement.classList.add('start--now'))
