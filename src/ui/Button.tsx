import type { ComponentPropsWithRef } from 'react'
import './Button.css'

/** `quiet`: without a border. `primary`: the main action of a panel. */
export type ButtonKind = 'plain' | 'primary' | 'quiet'

/** A button with the page's look. It takes the attributes of a `button` element. */
export function Button({
  kind = 'plain',
  className = '',
  ...rest
}: ComponentPropsWithRef<'button'> & { kind?: ButtonKind }) {
  return <button type="button" className={`button button--${kind} ${className}`.trim()} {...rest} />
}
