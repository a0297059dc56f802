import { type Atlas, findFeature } from '../dataset/dataset.ts';
import type { Figure } from '../dataset/model.ts';

/** The published figures of a feature that tell what is, not what is planned or expected. */
export function findActualFigures(atlas: Atlas, id: string): readonly Figure[] {
  return findFigures(atlas, id).filter(({ state }) => (state ?? 'actual') === 'actual');
}

function findFigures(atlas: Atlas, id: string): readonly Figure[] {
  const found = findFeature(atlas, id);
  if (found?.kind === 'area') return found.value.properties.figures;
  return found?.kind === 'route' || found?.kind === 'corridor' ? found.value.figures : [];
}
