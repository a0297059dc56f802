/* Says in one line that Node is too old; plain, so that an old one can run it. Runs before the scripts of package.json. */
import { readFileSync } from 'fs';

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const needed = engines.node.replace('>=', '');
const [major, minor] = process.versions.node.split('.').map(Number);
const [leastMajor, leastMinor] = needed.split('.').map(Number);
if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
  console.error(`Corridor Atlas needs Node ${needed} or newer, and this is ${process.versions.node}: see https://nodejs.org/.`);
  process.exit(1);
}
