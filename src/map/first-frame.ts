/**
 * The only file that touches what is not MapLibre's public interface.
 *
 * A reader sees the map when all of it is there. Until then MapLibre goes through its frames, which ask for tiles and place names,
 * and none of them is drawn: without a graphics card a frame of the globe takes up to a second. Drawing them under a hidden canvas,
 * which is all that the public interface allows, took 10.1 s instead of 4.9 s until the first map (1200×800, SwiftShader, 2 cores).
 * The graphics make their programs meanwhile, which the first frame would have to wait for one by one.
 */
import type { Map as MapLibreMap, StyleLayer } from 'maplibre-gl';

type Render = MapLibreMap['painter']['render'];
type ProgramVariant = Parameters<MapLibreMap['painter']['programCache']['getProgram']>[0];
type Configuration = ProgramVariant['programConfiguration'];

interface Configurations {
  programConfigurations: { get(layer: string): Configuration };
}
/** What a tile has for a layer of lines or areas, or of symbols. */
interface Bucket extends Partial<Configurations> {
  text?: Configurations;
  icon?: Configurations;
}

/** Programs by their names in MapLibre, with what tells the variants of each apart. */
type Programs = [name: string, configuration: Configuration][];

function listLayerPrograms(map: MapLibreMap, { id, type }: StyleLayer, bucket: Bucket): Programs {
  const list = (name: string, from: Configurations | undefined): Programs =>
    from ? [[name, from.programConfigurations.get(id)]] : [];
  const isGiven = (name: 'line-dasharray' | 'fill-pattern'): boolean => map.getPaintProperty(id, name) !== undefined;
  if (type === 'line') return list(isGiven('line-dasharray') ? 'lineSDF' : 'line', bucket as Configurations);
  if (type === 'fill') return list(isGiven('fill-pattern') ? 'fillPattern' : 'fill', bucket as Configurations);
  if (type !== 'symbol') return [];
  return [
    ...(map.getLayoutProperty(id, 'text-field') === undefined ? [] : list('symbolSDF', bucket.text)),
    ...(map.getLayoutProperty(id, 'icon-image') === undefined ? [] : list('symbolIcon', bucket.icon)),
  ];
}

/** What the layers of a source are drawn with: that is the same in all tiles. */
function listPrograms(map: MapLibreMap, id: string): Programs {
  const { style } = map;
  const source = style.tileManagers[id];
  const tiles = source?.getVisibleCoordinates().map((at) => source.getTile(at)) ?? [];
  return style._order.flatMap((name): Programs => {
    const layer = style._layers[name];
    if (layer?.source !== id) return [];
    for (const tile of tiles) {
      const bucket = tile.getBucket(layer) as unknown as Bucket | undefined;
      if (bucket) return listLayerPrograms(map, layer, bucket);
    }
    return [];
  });
}

/** Lets MapLibre go through its frames without drawing them, and the graphics make the programs of what has come by then. */
export function suppressRendering(map: MapLibreMap): void {
  const { painter } = map;
  /** Sources whose programs are made; layers without a source have the first one. */
  const done = new Set<string | undefined>();
  const prepare: Render = (style, _transform, { projectionShaderVariant }) => {
    if (!projectionShaderVariant) return;
    const make = (name: string, programConfiguration: Configuration = null): void => {
      const common = { projectionShaderVariant, showOverdrawInspector: false, useTerrain: false, defines: [] };
      // MapLibre as we build it waits for a program only where it draws with it, see `lean-maplibre.ts`.
      const variant = { ...common, name, programConfiguration, isAhead: true };
      painter.programCache.getProgram(variant);
    };
    const due = [undefined, ...Object.keys(style.tileManagers)].filter((id) => {
      const source = id === undefined ? undefined : style.tileManagers[id];
      return !done.has(id) && (!source || (source.used && source.loaded() && source.getVisibleCoordinates().length > 0));
    });
    for (const id of due) {
      done.add(id);
      if (id === undefined) for (const name of ['background', 'clippingMask']) make(name);
      else for (const [name, configuration] of listPrograms(map, id)) make(name, configuration);
    }
    if (due.length > 0) painter.context.gl.flush();
  };
  painter.render = prepare;
}

/** Draws from the next frame on, and asks for one. */
export function resumeRendering(map: MapLibreMap): void {
  // The method of the class is found again behind the one that hid it.
  Reflect.deleteProperty(map.painter, 'render');
  map.triggerRepaint();
}
