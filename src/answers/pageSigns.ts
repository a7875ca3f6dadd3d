/** Whether anybody looks at the page, and when asking a host may help again. */
export interface PageSigns {
  isVisible(): boolean
  /**
   * Calls the listener when the page becomes visible, and when the network is back while it is.
   * @returns stops it
   */
  onReturn(listener: () => void): () => void
}

/** The signs of this page. */
export const pageSigns: PageSigns = {
  isVisible: () => document.visibilityState === 'visible',
  onReturn(listener) {
    const onChange = () => {
      if (pageSigns.isVisible()) listener()
    }
    document.addEventListener('visibilitychange', onChange)
    window.addEventListener('online', onChange)
    return () => {
      document.removeEventListener('visibilitychange', onChange)
      window.removeEventListener('online', onChange)
    }
  },
}
