import type { Profile } from './profile.ts'

/** All profiles in the order in which they are tried: the most specific first. */
export const allProfiles: readonly Profile[] = []
