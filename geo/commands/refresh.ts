import { parseArgs } from 'node:util';
import { AtlasError } from '../../src/core/dataset/errors.ts';
import { queryOverpass } from '../tracks/overpass.ts';
import { readInputs } from '../read/inputs.ts';
import { describeProblem, type Problem } from '../read/problem.ts';
import { refreshTracks } from '../tracks/refresh.ts';

const USAGE = `npm run data:refresh -- [options]
  --links A,B          ids of links; without it, every railway that has no track yet
  --again              also links that have a track already
  --share 0.08         how far a track's length may depart from the published or drawn one
  --snap-km 1          how far a node may lie from the track
  --endpoint URL       https://overpass-api.de/api/interpreter, or another Overpass
  --contact TEXT       an address that the server's keepers can write to
  --gap-seconds 5      pause between two requests
  --seconds 120        time for one answer
  --attempts 4         requests for one link before it is given up
  --minutes 60         time for all; run it again to go on
  --days 30            how long an answer in the cache counts
  --from geo --cache .cache/overpass --source osm`;

const text = (value: string) => ({ type: 'string' as const, default: value });
const OPTIONS = {
  links: text(''),
  again: { type: 'boolean' as const, default: false },
  share: text('0.08'),
  'snap-km': text('1'),
  endpoint: text('https://overpass-api.de/api/interpreter'),
  contact: text(''),
  'gap-seconds': text('5'),
  seconds: text('120'),
  attempts: text('4'),
  minutes: text('60'),
  days: text('30'),
  from: text('geo'),
  cache: text('.cache/overpass'),
  source: text('osm'),
  help: { type: 'boolean' as const, default: false },
};
const NUMBERS = ['share', 'snap-km', 'gap-seconds', 'seconds', 'attempts', 'minutes', 'days'] as const;

/** Throws AtlasError `bad-option`. */
function parsed(args: string[]) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: OPTIONS }));
  } catch (error) {
    throw new AtlasError('bad-option', { option: 'the options', value: args.join(' '), allowed: String(error) }, error);
  }
  const bad = NUMBERS.find((name) => !(Number(values[name]) > 0 && Number.isFinite(Number(values[name]))));
  if (bad) throw new AtlasError('bad-option', { option: `--${bad}`, value: values[bad], allowed: 'a number above 0' });
  const { endpoint } = values;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
    throw new AtlasError('bad-option', { option: '--endpoint', value: endpoint, allowed: 'an address with http or https' });
  }
  return {
    ...values,
    ...(Object.fromEntries(NUMBERS.map((name) => [name, Number(values[name])])) as Record<(typeof NUMBERS)[number], number>),
  };
}

/** @returns the exit status: 0, 1 where something is left to be asked for, 2 where nothing could be started */
export async function main(args: string[], print: (text: string) => void, complain: (text: string) => void): Promise<number> {
  try {
    const values = parsed(args);
    if (values.help) {
      print(USAGE);
      return 0;
    }
    const problems: Problem[] = [];
    const { links, files } = readInputs(values.from, problems);
    if (problems.length > 0) {
      complain(problems.map(describeProblem).join('\n'));
      return 2;
    }
    const only = values.links.split(',').filter(Boolean);
    const unknown = only.filter((id) => !links.some((link) => link.id === id));
    if (unknown.length > 0) {
      throw new AtlasError('bad-option', {
        option: '--links',
        value: unknown.join(','),
        allowed: `ids of ${values.from}/network`,
      });
    }
    const { written, refused, failed, left } = await refreshTracks(links, {
      ask: queryOverpass({
        endpoint: values.endpoint,
        cache: values.cache,
        days: values.days,
        userAgent: `corridor-atlas (npm run data:refresh${values.contact && `; ${values.contact}`})`,
        // The server may use up its own time before the answer travels.
        seconds: values.seconds + 30,
        gapSeconds: values['gap-seconds'],
        attempts: values.attempts,
      }),
      seconds: values.seconds,
      snapKm: values['snap-km'],
      share: values.share,
      source: values.source,
      to: files.tracks,
      ...(only.length > 0 && { only }),
      again: values.again,
      until: Date.now() + values.minutes * 60_000,
      tell: print,
    });
    const [done, no, without, not] = [written, refused, failed, left].map(({ length }) => length);
    print(`${done} written, ${no} refused, ${without} without an answer, ${not} not asked for`);
    if (failed.length + left.length === 0) return 0;
    complain('Run it again later: it goes on where it stopped. Answers that came are kept in the cache.');
    return 1;
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    const { option, value, allowed } = error.params;
    complain(`data:refresh: ${option} "${value}" is not ${allowed}\n\n${USAGE}`);
    return 2;
  }
}
