import type { ReactNode } from 'react'

/** One entry of a list of facts: a name and its value. */
export function PrintedFact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="printed__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
