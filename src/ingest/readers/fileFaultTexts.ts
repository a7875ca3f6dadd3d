import type { FileFaultCode } from '../../query/importReport.ts'

/** Messages for the command line: why a file could not be read, and what to try. */
export const fileFaultTexts: Readonly<Record<FileFaultCode, string>> = {
  'empty-file': 'the file is empty',
  'unreadable-file': 'the file cannot be read: it may have been moved or changed since, choose it again',
  'binary-content': 'the file is no text and of no known format: save the table as CSV (UTF-8) and try again',
  'unsupported-encoding': 'the file is in UTF-32: save it as UTF-8 and try again',
  'text-too-long': 'the text is too long to be read at once: split the file and read the parts',
  'too-many-columns': 'a table has more than 1,000 columns: keep the columns that are needed and try again',
  'file-too-large': 'the file is larger than 2 GB: split it and read the parts',
  'unpacks-too-large':
    'the archive unpacks to more than 2 GB, or to many times its size: unpack it and read the files one by one',
  'damaged-archive':
    'the archive is damaged or incomplete: download it again, or unpack it and read the files',
  'archive-without-data':
    'the archive holds no file that can be read: CSV, XLSX, JSON, GeoJSON, KML and Parquet can',
  encrypted: 'the file is encrypted: save it without a password and try again',
  'damaged-file': 'the file is damaged or incomplete: download or save it again',
  'time-limit': 'reading took too long and was stopped: save the data as CSV or JSON and try again',
  'too-deep': 'an archive lies in an archive in an archive: unpack it and read the files',
  xls: 'this is an old Excel workbook: open it in Excel or LibreOffice, and save it as XLSX or CSV (UTF-8)',
  ods: 'this is an OpenDocument spreadsheet: open it in LibreOffice or Excel, and save it as XLSX or CSV (UTF-8)',
  shapefile:
    'this is a shapefile: convert it to GeoJSON with QGIS, with mapshaper.org, or with `ogr2ogr out.geojson in.shp`',
  geopackage:
    'this is a GeoPackage or another SQLite database: convert the layer to GeoJSON with QGIS, or with ' +
    '`ogr2ogr out.geojson in.gpkg`',
  flatgeobuf: 'this is FlatGeobuf: convert it to GeoJSON with QGIS, or with `ogr2ogr out.geojson in.fgb`',
  gpx: 'this is GPX, a track or way points: convert it to GeoJSON with QGIS, or with `ogr2ogr out.geojson in.gpx waypoints`',
  'network-link':
    'the file holds nothing but a link to the map: open it in Google Earth and save the places as KMZ, or in My Maps ' +
    'choose "Export to KML" without "Keep data up to date"',
  html: 'this is a web page and no data file, perhaps an error page or a login: download the data itself',
  pdf: 'this is a PDF: ask the publisher for the table, or extract it (Tabula can) and save it as CSV',
  'unsupported-compression':
    'the file is compressed in a way that is not supported: unpack it, or save it with gzip or zip',
  'same-file': 'the file was given twice: it is read once',
  'other-xml': 'this is XML, but neither KML nor a workbook: convert it to CSV, JSON or GeoJSON',
  yaml: 'this is YAML, but neither a record nor a list of this program: `incident-atlas init` writes an example',
  'published-incomplete':
    'files of the published data set are missing: give manifest.json and all files beside it, or all of them in a ZIP',
  'published-altered':
    'a file of the published data set is not the one that its manifest names: download the data set again',
  'published-version':
    'the data set is published in a version of the form that is not read here: update this program, or publish it again',
}
