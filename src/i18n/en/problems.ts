/** Texts of errors: what went wrong, what it means, and what can be done. */
export const problems = {
  cause: {
    unreachable: 'The data could not be reached: the host does not answer, or this device is offline.',
    missing: 'The host has no data at this address.',
    truncated: 'A file of the data set came only in part.',
    altered: 'A file of the data set is not the one that was published: its checksum differs.',
    malformed: 'A file of the data set is not in the form that it should be.',
    unsupported: 'The data set was published in a form that this version of the page does not read.',
    refused: 'This page does not load data from that host.',
    timeout: 'No answer came within the time limit. Trying again may help.',
    busy: 'The server has too much to do at the moment. Try again in a little while.',
    excessive:
      'This asks for more than the server allows in one answer. Narrow the dates or the filters, and try again.',
    incomplete:
      'A part of the data cannot be reached at the moment. Counts without it would be too small, so none are shown.',
    lost: 'The part of the page that holds the data has stopped.',
    internal: 'Something in the page itself went wrong.',
  },
  datasetTitle: 'The incidents could not be loaded',
  datasetEffect: 'Map, timeline and list stay empty until they are.',
  refusedTitle: 'This link names data on another host',
  refusedText: (host: string) =>
    `It asks for data from ${host}. The publisher of this page has not allowed that host, so nothing was requested from it.`,
  openBundled: 'Open the data set of this site',
  textsTitle: 'Titles and text search are missing',
  textsEffect: 'Map, timeline and filters work; titles, summaries and text search do not.',
  resultTitle: 'The last change could not be answered',
  resultPartTitle: 'The last change was answered only in part',
  resultEffect: {
    before: 'What you see is the answer before it.',
    partBefore:
      'Counts, timeline and map are of the change before it; the list and the counts in the filters are older, or missing.',
    part: 'Counts, timeline and map are of it; the list and the counts in the filters are older, or missing.',
    estimates:
      'Counts, timeline and map are estimates of it; the list and the counts in the filters are older, or missing.',
  },
  resultRetried: 'The page tries again by itself.',
  cancelledTitle: 'Loading was cancelled',
  cancelledText: 'Nothing is shown because no data was loaded.',
  panelTitle: (panel: string) => `${panel}: this part has stopped`,
  panelText: 'The rest of the page goes on working.',
  file: 'File',
  detail: 'Detail for a report',
  newerTitle: 'A newer version of the data was published',
  showNewer: 'Show the newer version',
  codeMissing:
    'Its code could not be loaded: this device is offline, or a newer version of the page was published. Reload the page; what you look at stays.',
}
