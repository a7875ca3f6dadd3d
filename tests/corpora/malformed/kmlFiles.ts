import { records, utf8, type Expected, type MalformedFile } from './malformedFile.ts'

/** How the texts of one variant are written. */
interface Writing {
  name: string
  /** Attributes of `<kml>`. */
  namespace: string
  /** Around the placemarks. */
  wrap(placemarks: string): string
}

const writings: readonly Writing[] = [
  { name: 'plain', namespace: 'xmlns="http://www.opengis.net/kml/2.2"', wrap: (text) => text },
  {
    name: 'folders',
    namespace: 'xmlns="http://earth.google.com/kml/2.1"',
    wrap: (text) => `<Folder><name>a</name><Folder><name>b</name>${text}</Folder></Folder>`,
  },
]

const all = records.length

interface Defect {
  defect: string
  /** @param items placemarks as XML */
  make(items: readonly string[], writing: Writing): { text: string; expected: Expected }
}

function placemark([id, date, place, latitude, longitude, killed]: readonly string[]): string {
  return `<Placemark><name>${place}</name><TimeStamp><when>${date}</when></TimeStamp><ExtendedData><Data name="id"><value>${id}</value></Data><Data name="killed"><value>${killed}</value></Data></ExtendedData><Point><coordinates>${longitude},${latitude},0</coordinates></Point></Placemark>`
}

function kml(items: readonly string[], { namespace, wrap }: Writing): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml ${namespace}><Document>\n${wrap(`\n${items.join('\n')}\n`)}\n</Document></kml>\n`
}

function put(items: readonly string[], at: number, change: (item: string) => string): string[] {
  return items.map((each, i) => (i === at ? change(each) : each))
}

const whole: Expected = { counts: { structure: 2, record: all } }

const defects: readonly Defect[] = [
  {
    defect: 'an ampersand is not escaped',
    make: (items, writing) => ({
      text: kml(
        put(items, 1, (item) => item.replace('Homs', 'Homs & Hama')),
        writing,
      ),
      expected: {
        counts: { structure: 2, record: all - 1, refused: 1 },
        refusals: ['damaged-record'],
      },
    }),
  },
  {
    defect: 'an entity is not defined',
    make: (items, writing) => ({
      text: kml(
        put(items, 1, (item) => item.replace('Homs', 'Homs&nbsp;west')),
        writing,
      ),
      expected: whole,
    }),
  },
  {
    defect: 'entities are defined that grow a thousandfold',
    make: (items, writing) => ({
      text: kml(
        put(items, 1, (item) => item.replace('Homs', '&c;')),
        writing,
      ).replace(
        '<kml',
        `<!DOCTYPE kml [<!ENTITY a "${'x'.repeat(10)}"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]><kml`,
      ),
      expected: whole,
    }),
  },
  {
    defect: 'a prefix is not declared',
    make: (items, writing) => ({
      text: kml(
        put(items, 1, (item) => item.replace('<Point>', '<gx:drawOrder>1</gx:drawOrder><Point>')),
        writing,
      ),
      expected: whole,
    }),
  },
  {
    defect: 'a placemark has no geometry',
    make: (items, writing) => ({
      text: kml(
        put(items, 1, (item) => item.replace(/<Point>.*<\/Point>/, '')),
        writing,
      ),
      expected: whole,
    }),
  },
  {
    defect: 'coordinates are words, have decimal commas, or are missing',
    make: (items, writing) => ({
      text: kml(
        put(
          put(
            put(items, 1, (item) => item.replace(/<coordinates>.*?</, '<coordinates>north<')),
            2,
            (item) => item.replace(/<coordinates>.*?</, '<coordinates>36,75 35,13<'),
          ),
          3,
          (item) => item.replace(/<coordinates>.*?</, '<coordinates><'),
        ),
        writing,
      ),
      expected: whole,
    }),
  },
  {
    defect: 'a data element is named __proto__',
    make: (items, writing) => ({
      text: kml(
        items.map((item) => item.replace('name="id"', 'name="__proto__"')),
        writing,
      ),
      expected: whole,
    }),
  },
  {
    defect: 'a description holds a table in CDATA that looks like placemarks',
    make: (items, writing) => ({
      text: kml(
        put(items, 1, (item) =>
          item.replace(
            '<TimeStamp>',
            '<description><![CDATA[<Placemark><b>x</Placemark>]]></description><TimeStamp>',
          ),
        ),
        writing,
      ),
      expected: whole,
    }),
  },
  {
    defect: 'breaks off inside the sixth placemark',
    make: (items, writing) => {
      const text = kml(items, writing)
      return {
        text: text.slice(0, text.indexOf('Daraa') + 20),
        expected: { counts: { structure: 1, record: 5, refused: 1 }, refusals: ['damaged-record'] },
      }
    },
  },
  {
    defect: 'a tag is closed by another',
    make: (items, writing) => ({
      text: kml(
        put(items, 5, (item) => item.replace('</TimeStamp>', '</TimeSpan>')),
        writing,
      ),
      expected: { counts: { structure: 2, record: all - 1, refused: 1 }, refusals: ['damaged-record'] },
    }),
  },
  {
    defect: 'holds a link to a file elsewhere and nothing else',
    make: (_, writing) => ({
      text: kml(['<NetworkLink><Link><href>https://example.org/a.kml</href></Link></NetworkLink>'], writing),
      expected: { fault: 'network-link' },
    }),
  },
  {
    defect: 'is a page of a browser',
    make: () => ({
      text: '<!DOCTYPE html><html><head><title>Not found</title></head><body></body></html>',
      expected: { fault: 'html' },
    }),
  },
  {
    defect: 'is a track of a receiver',
    make: () => ({
      text: '<?xml version="1.0"?><gpx version="1.1"><wpt lat="35" lon="36"/></gpx>',
      expected: { fault: 'gpx' },
    }),
  },
]

/** KML, each defect in two ways of writing. */
export const kmlFiles: readonly MalformedFile[] = defects.flatMap(({ defect, make }) =>
  writings.map((writing) => {
    const { text, expected } = make(records.map(placemark), writing)
    return { name: `${writing.name}.kml`, defect, bytes: utf8(text), expected: [expected] }
  }),
)
