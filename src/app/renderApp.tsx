import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'

/** Renders the page, in place of what the element holds. */
export function renderApp(root: Element): void {
  createRoot(root).render(<App />)
}
