/**
 * `npm run --silent import -- FILE …`: reads files of routes exactly as the page does, the parts of a Shapefile as one, and prints a
 * line of JSON for each:
 * `{file, routes: [{name, km, straightKm, vertices, parts}], issues: [{code, where, message, loaded}]}`, lengths in kilometres.
 */
import { convert } from '../../src/core/import/convert.ts';
import type { ReportedIssue } from '../../src/core/import/checks/issues.ts';
import { LIMITS, toMegabytes } from '../../src/core/import/checks/limits.ts';
import { type FileGroup, groupFiles } from '../../src/core/import/group-files.ts';
import { en } from '../../src/i18n/dictionaries/en.ts';
import { formatIssue, formatIssuePlace } from '../../src/i18n/format-issue.ts';
import { translator } from '../../src/i18n/translate.ts';

export const USAGE = `usage: npm run --silent import -- FILE …

  FILE   a file of routes, in any format that the page reads; a line of JSON is printed for each

  Exit status: 0 where every file gave a route, 1 where one did not, 2 for bad arguments.`;

export interface ImportEnvironment {
  /** Bytes of a file; throws where it cannot be read. Is not asked for files that are too large. */
  read(file: string): Uint8Array;
  /** Bytes that the file has; throws where there is none. */
  measure(file: string): number;
  print(text: string): void;
  complain(text: string): void;
}

interface ImportLine {
  file: string;
  routes: { name: string; km: number; straightKm: number; vertices: number; parts: number }[];
  issues: { code: string; where: string; message: string; loaded: boolean }[];
}

/** @returns the exit status: 0 where every file gave a route, 1 where one did not, 2 for bad arguments */
export async function main(args: readonly string[], environment: ImportEnvironment): Promise<0 | 1 | 2> {
  const { print, complain } = environment;
  if (args.includes('--help')) {
    print(USAGE);
    return 0;
  }
  const unknown = args.find((arg) => arg.startsWith('-'));
  if (args.length === 0 || unknown !== undefined) {
    complain(unknown === undefined ? USAGE : `import: unknown option ${unknown}\n\n${USAGE}`);
    return 2;
  }
  let status: 0 | 1 | 2 = 0;
  for (const { file, siblings } of groupFiles(args.map((name) => ({ name }))).map(listNames)) {
    const line = await importFile(file, siblings, environment);
    if (!line) {
      complain(`import: ${file} cannot be read; check its name and its rights`);
      status = 2;
      continue;
    }
    print(JSON.stringify(line));
    if (line.routes.length === 0 && status === 0) status = 1;
  }
  return status;
}

const listNames = ({ file, siblings }: FileGroup<{ name: string }>) => ({
  file: file.name,
  siblings: new Map([...siblings].map(([ending, { name }]) => [ending, name])),
});

/** Null where there is no such file. */
async function importFile(
  file: string,
  siblings: ReadonlyMap<string, string>,
  environment: ImportEnvironment,
): Promise<ImportLine | null> {
  let bytes: Uint8Array;
  let others: Map<string, Uint8Array>;
  try {
    if (environment.measure(file) > LIMITS.bytes) {
      const params = { most: toMegabytes(LIMITS.bytes) };
      return { file, routes: [], issues: [describeIssue({ code: 'too-large', params, loaded: false })] };
    }
    bytes = environment.read(file);
    others = new Map([...siblings].map(([ending, name]) => [ending, environment.read(name)]));
  } catch {
    // Whatever the file system says of it, there is nothing to import.
    return null;
  }
  const name = file.split(/[/\\]/).at(-1) ?? file;
  // Countries are not printed, so the base map is not asked for.
  const { routes, issues } = await convert({ name, bytes, siblings: others }, { loadLookup: () => Promise.resolve(null) });
  return {
    file,
    routes: routes.map((route) => ({
      name: route.name,
      km: route.drawnKm,
      straightKm: route.straightKm,
      vertices: route.vertices,
      parts: route.parts,
    })),
    issues: issues.map(describeIssue),
  };
}

const tr = translator('en', en);

const describeIssue = (issue: ReportedIssue): ImportLine['issues'][number] => ({
  code: issue.code,
  where: formatIssuePlace(tr, issue),
  message: formatIssue(tr, issue),
  loaded: issue.loaded,
});
