/** `npm start`: builds what is missing or older than its sources, then serves it. */
import { preview } from 'vite';
import './fresh.ts';

const server = await preview({ preview: { strictPort: true } });
console.log(`Corridor Atlas is served on ${server.resolvedUrls?.local[0] ?? 'http://localhost:4173/'}`);
