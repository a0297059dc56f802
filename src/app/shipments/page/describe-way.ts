import type { Atlas } from '../../../core/dataset/dataset.ts';
import { computeItinerary } from '../../../core/measure/itinerary.ts';
import { measureLegs } from '../../../core/measure/measure.ts';
import { findLegs } from '../../../core/routing/legs.ts';
import type { Way } from '../../../core/shipments/journey/paths.ts';
import { formatStep } from '../../../i18n/steps.ts';
import type { Translator } from '../../../i18n/translate.ts';

/** A way as sentences; empty where there is none. Its kilometres are those of the drawn lines; links count as a whole. */
export function describeWay(atlas: Atlas, way: Way | null, tr: Translator, getName: (id: string) => string): string[] {
  const legs = findLegs(atlas, way?.legs ?? []);
  if (legs.length === 0) return [];
  const measured = measureLegs(legs, (node) => atlas.nodes.get(node)?.properties.country ?? '');
  const links = legs.map(({ link, reversed }) => ({ id: link.properties.id, reversed }));
  return computeItinerary(atlas, { ...measured, links }).map((step) => formatStep(tr, step, getName));
}
