/** Last of a build: packed copies of all files, and the service worker, which knows them by their digests. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { packFiles } from './pack.ts';
import { writeServiceWorker } from './service-worker.ts';
import { DIST } from './site.ts';

// While it is missing the build is not whole: `tools/dev/freshness.ts` goes by it.
rmSync(join(DIST, 'sw.js'), { force: true });
packFiles(DIST);
await writeServiceWorker(DIST);
