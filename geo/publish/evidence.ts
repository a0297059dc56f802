import { changesFile } from '../../src/core/dataset/schema/context/changes.ts';
import { type Disruption, disruptionsFile } from '../../src/core/dataset/schema/context/disruptions.ts';
import { timesFile } from '../../src/core/dataset/schema/context/times.ts';
import type { Evidence } from '../read/evidence.ts';
import { formatAtom } from './atom.ts';
import type { Output } from './output.ts';

/** Writes what is known of the network over time. */
export function publishEvidence(output: Output, { times, changes }: Evidence, disruptions: readonly Disruption[]): void {
  output.publish('times.json', timesFile, times);
  output.publish('disruptions.json', disruptionsFile, [...disruptions]);
  output.publish('changes.json', changesFile, changes);
  output.write('changes.atom', formatAtom(changes));
}
