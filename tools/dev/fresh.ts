/** Builds the data and the pages, or with the argument `data` the data alone, where they are missing or older than what they are made of. */
import { spawnSync } from 'node:child_process';
import { findStaleStep, type Step } from './freshness.ts';

const last: Step = process.argv[2] === 'data' ? 'data' : 'pages';
const done = new Set<Step>();
for (let step = findStaleStep('.', last); step !== null; step = findStaleStep('.', last)) {
  if (done.has(step)) throw new Error(`"npm run ${step}" has ended without its last file.`);
  done.add(step);
  const { status } = spawnSync('npm', ['run', '--silent', step], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
