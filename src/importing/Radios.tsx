import { useId } from 'react'
import './Radios.css'

/** A choice between few things, all of them seen. */
export function Radios<Value extends string>({
  legend,
  value,
  options,
  onChange,
}: {
  legend: string
  /** null: nothing is chosen yet. */
  value: Value | null
  options: readonly { value: Value; text: string }[]
  onChange: (value: Value) => void
}) {
  const name = useId()
  return (
    <fieldset className="radios">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  )
}
