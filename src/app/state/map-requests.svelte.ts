import { computeBounds, computeLegBounds } from '../../core/dataset/dataset.ts';
import type { BoundingBox } from '../../core/geo/bounding-box.ts';
import type { Size } from '../../core/geo/projection.ts';
import type { Leg } from '../../core/dataset/model.ts';
import type { ImportedRoutes } from '../import/imported-routes.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';

/** An extent to bring into view. `reveal`: what lies over the map gives way. `n` tells equal requests apart. */
interface ExtentRequest {
  extent: BoundingBox;
  reveal: boolean;
  n: number;
}

/** What the other parts of the page ask of the map. */
export class MapRequests {
  readonly #dataset: Dataset;
  readonly #imports: ImportedRoutes;

  extent: ExtentRequest | null = $state.raw(null);
  /** A path that the map shows above all else, in the order of travel. */
  highlightedPath: readonly Leg[] | null = $state.raw(null);
  /** Size of the map on the screen, in CSS pixels. */
  size: Size = $state.raw({ width: 1200, height: 800 });

  constructor(dataset: Dataset, imports: ImportedRoutes) {
    this.#dataset = dataset;
    this.#imports = imports;
  }

  /** Brings a feature or an imported route into view, where it has a place. */
  showFeature(id: string): void {
    const extent = this.computeBounds(id);
    if (extent) this.showExtent(extent);
  }

  /** Brings links into view, in the order of travel. */
  showPath(legs: readonly Leg[]): void {
    const extent = computeLegBounds(this.#dataset.atlas, legs);
    if (extent) this.showExtent(extent, { reveal: true });
  }

  showExtent(extent: BoundingBox, { reveal = false }: { reveal?: boolean } = {}): void {
    this.extent = { extent, reveal, n: (this.extent?.n ?? 0) + 1 };
  }

  /** Highlights a path; null ends it. */
  highlightPath(legs: readonly Leg[] | null): void {
    this.highlightedPath = legs;
  }

  /** Bounding box of any feature, and of imported routes; null where it has no place. */
  computeBounds(id: string): BoundingBox | null {
    return computeBounds(this.#dataset.atlas, id) ?? this.#imports.find(id)?.extent ?? null;
  }
}
