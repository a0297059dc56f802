/** What the data say of a claim, in a sentence made of its cases. */
import type { Cell, Finding, Row } from '../core/claims/finding.ts';
import { getText } from '../core/dataset/dataset.ts';
import { joinEnds } from '../core/dataset/feature-name.ts';
import { COUNT_KEYS, formatConditions } from './finding.ts';
import { addAside } from './punctuation.ts';
import type { Translator } from './translate.ts';

type GetName = (id: string) => string;

/** A sentence is read at a glance up to so many words. */
export const MOST_WORDS = 25;
const MOST_NAMED = 3;

/** What a case is about: its name, and what tells it from others of that name. */
export interface CaseLabel {
  name: string;
  aside: string;
}

/** The words for a case, from the first of its cells. */
export function labelCase(tr: Translator, { cells }: Pick<Row, 'cells'>, getName: GetName): CaseLabel {
  const [first, second] = cells;
  const date = cells.find((cell) => cell.type === 'date');
  const aside = date?.type === 'date' ? tr.date(date.date) : '';
  switch (first?.type) {
    case 'ends':
      return { name: joinEnds(tr.lang, getName(first.from), getName(first.to)), aside: formatConditions(tr, first.conditions) };
    case 'conditions':
      return { name: formatConditions(tr, first.conditions), aside };
    case 'scope':
      return {
        name: tr.t(first.routes === 'all' ? 'claims.allRoutes' : 'claims.mainRoutes'),
        aside: tr.t(first.meeting ? 'claims.whereTheyMeet' : 'claims.wherePassing'),
      };
    case 'feature':
      return { name: nameCalled(tr, second) ?? getName(first.id), aside };
    case 'countries':
      return { name: tr.list(first.codes.map(tr.country)), aside };
    case 'others':
      return { name: tr.t('claims.more', { n: first.codes.length }), aside };
    case 'open':
      return { name: tr.t(`mode.${first.mode}`), aside };
    case 'count':
      return { name: tr.t(COUNT_KEYS[first.what]), aside };
    case 'figure':
      return { name: tr.t(`figure.${first.figure.kind}`), aside };
    default:
      return { name: '', aside };
  }
}

/** The name that a feature goes by, where a case is about that. */
function nameCalled(tr: Translator, cell: Cell | undefined): string | null {
  if (cell?.type === 'name') return cell.name;
  return cell?.type === 'text' ? getText(tr.lang, cell.text) : null;
}

/** Kilometres of a case: of the shortest of its paths, or its one length; null where it is about something else. */
export function getCaseKm({ cells }: Pick<Row, 'cells'>): number | null {
  const paths = cells.flatMap((cell) => (cell.type === 'path' ? [cell.km] : []));
  const lengths = cells.flatMap((cell) => (cell.type === 'km' ? [cell.km] : []));
  if (paths.length > 0) return Math.min(...paths);
  return lengths.length === 1 ? (lengths[0] ?? null) : null;
}

/** True of a case that is called by words of the dictionary, not by a name. */
const isWords = ({ cells: [first] }: Row): boolean =>
  first !== undefined && ['scope', 'conditions', 'open', 'count', 'figure'].includes(first.type);

/** As it is written within a sentence. */
const lowerFirst = (tr: Translator, text: string): string => text.slice(0, 1).toLocaleLowerCase(tr.lang) + text.slice(1);

/** In which cases a claim holds and in which it does not, in `MOST_WORDS` at most; empty where there are none. */
export function writeVerdict(tr: Translator, { rows }: Pick<Finding, 'rows'>, getName: GetName): string {
  if (rows.length === 0) return '';
  const cases = rows.map((row) => ({ ...labelCase(tr, row, getName), row }));
  // What holds in one case and fails in another of the same name is told apart by what both are about.
  const isUnlike = (holds: Row['holds'], called: string) => cases.some(({ name, row }) => name === called && row.holds !== holds);
  const pick = (holds: Row['holds']) => {
    const names = cases.flatMap(({ name, aside, row }) => {
      if (row.holds !== holds) return [];
      const needsAside = aside !== '' && (row.cells.some(({ type }) => type === 'date') || isUnlike(holds, name));
      const [words = '', told = ''] = isWords(row) ? [name, aside].map((text) => lowerFirst(tr, text)) : [name, aside];
      return [needsAside ? addAside(tr, words, [told]) : words];
    });
    return [...new Set(names)];
  };
  const [yes, no] = [pick(true), pick(false)];
  const open = pick(null).filter((one) => !yes.includes(one) && !no.includes(one));
  const write = (most: number): string => {
    const list = (names: readonly string[]) =>
      tr.list(names.length > most ? [...names.slice(0, most), tr.t('claims.more', { n: names.length - most })] : names);
    if (yes.length > 0 && no.length > 0) return tr.t('claims.says.both', { yes: list(yes), no: list(no) });
    if (yes.length > 0) return tr.t('claims.says.yes', { yes: list(yes) });
    if (no.length > 0) return tr.t('claims.says.no', { no: list(no) });
    return tr.t('claims.says.open', { open: list(open) });
  };
  for (let most = MOST_NAMED; most > 1; most--) {
    const sentence = write(most);
    if (countWords(sentence) <= MOST_WORDS) return sentence;
  }
  return write(1);
}

/** Words as they stand between spaces, without the dashes and signs that stand there, too. */
export const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
