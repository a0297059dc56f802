/** Drawing and editing one line on the map by Terra Draw: a point a click, then points to drag, between two to add, to delete. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawLineStringMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Position } from '../core/dataset/model.ts';
import type { Palette } from '../core/style/palette.ts';

const MODE = 'linestring';

export class Drawing {
  readonly #draw: TerraDraw;
  /** Not reported: the change came from outside. */
  #quiet = false;

  constructor(map: MapLibreMap, palette: Palette, onChange: (line: Position[]) => void) {
    const colour = palette.line.rose as `#${string}`;
    const edge = palette.casing as `#${string}`;
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
      modes: [
        new TerraDrawLineStringMode({
          styles: { lineStringColor: colour, lineStringWidth: 4, closingPointColor: colour, closingPointOutlineColor: edge },
        }),
        new TerraDrawSelectMode({
          flags: {
            [MODE]: { feature: { draggable: false, coordinates: { midpoints: true, draggable: true, deletable: true } } },
          },
          styles: {
            selectedLineStringColor: colour,
            selectedLineStringWidth: 4,
            selectionPointColor: colour,
            selectionPointOutlineColor: edge,
            selectionPointWidth: 7,
            midPointColor: edge,
            midPointOutlineColor: colour,
            midPointWidth: 5,
          },
        }),
      ],
    });
    this.#draw.start();
    this.#draw.on('change', () => {
      const line = this.#line();
      if (!this.#quiet && this.#draw.getMode() === 'select' && line) onChange(line);
    });
    this.#draw.on('finish', (id) => {
      const line = this.#line();
      if (line) onChange(line);
      if (this.#draw.getMode() !== MODE) return;
      // The click that ends the line must not be taken for one that lets go of it.
      setTimeout(() => this.#pick(id));
    });
  }

  /** Shows a line for editing; with less than two points a new one is drawn. */
  set(line: readonly Position[]): void {
    this.#quiet = true;
    this.#draw.clear();
    if (line.length < 2) this.#draw.setMode(MODE);
    else {
      const coordinates = line.map(([lon, lat]) => [Number(lon.toFixed(6)), Number(lat.toFixed(6))]);
      const [added] = this.#draw.addFeatures([
        { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { mode: MODE } },
      ]);
      if (added?.valid && added.id !== undefined) this.#pick(added.id);
    }
    this.#quiet = false;
  }

  #pick(id: string | number): void {
    if (!this.#draw.enabled || !this.#draw.hasFeature(id)) return;
    this.#draw.setMode('select');
    this.#draw.selectFeature(id);
  }

  #line(): Position[] | null {
    const found = this.#draw.getSnapshot().find(({ geometry }) => geometry.type === 'LineString');
    return found ? (found.geometry.coordinates as Position[]) : null;
  }

  stop(): void {
    this.#draw.stop();
  }
}
