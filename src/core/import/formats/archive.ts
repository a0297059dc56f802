/** KMZ and ZIP: the files of routes inside, with a guard against archives that unfold without end. */
import { ImportError, type ImportIssue } from '../checks/issues.ts';
import { LIMITS, toMegabytes } from '../checks/limits.ts';
import { createContent, type FileContent, getExtension, getStem } from '../parse/content.ts';
import { hasMark } from '../parse/decode.ts';
import type { ImportFormat, Read, ReadOptions } from './format.ts';

export const archive: ImportFormat = {
  id: 'kmz',
  label: 'KMZ (ZIP)',
  extensions: ['kmz', 'zip'],
  is: ({ bytes }) => hasMark(bytes, [0x50, 0x4b, 3, 4]) || hasMark(bytes, [0x50, 0x4b, 5, 6]),
  read: readArchive,
};

/** Endings by how surely they are routes; those of a later row are read only where the earlier ones gave none. */
const TIERS = ['gpx kml geojson geojsonl geojsons topojson tcx fit fgb shp osm', 'csv tsv wkt json jsonl ndjson xml', 'txt'].map(
  (row) => row.split(' '),
);
/** Files beside a Shapefile's main one. */
const SIBLINGS = ['dbf', 'prj', 'cpg'];
const SPREADSHEETS: readonly [what: string, entry: string][] = [
  ['Excel', 'xl/workbook.xml'],
  ['OpenDocument', 'META-INF/manifest.xml'],
];

/** Throws `bad-zip`, `zip-bomb`, `zip-nothing` or `spreadsheet`. */
async function readArchive(content: FileContent, options: ReadOptions): Promise<Read> {
  const { unzipSync } = await import('fflate');
  const unzip: Unzip = (filter) => callUnzip(() => unzipSync(content.bytes, { filter }));
  const names = listEntries(unzip);
  const spreadsheet = SPREADSHEETS.find(([, entry]) => names.includes(entry));
  if (spreadsheet) throw new ImportError({ code: 'spreadsheet', params: { what: spreadsheet[0] } });
  const files = unpackFiles(unzip, names);
  const read = new Set<string>();
  const main = findMain(names, getExtension(content.name) === 'kmz');
  const tiers = [
    ...(main ? [[main]] : []),
    ...TIERS.map((endings) => names.filter((name) => endings.includes(getExtension(name)))),
  ];
  // What stands in the way of the likeliest files; a note beside them need not be a table.
  let failures: ImportIssue[] | null = null;
  for (const tier of tiers) {
    const found: Read = { features: [], issues: [] };
    for (const name of tier) {
      const file = openFile(name, files, read);
      if (!file) continue;
      const inner = await readMember(file, options);
      found.features.push(...inner.features);
      found.issues.push(...inner.issues);
    }
    if (found.features.length > 0) return found;
    if (found.issues.length > 0) failures ??= found.issues;
  }
  if (!failures) throw new ImportError({ code: read.size > 0 ? 'no-routes' : 'zip-nothing' });
  return { features: [], issues: failures };
}

/** One file of the archive; what refuses it is an issue beside those of the others. */
async function readMember(file: FileContent, { pause, readInner }: ReadOptions): Promise<Read> {
  const isNamed = !/(?:^|\/)doc\.kml$/i.test(file.name);
  try {
    // Archives in archives could go on without end.
    if (archive.is(file)) throw new ImportError({ code: 'unknown-format' });
    const { features, issues } = await readInner(file, { pause });
    return {
      features: features.map((raw) => ({
        ...raw,
        ...(isNamed && {
          file: raw.file ?? file.name,
          title: raw.title ?? getStem(file.name),
          group: raw.group ?? getStem(file.name),
        }),
      })),
      issues: issues.map((issue) => (isNamed ? { file: file.name, ...issue } : issue)),
    };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { features: [], issues: [{ ...error.issue, file: file.name }] };
  }
}

/** A file of the archive that has not been read yet; null where there is none of that name. */
function openFile(name: string, files: ReadonlyMap<string, Uint8Array>, read: Set<string>): FileContent | null {
  const bytes = files.get(name);
  if (!bytes || read.has(name)) return null;
  read.add(name);
  const stem = name.slice(0, name.lastIndexOf('.') + 1).toLowerCase();
  const siblings = new Map(
    [...files].flatMap(([other, content]): [string, Uint8Array][] => {
      const isBeside = other.toLowerCase().startsWith(stem) && SIBLINGS.includes(getExtension(other));
      return isBeside ? [[getExtension(other), content]] : [];
    }),
  );
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const findFile = (path: string): FileContent | null => openFile(resolvePath(folder, path), files, read);
  return createContent(name, bytes, { siblings, findFile });
}

function resolvePath(folder: string, path: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${decodePath(path)}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** By the rule of the format the main file is the KML at the top; several of other names are files of their own. */
function findMain(names: readonly string[], isKmz: boolean): string | undefined {
  const top = names.filter((name) => /^[^/]*\.kml$/i.test(name));
  return top.find((name) => name.toLowerCase() === 'doc.kml') ?? (isKmz || top.length === 1 ? top[0] : undefined);
}

/** Names of the files, without those that systems add. */
function listEntries(unzip: Unzip): string[] {
  const names: string[] = [];
  let count = 0;
  unzip(({ name }) => {
    if (++count > LIMITS.entries) throw bomb();
    if (!/(?:^|\/)(?:\.|__MACOSX\/)|\/$/.test(name)) names.push(name);
    return false;
  });
  return names;
}

function unpackFiles(unzip: Unzip, names: readonly string[]): Map<string, Uint8Array> {
  const wanted = new Set(names.filter((name) => [...TIERS.flat(), ...SIBLINGS].includes(getExtension(name))));
  let total = 0;
  const files = unzip(({ name, size, originalSize }) => {
    if (!wanted.has(name)) return false;
    total += originalSize;
    if (total > LIMITS.bytes || (originalSize > LIMITS.anyRatio && originalSize > size * LIMITS.ratio)) throw bomb();
    return true;
  });
  return new Map(Object.entries(files));
}

interface Entry {
  name: string;
  size: number;
  originalSize: number;
}

/** Unpacks the files that the filter lets through. */
type Unzip = (filter: (entry: Entry) => boolean) => Record<string, Uint8Array>;

function callUnzip(unzip: () => Record<string, Uint8Array>): Record<string, Uint8Array> {
  try {
    return unzip();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    // The library throws plain errors for whatever is wrong with an archive.
    throw new ImportError({ code: 'bad-zip' }, error);
  }
}

const bomb = (): ImportError => new ImportError({ code: 'zip-bomb', params: { most: toMegabytes(LIMITS.bytes) } });
