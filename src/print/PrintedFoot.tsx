import { useDescription } from '../answers/useResult.ts'
import { usePrintTexts } from '../i18n/usePrintTexts.ts'
import { useAboutTexts } from '../i18n/useAboutTexts.ts'
import { httpUrl } from '../incidents/sourceUrl.ts'
import { shareLink } from '../share/shareLink.ts'
import { useView } from '../view/useView.ts'
import { writeFragment } from '../view/url/writeFragment.ts'
import { Space } from '../ui/Space.tsx'
import { PrintedFact } from './PrintedFact.tsx'

/** Publisher, licence, citation, and the URL of the view. */
export function PrintedFoot() {
  const labels = useAboutTexts()
  const words = usePrintTexts()
  const { about } = useDescription()
  const view = useView((each) => each)
  const link = shareLink(window.location, writeFragment(view))
  const licence = about.licence && httpUrl(about.licence.url)
  return (
    <footer className="printed__foot">
      <dl className="printed__facts">
        <PrintedFact name={labels.publisher}>
          <bdi translate="no">{about.publisher}</bdi>
        </PrintedFact>
        {about.licence && (
          <PrintedFact name={labels.licence}>
            <bdi translate="no">{about.licence.name}</bdi>
            <Space />
            {licence && <Address href={licence.href} text={licence.href} />}
          </PrintedFact>
        )}
        {about.citation !== undefined && (
          <PrintedFact name={labels.citation}>
            <bdi translate="no">{about.citation}</bdi>
          </PrintedFact>
        )}
        <PrintedFact name={words.link}>
          <Address href={link} text={link} />
        </PrintedFact>
      </dl>
    </footer>
  )
}

/** A URL written out, which is also a link in a PDF. */
function Address({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} dir="ltr" translate="no">
      {text}
    </a>
  )
}
