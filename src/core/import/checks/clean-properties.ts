/** Names that reach into what all objects share. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of JSON without keys that would reach into what all objects share. Does not call itself.
 *
 * @returns the copy, and where the first such key stood
 */
export function removeForbidden(root: Readonly<Record<string, unknown>>): {
  value: Record<string, unknown>;
  found: string | null;
} {
  const value: Record<string, unknown> = {};
  let found: string | null = null;
  const stack: { from: object; to: Record<string, unknown> | unknown[]; path: string }[] = [{ from: root, to: value, path: '' }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { from, to, path } = next;
    for (const [key, child] of Object.entries(from)) {
      const here = path === '' ? key : `${path}.${key}`;
      if (!Array.isArray(from) && FORBIDDEN.has(key)) {
        found ??= here;
        continue;
      }
      const copy: unknown = typeof child !== 'object' || child === null ? child : Array.isArray(child) ? [] : {};
      if (typeof copy === 'object' && copy !== null) {
        stack.push({ from: child as object, to: copy as Record<string, unknown>, path: here });
      }
      (to as Record<string, unknown>)[key] = copy;
    }
  }
  return { value, found };
}
