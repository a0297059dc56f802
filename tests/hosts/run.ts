/**
 * `npx tsx tests/hosts/run.ts [NAME …]`: tries codes and packages in real hosts, which it installs, starts and stops. Outside CI, as it
 * fetches hundreds of megabytes; needs a built product (`npm run build`) and, for Debian's packages, root.
 */
import { type HostTrial, runTrial } from './host.ts';
import { mediawiki } from './mediawiki.ts';
import { packages } from './packages.ts';
import { docusaurus, epub, hugo, vitepress } from './static-sites.ts';
import { wordpress } from './wordpress.ts';

const TRIALS: HostTrial[] = [hugo, epub, vitepress, docusaurus, ...packages, wordpress, mediawiki];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !TRIALS.some((trial) => trial.name === name));
if (unknown.length > 0) {
  console.error(`There is no host "${unknown.join('", "')}". There are: ${TRIALS.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
let isGood = true;
for (const trial of TRIALS.filter(({ name }) => asked.length === 0 || asked.includes(name)))
  isGood = (await runTrial(trial)) && isGood;
process.exit(isGood ? 0 : 1);
