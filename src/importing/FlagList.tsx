import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import {
  correctableFlags,
  type CorrectableFlag,
  type FlagCode,
  type TableChoices,
  type TableReport,
} from '../query/importReport.ts'
import { Button } from '../ui/Button.tsx'
import { showOnly } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { checkTag } from './checkTag.ts'
import { useAsk } from './ownFiles.ts'

/** What is doubtful about accepted records, with the corrections that are offered; nothing where nothing is. */
export function FlagList({
  table,
  choices,
  isShown,
  onChoose,
}: {
  table: TableReport
  choices: TableChoices
  /** Whether the incidents of this very report are on the map. */
  isShown: boolean
  onChoose: (change: TableChoices) => void
}) {
  const words = useImportingTexts()
  const language = useLanguage()
  const chosen = choices.corrections ?? []
  // A correction in force stays offered, so that it can be taken back.
  const shown = [
    ...table.flags,
    ...chosen.flatMap((code) => (table.flags.some((flag) => flag.code === code) ? [] : [{ code, count: 0 }])),
  ]
  if (shown.length === 0) return null
  const toggle = (code: CorrectableFlag) =>
    onChoose({
      corrections: chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code],
    })
  return (
    <section className="table-report__part flags">
      <h4>{words.flagsTitle}</h4>
      <p>{words.flagsHint}</p>
      <ul>
        {shown.map(({ code, count }) => (
          <li key={code}>
            <span className="rejections__count">{formatNumber(language, count)}</span>
            <span>{words.codes.flag[code]}</span>
            {isShown && count > 0 && <ShowFlagged code={code} />}
            {isCorrectable(code) && (
              <label className="flags__correct">
                <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
                <span>{words.correct[code]}</span>
              </label>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Closes the report, and shows just the incidents with a flag, all of them on the map. */
function ShowFlagged({ code }: { code: FlagCode }) {
  const words = useImportingTexts()
  const act = useAct()
  const ask = useAsk()
  return (
    <Button
      kind="quiet"
      className="flags__show"
      aria-label={`${words.showFlagged} (${words.codes.flag[code]})`}
      onClick={() => {
        ask(null)
        act(showOnly('tag', checkTag(code)))
      }}
    >
      {words.showFlagged}
    </Button>
  )
}

function isCorrectable(code: FlagCode): code is CorrectableFlag {
  return correctableFlags.some((each) => each === code)
}
