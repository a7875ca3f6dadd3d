import { useState } from 'react'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import { formatIsoDay } from '../incidents/day.ts'
import { Button } from '../ui/Button.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { keepFiles } from './keptFiles.ts'
import type { OpenFiles } from './ownFiles.ts'

/** Keeps the files in this browser when asked. */
export function KeepFiles({ open: { given, choices }, className }: { open: OpenFiles; className?: string }) {
  const words = useImportingTexts()
  const [state, setState] = useState<'not asked' | 'kept' | 'failed'>('not asked')
  const keep = () => {
    const day = formatIsoDay(Math.floor(Date.now() / 86_400_000))
    keepFiles({ files: given, choices, day }).then(
      () => setState('kept'),
      () => setState('failed'),
    )
  }
  return (
    <>
      <Button {...(className !== undefined && { className })} disabled={state === 'kept'} onClick={keep}>
        {state === 'kept' ? words.kept : words.keep}
      </Button>
      <VisuallyHidden>
        <span role="status">{state === 'kept' && words.kept}</span>
      </VisuallyHidden>
      {state === 'failed' && <span role="alert">{words.keepFailed}</span>}
    </>
  )
}
