/** `npm run --silent shipment -- FILE … [--map FILE]`: where the shipments of files are, as JSON lines. */
import { main } from './commands/shipment.ts';

process.exitCode = main(
  process.argv.slice(2),
  (text) => process.stdout.write(`${text}\n`),
  (text) => process.stderr.write(`${text}\n`),
);
