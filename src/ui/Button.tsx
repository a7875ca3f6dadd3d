import type { ComponentPropsWithRef } from 'react'
import './Button.css'

/** `quiet` stands without a frame; `primary` is the one act that a panel is for. */
export type ButtonKind = 'plain' | 'primary' | 'quiet'

export function Button({
  kind = 'plain',
  className = '',
  ...rest
}: ComponentPropsWithRef<'button'> & { kind?: ButtonKind }) {
  return <button type="button" className={`button button--${kind} ${className}`.trim()} {...rest} />
}
