import type { View } from '../view.ts'
import type { FragmentProblem } from './keyReading.ts'
import { readFragment } from './readFragment.ts'
import { repairFragment, type Repair } from './repairFragment.ts'
import { isKeyName } from './urlKeys.ts'

/** What reading a link has found apart from the view. */
export interface LinkReport {
  /** Parts that were not understood. */
  problems: readonly FragmentProblem[]
  /** Kinds of damage that were repaired. */
  repairs: readonly Repair[]
}

/** A view read from a link. */
export interface LinkReading extends LinkReport {
  view: View
  /** Path and query of the page, without the part of a fragment that had been moved into them. */
  page: string
}

type Address = Pick<Location, 'hash' | 'pathname' | 'search'>

/** Reads a view from a URL and repairs what mail programs and chats do to links. Never throws. */
export function readLink(address: Address): LinkReading {
  const { page, fragment, isAstray } = findFragment(address)
  const { fragment: repaired, repairs } = repairFragment(fragment)
  const found = isAstray && !repairs.includes('hash') ? (['hash', ...repairs] as const) : repairs
  return { ...readFragment(repaired), repairs: found, page }
}

/**
 * Separates page and fragment. Where a program has percent-encoded the `#`, browsers take the fragment as part of the
 * path or query (`isAstray`).
 */
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
  // A real fragment is newer than the one in the path: the page has written it, or somebody has typed it.
  if (fragment !== '' && !fragment.startsWith(':~:'))
    return { page: page.slice(0, at), fragment, isAstray: false }
  return { page: page.slice(0, at), fragment: astray, isAstray: true }
}
