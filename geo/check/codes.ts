import type { NodeFeature } from '../../src/core/dataset/model.ts';
import type { Codes } from '../read/codes.ts';
import type { Problem } from '../read/problem.ts';

/** First two digits of UIC station codes, by country (UIC leaflet 920-14). */
const UIC_COUNTRIES: Record<string, string> = {
  AT: '81',
  AZ: '57',
  BG: '52',
  BY: '21',
  CZ: '54',
  DE: '80',
  GE: '28',
  HU: '55',
  IR: '96',
  KZ: '27',
  PL: '51',
  RO: '53',
  RS: '72',
  RU: '20',
  SK: '56',
  TM: '67',
  TR: '75',
  UZ: '29',
};

/** Codes belong to nodes that exist, have the right form and check digit; a port may share that of its station. */
export function checkCodes(codes: Codes, nodes: ReadonlyMap<string, NodeFeature>, file: string): Problem[] {
  return Object.entries(codes).flatMap(([node, { locode, esr = [], uic }]): Problem[] => {
    const country = nodes.get(node)?.properties.country;
    if (!country)
      return [{ file, feature: node, problem: 'there is no such node', remedy: 'correct the id, or remove its codes' }];
    const problems = [
      ...(locode && !isLocode(locode.code, country)
        ? [`the UN/LOCODE ${locode.code} is not ${country} and three letters or digits`]
        : []),
      ...esr
        .filter(({ code }) => !isEsr(code))
        .map(({ code }) => `the ESR code ${code} is not six digits with a right check digit`),
      ...(uic && !isUic(uic.code, country)
        ? [`the UIC code ${uic.code} is not seven digits that begin as those of ${country} do`]
        : []),
    ];
    return problems.map((problem) => ({ file, feature: node, problem, remedy: 'look the code up again, or leave it out' }));
  });
}

/** Six digits, the last one a check digit: see `getEsrCheckDigit`. */
export const isEsr = (code: string): boolean => /^\d{6}$/.test(code) && getEsrCheckDigit(code.slice(0, 5)) === Number(code[5]);

/**
 * The check digit of a station code of the ESR (unified network marking of the railways of the former Soviet Union): digits
 * times 1 to 5, summed, modulo 11; where that is 10, times 3 to 7 instead; and 0 where that is 10 again.
 *
 * @param digits the first five digits
 */
export function getEsrCheckDigit(digits: string): number {
  const sum = (first: number) => [...digits].reduce((total, digit, i) => total + Number(digit) * (i + first), 0) % 11;
  const once = sum(1);
  return once < 10 ? once : sum(3) % 10;
}

const isLocode = (code: string, country: string): boolean => /^[A-Z]{2}[A-Z2-9]{3}$/.test(code) && code.startsWith(country);
const isUic = (code: string, country: string): boolean =>
  /^\d{7}$/.test(code) && code.startsWith(UIC_COUNTRIES[country] ?? 'none');
