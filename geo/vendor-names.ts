/**
 * `tsx geo/vendor-names.ts`: takes the few kilobytes of names that the base map needs out of Unicode CLDR (140 MB of packages) and
 * writes them to `geo/base-map/facts/`, with version, source and licence. To be run again for a new language or a new CLDR.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { LANGS } from '../src/core/dataset/enums.ts';

const VERSION = '48.2.0';
const FACTS = fileURLToPath(new URL('./base-map/facts/', import.meta.url));
const ORIGIN = {
  source: `Unicode CLDR ${VERSION}`,
  url: 'https://github.com/unicode-org/cldr-json',
  licence: 'Unicode License v3, https://www.unicode.org/license.txt',
};

type Names = Record<string, string>;

const territoriesFile = v.object({
  main: v.record(v.string(), v.object({ localeDisplayNames: v.object({ territories: v.record(v.string(), v.string()) }) })),
});
const zonesFile = v.object({
  main: v.record(v.string(), v.object({ dates: v.object({ timeZoneNames: v.object({ zone: v.unknown() }) }) })),
});

/** Fetches a package of npm into a folder and returns where its files lie. */
function unpack(name: string, dir: string): string {
  const archive = execFileSync('npm', ['pack', `${name}@${VERSION}`, '--silent'], { cwd: dir, encoding: 'utf8' }).trim();
  const into = join(dir, name);
  mkdirSync(into);
  execFileSync('tar', ['xzf', join(dir, archive), '-C', into, '--strip-components=1']);
  return into;
}

function readFile<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
  return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
}

/** Names of countries by ISO 3166-1 code and language. */
function readCountries(dir: string): Record<string, Names> {
  const found: Record<string, Names> = {};
  for (const lang of LANGS) {
    const { main } = readFile(join(dir, 'main', lang, 'territories.json'), territoriesFile);
    for (const [code, name] of Object.entries(main[lang]?.localeDisplayNames.territories ?? {})) {
      if (/^[A-Z]{2}$/.test(code)) found[code] = { ...found[code], [lang]: name };
    }
  }
  return found;
}

/** Cities that a time zone is called after, by zone and language. */
function readCities(dir: string): Record<string, Names> {
  const found: Record<string, Names> = {};
  const collect = (lang: string, node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'exemplarCity' && typeof value === 'string') found[path] = { ...found[path], [lang]: value };
      else collect(lang, value, path === '' ? key : `${path}/${key}`);
    }
  };
  for (const lang of LANGS) {
    const { main } = readFile(join(dir, 'main', lang, 'timeZoneNames.json'), zonesFile);
    collect(lang, main[lang]?.dates.timeZoneNames.zone, '');
  }
  return found;
}

const temporary = mkdtempSync(join(tmpdir(), 'cldr-'));
try {
  const write = (name: string, names: Record<string, Names>): void =>
    writeFileSync(join(FACTS, name), `${JSON.stringify({ ...ORIGIN, names })}\n`);
  mkdirSync(FACTS, { recursive: true });
  write('country-names.json', readCountries(unpack('cldr-localenames-full', temporary)));
  write('zone-city-names.json', readCities(unpack('cldr-dates-full', temporary)));
} finally {
  rmSync(temporary, { recursive: true });
}
