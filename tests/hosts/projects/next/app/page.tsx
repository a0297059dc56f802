import { routeIndexFile } from 'corridor-atlas-data/schema';
import routes from 'corridor-atlas-data/routes-index.json';
import { parse } from 'valibot';
import { AtlasMap } from './atlas-map';

export default function Page() {
  return (
    <main>
      <AtlasMap />
      <p>{parse(routeIndexFile, routes).length} routes</p>
    </main>
  );
}
