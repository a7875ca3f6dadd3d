import type { Translated } from '../../incidents/incident.ts'
import type { Language } from '../../incidents/vocabulary.ts'

/** Letters of a title that is taken from a longer text. */
const TITLE_LENGTH = 120

/** Letters of a tag at most, as `Incident.tags` holds it. */
const TAG_LENGTH = 120

/** A text in its language; undefined where it is blank. */
export function textIn(lang: Language, text: string): Translated | undefined {
  const trimmed = text.trim()
  return trimmed ? { [lang]: trimmed } : undefined
}

/** The same text in several languages, of those that are not blank; undefined where all are. */
export function textsIn(texts: Readonly<Partial<Record<Language, string>>>): Translated | undefined {
  const stated = Object.entries(texts)
    .map(([lang, text]) => [lang, text.trim()] as const)
    .filter(([, text]) => text)
  return stated.length > 0 ? Object.fromEntries(stated) : undefined
}

/** A title of words of the record: those that are not blank, each once, with commas between them; cut as `titleOfText`. */
export function titleOfWords(...words: string[]): string {
  const stated: string[] = []
  for (const word of words) {
    const trimmed = word.trim()
    if (trimmed && !stated.includes(trimmed)) stated.push(trimmed)
  }
  return titleOfText(stated.join(', '))
}

/** The beginning of a text as a title: its first line, cut before a word where it has more than 120 letters. */
export function titleOfText(text: string): string {
  const trimmed = text.trim()
  const end = trimmed.search(/[\r\n]/)
  const line = end === -1 ? trimmed : trimmed.slice(0, end)
  if (line.length <= TITLE_LENGTH) return line
  // Letters, not halves of surrogate pairs, are counted, of no more than the beginning of a long text.
  const letters = Array.from(line.slice(0, TITLE_LENGTH * 3))
  if (letters.length <= TITLE_LENGTH) return line
  const head = letters.slice(0, TITLE_LENGTH).join('')
  const blank = head.lastIndexOf(' ')
  return `${head.slice(0, blank > TITLE_LENGTH / 2 ? blank : undefined).trimEnd()}…`
}

/**
 * The title and the summary of a record: the title that it has, else the beginning of its text, else other words; no
 * summary where the title is all of the text.
 */
export function titleAndSummary(
  lang: Language,
  { title, text, words = '' }: { title: string; text: string; words?: string },
): { title: Translated | undefined; summary: Translated | undefined } {
  const head = title.trim() || titleOfText(text) || words
  return { title: textIn(lang, head), summary: head === text.trim() ? undefined : textIn(lang, text) }
}

/** The parts of a list in one cell, trimmed, without blank ones. */
export function listOf(text: string, separator: string): string[] {
  if (text === '') return []
  if (!text.includes(separator)) return [text.trim()].filter(Boolean)
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)
}

/**
 * Tags of a record: the texts that are not blank, each once. A text of more than 120 letters is no label, and left out.
 * @param texts texts, and lists of texts
 */
export function tagsOf(...texts: (string | readonly string[])[]): string[] {
  const tags = new Set<string>()
  const add = (text: string) => {
    const tag = text.trim()
    if (tag && tag.length <= TAG_LENGTH) tags.add(tag)
  }
  for (const each of texts) {
    if (typeof each === 'string') add(each)
    else for (const text of each) add(text)
  }
  return [...tags]
}
