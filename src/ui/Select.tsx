import { useId } from 'react'
import './Select.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** A `select` element whose label is only read aloud. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: Value
  options: readonly { value: Value; text: string; lang?: string }[]
  onChange: (value: Value) => void
}) {
  const id = useId()
  return (
    <span className="select">
      <label htmlFor={id}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </label>
      <select
        id={id}
        title={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.text}
          </option>
        ))}
      </select>
    </span>
  )
}
