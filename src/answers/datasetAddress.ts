/** The bundled data set, beside the page. */
const BUNDLED = 'dataset/manifest.json'

export type DatasetAddress = { kind: 'allowed'; manifestUrl: string } | { kind: 'refused'; host: string }

/**
 * Where the manifest is that a link's `data=` names: on the page's own host, or on one that the publisher allows.
 * @param data a path or address, of the manifest or of the folder that holds it; null: the bundled data set
 * @param base address of the page
 * @param allowedHosts host names, with a port where it is not 443
 */
export function datasetAddress(
  data: string | null,
  base: string,
  allowedHosts: readonly string[],
): DatasetAddress {
  if (data === null) return { kind: 'allowed', manifestUrl: new URL(BUNDLED, base).href }
  if (!URL.canParse(data, base)) return { kind: 'refused', host: data }
  const url = new URL(data, base)
  url.hash = ''
  if (!url.pathname.endsWith('.json')) url.pathname = `${url.pathname.replace(/\/$/, '')}/manifest.json`
  const own = url.origin === new URL(base).origin
  const allowed = own || (url.protocol === 'https:' && allowedHosts.includes(url.host))
  return allowed
    ? { kind: 'allowed', manifestUrl: url.href }
    : { kind: 'refused', host: url.host || url.protocol }
}
