/** Milliseconds after which progress is shown: what is done sooner would only flash. */
export const PROGRESS_DELAY = 500
