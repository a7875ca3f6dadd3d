import type { FileImport } from './fileImport.ts'

/**
 * Names a data set that can be opened. To add a kind: a member here, which has a `version` as every member; a folder in
 * `src/sources/` that opens it; and a case where the compiler then asks for one, in `sourceKey`, in
 * `sources/openSource.ts`.
 */
export type SourceRef = PublishedRef | FilesRef | ServerRef

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

/** Files of the user. They are in memory alone, so the reference holds them. */
export interface FilesRef {
  kind: 'files'
  /** Another one each time that files are opened, with the same choices or with others. */
  id: number
  files: FileImport
  /** As in `FileImport.open`. */
  besideManifest: string | null
  /** There is only one version of them. */
  version: string | null
}

/** A base that a server answers from: `servedDataset.ts` describes what it answers. */
export interface ServerRef {
  kind: 'server'
  /** Absolute URL that ends in `/`; `serverPaths` are relative to it. */
  baseUrl: string
  /** Version that the caller expects to open, `null` for the latest; the latest too where there is none such. */
  version: string | null
}

/** Identifies the data set that a reference names, whatever version is expected: equal for equal data sets. */
export function sourceKey(ref: SourceRef): string {
  switch (ref.kind) {
    case 'published':
      return `${ref.kind} ${ref.manifestUrl}`
    case 'files':
      return `${ref.kind} ${ref.id}`
    case 'server':
      return `${ref.kind} ${ref.baseUrl}`
  }
}
