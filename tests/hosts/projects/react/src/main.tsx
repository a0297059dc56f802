import 'corridor-atlas';
import type { CorridorMapElement } from 'corridor-atlas';
import type {} from 'corridor-atlas/react';
import { routesFile } from 'corridor-atlas-data/schema';
import routes from 'corridor-atlas-data/routes.geojson?raw';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { parse } from 'valibot';

const names: string[] = parse(routesFile, JSON.parse(routes)).features.map(({ properties }) => properties.name);

function App() {
  const map = useRef<CorridorMapElement>(null);
  const [name, setName] = useState<string | null>(null);
  return (
    <>
      <corridor-map
        ref={map}
        src="https://atlas.example/"
        feature="btk"
        lang="tr"
        {...{ 'oncorridor-map:select': (event: HTMLElementEventMap['corridor-map:select']) => setName(event.detail.name) }}
      >
        <a href="https://atlas.example/">The map</a>
      </corridor-map>
      <button onClick={() => void map.current?.select('tbilisi').then(({ state }) => setName(state.select))}>
        {name ?? names[0]}
      </button>
      {/* @ts-expect-error there is no such language */}
      <corridor-map lang="xx" />
    </>
  );
}

createRoot(document.getElementById('root')!).render(<App />);
