import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What packing makes smaller. */
const PACKED = /\.(html|js|mjs|css|json|geojson|svg|csv|txt|pbf)$/;
/** Smaller files are not worth it, in bytes. */
const SMALLEST = 1024;

/** Writes a packed copy `NAME.gz` beside a file. */
export const packFile = (file: string, content: string | Buffer): void =>
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));

/** Packs the files of a folder, for servers that send the copy as it is: packing on each request is slow. */
export function packFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !PACKED.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const packed = `${file}.gz`;
    if (existsSync(packed) && statSync(packed).mtimeMs > statSync(file).mtimeMs) continue;
    const content = readFileSync(file);
    if (content.length >= SMALLEST) packFile(file, content);
  }
}
