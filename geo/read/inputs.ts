import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import {
  areaProperties,
  areasFile,
  claim,
  type Context,
  context,
  corridor,
  LANGS,
  leftOutFile,
  manifest,
  type NodeFeature,
  nodesFile,
  MODES,
  routeProperties,
  type Segment,
  source,
  STATUSES,
} from '../../src/core/dataset/model.ts';
import { type Text, text } from '../../src/core/dataset/schema/fields.ts';
import { ruleSchema } from '../../src/core/claims/evaluate.ts';
import { parseArticle } from './article.ts';
import { cutIntoLinks, type RawLink, readLines } from './lines.ts';
import type { Problem } from './problem.ts';
import { readCodes } from './codes.ts';
import { readEvents } from './events.ts';
import { readSignings } from './signings.ts';
import { listFiles, readJson } from './json.ts';
import { nameNodes, readNames } from './names.ts';
import { applyTracks } from '../tracks/tracks.ts';

const { id, name, names, shortName, kind, colour, summary, published, figures, sources } = routeProperties.entries;

/** A route as it is edited: nodes that it passes, between which it takes the shortest way. */
const authoredRoute = v.object({
  id,
  name,
  names,
  shortName,
  kind,
  colour,
  summary,
  /** At least two nodes. */
  via: v.pipe(v.array(id), v.minLength(2)),
  /** Modes that the way may take; all by default. */
  modes: v.optional(v.array(v.picklist(MODES))),
  /** Statuses that the way may take; all by default, with open links preferred. */
  statuses: v.optional(v.array(v.picklist(STATUSES))),
  published: v.optional(published, []),
  figures: v.optional(figures, []),
  sources,
});

/** An area as it is edited; its extent is computed unless it is given. */
const authoredAreas = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      geometry: areasFile.entries.features.item.entries.geometry,
      properties: v.object({ ...areaProperties.entries, areaHa: v.optional(v.number()) }),
    }),
  ),
});

/** Claims as they are edited: a rule of an unknown kind or shape is a problem here, and not only a claim that cannot be tested. */
const authoredClaims = v.array(v.object({ ...claim.entries, rule: v.optional(ruleSchema) }));

const spread = v.optional(v.tuple([v.number(), v.number()]));

/** A section with a published length; with a chain of nodes, the drawn line is checked against it. */
const publishedLength = v.object({
  id: v.string(),
  from: v.string(),
  to: v.string(),
  mode: v.string(),
  km: v.number(),
  spread,
  checkChain: v.optional(v.array(id)),
  sources: v.pipe(v.array(id), v.minLength(1)),
  /** A text in the languages where the page of a section shows it, else English. */
  note: v.optional(
    v.union([
      v.pipe(
        v.string(),
        v.transform((en): Text => ({ en })),
      ),
      text,
    ]),
  ),
  /** False where the figure is of another way, or of works: it is shown, and the line is not judged by it. */
  comparable: v.optional(v.boolean()),
  /** Why the drawn length lies outside 0.95–1.03 of the published one. */
  explanation: v.optional(v.string()),
});

export type AuthoredRoute = v.InferOutput<typeof authoredRoute>;
export type PublishedLength = v.InferOutput<typeof publishedLength>;

/** `config/spoken.json`: the languages of each country, by code; a node's local name is its name in them. */
const spoken = v.record(v.string(), v.array(v.string()));

/** A node, and the file to mend it in. */
export interface AuthoredNode {
  file: string;
  node: NodeFeature;
}

/** What an atlas must not fall short of, so that a part that gets lost is noticed; `languages` are those that it is whole in. */
const expected = v.object({ nodes: v.number(), translated: v.number(), languages: v.array(v.picklist(LANGS)) });
const ANYTHING = { nodes: 2, translated: 0, languages: [] };

const nothing = { type: 'FeatureCollection' as const, features: [] };
const list = <S extends v.GenericSchema>(schema: S) => ({ schema: v.array(schema), fallback: [] as v.InferOutput<S>[] });

/** Where everything is, below the folder `geo` or one like it; paths are relative to the project's root. */
function layout(dir: string) {
  const at = (...path: string[]) => relative('.', join(dir, ...path));
  return {
    nodes: at('network', 'nodes'),
    lines: at('network', 'lines'),
    tracks: at('network', 'tracks'),
    expect: at('network', 'expect.json'),
    names: at('config', 'names'),
    spoken: at('config', 'spoken.json'),
    codes: at('network', 'codes.json'),
    routes: at('network', 'routes.json'),
    corridors: at('network', 'corridors.json'),
    areas: at('network', 'areas.geojson'),
    lengths: at('network', 'published-lengths.json'),
    sources: at('sources.json'),
    licences: at('licences.json'),
    context: at('context'),
    start: at('context', 'start.json'),
    article: at('context', 'article.json'),
    notes: at('context', 'notes.json'),
    initiatives: at('context', 'initiatives.json'),
    claims: at('context', 'claims.json'),
    borders: at('context', 'borders.json'),
    events: at('context', 'events.json'),
    leftOut: at('context', 'left-out.json'),
    signings: at('context', 'signings.json'),
  };
}

/**
 * Reads and parses all that people edit.
 *
 * @param dir the folder `geo` or one like it
 * @param problems what does not parse is added here; the rest is given back all the same
 */
export function readInputs(dir: string, problems: Problem[]) {
  const files = layout(dir);
  const nodes = listFiles(files.nodes, '.geojson').flatMap((file): AuthoredNode[] =>
    readJson(file, { schema: nodesFile, fallback: nothing }, problems).features.map((node) => ({ file, node })),
  );
  const nameRows = readNames(dir, problems);
  const languages = existsSync(files.spoken) ? readJson(files.spoken, { schema: spoken, fallback: {} }, problems) : {};
  nameNodes(
    nodes.map(({ node }) => node),
    nameRows,
    languages,
  );
  return {
    files,
    nodes,
    expected: existsSync(files.expect) ? readJson(files.expect, { schema: expected, fallback: ANYTHING }, problems) : ANYTHING,
    nameRows,
    codes: readCodes(
      files.codes,
      nodes.map(({ node }) => node),
      problems,
    ),
    links: applyTracks(readLinks(files.lines, nodes, problems), files.tracks, problems),
    routes: readJson(files.routes, list(authoredRoute), problems),
    corridors: readJson(files.corridors, list(corridor), problems),
    areas: readJson(files.areas, { schema: authoredAreas, fallback: nothing }, problems),
    lengths: readJson(files.lengths, list(publishedLength), problems),
    sources: readJson(files.sources, list(source), problems),
    licences: readJson(files.licences, { schema: manifest.entries.licences, fallback: [] }, problems),
    leftOut: existsSync(files.leftOut) ? readJson(files.leftOut, { schema: leftOutFile, fallback: [] }, problems) : [],
    context: readContext(files, problems),
    events: readEvents(files.events, problems),
    signings: readSignings(files.signings, problems),
  };
}

export type Inputs = ReturnType<typeof readInputs>;

function readLinks(dir: string, nodes: readonly AuthoredNode[], problems: Problem[]): RawLink[] {
  const byId = new Map(nodes.map(({ node }) => [node.properties.id, node]));
  return readLines(dir, problems).flatMap((line) => cutIntoLinks(line, byId, problems));
}

function readContext(files: ReturnType<typeof layout>, problems: Problem[]): Omit<Context, 'countries' | 'statusAsOf'> {
  const head = v.omit(context.entries.article, ['paragraphs']);
  const fallback = { author: '', published: '', title: { en: '' }, about: { en: '' } };
  const article = readJson(files.article, { schema: head, fallback }, problems);
  const { start, notes, initiatives, borders } = context.entries;
  return {
    start: existsSync(files.start) ? readJson(files.start, { schema: start, fallback: undefined }, problems) : undefined,
    article: { ...article, paragraphs: readParagraphs(files.context, problems) },
    notes: readJson(files.notes, { schema: notes, fallback: [] }, problems),
    initiatives: readJson(files.initiatives, { schema: initiatives, fallback: [] }, problems),
    claims: readJson(files.claims, { schema: authoredClaims, fallback: [] }, problems),
    borders: readJson(files.borders, { schema: borders, fallback: [] }, problems),
  };
}

/** The paragraphs with their text in each language that has it; English says how many there are. */
function readParagraphs(dir: string, problems: Problem[]): Context['article']['paragraphs'] {
  const texts = LANGS.flatMap((lang) => {
    const file = join(dir, `article.${lang}.md`);
    return existsSync(file) ? [{ lang, file, paragraphs: parseArticle(file, readFileSync(file, 'utf8'), problems) }] : [];
  });
  const english = texts.find(({ lang }) => lang === 'en')?.paragraphs ?? new Map<number, Segment[]>();
  for (const { file, paragraphs } of texts) {
    for (const n of paragraphs.keys()) {
      if (english.has(n)) continue;
      problems.push({
        file,
        feature: `## ${n}`,
        problem: 'is no paragraph of the English article',
        remedy: 'correct the number',
      });
    }
  }
  const listTexts = (n: number) =>
    texts.flatMap(({ lang, paragraphs }) => {
      const paragraph = paragraphs.get(n);
      return paragraph ? [[lang, paragraph] as const] : [];
    });
  return [...english].map(([n, en]) => ({ n, text: { ...Object.fromEntries(listTexts(n)), en } }));
}
