/** Detailed base maps that a reader may switch on. No provider is contacted before that. */
export interface Provider {
  id: string;
  /** Shown before the provider is contacted. */
  name: string;
  host: string;
  tiles: string;
  credit: string;
  maxzoom: number;
}

export const PROVIDERS: Provider[] = [
  {
    id: 'osm',
    name: 'OpenStreetMap Foundation',
    host: 'tile.openstreetmap.org',
    tiles: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
    credit: '© OpenStreetMap contributors',
    maxzoom: 19,
  },
];
