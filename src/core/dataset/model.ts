/**
 * The published dataset, version 1: the shapes that the build writes to `static/data/` and that
 * every reader (page, embed, command line, outsiders) parses at its border. One schema for both sides.
 *
 * Lengths are kilometres, coordinates WGS 84 lon/lat in degrees, gauges millimetres, dates ISO 8601
 * (a year, a month or a day), countries ISO 3166-1 alpha-2.
 */
import * as v from 'valibot';
import { id, iso, text } from './fields.ts';
import { disruption } from './status-schema.ts';
import { estimateBasis, estimateFields, routeEstimate } from './length-model-schema.ts';
import { type Lang, LANGS, MODES, STATUSES } from './enums.ts';

export const DATASET_VERSION = 1;

export { type Lang, LANGS, MODES, STATUSES };
export const FIDELITIES = ['track', 'stations', 'towns', 'hand'] as const;
export const NODE_KINDS = ['station', 'junction', 'port', 'border', 'gauge-change', 'city', 'waypoint'] as const;
export const ROUTE_KINDS = ['variant', 'railway', 'alternative'] as const;
export const CORRIDOR_KINDS = ['corridor', 'comparison'] as const;
export const AREA_KINDS = ['port', 'terminal', 'free-zone'] as const;
export const FIGURE_KINDS = [
  'transit-time',
  'sailing-time',
  'capacity',
  'volume',
  'containers',
  'container-capacity',
  'berths',
  'area',
  'storage',
  'vessel-size',
  'gradient',
  'height',
  'tunnel',
  'passengers',
  'cost',
  'speed',
  'members',
  'tracking',
  'founded',
  'opened',
] as const;

const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));
const km = v.pipe(v.number(), v.finite(), v.minValue(0));
const lon = v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180));
const lat = v.pipe(v.number(), v.finite(), v.minValue(-90), v.maxValue(90));
const position = v.tuple([lon, lat]);

/**
 * At least so many positions. They are most of the dataset: what is well is taken as it is, without a copy of each; the schema
 * of one looks at the others, to say what is wrong with them or to leave out a height.
 */
const positions = (least: number) =>
  v.pipe(
    v.custom<unknown[]>(Array.isArray, ({ received }) => `Invalid type: Expected Array but received ${received}`),
    v.minLength(least),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }): v.InferOutput<typeof position>[] => {
      if (value.every(isPosition)) return value;
      const checked: v.InferOutput<typeof position>[] = [];
      for (const [key, one] of value.entries()) {
        const result = v.safeParse(position, one);
        if (!result.success) {
          const { message, path = [] } = result.issues[0];
          addIssue({ message, path: [{ type: 'array', origin: 'value', input: value, key, value: one }, ...path] });
          return NEVER;
        }
        checked.push(result.output);
      }
      return checked;
    }),
  );

const within = (value: unknown, limit: number): boolean => typeof value === 'number' && Math.abs(value) <= limit;
const isPosition = (value: unknown): value is v.InferOutput<typeof position> =>
  Array.isArray(value) && value.length === 2 && within(value[0], 180) && within(value[1], 90);

/** What a link may lead to; any other address, such as a script, is left out. */
const webAddress = v.fallback(v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//i))), undefined);

/** Names by language code; `local` is the name in the language and script of the place itself. */
const names = v.record(v.string(), v.string());

/** A length that somebody prints. `part`: the figure covers only a part of the feature; the note says which. */
const published = v.object({
  km,
  source: id,
  note: v.optional(text),
  part: v.optional(v.boolean()),
});

/** A published figure other than a length: either a number (or a span) with a unit, or a statement. */
const figure = v.object({
  kind: v.picklist(FIGURE_KINDS),
  value: v.optional(v.pipe(v.number(), v.finite())),
  min: v.optional(v.pipe(v.number(), v.finite())),
  max: v.optional(v.pipe(v.number(), v.finite())),
  /** `t`, `Mt`, `TEU`, `d`, `h`, `ha`, `m`, `m2`, `permille`, `km/h`, `EUR-bn`, `count`; a dictionary key each. */
  unit: v.optional(v.string()),
  /** What the figure speaks of: a year, a date, or a span "2023/2025". */
  when: v.optional(v.string()),
  /** `actual`, `planned`, `expected`, `target`. */
  state: v.optional(v.picklist(['actual', 'planned', 'expected', 'target'])),
  text: v.optional(text),
  note: v.optional(text),
  sources: v.pipe(v.array(id), v.minLength(1)),
});

const byCountry = v.array(v.object({ code: country, km }));

/** What a way may be made of; all modes and statuses where nothing is said. */
const wayConditions = v.object({
  modes: v.optional(v.array(v.picklist(MODES))),
  statuses: v.optional(v.array(v.picklist(STATUSES))),
  avoidCountries: v.optional(v.array(country)),
});
const wayCase = v.object({ from: id, to: id, ...wayConditions.entries });
const some = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.minLength(1));

/** False where the rows only describe, and nothing follows from them. */
const decides = v.optional(v.boolean());

/** How a claim is put to the test. Each kind is a file of `claims/`; the ids, names and dates that it weighs stand here. */
const rule = v.variant('kind', [
  /** The shortest way of each case runs by `through`, a node of the railway `route`. */
  v.object({ kind: v.literal('shortest'), route: id, through: id, cases: some(wayCase) }),
  /** No other country is on routes of all the corridors; `meeting`: on one node where routes of all of them meet. */
  v.object({
    kind: v.literal('only-country'),
    country,
    corridors: v.pipe(v.array(id), v.minLength(2)),
    cases: some(v.object({ routes: v.picklist(['all', 'main']), meeting: v.boolean() })),
  }),
  /** The event comes before the `others`; each with the country that it speaks of. */
  v.object({
    kind: v.literal('earliest'),
    event: id,
    country,
    others: some(v.object({ event: id, country })),
  }),
  /** The events took place when (and where) the claim says, by a source other than those of `except`. */
  v.object({
    kind: v.literal('dated'),
    events: some(v.object({ event: id, says: iso, place: v.optional(id) })),
    except: v.array(id),
  }),
  /** At least so many open lines of each mode leave the nodes, taken as one place, and a figure shows that they are used. */
  v.object({
    kind: v.literal('junction'),
    nodes: some(id),
    least: some(v.object({ mode: v.picklist(MODES), n: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
    figure: v.optional(v.object({ feature: id, kind: v.picklist(FIGURE_KINDS), except: v.array(id) })),
  }),
  /** Published figures: `stated` is enough where it is there, `least` is a yardstick; without either nothing is decided. */
  v.object({
    kind: v.literal('figures'),
    feature: id,
    figures: some(
      v.object({
        kind: v.picklist(FIGURE_KINDS),
        stated: v.optional(v.boolean()),
        least: v.optional(v.pipe(v.number(), v.finite())),
      }),
    ),
  }),
  /** The route has length and stations in each country. */
  v.object({ kind: v.literal('crosses'), route: id, countries: some(country), decides }),
  /** Countries off the route have used it, by dated events. */
  v.object({ kind: v.literal('used-by'), route: id, uses: v.array(v.object({ event: id, countries: some(country) })) }),
  /** There is a way from end to end of the route by the nodes `through`, under the conditions of each case. */
  v.object({ kind: v.literal('passable'), route: id, through: v.array(id), cases: some(wayConditions) }),
  /** The route has fewer borders, gauge breaks and changes of mode than the other. */
  v.object({ kind: v.literal('counts'), route: id, against: id, decides }),
  /** Features are called so, and not otherwise. */
  v.object({ kind: v.literal('called'), names: some(v.object({ feature: id, name: v.string() })) }),
  /** The area and its parts lie within so many kilometres of the node; `not`: a place that could be taken for it. */
  v.object({ kind: v.literal('same-place'), area: id, node: id, withinKm: km, not: v.optional(id) }),
]);

/** What a rule makes of a claim. */
export const VERDICTS = ['supported', 'holds-if', 'contradicted', 'cannot-be-tested'] as const;

export const nodeProperties = v.object({
  id,
  name: v.string(),
  names,
  country,
  kind: v.picklist(NODE_KINDS),
  /** 1 (shown from far out) to 4 (only close up). */
  rank: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
  locode: v.optional(v.string()),
  /** What other systems call the place: UN/LOCODE, station codes of the ESR (ex-Soviet railways) and of the UIC. */
  codes: v.optional(
    v.object({ locode: v.optional(v.string()), esr: v.optional(v.array(v.string())), uic: v.optional(v.string()) }),
  ),
  accuracyKm: v.optional(km),
  note: v.optional(text),
  sources: v.pipe(v.array(id), v.minLength(1)),
});

export const linkProperties = v.object({
  id,
  from: id,
  to: id,
  mode: v.picklist(MODES),
  /** Null where there is no track: sea and road. */
  gaugeMm: v.nullable(v.number()),
  status: v.picklist(STATUSES),
  opened: v.optional(iso),
  closed: v.optional(iso),
  /** Date of the newest evidence of the status. */
  asOf: v.optional(iso),
  /** What keeps traffic off the link in spite of its status. */
  disruption: v.optional(v.omit(disruption, ['links', 'nodes'])),
  drawnKm: km,
  ...estimateFields,
  estimate: v.optional(estimateBasis),
  published: v.array(published),
  fidelity: v.picklist(FIDELITIES),
  /** One row a country, in the order from `from` to `to`; `XZ` is water of no country. The rows add up to `drawnKm`. */
  countries: byCountry,
  /** The same with a row for each time that the line enters a country; only where it goes back into one. */
  passes: v.optional(byCountry),
  /** Points of the drawn line before it is simplified for display. */
  vertices: v.number(),
  note: v.optional(text),
  sources: v.pipe(v.array(id), v.minLength(1)),
});

export const routeProperties = v.object({
  id,
  name: v.string(),
  names,
  kind: v.picklist(ROUTE_KINDS),
  colour: v.optional(v.string()),
  summary: v.optional(text),
  links: v.array(v.object({ id, reversed: v.boolean() })),
  drawnKm: km,
  ...estimateFields,
  estimate: v.optional(routeEstimate),
  published: v.array(published),
  straightKm: km,
  /** Drawn length over straight-line length, a ratio. */
  detour: v.number(),
  byCountry,
  byMode: v.array(v.object({ mode: v.picklist(MODES), km })),
  /** Rail only. */
  byGauge: v.array(v.object({ gaugeMm: v.number(), km })),
  byStatus: v.array(v.object({ status: v.picklist(STATUSES), km })),
  byFidelity: v.array(v.object({ fidelity: v.picklist(FIDELITIES), km })),
  borderCrossings: v.number(),
  gaugeBreaks: v.number(),
  modeChanges: v.number(),
  /** Where along the route each node stands. */
  nodes: v.array(v.object({ id, km })),
  /** Countries in the order of travel, each with the kilometre where it is entered; a sea between two is one crossing. */
  crossings: v.array(v.object({ km, from: country, to: country, bySea: v.boolean() })),
  breaks: v.array(v.object({ km, node: id, fromMm: v.number(), toMm: v.number() })),
  changes: v.array(v.object({ km, node: id, from: v.picklist(MODES), to: v.picklist(MODES) })),
  vertices: v.number(),
  figures: v.array(figure),
  sources: v.array(id),
});

export const areaProperties = v.object({
  id,
  name: v.string(),
  names,
  kind: v.picklist(AREA_KINDS),
  /** The area that this one is a part of. */
  parent: v.optional(id),
  /** The node of the network that stands for it. */
  node: v.optional(id),
  country,
  areaHa: v.number(),
  accuracyKm: v.optional(km),
  summary: v.optional(text),
  figures: v.array(figure),
  sources: v.pipe(v.array(id), v.minLength(1)),
});

export const corridor = v.object({
  id,
  name: v.string(),
  names,
  kind: v.picklist(CORRIDOR_KINDS),
  main: id,
  routes: v.array(id),
  /** A name of the palette's line colours. */
  colour: v.string(),
  /** What others call it, such as the name in treaties. */
  alsoKnownAs: v.optional(v.array(text)),
  summary: text,
  figures: v.array(figure),
  sources: v.array(id),
});

export const event = v.object({
  id,
  date: iso,
  title: text,
  detail: v.optional(text),
  /** The node where it took place, or a place of its own. */
  place: v.optional(id),
  placeName: v.optional(text),
  at: v.optional(position),
  features: v.array(id),
  inArticle: v.boolean(),
  paragraphs: v.array(v.number()),
  sources: v.pipe(v.array(id), v.minLength(1)),
});

/** A piece of a paragraph: plain words, or words that mention a feature. */
const segment = v.union([v.string(), v.object({ t: v.string(), ref: id })]);
const segments = v.array(segment);

export const context = v.object({
  article: v.object({
    author: v.string(),
    published: v.string(),
    title: text,
    about: text,
    paragraphs: v.array(
      v.object({
        n: v.number(),
        text: v.object({
          en: segments,
          az: v.optional(segments),
          ru: v.optional(segments),
          tr: v.optional(segments),
          ka: v.optional(segments),
          zh: v.optional(segments),
        }),
      }),
    ),
  }),
  /** What the article says of a feature, in our words. */
  notes: v.array(v.object({ id, feature: id, paragraphs: v.array(v.number()), text })),
  /** Programmes that the article names and that have no line of their own. */
  initiatives: v.array(v.object({ id, name: v.string(), names, summary: text, features: v.array(id), sources: v.array(id) })),
  claims: v.array(
    v.object({
      id,
      paragraph: v.number(),
      text,
      features: v.array(id),
      /** What would make it true. */
      test: text,
      rule: v.optional(rule),
      /** What to add to a verdict, where the rule comes to it: the limits within which it is meant. */
      outcomes: v.optional(v.record(v.picklist(VERDICTS), text)),
      /** What to set side by side, as an address has it. */
      compare: v.optional(v.array(v.string())),
      sources: v.array(id),
    }),
  ),
  /** How disputed borders and names are treated; each part with the place it speaks of. */
  borders: v.array(v.object({ id, title: text, text, sources: v.array(id) })),
  /** Names of the countries that the network passes, by their codes: browsers do not know them in every language. */
  countries: v.record(v.string(), text),
  /** The day that statuses and figures speak of. */
  statusAsOf: iso,
});

export const source = v.object({
  id,
  title: v.string(),
  publisher: v.optional(v.string()),
  date: v.optional(v.string()),
  url: webAddress,
  licence: v.optional(v.string()),
  /** True where nobody could be named: "general knowledge, unverified". */
  unverified: v.optional(v.boolean()),
});

export const manifest = v.object({
  version: v.number(),
  built: v.string(),
  files: v.record(v.string(), v.object({ sha256: v.string(), bytes: v.number() })),
  sources: v.array(source),
  licences: v.array(
    v.object({
      what: text,
      licence: v.string(),
      url: webAddress,
      credit: v.string(),
      /** Credited in the corner of the map. */ onMap: v.optional(v.boolean()),
    }),
  ),
});

const feature = <G extends v.GenericSchema, P extends v.GenericSchema>(geometry: G, properties: P) =>
  v.object({ type: v.literal('Feature'), geometry, properties });
const collection = <F extends v.GenericSchema>(member: F) =>
  v.object({ type: v.literal('FeatureCollection'), features: v.array(member) });

const point = v.object({ type: v.literal('Point'), coordinates: position });
const line = v.object({ type: v.literal('LineString'), coordinates: positions(2) });
const multiLine = v.object({
  type: v.literal('MultiLineString'),
  coordinates: v.array(positions(2)),
});
const polygon = v.object({ type: v.literal('Polygon'), coordinates: v.array(positions(4)) });
const multiPolygon = v.object({
  type: v.literal('MultiPolygon'),
  coordinates: v.array(v.array(positions(4))),
});

export const nodesFile = collection(feature(point, nodeProperties));
export const linksFile = collection(feature(line, linkProperties));
export const routesFile = collection(feature(multiLine, routeProperties));
export const areasFile = collection(feature(v.variant('type', [polygon, multiPolygon]), areaProperties));
/** The routes without their lines, which repeat those of the links: what the page reads. */
export const routeIndexFile = v.array(routeProperties);

/**
 * One line of one colour on the map: a link, once for each group that runs over it, so that shared track is drawn side by side.
 * A group is a corridor, or a railway or a alternative route route that stands for itself.
 */
const parallelLine = v.object({
  link: id,
  /** True where the line is drawn from the link's `to` to its `from`, so that neighbours keep their sides. */
  reversed: v.boolean(),
  group: id,
  /** Routes of the group that run over the link. */
  routes: v.array(id),
  /** Place among the parallel lines of the link, from 0, and how many there are. */
  lane: v.number(),
  laneCount: v.number(),
  /** A name of the palette's line colours. */
  colour: v.optional(v.string()),
});
export const parallelLinesFile = v.array(parallelLine);

/** A section that somebody prints a length for, with the nodes that it passes. */
export const publishedSection = v.object({
  id,
  /** Node ids in the order of travel, enough of them to tell the way. */
  checkChain: v.pipe(v.array(id), v.minLength(2)),
  km,
  /** Lowest and highest of the figures that differ. */
  spread: v.optional(v.tuple([km, km])),
  sources: v.pipe(v.array(id), v.minLength(1)),
  /** English. */
  note: v.optional(v.string()),
});
export const lengthsFile = v.array(publishedSection);

export const corridorsFile = v.array(corridor);
export const eventsFile = v.array(event);

export type Verdict = (typeof VERDICTS)[number];
export type Rule = v.InferOutput<typeof rule>;
export type WayConditions = v.InferOutput<typeof wayConditions>;
export type Position = v.InferOutput<typeof position>;
export type Text = v.InferOutput<typeof text>;
export type Published = v.InferOutput<typeof published>;
export type Figure = v.InferOutput<typeof figure>;
export type Segment = v.InferOutput<typeof segment>;
export type Status = (typeof STATUSES)[number];
export type Mode = (typeof MODES)[number];
export type Fidelity = (typeof FIDELITIES)[number];
export type NodeKind = (typeof NODE_KINDS)[number];
export type NodesFile = v.InferOutput<typeof nodesFile>;
export type LinksFile = v.InferOutput<typeof linksFile>;
export type RoutesFile = v.InferOutput<typeof routesFile>;
export type AreasFile = v.InferOutput<typeof areasFile>;
export type NodeFeature = NodesFile['features'][number];
export type LinkFeature = LinksFile['features'][number];
export type RouteFeature = RoutesFile['features'][number];
export type RouteProperties = RouteFeature['properties'];
export type ParallelLine = v.InferOutput<typeof parallelLine>;
export type PublishedSection = v.InferOutput<typeof publishedSection>;
export type AreaFeature = AreasFile['features'][number];
export type Corridor = v.InferOutput<typeof corridor>;
export type AtlasEvent = v.InferOutput<typeof event>;
export type Context = v.InferOutput<typeof context>;
export type Claim = Context['claims'][number];
export type Source = v.InferOutput<typeof source>;
export type Manifest = v.InferOutput<typeof manifest>;
