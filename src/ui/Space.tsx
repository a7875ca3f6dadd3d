/**
 * A space between two parts, for reading aloud and copying. It has an element of its own, as translators need
 * for every text, but makes no box, so it takes no room in a flex or grid layout.
 */
export function Space() {
  return (
    <span className="space" style={{ display: 'contents' }}>
      {' '}
    </span>
  )
}
