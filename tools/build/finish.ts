/** Last of a build: the service worker, which knows all files by their embed data, and packed copies. */
import { packFiles } from './pack.ts';
import { writeServiceWorker } from './service-worker.ts';
import { DIST } from './site.ts';

await writeServiceWorker(DIST);
packFiles(DIST);
