/** KML 2.2 with names, descriptions, colours, and whatever else is a plain value. */
import type { Position } from 'geojson';
import type { NamedFeature, WriteOptions } from '../formats/format.ts';
import { flattenGeometry } from './flatten.ts';
import { escapeXml, writeElement } from './markup.ts';

export function writeKml(features: readonly NamedFeature[], { title }: WriteOptions): string {
  const content = [writeElement('name', escapeXml(title)), ...features.map(writePlacemark)];
  const document = writeElement('Document', `\n${content.join('\n')}\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement('kml', document, { xmlns: 'http://www.opengis.net/kml/2.2' })}\n`;
}

/** Properties that the format has elements for. */
const ELEMENTS = new Set(['name', 'description', 'desc', 'stroke', 'stroke-width', 'stroke-opacity', 'styleUrl']);

function writePlacemark({ properties, geometry }: NamedFeature): string {
  const description = properties['description'] ?? properties['desc'];
  return writeElement(
    'Placemark',
    writeElement('name', escapeXml(properties.name)) +
      (typeof description === 'string' && description !== '' ? writeElement('description', escapeXml(description)) : '') +
      writeStyle(properties) +
      writeData(properties) +
      writeGeometry(geometry),
  );
}

function writeStyle(properties: NamedFeature['properties']): string {
  const { stroke, 'stroke-width': width, 'stroke-opacity': opacity } = properties;
  const [, red, green, blue] = typeof stroke === 'string' ? (/^#(..)(..)(..)$/.exec(stroke) ?? []) : [];
  if (red === undefined) return '';
  const alpha = Math.round((typeof opacity === 'number' ? opacity : 1) * 255)
    .toString(16)
    .padStart(2, '0');
  // The format has blue first.
  const color = `${alpha}${blue}${green}${red}`.toLowerCase();
  const line = writeElement('color', color) + writeElement('width', String(typeof width === 'number' ? width : 4));
  return writeElement('Style', writeElement('LineStyle', line) + writeElement('PolyStyle', writeElement('fill', '0')));
}

/** Values that are lists of plain values are joined; others that are not plain have no place in the format. */
function writeData(properties: NamedFeature['properties']): string {
  const rows = Object.entries(properties).flatMap(([key, value]) => {
    const text = ELEMENTS.has(key) ? null : writeValue(value);
    return text === null ? [] : [writeElement('Data', writeElement('value', escapeXml(text)), { name: key })];
  });
  return rows.length > 0 ? writeElement('ExtendedData', rows.join('')) : '';
}

const isPlain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

function writeValue(value: unknown): string | null {
  if (isPlain(value)) return String(value);
  return Array.isArray(value) && value.length > 0 && value.every(isPlain) ? value.join(', ') : null;
}

function writeGeometry(geometry: NamedFeature['geometry']): string {
  const { points, lines, rings } = flattenGeometry(geometry);
  const parts = [
    ...points.map((position) => writeElement('Point', writeCoordinates([position]))),
    ...lines.map((line) => writeElement('LineString', writeElement('tessellate', '1') + writeCoordinates(line))),
    ...rings.map((polygon) =>
      writeElement(
        'Polygon',
        polygon
          .map((ring, i) =>
            writeElement(i === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs', writeElement('LinearRing', writeCoordinates(ring))),
          )
          .join(''),
      ),
    ),
  ];
  return parts.length === 1 ? parts.join('') : writeElement('MultiGeometry', parts.join(''));
}

const writeCoordinates = (line: readonly Position[]): string =>
  writeElement('coordinates', line.map((position) => position.slice(0, 3).join(',')).join(' '));
