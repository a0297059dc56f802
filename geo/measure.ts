/** `npm run --silent measure -- FROM TO …`: the shortest path between two nodes, as JSON. */
import { main } from './commands/measure.ts';

process.exitCode = main(
  process.argv.slice(2),
  (text) => process.stdout.write(`${text}\n`),
  (text) => process.stderr.write(`${text}\n`),
);
