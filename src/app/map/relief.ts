import type { Theme } from '../../core/style/palette.ts';
import type { MapOverlay } from '../../map/overlays/overlays.ts';
import type { Dataset } from '../state/dataset.svelte.ts';

/** The shaded mountains; null where the atlas has none, or they cannot be had: the map says nothing less without them. */
export async function loadReliefOverlay(dataset: Dataset, theme: Theme): Promise<MapOverlay | null> {
  const program = await import('../../map/base-map/relief.ts').catch(() => null);
  const relief = program && (await dataset.loadRelief());
  return relief && new program.ReliefOverlay(relief, await program.decodeRelief(relief), theme);
}
