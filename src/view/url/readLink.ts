import type { View } from '../view.ts'
import type { FragmentProblem } from './field.ts'
import { readFragment } from './readFragment.ts'
import { repairFragment, type Repair } from './repairFragment.ts'
import { isKeyName } from './urlKeys.ts'

/** What was found in a link beside the view. */
export interface LinkReport {
  /** What was not understood. */
  problems: readonly FragmentProblem[]
  /** What had happened to it on its way, and was undone. */
  repairs: readonly Repair[]
}

export interface LinkReading extends LinkReport {
  view: View
  /** Path and query of the page without what of a fragment had got into them. */
  page: string
}

type Address = Pick<Location, 'hash' | 'pathname' | 'search'>

/** An address, however it was damaged on its way -> a view that can be shown. */
export function readLink(address: Address): LinkReading {
  const { page, fragment, isAstray } = findFragment(address)
  const { fragment: repaired, repairs } = repairFragment(fragment)
  const found = isAstray && !repairs.includes('hash') ? (['hash', ...repairs] as const) : repairs
  return { ...readFragment(repaired), repairs: found, page }
}

/** Where `#` was percent-encoded, the fragment went to the server: in the query, or in a path that it answered all the same. */
function findFragment({ hash, pathname, search }: Address): {
  page: string
  fragment: string
  isAstray: boolean
} {
  const page = pathname + search
  const fragment = hash.replace(/^#/, '')
  const [mark, key] = /%(?:25)*23([\w.]+)(?:=|%(?:25)*3D)/i.exec(page) ?? []
  if (mark === undefined || key === undefined || !isKeyName(key)) return { page, fragment, isAstray: false }
  const at = page.indexOf(mark)
  const astray = page.slice(at).replace(/^%(?:25)*23/i, '')
  // What stands behind a `#` as well is newer: written by the page, or by hand.
  if (fragment !== '' && !fragment.startsWith(':~:'))
    return { page: page.slice(0, at), fragment, isAstray: false }
  return { page: page.slice(0, at), fragment: astray, isAstray: true }
}
