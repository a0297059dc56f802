/** From what a file calls a place to a node of the network: by code, then by coordinates, then by name; nothing is guessed in silence. */
import { distance } from '@turf/distance';
import type { NodeFeature, Position } from '../../dataset/model.ts';
import type { Network } from '../../routing/best-paths.ts';
import type { ReportedPlace } from '../events/event.ts';
import { isEsrCode } from '../events/identifiers.ts';
import { type ShipmentIssueCode, shorten } from '../events/issues.ts';
import { foldText } from '../fold.ts';
import { createNameIndex, hasPortWord, type NameIndex, parseName } from './names.ts';
import { BESIDE_KM, createNearestFinder, type Spot } from './nearest.ts';

export interface ResolvedPlace {
  /** Null where the place is not on the network, or not known. */
  spot: Spot | null;
  /** Where the file itself says it is. */
  lonLat?: Position;
  /** How far from the line that is, in kilometres. */
  offKm?: number;
  issues: { code: ShipmentIssueCode; params?: Record<string, string | number> }[];
  /** The port that the name says to come next; null where that is not known. */
  nextPort?: string | null;
}

/** What helps to tell places of one name apart. */
export interface PlaceContext {
  origin?: Position;
  destination?: Position;
}

export interface PlaceResolver {
  resolve(place: ReportedPlace, context?: PlaceContext): ResolvedPlace;
}

/** Kilometres within which a port belongs to the station of its name. */
const TWIN_KM = 30;

/** @param picked nodes that the reader chose for what files call places, by that text */
export function createPlaceResolver(network: Network, picked: ReadonlyMap<string, string> = new Map()): PlaceResolver {
  const names = createNameIndex(network.nodes.values());
  const codes = indexCodes(network.nodes.values());
  const findNearest = createNearestFinder(network);
  const known = new Map<string, ResolvedPlace>();
  const tools: Tools = { network, names, codes };
  return {
    resolve(place, context = {}) {
      const key = JSON.stringify([place, context]);
      const before = known.get(key);
      if (before) return before;
      const own = picked.get(place.text);
      const resolved = own !== undefined && network.nodes.has(own) ? at(own) : resolve(place, context);
      known.set(key, resolved);
      return resolved;
    },
  };

  function resolve(place: ReportedPlace, context: PlaceContext): ResolvedPlace {
    const byCode = resolveCode(tools, place);
    const byName = (): ResolvedPlace | null => (place.name ? resolveName(tools, { ...place, name: place.name }, context) : null);
    if (byCode.id) {
      const named = place.name ? byName() : null;
      const code = network.nodes.get(byCode.id)!.properties;
      const other = named?.spot && 'node' in named.spot ? network.nodes.get(named.spot.node)?.properties : undefined;
      if (!other || other.country === code.country)
        return { ...at(byCode.id), ...(named?.nextPort !== undefined && { nextPort: named.nextPort }) };
      return { ...named!, issues: [...named!.issues, issue('unknown-code', place.locode ?? place.esr ?? '')] };
    }
    if (place.lonLat) return resolvePoint(place.lonLat);
    const named = byName();
    if (named) return { ...named, issues: [...byCode.issues, ...named.issues] };
    if (place.closedCode) return { spot: null, issues: [issue('unknown-code', place.closedCode)] };
    return { spot: null, issues: byCode.issues.length > 0 ? byCode.issues : [issue('unknown-place', place.text)] };
  }

  function resolvePoint(lonLat: Position): ResolvedPlace {
    const found = findNearest(lonLat);
    const value = lonLat.join(', ');
    if (!found) {
      const [lon, lat] = lonLat;
      const isSwapped = Math.abs(lon) <= 90 && findNearest([lat, lon]) !== null;
      return {
        spot: null,
        lonLat,
        issues: [issue('far-from-network', value), ...(isSwapped ? [issue('swapped-suspected', value)] : [])],
      };
    }
    const isBeside = 'link' in found.spot && found.offKm > BESIDE_KM;
    const params = { value, km: Math.round(found.offKm) };
    return { spot: found.spot, lonLat, offKm: found.offKm, issues: isBeside ? [{ code: 'off-network', params }] : [] };
  }
}

interface Tools {
  network: Network;
  names: NameIndex;
  codes: ReadonlyMap<string, readonly string[]>;
}

const at = (node: string): ResolvedPlace => ({ spot: { node }, issues: [] });
const issue = (code: ShipmentIssueCode, value: string) => ({ code, params: { value: shorten(value) } });

function indexCodes(nodes: Iterable<NodeFeature>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const {
    properties: { id, locode, codes },
  } of nodes) {
    const all = new Set([locode, codes?.locode, ...(codes?.esr ?? [])]);
    for (const code of all) if (code) index.set(code, [...(index.get(code) ?? []), id]);
  }
  return index;
}

function resolveCode(
  { network, codes }: Tools,
  { locode, esr, mode }: ReportedPlace,
): { id?: string; issues: ResolvedPlace['issues'] } {
  const issues: ResolvedPlace['issues'] = [];
  const pick = (code: string, wantsPort: boolean): string | undefined => {
    const ids = codes.get(code) ?? [];
    return ids.find((id) => (network.nodes.get(id)!.properties.kind === 'port') === wantsPort) ?? ids[0];
  };
  if (locode) {
    const id = pick(locode.replace(/\s/g, '').toUpperCase(), true);
    if (id) return { id, issues };
    issues.push(issue('unknown-code', locode));
  }
  if (esr && !isEsrCode(esr)) issues.push(issue('bad-code-check', esr));
  else if (esr) {
    const id = pick(esr, mode === 'sea');
    if (id) return { id, issues };
    issues.push(issue('unknown-code', esr));
  }
  return { issues };
}

type NamedPlace = ReportedPlace & { name: string };

function resolveName(tools: Tools, place: NamedPlace, context: PlaceContext): ResolvedPlace {
  const parsed = parseName(place.name);
  const next = parsed.next === undefined ? {} : { nextPort: findPort(tools, parsed.next) };
  const wantsPort = parsed.next !== undefined || parsed.isExport || place.mode === 'sea';
  const finish = (ids: readonly string[], isAssumed: boolean): ResolvedPlace => {
    const { id, isAssumed: isChosen, isAmbiguous } = choose(tools, ids, place, context);
    if (id === null)
      return { spot: null, issues: [issue(isAmbiguous ? 'ambiguous-place' : 'unknown-place', place.text)], ...next };
    const node = wantsPort ? (findTwin(tools, id) ?? id) : id;
    const issues =
      isAssumed || isChosen ? [{ code: 'assumed-place' as const, params: { value: shorten(place.text), node } }] : [];
    return { spot: { node }, issues, ...next };
  };
  for (const variant of parsed.variants) {
    const ids = tools.names.find(variant);
    if (ids.length > 0) return finish(ids, false);
  }
  for (const variant of parsed.variants) {
    const ids = tools.names.findBare(variant);
    if (ids.length > 0) return finish(ids, false);
  }
  const ids = parsed.city ? [...tools.names.find(parsed.city), ...tools.names.findBare(parsed.city)] : [];
  return finish([...new Set(ids)], true);
}

const isPort = ({ network }: Tools, id: string): boolean => network.nodes.get(id)?.properties.kind === 'port';

function findPort(tools: Tools, name: string): string | null {
  const { variants, city } = parseName(name);
  const forms = [...variants, ...(city ? [city] : [])];
  return (
    forms.flatMap((form) => [...tools.names.find(form), ...tools.names.findBare(form)]).find((id) => isPort(tools, id)) ?? null
  );
}

/** The port that has the name of a station nearby. */
function findTwin(tools: Tools, id: string): string | null {
  if (isPort(tools, id)) return id;
  const node = tools.network.nodes.get(id)!;
  const { name, names } = node.properties;
  const forms = [name, ...Object.entries(names).flatMap(([lang, text]) => (lang === 'also' ? text.split('; ') : [text]))];
  const ports = forms.flatMap((form) => tools.names.findBare(form)).filter((other) => isPort(tools, other));
  const isNear = (other: string) =>
    distance(node.geometry.coordinates, tools.network.nodes.get(other)!.geometry.coordinates) <= TWIN_KM;
  return ports.find(isNear) ?? null;
}

interface Choice {
  id: string | null;
  isAssumed: boolean;
  isAmbiguous: boolean;
}

/** Of several nodes of one name: the port or the station, then the one in the country, then the one on the way. */
function choose(tools: Tools, ids: readonly string[], place: NamedPlace, context: PlaceContext): Choice {
  const sure = (id: string | undefined): Choice => ({ id: id ?? null, isAssumed: false, isAmbiguous: false });
  if (ids.length <= 1) return sure(ids[0]);
  const { nodes } = tools.network;
  let rest = [...ids];
  const narrow = (test: (id: string) => boolean) => {
    const fit = rest.filter(test);
    if (fit.length > 0) rest = fit;
  };
  narrow((id) => !place.country || nodes.get(id)!.properties.country === place.country);
  if (place.mode === 'sea' || hasPortWord(place.name)) narrow((id) => isPort(tools, id));
  else if (place.mode === 'rail') narrow((id) => !isPort(tools, id));
  if (rest.length > 1) narrow((id) => foldText(nodes.get(id)!.properties.name) === foldText(place.name));
  if (rest.length === 1) return sure(rest[0]);
  const { origin, destination } = context;
  if (!origin || !destination) return { id: null, isAssumed: false, isAmbiguous: true };
  const detour = (id: string): number => {
    const here = nodes.get(id)!.geometry.coordinates;
    return distance(origin, here) + distance(here, destination);
  };
  return { id: rest.sort((a, b) => detour(a) - detour(b))[0]!, isAssumed: true, isAmbiguous: false };
}
