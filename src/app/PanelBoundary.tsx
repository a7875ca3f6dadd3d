import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ReloadButton } from '../ui/ReloadButton.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { MissingCode } from '../ui/onDemand.tsx'
import type { Padding } from '../map/freeRoom.ts'
import './Notices.css'

interface Props {
  /** Name of the panel, in the reader's language. */
  panel: string
  children: ReactNode
  /** Called when the panel has failed, so that another can take over. */
  onFailure?: (() => void) | undefined
  /**
   * Set for a part without a panel of its own, such as a dialog: its message appears over the page and can be
   * closed.
   */
  onDismiss?: (() => void) | undefined
  /** How far other panels reach over this one: the message appears between them. */
  covered?: Padding | undefined
}

/** Catches an exception within one panel, so that the others go on working. */
export class PanelBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(): void {
    this.props.onFailure?.()
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    const { panel, onDismiss, covered } = this.props
    const retry = () => this.setState({ error: null })
    const stopped = <StoppedPanel panel={panel} error={error} onRetry={retry} onDismiss={onDismiss} />
    if (covered) return <Uncovered covered={covered}>{stopped}</Uncovered>
    if (!onDismiss) return stopped
    return (
      <div className="notices">
        <div className="toast">{stopped}</div>
      </div>
    )
  }
}

function Uncovered({ covered, children }: { covered: Padding; children: ReactNode }) {
  const { top, right, bottom, left } = covered
  return (
    <div className="panel-uncovered" style={{ padding: `${top}px ${right}px ${bottom}px ${left}px` }}>
      {children}
    </div>
  )
}

function StoppedPanel({
  panel,
  error,
  onRetry,
  onDismiss,
}: {
  panel: string
  error: Error
  onRetry: () => void
  onDismiss: (() => void) | undefined
}) {
  const { problems, common } = useMessages()
  const isMissing = error instanceof MissingCode
  return (
    <Notice
      kind="bad"
      title={problems.panelTitle(panel)}
      actions={
        <>
          {isMissing && <ReloadButton />}
          <Button onClick={onRetry}>{common.retry}</Button>
          {onDismiss && <Button onClick={onDismiss}>{common.close}</Button>}
        </>
      }
    >
      <p>{isMissing ? problems.codeMissing : problems.panelText}</p>
      <details>
        <summary>{problems.detail}</summary>
        <code translate="no">{error.message}</code>
      </details>
    </Notice>
  )
}
