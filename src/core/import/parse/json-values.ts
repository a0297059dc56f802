/** Values of unknown shape, as a parser gives them. */
export type PlainObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property of the object itself: never one that every object has. */
export const getOwn = (value: PlainObject, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);

/** True where arrays and objects lie deeper in each other than `most`. Does not call itself: a file may nest a million. */
export function isDeeperThan(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      const values: unknown[] = Array.isArray(item) ? item : Object.values(item);
      for (const child of values) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return false;
}
