import { signing, signingsFile } from '../../../../src/core/dataset/schema/context/signings.ts';
import { comparisonsFile } from '../../../../src/core/dataset/schema/context/comparisons.ts';
import { CHANGE_KINDS, changesFile } from '../../../../src/core/dataset/schema/context/changes.ts';
import { DISRUPTION_EFFECTS, disruptionsFile } from '../../../../src/core/dataset/schema/context/disruptions.ts';
import { lengthModelFile, LINE_KINDS } from '../../../../src/core/dataset/schema/length-model.ts';
import { TIME_BASES, TIME_KINDS, timesFile } from '../../../../src/core/dataset/schema/context/times.ts';
import { readFileSync } from 'node:fs';
import type * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ruleSchema } from '../../../../src/core/claims/evaluate.ts';
import * as model from '../../../../src/core/dataset/model.ts';
import { PARTS } from '../../../../src/core/dataset/load/load.ts';

const text = readFileSync('docs/DATASET.md', 'utf8');

/** The part of the page under a heading of the third level, up to the next heading. */
function partOf(heading: string): string {
  const start = text.indexOf(`\n### ${heading}`);
  expect(start, `docs/DATASET.md has no part "### ${heading}"`).toBeGreaterThan(0);
  const rest = text.slice(start + 4);
  return rest.slice(0, rest.search(/\n##/));
}

type Schema = v.GenericSchema & {
  entries?: Record<string, Schema>;
  wrapped?: Schema;
  item?: Schema;
  value?: Schema;
  options?: Schema[];
  items?: Schema[];
};

/** Names of all fields of a schema, those inside it too, with a question mark where they may be missing. Texts are told of once. */
function fieldsOf(schema: Schema): string[] {
  const inner = [schema.wrapped, schema.item, schema.value, ...(schema.options ?? [])].filter((one) => typeof one === 'object');
  const isText = schema.entries?.['en'] !== undefined && schema.entries['zh'] !== undefined;
  const own = isText
    ? []
    : Object.entries(schema.entries ?? {}).flatMap(([name, field]) => [
        field.type === 'optional' ? `${name}?` : name,
        ...fieldsOf(field),
      ]);
  return [...new Set([...own, ...inner.flatMap(fieldsOf)])];
}

/** The fields that the page names: words in backticks, lists with brackets. */
const told = (part: string): Set<string> =>
  new Set([...part.matchAll(/`([A-Za-z0-9-]+\??)(?:\[\])?`/g)].map(([, name]) => name!));

const FILES: [heading: string, schema: unknown][] = [
  ['manifest.json', model.manifest],
  ['nodes.geojson', model.nodeProperties],
  ['links.geojson', model.linkProperties],
  ['routes.geojson and routes-index.json', model.routeProperties],
  ['corridors.json', model.corridor],
  ['areas.geojson', model.areaProperties],
  ['parallel-lines.json', model.parallelLinesFile],
  ['events.json', model.event],
  ['signings.json', signingsFile],
  ['signings.json', signing],
  ['context.json', model.context],
  ['context.json', ruleSchema],
  ['length-model.json', lengthModelFile],
  ['times.json', timesFile],
  ['comparisons.json', comparisonsFile],
  ['disruptions.json', disruptionsFile],
  ['changes.json', changesFile],
];

describe('the contract of the dataset', () => {
  // Figures are described once, with the routes.
  const routes = partOf('routes.geojson and routes-index.json');
  const figures = told(routes.slice(routes.indexOf('A **figure**')));
  it.each(FILES)('tells of every field of %s', (heading, schema) => {
    const named = told(partOf(heading));
    const missing = fieldsOf(schema as Schema).filter((field) => !named.has(field) && !figures.has(field));
    expect(missing, `fields of ${heading} that docs/DATASET.md does not name`).toEqual([]);
  });

  it('names every file that a page reads, the version and every language', () => {
    for (const { file } of Object.values(PARTS)) expect(text).toContain(`\`${file}\``);
    expect(text).toContain(`# The published dataset, version ${model.DATASET_VERSION}`);
    for (const lang of model.LANGS) {
      expect(text).toMatch(new RegExp(`[\` ]${lang}[\` ]`));
      for (const types of ['corridor-map', 'add-corridors']) {
        expect(readFileSync(`static/${types}.d.ts`, 'utf8')).toContain(`'${lang}'`);
      }
    }
  });

  it.each([
    ['kinds of nodes', model.NODE_KINDS],
    ['kinds of routes', model.ROUTE_KINDS],
    ['kinds of corridors', model.CORRIDOR_KINDS],
    ['kinds of areas', model.AREA_KINDS],
    ['kinds of figures', model.FIGURE_KINDS],
    ['statuses', model.STATUSES],
    ['modes', model.MODES],
    ['fidelities', model.FIDELITIES],
    ['kinds of lines', LINE_KINDS],
    ['kinds of times', TIME_KINDS],
    ['bases of times', TIME_BASES],
    ['effects of disruptions', DISRUPTION_EFFECTS],
    ['kinds of changes', CHANGE_KINDS],
  ])('names all %s', (_, kinds) => {
    for (const kind of kinds) expect(text).toContain(`\`${kind}\``);
  });
});
