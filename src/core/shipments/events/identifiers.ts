/** Numbers of containers, wagons and stations, and their check digits. */

export interface Identifier {
  /** Without blanks, capitals; a missing check digit completed. */
  id: string;
  kind: 'container' | 'wagon' | 'other';
  /** False where the check digit is wrong. */
  isValid: boolean;
}

/** Values of letters by ISO 6346: from 10 on, without the multiples of 11. */
const LETTERS = new Map<string, number>();
let value = 10;
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
  if (value % 11 === 0) value++;
  LETTERS.set(letter, value++);
}

/** @param number four letters and six digits */
function computeContainerCheck(number: string): number {
  const sum = [...number].reduce((total, sign, i) => total + (LETTERS.get(sign) ?? Number(sign)) * 2 ** i, 0);
  return (sum % 11) % 10;
}

/** The digit that ends numbers of wagons, of 8 digits (ex-Soviet railways) and of 12 (UIC). */
function computeWagonCheck(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const product = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** @param digits the first five of a station code of the ESR */
export function computeEsrCheck(digits: string): number {
  const sumFrom = (first: number) => [...digits].reduce((total, digit, i) => total + Number(digit) * (i + first), 0) % 11;
  const check = sumFrom(1);
  return check === 10 ? sumFrom(3) % 10 : check;
}

export const isEsrCode = (code: string): boolean => /^\d{6}$/.test(code) && computeEsrCheck(code.slice(0, 5)) === Number(code[5]);

/** Reads what stands in a column of containers or wagons. */
export function parseIdentifier(text: string): Identifier {
  const id = text
    .normalize('NFKC')
    .replace(/[\s.\-_/]/g, '')
    .toUpperCase();
  if (/^[A-Z]{3}[UJZ]\d{6}$/.test(id)) return { id: id + String(computeContainerCheck(id)), kind: 'container', isValid: true };
  if (/^[A-Z]{3}[UJZ]\d{7}$/.test(id)) {
    return { id, kind: 'container', isValid: computeContainerCheck(id.slice(0, 10)) === Number(id[10]) };
  }
  if (/^(?:\d{8}|\d{12})$/.test(id)) {
    return { id, kind: 'wagon', isValid: computeWagonCheck(id.slice(0, -1)) === Number(id.at(-1)) };
  }
  return { id, kind: 'other', isValid: true };
}
