import { join } from 'node:path';
import { changesFile } from '../../src/core/dataset/schema/context/changes.ts';
import { type Disruption, disruptionsFile } from '../../src/core/dataset/schema/context/disruptions.ts';
import { timesFile } from '../../src/core/dataset/schema/context/times.ts';
import type { Evidence } from '../read/evidence.ts';
import { formatAtom } from './atom.ts';
import { publish, writeWhole } from './write.ts';

/** Writes what is known of the network over time. */
export function publishEvidence(to: string, { times, changes }: Evidence, disruptions: readonly Disruption[]): void {
  publish(join(to, 'times.json'), timesFile, times);
  publish(join(to, 'disruptions.json'), disruptionsFile, [...disruptions]);
  publish(join(to, 'changes.json'), changesFile, changes);
  writeWhole(join(to, 'changes.atom'), formatAtom(changes));
}
