/** The network on a MapLibre map of others: sources, layers, symbols and selection, added and removed again. */
import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent, PaddingOptions } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import { computeBounds, findFeature, getName, getText } from '../core/dataset/dataset.ts';
import type { Atlas, Found } from '../core/dataset/dataset.ts';
import { DIMMED } from '../core/style/drawing.ts';
import { AtlasError } from '../core/dataset/errors.ts';
import { escapeText } from '../core/markup.ts';
import { buildAreaFeatures, buildOutline, buildLineFeatures } from '../core/style/features.ts';
import { buildNodeFeatures } from '../core/style/node-features.ts';
import type { Lang } from '../core/dataset/model.ts';
import { PALETTES, type Theme } from '../core/style/palette.ts';
import { addIcons, removeIcons } from '../map/icons.ts';
import { LINE_LAYERS } from '../map/layers/network-layers.ts';
import { OVERLAY_SOURCES, buildOverlayLayers, type OverlaySource } from './overlay-layers.ts';
import { isDragging, pickFeatureAt } from '../map/pointing/pick.ts';
import { createSource } from '../map/sources.ts';

export interface OverlayStyle {
  lang: Lang;
  theme: Theme;
}

export interface OverlaySettings extends OverlayStyle {
  prefix: string;
  /** Id of the host's layer that the network goes under. */
  before: string | undefined;
  font: readonly string[] | undefined;
  /** Shown with the host's own credits. */
  credit: string;
  onSelect(picked: Picked | null): void;
}

export interface Picked {
  id: string;
  kind: Found['kind'];
  name: string;
}

const NO_FILTERS = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null };

export class Overlay {
  readonly #map: MapLibreMap;
  readonly #settings: OverlaySettings;
  #atlas: Atlas;
  #selected: string | null = null;
  #hovered: string | null = null;
  #listening = false;

  constructor(map: MapLibreMap, atlas: Atlas, settings: OverlaySettings) {
    this.#map = map;
    this.#atlas = atlas;
    this.#settings = { ...settings };
  }

  get selected(): Picked | null {
    const found = this.#selected === null ? null : findFeature(this.#atlas, this.#selected);
    return found && describePicked(found, this.#settings.lang);
  }

  /** Puts everything on the map, or nothing: throws `bad-option` where an option clashes with the host's style. */
  add(): void {
    const { prefix, before, theme } = this.#settings;
    const map = this.#map;
    if (before !== undefined && !map.getLayer(before)) {
      throw new AtlasError('bad-option', { option: 'before', value: before, allowed: map.getLayersOrder().join(', ') });
    }
    const taken = [...OVERLAY_SOURCES].find((name) => map.getSource(prefix + name));
    if (taken) throw new AtlasError('bad-option', { option: 'id', value: prefix + taken, allowed: '-' });
    addIcons(map, PALETTES[theme], prefix);
    this.#addAll(before);
    map.on('click', this.#onClick);
    map.on('mousemove', this.#onMove);
    map.on('style.load', this.#onStyle);
    this.#listening = true;
  }

  /** Removes everything; the host's style is as it was. */
  remove(): void {
    const map = this.#map;
    if (this.#listening) {
      map.off('click', this.#onClick);
      map.off('mousemove', this.#onMove);
      map.off('style.load', this.#onStyle);
      this.#listening = false;
    }
    this.#setHovered(null);
    this.#removeAll();
  }

  /** Selects by id, or nothing. Throws `unknown-id`. */
  select(id: string | null): void {
    if (id !== null && !findFeature(this.#atlas, id)) throw new AtlasError('unknown-id', { id, suggestions: '' });
    this.#selected = id;
    this.#outline('selected', id);
    const { links, routes, corridors } = this.#atlas;
    const isLine = id !== null && (links.has(id) || routes.has(id) || corridors.has(id));
    for (const name of LINE_LAYERS) {
      const layer = this.#settings.prefix + name;
      // There are none while the host is loading another style.
      if (this.#map.getLayer(layer)) this.#map.setPaintProperty(layer, 'line-opacity', isLine ? DIMMED.selected : 1);
    }
  }

  /** Moves the host's map to a feature. Throws `unknown-id`. */
  fit(id: string, padding: number | PaddingOptions): void {
    const bounds = computeBounds(this.#atlas, id);
    if (!bounds) throw new AtlasError('unknown-id', { id, suggestions: '' });
    this.#map.fitBounds(bounds, { padding, maxZoom: 12 });
  }

  /** Draws again with another style or other lines. */
  redraw(atlas: Atlas, style: Partial<OverlayStyle>): void {
    Object.assign(this.#settings, style);
    this.#atlas = atlas;
    this.#removeAll();
    this.#restore();
  }

  readonly #onClick = ({ point }: MapMouseEvent): void => {
    const id = pickFeatureAt(this.#map, point, this.#settings.prefix);
    if (id === this.#selected) return;
    this.select(id);
    this.#settings.onSelect(this.selected);
  };

  readonly #onMove = (event: MapMouseEvent): void => {
    if (!isDragging(event)) this.#setHovered(pickFeatureAt(this.#map, event.point, this.#settings.prefix));
  };

  /** The host has set another style, which removed what was added. */
  readonly #onStyle = (): void => {
    if (!this.#map.getSource(this.#settings.prefix + OVERLAY_SOURCES[0])) this.#restore();
  };

  #restore(): void {
    const { before, prefix, theme } = this.#settings;
    addIcons(this.#map, PALETTES[theme], prefix);
    // A new style may be without the layer that the network was under.
    this.#addAll(before !== undefined && this.#map.getLayer(before) ? before : undefined);
    this.select(this.#selected);
  }

  #addAll(before: string | undefined): void {
    const { prefix, theme, credit } = this.#settings;
    const data = this.#data();
    for (const name of OVERLAY_SOURCES) {
      const attribution = name === OVERLAY_SOURCES[0] && credit !== '' ? { attribution: escapeText(credit) } : {};
      this.#map.addSource(prefix + name, { ...createSource(name, data[name]), ...attribution });
    }
    const font = this.#settings.font ?? findHostFont(this.#map, prefix);
    const layers = buildOverlayLayers(theme, { prefix, font });
    for (const layer of layers) this.#map.addLayer(layer, before);
    if (layers.every(({ id }) => this.#map.getLayer(id))) return;
    // MapLibre does not throw what it finds wrong with a layer; only the font comes from outside.
    this.#removeAll();
    throw new AtlasError('bad-option', { option: 'font', value: String(font), allowed: '["Noto Sans Regular"]' });
  }

  #removeAll(): void {
    const { prefix, theme } = this.#settings;
    const map = this.#map;
    // None where the host has removed its map, which MapLibre's types do not say.
    const style: unknown = map.getStyle();
    if (!style) return;
    for (const { id } of buildOverlayLayers(theme, { prefix, font: undefined })) if (map.getLayer(id)) map.removeLayer(id);
    for (const name of OVERLAY_SOURCES) if (map.getSource(prefix + name)) map.removeSource(prefix + name);
    removeIcons(map, prefix);
  }

  #data(): Partial<Record<OverlaySource, FeatureCollection>> {
    const atlas = this.#atlas;
    const options = { ...this.#settings, filters: NO_FILTERS };
    return {
      areas: buildAreaFeatures(atlas, options.lang),
      parallelLines: buildLineFeatures(atlas, options),
      labels: buildNodeFeatures(atlas, options),
    };
  }

  #outline(name: 'selected' | 'hovered', id: string | null): void {
    const source = this.#map.getSource<GeoJSONSource>(this.#settings.prefix + name);
    void source?.setData(buildOutline(this.#atlas, id, this.#settings.theme));
  }

  /** The cursor belongs to the host where nothing of ours is under it. */
  #setHovered(id: string | null): void {
    if (id === this.#hovered) return;
    if ((id === null) !== (this.#hovered === null)) this.#map.getCanvas().style.cursor = id === null ? '' : 'pointer';
    this.#hovered = id;
    this.#outline('hovered', id);
  }
}

function describePicked(found: Found, lang: Lang): Picked {
  const { kind, value } = found;
  const properties = 'properties' in value ? value.properties : value;
  const name =
    'names' in properties ? getName(lang, properties) : 'title' in properties ? getText(lang, properties.title) : properties.id;
  return { id: properties.id, kind, name };
}

/** The font stack of the host's first names: one that its own glyphs surely have. */
function findHostFont(map: MapLibreMap, prefix: string): string[] | undefined {
  for (const layer of map.getStyle().layers) {
    if (layer.type !== 'symbol' || layer.id.startsWith(prefix)) continue;
    const font: unknown = layer.layout?.['text-font'];
    if (Array.isArray(font) && font.every((name): name is string => typeof name === 'string' && name !== 'literal')) return font;
  }
  return undefined;
}
