import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TEXT = /\.(html|js|mjs|css|json|geojson|svg|csv|txt)$/;
/** Smaller files are not worth it, in bytes. */
const SMALLEST = 1024;

/** Writes a packed copy `NAME.gz` beside each text file, for servers that send it as it is: packing on each request is slow. */
export function packFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXT.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const packed = `${file}.gz`;
    if (existsSync(packed) && statSync(packed).mtimeMs > statSync(file).mtimeMs) continue;
    const content = readFileSync(file);
    if (content.length >= SMALLEST) writeFileSync(packed, gzipSync(content, { level: 9 }));
  }
}
