/** Answers questions that take a search, one message each: in a worker, or on the page where there is none. */
import type { Leg, LinkFeature, NodeFeature } from '../dataset/model.ts';
import type { Network, PathRequest } from '../routing/best-paths.ts';
import { findPaths, type FoundPaths } from '../routing/find-paths.ts';
import { findLineEnds } from '../routing/line-ends.ts';
import { describeWayRound, findWayRound, type LeftRoute } from '../routing/without.ts';
import { type CommonEnds, type EndedRow, findCommonEnds } from './common-ends.ts';

/** A network, in portions of which the first one says so, then questions about it. */
export type PathCall = NetworkPortion | PathQuestion;
export interface NetworkPortion {
  isFirst: boolean;
  nodes: NodeFeature[];
  links: LinkFeature[];
}

export type PathQuestion =
  | { kind: 'paths'; requests: readonly PathRequest[] }
  /** How each of some routes goes on where a link or node is closed. */
  | { kind: 'round'; routes: readonly LeftRoute[]; closed: string }
  /** Such a way as an item of a comparison. */
  | { kind: 'item'; route: LeftRoute; closed: string; path: readonly Leg[] }
  | { kind: 'ends'; rows: readonly EndedRow[] };

export type PathAnswer =
  | { kind: 'paths'; found: PathsAnswer[] }
  | { kind: 'round'; ways: (Leg[] | null)[] }
  | { kind: 'item'; text: string | null }
  | { kind: 'ends'; ends: CommonEnds[] };
export type PathKind = PathAnswer['kind'];

export interface PathsAnswer extends FoundPaths {
  /** Where the lines end that lead from the start, where there is no path. */
  lineEnds: string[];
}

/** Nodes, and links, of a portion: handing them over takes the page about 20 ms. */
const PORTION = 1000;

/** What a search needs of a network: of each line its ends, and neither names nor sources. */
export function* packNetwork({ nodes, links }: Network): Generator<NetworkPortion> {
  const [allNodes, allLinks] = [[...nodes.values()], [...links.values()]];
  for (let at = 0; at === 0 || at < Math.max(nodes.size, links.size); at += PORTION) {
    yield {
      isFirst: at === 0,
      nodes: allNodes.slice(at, at + PORTION).map(packNode),
      links: allLinks.slice(at, at + PORTION).map(packLink),
    };
  }
}

const packNode = (node: NodeFeature): NodeFeature => ({ ...node, properties: { ...node.properties, names: {} } });

function packLink({ geometry, properties: { note: _, ...properties }, ...link }: LinkFeature): LinkFeature {
  const ends = [...geometry.coordinates.slice(0, 1), ...geometry.coordinates.slice(-1)];
  return {
    ...link,
    geometry: { ...geometry, coordinates: ends },
    properties: { ...properties, published: [], sources: [] },
  };
}

function findAnswer(network: Network, question: PathQuestion): PathAnswer {
  const { kind } = question;
  switch (kind) {
    case 'paths':
      return { kind, found: question.requests.map((request) => findRequested(network, request)) };
    case 'round':
      return { kind, ways: question.routes.map((route) => findWayRound(network, route, question.closed)) };
    case 'item':
      return { kind, text: describeWayRound(network, question.route, question.closed, question.path) };
    case 'ends':
      return { kind, ends: findCommonEnds(network, question.rows) };
  }
}

function findRequested(network: Network, request: PathRequest): PathsAnswer {
  const found = findPaths(network, request);
  return { ...found, lineEnds: found.reason?.code === 'no-path' ? findLineEnds(network, request) : [] };
}

export function createPathServer(answer: (answer: PathAnswer) => void): (call: PathCall) => void {
  let nodes = new Map<string, NodeFeature>();
  let links = new Map<string, LinkFeature>();
  return (call) => {
    if ('isFirst' in call) {
      // Another one has other maps, as what is known of one is kept by its map.
      if (call.isFirst) [nodes, links] = [new Map(), new Map()];
      for (const node of call.nodes) nodes.set(node.properties.id, node);
      for (const link of call.links) links.set(link.properties.id, link);
      return;
    }
    answer(findAnswer({ nodes, links }, call));
  };
}
