import { tollOf } from '../../incidents/toll.ts'
import type { Law } from './law.ts'

/** A toll that the record calls disputed needs contradicting numbers, or a claim that denies or disputes it. */
export const disputedToll: Law = ({ disputed = [], casualties = [], claims = [] }) => {
  const index = disputed.indexOf('toll')
  if (index < 0) return []
  const isContested = (['killed', 'wounded'] as const).some(
    (which) => tollOf(casualties, which).standing === 'contested',
  )
  if (isContested || claims.some(({ matter, stance }) => matter === 'toll' && stance !== 'asserts')) return []
  const message =
    '"toll" is contradicted by no one: write casualties of another claimant, or a claim that denies or disputes it with matter: toll, or take it out'
  return [{ path: ['disputed', index], message, severity: 'warning' }]
}
