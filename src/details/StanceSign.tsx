import type { Stance } from '../incidents/vocabulary.ts'
import './StanceSign.css'

/** SVG paths, as some fonts lack these symbols. */
const paths: Readonly<Record<Stance, string>> = {
  asserts: 'M5.5 10.5 8.8 13.6 14.5 6.8',
  denies: 'M6.5 6.5 13.5 13.5M13.5 6.5 6.5 13.5',
  disputes: 'M5.8 8.2H14.2M5.8 11.8H14.2M12 5.2 8 14.8',
}

/** The symbol of a stance, hidden from screen readers: its name is beside it. */
export function StanceSign({ stance }: { stance: Stance }) {
  return (
    <svg
      className="stance-sign"
      width={20}
      height={20}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="10" cy="10" r="9" />
      <path d={paths[stance]} />
    </svg>
  )
}
