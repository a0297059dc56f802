/** Answers requests for paths, one message each: in a worker, or on the page where there is none. */
import type { LinkFeature, NodeFeature } from '../dataset/model.ts';
import type { Network, PathRequest } from './best-paths.ts';
import { findPaths, type FoundPaths } from './find-paths.ts';
import { findLineEnds } from './line-ends.ts';

/** A network, in portions of which the first one says so, then requests about it. */
export type PathCall = NetworkPortion | { request: PathRequest };
export interface NetworkPortion {
  isFirst: boolean;
  nodes: NodeFeature[];
  links: LinkFeature[];
}

export interface PathAnswer {
  found: FoundPaths;
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
    const network = { nodes, links };
    const found = findPaths(network, call.request);
    answer({ found, lineEnds: found.reason?.code === 'no-path' ? findLineEnds(network, call.request) : [] });
  };
}
