import userEvent from '@testing-library/user-event'

/** Stops of the Tab key that any test's page has at most. */
const MOST = 100

/**
 * Presses the Tab key until an element has the focus.
 * @param find looks the element up anew before each press, as it may be rendered again
 * @throws Error if the element is not reached
 */
export async function tabTo(find: () => Element): Promise<void> {
  for (let press = 0; press < MOST; press += 1) {
    if (find() === document.activeElement) return
    await userEvent.tab()
  }
  throw new Error(`the Tab key does not reach ${find().outerHTML}`)
}
