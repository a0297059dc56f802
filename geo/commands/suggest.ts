/** Edits that turn one word into the other (Levenshtein). */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Lower case, without the marks of accents, so that "Ələt" and "Gəncə" are near "alat" and "ganja". */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('ə', 'a')
    .replaceAll('ı', 'i');

/** Ids that `wanted` may have been meant for, the nearest first; `names` are other words for the same id. */
export function suggestNames(wanted: string, places: readonly { id: string; names: readonly string[] }[], most = 3): string[] {
  const word = plain(wanted);
  return places
    .map(({ id, names }) => {
      const words = [id, ...names].map(plain);
      const within = word.length > 2 && words.some((other) => other.includes(word) || word.includes(other));
      return { id, far: Math.min(...words.map((other) => edits(word, other))) - (within ? 100 : 0) };
    })
    .filter(({ far }) => far <= Math.max(2, word.length / 2))
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}
