/** A label's position with what it says; `from` is the zoom at which it first appears. */
export function point(lng, lat, properties) {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lng, lat] } }
}
