/**
 * A space between two parts, which is read aloud and copied: in an element of its own, as every text is. Where parts
 * are laid out beside each other it takes no room, as if it stood there alone.
 */
export function Space() {
  return (
    <span className="space" style={{ display: 'contents' }}>
      {' '}
    </span>
  )
}
