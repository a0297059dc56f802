const WORD = /[\p{L}\p{N}]/u;

/**
 * What tells names apart: the words with which all of them begin are left out, with what separates them from the rest.
 *
 * @returns the names as they are where one would be left empty, or nothing is shared
 */
export function dropSharedStart(names: readonly string[]): string[] {
  const [first = '', ...others] = names;
  if (others.length === 0) return [...names];
  let length = 0;
  while (length < first.length && others.every((name) => name[length] === first[length])) length++;
  // Back to where a word begins: a shared "Ku" of "Kuryk" and "Kurgan" is no word.
  const isWhole = names.every((name) => !WORD.test(name.charAt(length)));
  const shared = isWhole ? length : first.slice(0, length).replace(/[\p{L}\p{N}]+$/u, '').length;
  const rests = names.map((name) => name.slice(shared).replace(/^[\s,:：—–-]+/u, ''));
  if (shared === 0 || rests.some((rest) => rest === '')) return [...names];
  return rests.map((rest) => rest.charAt(0).toLocaleUpperCase() + rest.slice(1));
}
