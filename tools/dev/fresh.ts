/** Builds the data and the pages where they are missing or older than what they are made of. */
import { spawnSync } from 'node:child_process';
import { findStaleStep, type Step } from './freshness.ts';

const done = new Set<Step>();
for (let step = findStaleStep(); step !== null; step = findStaleStep()) {
  if (done.has(step)) throw new Error(`"npm run ${step}" has ended without its last file.`);
  done.add(step);
  const { status } = spawnSync('npm', ['run', '--silent', step], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
