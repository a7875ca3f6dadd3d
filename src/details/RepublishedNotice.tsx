import type { Republished } from '../answers/republished.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useNoticeTexts } from '../i18n/useNoticeTexts.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ReloadButton } from '../ui/ReloadButton.tsx'

/**
 * Shown in place of a record whose file is gone because a newer version was published; leads to that version.
 */
export function RepublishedNotice({ republished }: { republished: Republished }) {
  const words = useNoticeTexts()
  const { problems } = useMessages()
  const isData = republished.kind === 'data'
  return (
    <Notice
      title={isData ? problems.newerTitle : words.newerPageTitle}
      actions={
        isData ? (
          <Button kind="primary" onClick={republished.show}>
            {problems.showNewer}
          </Button>
        ) : (
          <ReloadButton />
        )
      }
    >
      {words.republishedText}
    </Notice>
  )
}
