/**
 * `npm run pack`: packs the built product for programmers into `.cache/packages/`: `corridor-atlas` with the element and
 * `addCorridors`, `corridor-atlas-data` with the dataset, its schema and its types. Nothing is published.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { DATA, DIST } from './build/site.ts';

const SOURCES = 'packages';
const TO = '.cache/packages';
const PROGRAM = ['corridor-map.js', 'corridor-map.d.ts', 'add-corridors.js', 'add-corridors.d.ts'];
/** Files of the dataset that only this program reads, without a promise. */
const NO_CONTRACT = ['first.json', 'lengths.json'];
const SCHEMA = ['src/core/dataset/model.ts', ...listTypeScript('src/core/dataset/schema')];

function listTypeScript(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** The package's own files and the licence, with the version of the product. */
function copySources(name: string): string {
  const folder = join(TO, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(SOURCES, name), folder, { recursive: true });
  copyFileSync('LICENSE', join(folder, 'LICENSE'));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const file = join(folder, 'package.json');
  writeFileSync(file, `${JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), version }, null, 2)}\n`);
  return folder;
}

function fillProgram(folder: string): void {
  for (const name of PROGRAM) {
    const file = join(DIST, name);
    if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first.`);
    copyFileSync(file, join(folder, name));
  }
}

function fillData(folder: string): void {
  for (const name of readdirSync(DATA)) {
    if (/\.(json|geojson)$/.test(name) && !NO_CONTRACT.includes(name)) copyFileSync(join(DATA, name), join(folder, name));
  }
  copyFileSync('docs/DATASET.md', join(folder, 'DATASET.md'));
  const { config } = ts.readConfigFile('tsconfig.base.json', (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      noEmit: false,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      rootDir: 'src/core/dataset',
      outDir: join(folder, 'schema'),
      types: ['geojson'],
    },
    process.cwd(),
  );
  const program = ts.createProgram(SCHEMA, options);
  const problems = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, ts.createCompilerHost(options)));
}

mkdirSync(TO, { recursive: true });
for (const [name, fill] of [
  ['corridor-atlas', fillProgram],
  ['corridor-atlas-data', fillData],
] as const) {
  const folder = copySources(name);
  fill(folder);
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', resolve(TO)], { cwd: folder, encoding: 'utf8' });
  console.log(join(TO, packed.trim()));
}
