import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'

interface Props {
  /** Name of the panel, in the reader's language. */
  panel: string
  children: ReactNode
  /** Told when the panel stops, so that others can take over. */
  onFailure?: (() => void) | undefined
}

/** Keeps an exception in one panel from taking the others with it. */
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
    const retry = () => this.setState({ error: null })
    return <StoppedPanel panel={this.props.panel} detail={error.message} onRetry={retry} />
  }
}

function StoppedPanel({ panel, detail, onRetry }: { panel: string; detail: string; onRetry: () => void }) {
  const { problems, common } = useMessages()
  return (
    <Notice
      kind="bad"
      title={problems.panelTitle(panel)}
      actions={<Button onClick={onRetry}>{common.retry}</Button>}
    >
      <p>{problems.panelText}</p>
      <details>
        <summary>{problems.detail}</summary>
        <code translate="no">{detail}</code>
      </details>
    </Notice>
  )
}
