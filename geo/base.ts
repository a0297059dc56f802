/** The base map, made at build time of npm packages: `50m.json` and `10m.json` (topologies) and `places.json`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCountryLocator, type Scale } from './base-map/countries.ts';
import { buildPlaces } from './base-map/places.ts';
import { compactTopology } from './base-map/topology.ts';
import { buildWaters } from './base-map/waters.ts';

/** Writes the files of the base map to a folder. */
export function buildBase(dir: string): void {
  mkdirSync(dir, { recursive: true });
  const write = (name: string, content: unknown) => writeFileSync(join(dir, name), JSON.stringify(content));
  const baseMap = (scale: Scale) => compactTopology(createCountryLocator(scale), scale);
  write('50m.json', baseMap('50m'));
  write('10m.json', baseMap('10m'));
  write('waters.json', buildWaters());
  write('places.json', buildPlaces());
}
