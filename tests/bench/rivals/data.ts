/** What all rival pages show: the land and borders of our base map, and our network, asked for in the same way. */
import type { FeatureCollection, LineString, Point } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface Shown {
  land: FeatureCollection;
  borders: FeatureCollection;
  links: FeatureCollection<LineString, { mode: string }>;
  nodes: FeatureCollection<Point, { rank: number }>;
}

export const COLOURS = { sea: '#cfdfe7', land: '#f6f3ec', border: '#b9a9a0', rail: '#00767a', water: '#2a62c4' };

const get = async (path: string): Promise<unknown> => (await fetch(`/data/${path}`)).json();

export async function load(): Promise<Shown> {
  const [base50m, links, nodes] = await Promise.all([get('base/50m.json'), get('links.geojson'), get('nodes.geojson')]);
  const topology = base50m as Topology<Record<'land' | 'borders', GeometryCollection>>;
  return {
    land: feature(topology, topology.objects.land),
    borders: feature(topology, topology.objects.borders),
    links: links as Shown['links'],
    nodes: nodes as Shown['nodes'],
  };
}

/** To be called when all of it is on the screen. */
export function shown(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('bench:shown')));
}

/** The same view for all: the corridors, from Europe to China. */
export const VIEW = { lon: 66, lat: 42, zoom: 2.6 };
