/**
 * `npm run --silent shipment -- FILE … [--map FILE]`: reads files of shipments as the page does; one JSON line a file. Exit status 0
 * where every file gave a shipment, 1 where one did not, 2 where the command makes no sense.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { AtlasError } from '../../src/core/dataset/errors.ts';
import { linksFile, nodesFile } from '../../src/core/dataset/model.ts';
import { lengthModelFile } from '../../src/core/dataset/schema/length-model.ts';
import { timesFile } from '../../src/core/dataset/schema/context/times.ts';
import { describeFile } from '../../src/core/shipments/describe-file.ts';
import { buildShipmentMap } from '../../src/core/shipments/shipment-map.ts';
import { createShipmentReader, type ShipmentReader } from '../../src/core/shipments/read-shipments.ts';
import { en } from '../../src/i18n/dictionaries/en.ts';
import { formatShipmentIssue } from '../../src/i18n/shipments/shipment-issue.ts';
import { translator } from '../../src/i18n/translate.ts';

const USAGE = `usage: npm run --silent shipment -- FILE … [--map FILE]

  FILE    tables of railways and forwarders (CSV, XLSX), positions, DCSA Track & Trace 2.2 and 3, EPCIS 2.0 and 1.2,
          UN/EDIFACT IFTSTA, CODECO and COARRI
  --map   writes the ways and positions of all shipments to this file, as GeoJSON
  --data  folder of the dataset; static/data where this is left out`;

function parseRequest(args: string[]): { files: string[]; map?: string; data: string } {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { map: text, data: text } });
    if (positionals.length === 0) throw new AtlasError('bad-option', { option: 'arguments', value: '', allowed: 'FILE …' });
    return { files: positionals, ...(values.map !== undefined && { map: values.map }), data: values.data ?? 'static/data' };
  } catch (error) {
    if (error instanceof AtlasError) throw error;
    throw new AtlasError('bad-option', { option: 'arguments', value: args.join(' '), allowed: 'those of the usage' }, error);
  }
}

function readData<S extends v.GenericSchema>(folder: string, file: string, schema: S): v.InferOutput<S> {
  const path = join(folder, file);
  if (!existsSync(path)) throw new AtlasError('unreachable', { file: path });
  return v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));
}

const byId = <F extends { properties: { id: string } }>(features: readonly F[]): Map<string, F> =>
  new Map(features.map((feature) => [feature.properties.id, feature]));

function loadReader(folder: string): { reader: ShipmentReader; network: Parameters<typeof createShipmentReader>[0] } {
  const nodes = byId(readData(folder, 'nodes.geojson', nodesFile).features);
  const links = byId(readData(folder, 'links.geojson', linksFile).features);
  const network = { nodes, links, lengthModel: readData(folder, 'length-model.json', lengthModelFile) };
  return { reader: createShipmentReader(network, { times: readData(folder, 'times.json', timesFile) }), network };
}

function explain({ code, params, message }: AtlasError): string {
  if (code === 'unreachable')
    return `${params.file} is not there${String(params.file).includes('static') ? '; run "npm run data" first' : ''}`;
  return code === 'bad-option' ? `${params.option}: "${params.value}" is none of: ${params.allowed}\n\n${USAGE}` : message;
}

/** @returns the exit status */
export function main(args: string[], print: (text: string) => void, complain: (text: string) => void): number {
  if (args.includes('--help')) {
    print(USAGE);
    return 0;
  }
  try {
    const request = parseRequest(args);
    const missing = request.files.find((file) => !existsSync(file));
    if (missing !== undefined) throw new AtlasError('unreachable', { file: missing });
    const { reader, network } = loadReader(request.data);
    const words = translator('en', en);
    const read = request.files.map((file) => ({ file, content: reader.read(basename(file), readFileSync(file)) }));
    const getName = (id: string): string => network.nodes.get(id)?.properties.name ?? id;
    for (const { file, content } of read) {
      print(JSON.stringify({ ...describeFile(content, (issue) => formatShipmentIssue(words, issue, getName)), file }));
    }
    if (request.map !== undefined) {
      const shipments = read.flatMap(({ content }) => content.shipments);
      writeFileSync(request.map, `${JSON.stringify(buildShipmentMap(network, shipments))}\n`);
    }
    return read.every(({ content }) => content.shipments.length > 0) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    complain(`shipment: ${explain(error)}`);
    return 2;
  }
}
