import { onDemand } from '../ui/onDemand.tsx'

const calendar = onDemand(async () => (await import('../ui/Calendar.tsx')).Calendar)

/** A month of which a day can be chosen, fetched when it is first opened or preloaded. */
export const Calendar = calendar.Part
/** Fetches the calendar's code ahead of its first use. */
export const preloadCalendar = calendar.preload
