import type { ComponentPropsWithRef } from 'react'
import type { IconNode } from 'lucide'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

/**
 * A button that shows a picture alone. Its name is read aloud, and shown when the button is pointed at.
 * @param hint shown instead of the name, as to tell the key that does the same
 */
export function IconButton({
  icon,
  name,
  hint = name,
  className = '',
  ...rest
}: Omit<ComponentPropsWithRef<typeof Button>, 'name' | 'title' | 'aria-label' | 'children'> & {
  icon: IconNode
  name: string
  hint?: string
}) {
  return (
    <Button className={`button--icon ${className}`.trim()} aria-label={name} title={hint} {...rest}>
      <Icon of={icon} />
    </Button>
  )
}
