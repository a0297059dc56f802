import type { NodeFeature } from './model.ts';

/** All codes of a place, each once: UN/LOCODE, ESR, UIC. */
export function getCodes({ locode, codes }: Pick<NodeFeature['properties'], 'locode' | 'codes'>): string[] {
  return [...new Set([locode, codes?.locode, ...(codes?.esr ?? []), codes?.uic].flatMap((code) => code ?? []))];
}
