import { useId } from 'react'
import type { IconNode } from 'lucide'
import './Segments.css'
import { Icon } from './Icon.tsx'

/** One of few values, all of which are seen: radio buttons that look like one control with several parts. */
export function Segments<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: Value
  options: readonly { value: Value; text: string; lang?: string; icon?: IconNode }[]
  onChange: (value: Value) => void
}) {
  const name = useId()
  return (
    <fieldset className="segments">
      <legend>{label}</legend>
      <div className="segments__parts">
        {options.map(({ value: each, text, lang, icon }) => (
          <label key={each} lang={lang} className="segments__part">
            <input type="radio" name={name} checked={each === value} onChange={() => onChange(each)} />
            {icon && <Icon of={icon} />}
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
