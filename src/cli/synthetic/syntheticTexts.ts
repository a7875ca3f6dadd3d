import type { EventType } from '../../incidents/vocabulary.ts'
import type { Translated } from '../../incidents/incident.ts'
import { inventWords, type InventedWord } from './inventedWords.ts'
import { skewed, type Random } from './random.ts'

/** A word that all reports of an event type contain, so that a search can have frequent words as well as rare ones. */
const common: Readonly<Record<EventType, readonly [en: string, ar: string, fr: string]>> = {
  battles: ['clashes', 'اشتباكات', 'affrontements'],
  'explosions-remote-violence': ['shelling', 'قصف', 'bombardement'],
  'violence-against-civilians': ['attack', 'هجوم', 'attaque'],
  protests: ['protest', 'احتجاج', 'manifestation'],
  riots: ['riot', 'شغب', 'émeute'],
  'strategic-developments': ['agreement', 'اتفاق', 'accord'],
  'not-stated': ['events', 'أحداث', 'événements'],
}

/** Invents texts of incidents. */
export interface SyntheticTexts {
  /** A title in English, and in some cases in Arabic or French too. */
  title(type: EventType): Translated
  /** A longer text in one of the languages. */
  summary(type: EventType): Translated
}

/**
 * Invents texts of invented words.
 * @param vocabulary how many different words there are
 */
export function syntheticTexts(random: Random, vocabulary: number): SyntheticTexts {
  const words = inventWords(random, vocabulary)
  const drawWord = skewed(random, words, 1, 3)
  const some = (count: number, script: (word: InventedWord) => string) =>
    Array.from({ length: count }, () => script(drawWord())).join(' ')
  const latin = ({ latin: word }: InventedWord) => word
  const arabic = ({ arabic: word }: InventedWord) => word

  const sentence = (type: EventType, count: number) => {
    const [en, ar, fr] = common[type]
    return {
      en: () => `Reported ${en} near ${some(count, latin)}`,
      ar: () => `${ar} قرب ${some(count, arabic)}`,
      fr: () => `Des ${fr} signalés près de ${some(count, latin)}`,
    }
  }
  return {
    title(type) {
      const say = sentence(type, 2 + random.below(4))
      return {
        en: say.en(),
        ...(random.chance(0.2) ? { ar: say.ar() } : {}),
        ...(random.chance(0.1) ? { fr: say.fr() } : {}),
      }
    },
    summary(type) {
      const say = sentence(type, 5 + random.below(6))
      return random.chance(0.8) ? { en: say.en() } : random.chance(0.6) ? { ar: say.ar() } : { fr: say.fr() }
    },
  }
}
