/** Hands a file to the browser's downloads. */
export function downloadFile(name: string, content: Blob | string, type?: string): void {
  const blob = typeof content === 'string' ? new Blob([content], type === undefined ? {} : { type }) : content;
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

export const MEDIA_TYPES = {
  csv: 'text/csv;charset=utf-8',
  geojson: 'application/geo+json',
  gpx: 'application/gpx+xml',
  ics: 'text/calendar;charset=utf-8',
  json: 'application/json',
  kml: 'application/vnd.google-earth.kml+xml',
  svg: 'image/svg+xml',
} as const;
