import * as z from 'zod/mini'
import { faultText } from '../incidents/faultTexts.ts'
import { didYouMean } from './nearestWord.ts'
import type { Problem } from './problem.ts'

/** A value that is not of its form; always an error. */
export interface FormProblem extends Omit<Problem, 'severity'> {
  /** true where the path is that of a field which the form does not have. */
  isUnknownField?: true
}

/** A value of the form asked for, or everything that is wrong with its form. */
export type Checked<T> = { ok: true; value: T } | { ok: false; problems: FormProblem[] }

/**
 * Checks a value against one of the schemas of recordSchema.ts.
 * @returns the value, or everything that is wrong with its form
 */
export function checkRecord<T>(schema: z.ZodMiniType<T>, value: unknown): Checked<T> {
  const result = z.safeParse(schema, value, { error: saysWhatToWrite, reportInput: true })
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, problems: result.error.issues.flatMap(problemsOf) }
}

function problemsOf(issue: z.core.$ZodIssue): FormProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code === 'invalid_union') {
    if (issue.input === undefined)
      return [{ path, message: faultText(issue.message).replace(/^[^:]*/, 'is missing') }]
    const meant = meantAlternative(issue.errors)
    if (meant) {
      return meant.flatMap(problemsOf).map((problem) => ({ ...problem, path: [...path, ...problem.path] }))
    }
  }
  if (issue.code !== 'unrecognized_keys') return [{ path, message: faultText(issue.message) }]
  // Zod has one issue for all unknown keys; each is to be told at its own path.
  const known = issue.message === '' ? [] : issue.message.split(', ')
  return issue.keys.map((key) => ({
    path: [...path, key],
    isUnknownField: true,
    message: `is not a field${didYouMean(key, known)}: write one of ${known.join(', ')}, or take it out`,
  }))
}

/** Issues of the one alternative of a union whose kind (text, list, object) the value has; undefined where not one. */
function meantAlternative(
  alternatives: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  const ofItsKind = alternatives.filter(
    (issues) =>
      !issues.some(
        ({ code, path }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value'),
      ),
  )
  return ofItsKind.length === 1 ? ofItsKind[0] : undefined
}

/** What Zod's names of types are called in messages. */
const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'fields with values',
}

function saysWhatToWrite(issue: z.core.$ZodRawIssue): string {
  const lacking = issue.input === undefined
  switch (issue.code) {
    case 'invalid_type':
      return lacking
        ? `is missing: write ${kinds[issue.expected] ?? issue.expected}`
        : `is ${describeInput(issue.input)}: write ${kinds[issue.expected] ?? issue.expected}`
    case 'invalid_value': {
      const known = issue.values.map(String)
      if (lacking) return `is missing: write one of ${known.join(', ')}`
      const written = typeof issue.input === 'string' ? issue.input : describeInput(issue.input)
      const guess = didYouMean(written, known)
      // Beside a guess, a list of many words would only distract.
      const offer = guess && known.length > 12 ? 'a word of the vocabulary' : `one of ${known.join(', ')}`
      return `is "${written}"${guess}: write ${offer}`
    }
    case 'unrecognized_keys':
      return knownKeys(issue.inst).join(', ')
    case 'too_big':
    case 'too_small':
      return `is ${describeInput(issue.input)}: write a whole number that can be counted`
    default:
      return 'is not in the form that the schema asks for: see its description in public/schema'
  }
}

function knownKeys(inst: unknown): string[] {
  return inst instanceof z.ZodMiniObject ? Object.keys(inst.shape) : []
}

function describeInput(input: unknown): string {
  if (input === null) return 'empty'
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'object') return 'fields with values'
  if (typeof input === 'string') return `the text "${input}"`
  return `the ${typeof input} ${JSON.stringify(input)}`
}
