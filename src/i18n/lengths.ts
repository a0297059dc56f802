/** Estimated lengths in words. */
import type { Translator } from './translate.ts';

/** "826 km (822–850)": the estimate, and the bounds of its interval where there are any. */
export function formatEstimate(tr: Translator, { km, low, high }: { km: number; low: number; high: number }): string {
  if (low === high) return tr.km(km);
  const digits = km < 100 ? 1 : 0;
  return `${tr.km(km)} (${tr.number(low, digits)}–${tr.number(high, digits)})`;
}
