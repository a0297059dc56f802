/** What shipments are followed on, from the published dataset. */
import { type LoadOptions, loadPart } from '../dataset/load/load.ts';
import type { Time } from '../dataset/schema/context/times.ts';
import type { ShipmentNetwork } from './journey/length.ts';

const byId = <F extends { properties: { id: string } }>(features: readonly F[]): Map<string, F> =>
  new Map(features.map((feature) => [feature.properties.id, feature]));

/**
 * @param base address of the dataset, with a slash at its end
 * @throws AtlasError where a file cannot be had
 */
export async function loadShipmentNetwork(
  base: string,
  options: LoadOptions,
): Promise<{ network: ShipmentNetwork; times: readonly Time[] }> {
  const [nodes, links, lengthModel, times] = await Promise.all([
    loadPart(base, 'nodes', options),
    loadPart(base, 'links', options),
    loadPart(base, 'lengthModel', options),
    loadPart(base, 'times', options),
  ]);
  return { network: { nodes: byId(nodes.features), links: byId(links.features), lengthModel }, times };
}
