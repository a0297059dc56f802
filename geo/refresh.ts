/**
 * `npm run data:refresh`: for those who are online, asks Overpass for the track of each railway link and keeps what fits in
 * `geo/network/tracks`, where the build takes it in place of the drawn line. Run it again to go on where it stopped.
 */
import { main } from './commands/refresh.ts';

process.exitCode = await main(
  process.argv.slice(2),
  (text) => process.stdout.write(`${text}\n`),
  (text) => process.stderr.write(`${text}\n`),
);
