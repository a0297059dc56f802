import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { linksFile, nodesFile } from '../../../../src/core/dataset/model.ts';
import { lengthModelFile } from '../../../../src/core/dataset/schema/length-model.ts';
import { timesFile } from '../../../../src/core/dataset/schema/context/times.ts';
import { describeFile } from '../../../../src/core/shipments/describe-file.ts';
import { createShipmentReader } from '../../../../src/core/shipments/read-shipments.ts';

export const FIXTURES = 'tests/fixtures/shipments';
const load = <S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> =>
  v.parse(schema, JSON.parse(readFileSync(`static/data/${file}`, 'utf8')));
const byId = <F extends { properties: { id: string } }>(features: readonly F[]) =>
  new Map(features.map((feature) => [feature.properties.id, feature]));

export const network = {
  nodes: byId(load('nodes.geojson', nodesFile).features),
  links: byId(load('links.geojson', linksFile).features),
  lengthModel: load('length-model.json', lengthModelFile),
};
export const times = load('times.json', timesFile);
const reader = createShipmentReader(network, { times });

/** What the command prints of a file; messages are codes. */
export const readBytes = (file: string, bytes: Uint8Array) => describeFile(reader.read(file, bytes), ({ code }) => code);
export const readFixture = (file: string) => readBytes(file, readFileSync(`${FIXTURES}/${file}`));
export const readText = (text: string, file = 'test.csv') => readBytes(file, new TextEncoder().encode(text));
/** The first shipment of a text, which has one. */
export const readOne = (text: string, file?: string) => readText(text, file).shipments[0]!;
export const readJourneys = (text: string) => reader.read('test.csv', new TextEncoder().encode(text)).shipments;
