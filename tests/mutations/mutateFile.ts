import { gunzipSync, gzipSync, unzipSync, zipSync, type Zippable } from 'fflate'
import { joined } from '../corpora/malformed/malformedFile.ts'
import type { ValidFile } from './validFiles.ts'

/** Numbers from 0 to before `below`, the same for the same seed. */
type Dice = (below: number) => number

/** Marsaglia's xorshift of 32 bits. */
function dice(seed: number): Dice {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % Math.max(1, below)
  }
}

/** Longest stretch that is taken out, doubled or moved. */
const STRETCH = 400

/** Bytes that mean something in one format or another. */
const meaningful = Array.from('"\',;|\t\n\r{}[]<>&/\\#\0-0', (each) => each.charCodeAt(0)).concat(0xff, 0x80)

type Change = (bytes: Uint8Array, roll: Dice, other: Uint8Array) => Uint8Array

/** Changes that leave every byte where it is. */
const inPlace: readonly Change[] = [
  function flipBit(bytes, roll) {
    const at = roll(bytes.length)
    return withByte(bytes, at, (bytes[at] ?? 0) ^ (1 << roll(8)))
  },
  (bytes, roll) => withByte(bytes, roll(bytes.length), roll(256)),
  (bytes, roll) => withByte(bytes, roll(bytes.length), meaningful[roll(meaningful.length)] ?? 0),
  function fill(bytes, roll) {
    const at = roll(bytes.length)
    return bytes.slice().fill(roll(2) * 255, at, at + 1 + roll(8))
  },
]

const changes: readonly Change[] = [
  ...inPlace,
  function cutOff(bytes, roll) {
    return bytes.slice(0, roll(bytes.length))
  },
  function leaveOut(bytes, roll) {
    const at = roll(bytes.length)
    return joined(bytes.slice(0, at), bytes.slice(at + 1 + roll(STRETCH)))
  },
  function double(bytes, roll) {
    const at = roll(bytes.length)
    const end = at + 1 + roll(STRETCH)
    return joined(bytes.slice(0, end), bytes.slice(at))
  },
  function swap(bytes, roll) {
    const [first = 0, second = 0] = [roll(bytes.length), roll(bytes.length)].toSorted((a, b) => a - b)
    const length = Math.min(1 + roll(STRETCH), second - first)
    const [a, b] = [bytes.slice(first, first + length), bytes.slice(second, second + length)]
    const [before, between] = [bytes.slice(0, first), bytes.slice(first + length, second)]
    return joined(before, b, between, a, bytes.slice(second + length))
  },
  function splice(bytes, roll, other) {
    const [at, from] = [roll(bytes.length), roll(other.length)]
    return joined(bytes.slice(0, at), other.slice(from, from + 1 + roll(STRETCH)), bytes.slice(at))
  },
  function goOnAsAnother(bytes, roll, other) {
    return joined(bytes.slice(0, roll(bytes.length)), other.slice(roll(other.length)))
  },
]

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice()
  copy[at] = value
  return copy
}

/**
 * One of endlessly many damaged files: a valid one with one to four changes.
 * @param index the same gives the same; formats come in turn
 * @param formats files by format
 */
export function mutateFile(index: number, formats: readonly (readonly ValidFile[])[]): ValidFile {
  const roll = dice(index)
  const chosen = formats[index % formats.length] ?? []
  const file = chosen[roll(chosen.length)]
  const others = formats[roll(formats.length)] ?? []
  const other = others[roll(others.length)]
  if (!file || !other) throw new RangeError('no files to change')
  return { name: file.name, bytes: changePacked(file.bytes, roll, other.bytes) }
}

/** Changes a file; every second archive inside, so that its members are damaged and not the archive. */
function changePacked(bytes: Uint8Array, roll: Dice, other: Uint8Array): Uint8Array {
  const inside = roll(2) === 1
  if (inside && bytes[0] === 0x1f && bytes[1] === 0x8b)
    return gzipSync(change(gunzipSync(bytes), roll, other), { mtime: 0 })
  if (!inside || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return change(bytes, roll, other)
  const members: Zippable = unzipSync(bytes)
  const names = Object.keys(members)
  const name = names[roll(names.length)]
  const content = members[name ?? '']
  if (name !== undefined && content instanceof Uint8Array) members[name] = change(content, roll, other)
  return zipSync(members, { mtime: new Date(2024, 0, 1) })
}

/** One to four changes, in half of all cases such as leave every byte where it is. */
function change(bytes: Uint8Array, roll: Dice, other: Uint8Array): Uint8Array {
  const kinds = roll(2) === 0 ? inPlace : changes
  let changed = bytes
  for (let left = 1 + roll(4); left > 0; left -= 1)
    changed = kinds[roll(kinds.length)]?.(changed, roll, other) ?? changed
  return changed
}
