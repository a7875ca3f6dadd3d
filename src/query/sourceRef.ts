/**
 * Names a data set that can be opened. To add a kind: a member here, a folder in `src/sources/` that opens it, and the
 * cases that the compiler then asks for in `sources/openSource.ts` and `sources/sourceOfLink.ts`.
 */
export type SourceRef = PublishedRef

/** A data set in our published form, on a host: `published/manifest.ts` describes the form. */
export interface PublishedRef {
  kind: 'published'
  /** Absolute URL of `manifest.json`; the files that it names are beside it. */
  manifestUrl: string
  /**
   * Version that the caller expects to open, `null` for any. Where the host still answers with another one, the
   * manifest is requested once more past every cache; then whatever the host has is opened, and `describe` tells which.
   */
  version: string | null
}

/** Identifies the data set that a reference names, whichever version is expected: equal for equal data sets. */
export function sourceKey({ kind, manifestUrl }: SourceRef): string {
  return `${kind} ${manifestUrl}`
}
