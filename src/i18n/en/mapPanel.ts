import { formatNumber, plural, type Counted } from '../plural.ts'

/** Texts of the map and of the symbols in its legend. */
export const mapPanel = {
  name: 'Map of incidents. Arrow keys move it, plus and minus zoom. The list has the same incidents.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all results',
  level: 'North up',
  draw: 'Draw as',
  modes: { cells: 'Cells', points: 'Points', heat: 'Heat' },
  signs: {
    cell: 'Number and area: how many incidents. Ring: share of event types',
    dashedCell: 'Dashed edge: each is known only to an area',
    several: 'Pie: several incidents at one point',
    crowd: 'Small and faint: many close together',
    heat: 'Few to most of what is in view',
    hollow: 'Hollow: known only to an area',
    disputed: 'Split dot: disputed',
    own: 'Brown line around: your own incidents, as far around as their share',
    openRing: 'Thick ring: the open incident, or the cell that holds it',
    pointedRing: 'Thin ring: pointed at in the list',
    halo: 'Dashed circle: where the open incident may have been',
    related: 'Dotted line: to a related incident',
    area: 'Dashed rectangle: the area filtered by',
    disputedBorder: 'Dashed border: disputed',
    hatching: 'Hatched bars: date known only to a week, month or year',
  },
  holdsOpen: 'Holds the open incident',
  openList: 'Click to list them',
  zoomInto: 'Click to zoom in',
  /** @param n incidents @param countries more than two */
  countriesOnly: (n: Counted, countries: number) =>
    `${plural('en', n, { one: '# incident', other: '# incidents' })} known only to the country, in ${formatNumber('en', countries)} countries`,
  countryOnly: (n: Counted, country: string) =>
    `${plural('en', n, { one: '# incident', other: '# incidents' })} known only to the country: ${country}`,
  /** Not on the map, in more than two countries. */
  noPosition: (n: Counted) =>
    `${plural('en', n, { one: '# incident', other: '# incidents' })} without a position`,
  noPositionIn: (n: Counted, country: string) =>
    `${plural('en', n, { one: '# incident', other: '# incidents' })} without a position: ${country}`,
  countryNotKnown: 'country not known',
  credits: 'Credits',
  creditsText: [
    'Ground: Natural Earth and SRTM (public domain), © OpenStreetMap contributors (ODbL; borders and villages close up), World Data Bank II by GSHHG (LGPL). Town names: GeoNames (CC BY 4.0). Airports: OurAirports (public domain).',
    'Borders are drawn as they are held on the ground; disputed ones are dashed. None of it endorses a claim.',
  ],
  basemapFailed: 'The ground of the map could not be loaded. Incidents are drawn all the same.',
  noWebglTitle: 'The map cannot be drawn here',
  noWebglText: 'This browser or device has no WebGL 2. The list has every incident that the map would show.',
  lostTitle: 'The map’s graphics were lost',
  lostText: 'The device took them away. The list goes on working.',
  kilometres: (n: string) => `${n} km`,
  metres: (n: string) => `${n} m`,
  gestures: {
    wheelWith: (key: string) => `Hold ${key} and scroll to zoom the map`,
    twoFingers: 'Move the map with two fingers',
  },
}

/** Shape of the texts of the map. */
export type MapTexts = typeof mapPanel
