import { findPlaces, sampleLine } from '../../core/geo/camera.ts';
import type { Size } from '../../core/geo/projection.ts';
import type { Leg, Position } from '../../core/dataset/model.ts';
import type { ImportedRoutes } from '../import/imported-routes.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';
import { type Layout, SHEET, type SheetRest } from './layout.svelte.ts';

/** Places to bring into view. `n` tells equal requests apart. */
interface ViewRequest {
  places: readonly Position[];
  n: number;
}

/** What the other parts of the page ask of the map. */
export class MapRequests {
  readonly #dataset: Dataset;
  readonly #imports: ImportedRoutes;
  readonly #layout: Layout;

  view: ViewRequest | null = $state.raw(null);
  /** A path that the map shows above all else, in the order of travel. */
  highlightedPath: readonly Leg[] | null = $state.raw(null);
  /** What is open speaks of events, so the map shows them. */
  wantsEvents = $state(false);
  /** The camera is one that the reader, or an address, has set; else it is the page's own for what is shown. */
  isMoved = false;
  /** Size of the map on the screen, in CSS pixels. */
  size: Size = $state.raw({ width: 1200, height: 800 });

  constructor(dataset: Dataset, imports: ImportedRoutes, layout: Layout) {
    this.#dataset = dataset;
    this.#imports = imports;
    this.#layout = layout;
  }

  /** Brings a feature or an imported route into view, where it has a place. */
  showFeature(id: string, rest: SheetRest = SHEET.half): void {
    this.showPlaces(this.findPlaces(id), rest);
  }

  /** Brings places into view; on a phone the sheet goes down to a rest for them. */
  showPlaces(places: readonly Position[], rest: SheetRest = SHEET.half): void {
    if (places.length === 0) return;
    this.#layout.revealMap(rest);
    this.isMoved = false;
    this.view = { places, n: (this.view?.n ?? 0) + 1 };
  }

  /** Brings places into view where the camera is the page's own; what else is open stays as it is. */
  adjustTo(places: readonly Position[]): void {
    if (places.length > 0 && !this.isMoved) this.view = { places, n: (this.view?.n ?? 0) + 1 };
  }

  /** Highlights a path; null ends it. */
  highlightPath(legs: readonly Leg[] | null): void {
    this.highlightedPath = legs;
  }

  /** Shows events on the map until the returned function is called. */
  showEvents(): () => void {
    this.wantsEvents = true;
    return () => {
      this.wantsEvents = false;
    };
  }

  /** Positions that show any feature, or an imported route; none where it has no place. */
  findPlaces(id: string): readonly Position[] {
    const places = findPlaces(this.#dataset.atlas, id);
    return places.length > 0 ? places : (this.#imports.find(id)?.line.flatMap(sampleLine) ?? []);
  }
}
