/**
 * The only file that touches what is not MapLibre's public interface.
 *
 * A reader sees the map when all of it is there. Until then MapLibre goes through its frames, which ask for tiles and place names,
 * and none of them is drawn: without a graphics card a frame of the globe takes up to a second. Drawing them under a hidden canvas,
 * which is all that the public interface allows, took 10.1 s instead of 4.9 s until the first map (1200×800, SwiftShader, 2 cores).
 */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** Lets MapLibre go through its frames without drawing them. */
export function suppressRendering({ painter }: MapLibreMap): void {
  painter.render = () => undefined;
}

/** Draws from the next frame on, and asks for one. */
export function resumeRendering(map: MapLibreMap): void {
  // The method of the class is found again behind the one that hid it.
  Reflect.deleteProperty(map.painter, 'render');
  map.triggerRepaint();
}
