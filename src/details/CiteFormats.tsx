import { useState } from 'react'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { Button } from '../ui/Button.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { Select } from '../ui/Select.tsx'
import { CopyText } from './CopyText.tsx'
import { citationFile, citationFormats, type CitationFormat, type CitedIncident } from './citationFormats.ts'
import './CiteFormats.css'

/** The citation in the format of a reference manager, to copy or to save. */
export function CiteFormats({ cited }: { cited: CitedIncident }) {
  const words = useDetailTexts()
  const [format, setFormat] = useState<CitationFormat>('bibtex')
  const file = citationFile(format, cited)
  const save = () => saveFile(new Blob([file.text], { type: file.type }), `${cited.id}.${file.extension}`)
  return (
    <details className="cite-formats">
      <summary>{words.citeFormats}</summary>
      <div className="cite-formats__parts">
        <Select
          label={words.citeFormat}
          value={format}
          options={citationFormats.map((value) => ({ value, text: citationFile(value, cited).format }))}
          onChange={setFormat}
        />
        <CopyText label={file.format} text={file.text} rows={8} direction="ltr" />
        <Button onClick={save}>{words.saveCitation}</Button>
      </div>
    </details>
  )
}
