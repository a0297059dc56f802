/** One coordinate as people and programs write it: decimal points and commas, hemispheres, degrees with minutes and seconds. */

export type Axis = 'lon' | 'lat';

const NUMBER = /^([+-]?)(\d+(?:[.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
const DEGREES =
  /^([+-]?)(\d+(?:[.,]\d*)?)\s*(?:[°º˚d]|deg)\s*(?:(\d+(?:[.,]\d*)?)\s*['′’ʹ]\s*(?:(\d+(?:[.,]\d*)?)\s*(?:["″”ʺ]|''|′′)\s*)?)?$/i;
const HEMISPHERES: Readonly<Record<string, readonly [axis: Axis, sign: 1 | -1]>> = {
  N: ['lat', 1],
  S: ['lat', -1],
  E: ['lon', 1],
  W: ['lon', -1],
};

/** Degrees; null for what is no coordinate of that axis. A comma is taken for the decimal sign, as nothing else stands beside it. */
export function parseCoordinate(text: string, axis: Axis): number | null {
  const plain = text.trim().replace(/[\u2212\u2013]/g, '-');
  const letter = /^([NSEW])\s*(?=[\d.,])|(?<=[\d.,°º˚'′’"″”])\s*([NSEW])$/i.exec(plain);
  const rest = letter ? plain.replace(letter[0], '').trim() : plain;
  const [letterAxis, hemisphere] = letter ? (HEMISPHERES[letter[0].trim().toUpperCase()] ?? []) : [axis, 1];
  if (letterAxis !== axis || hemisphere === undefined || (letter && /^[+-]/.test(rest))) return null;
  const value = parseNumber(rest) ?? parseDegrees(rest);
  return value === null ? null : value * hemisphere;
}

/** A number with a point or a comma; null for anything else. */
export function parseNumber(text: string): number | null {
  const match = NUMBER.exec(text.trim());
  return match ? Number(match[0].replace(',', '.')) : null;
}

function parseDegrees(text: string): number | null {
  const [, sign, degrees, minutes = '0', seconds = '0'] = DEGREES.exec(text) ?? [];
  if (degrees === undefined) return null;
  const [d = NaN, m = NaN, s = NaN] = [degrees, minutes, seconds].map((part) => parseNumber(part) ?? NaN);
  if (!(m < 60 && s < 60)) return null;
  const value = Number((d + m / 60 + s / 3600).toFixed(7));
  return sign === '-' ? -value : value;
}
