import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'

const root = document.getElementById('root')
// A frame without an origin of its own may start no worker: index.html says what is missing.
if (window.origin === 'null') document.documentElement.classList.add('start--now')
else if (root) createRoot(root).render(<App />)
