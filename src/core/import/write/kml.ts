/** KML 2.2 with names, descriptions, colours, and whatever else is a plain value. */
import type { Position } from 'geojson';
import { type Markup, writeElement } from '../../markup.ts';
import type { NamedFeature, WriteOptions } from '../formats/format.ts';
import { flattenGeometry } from './flatten.ts';

export function writeKml(features: readonly NamedFeature[], { title }: WriteOptions): string {
  const document = writeElement('Document', {}, writeElement('name', {}, title), features.map(writePlacemark));
  const root = writeElement('kml', { xmlns: 'http://www.opengis.net/kml/2.2' }, document);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;
}

/** Properties that the format has elements for. */
const ELEMENTS = new Set(['name', 'description', 'desc', 'stroke', 'stroke-width', 'stroke-opacity', 'styleUrl']);

function writePlacemark({ properties, geometry }: NamedFeature): Markup {
  const description = properties['description'] ?? properties['desc'];
  return writeElement(
    'Placemark',
    {},
    writeElement('name', {}, properties.name),
    typeof description === 'string' && description !== '' && writeElement('description', {}, description),
    writeStyle(properties),
    writeData(properties),
    writeGeometry(geometry),
  );
}

function writeStyle(properties: NamedFeature['properties']): Markup | null {
  const { stroke, 'stroke-width': width, 'stroke-opacity': opacity } = properties;
  const [, red, green, blue] = typeof stroke === 'string' ? (/^#(..)(..)(..)$/.exec(stroke) ?? []) : [];
  if (red === undefined) return null;
  const alpha = Math.round((typeof opacity === 'number' ? opacity : 1) * 255)
    .toString(16)
    .padStart(2, '0');
  // The format has blue first.
  const color = writeElement('color', {}, `${alpha}${blue}${green}${red}`.toLowerCase());
  const line = writeElement('LineStyle', {}, color, writeElement('width', {}, typeof width === 'number' ? width : 4));
  return writeElement('Style', {}, line, writeElement('PolyStyle', {}, writeElement('fill', {}, '0')));
}

/** Lists of plain values are joined; other values that are not plain have no place in the format. */
function writeData(properties: NamedFeature['properties']): Markup | null {
  const rows = Object.entries(properties).flatMap(([name, value]) => {
    const text = ELEMENTS.has(name) ? null : formatValue(value);
    return text === null ? [] : [writeElement('Data', { name }, writeElement('value', {}, text))];
  });
  return rows.length > 0 ? writeElement('ExtendedData', {}, rows) : null;
}

const isPlain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

function formatValue(value: unknown): string | null {
  if (isPlain(value)) return String(value);
  return Array.isArray(value) && value.length > 0 && value.every(isPlain) ? value.join(', ') : null;
}

function writeGeometry(geometry: NamedFeature['geometry']): Markup | Markup[] {
  const { points, lines, rings } = flattenGeometry(geometry);
  const writeRing = (ring: Position[], i: number): Markup =>
    writeElement(i === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs', {}, writeElement('LinearRing', {}, writeCoordinates(ring)));
  const parts = [
    ...points.map((position) => writeElement('Point', {}, writeCoordinates([position]))),
    ...lines.map((line) => writeElement('LineString', {}, writeElement('tessellate', {}, '1'), writeCoordinates(line))),
    ...rings.map((polygon) => writeElement('Polygon', {}, polygon.map(writeRing))),
  ];
  return parts.length === 1 ? parts : writeElement('MultiGeometry', {}, parts);
}

const writeCoordinates = (line: readonly Position[]): Markup =>
  writeElement('coordinates', {}, line.map((position) => position.slice(0, 3).join(',')).join(' '));
