/** What a verdict rests on, row by row, as a table of words. */
import type { Cell, Finding } from '../core/claims/finding.ts';
import { formatFigure } from '../i18n/figures.ts';
import { formatEstimate } from '../i18n/lengths.ts';
import { formatConditions, COUNT_KEYS } from '../i18n/finding.ts';
import { addAside, formatDifference, formatPair, joinParts } from '../i18n/punctuation.ts';
import { joinEnds } from '../core/dataset/feature-name.ts';
import { type Markup, markup, type Part } from '../core/markup.ts';
import { getNameFrom, writeTable, writeText } from './sections.ts';
import type { Source } from './subject.ts';

/** The rows of a finding, each with whether the claim holds so far. */
export function writeFinding(source: Source, { columns, rows }: Finding): Part {
  const { tr } = source;
  if (rows.length === 0) return null;
  const heads = [...columns.map((column) => tr.t(`claims.col.${column}`)), tr.t('claims.col.holds')];
  return writeTable(
    tr.t('sharePage.verdict'),
    heads,
    rows.map(({ cells, holds, tie }) => [
      ...cells.map((cell) => ({ content: writeCell(source, cell) })),
      { content: tr.t(tie ? 'claims.holds.tie' : `claims.holds.${holds}`) },
    ]),
  );
}

function writeCell(source: Source, cell: Cell): Part {
  const { tr } = source;
  const countries = (codes: readonly string[]) => tr.list(codes.map((code) => tr.country(code)));
  switch (cell.type) {
    case 'feature':
      return getNameFrom(source, cell.id);
    case 'ends':
      return addAside(tr, joinEnds(tr.lang, getNameFrom(source, cell.from), getNameFrom(source, cell.to)), [
        formatConditions(tr, cell.conditions),
      ]);
    case 'conditions':
      return formatConditions(tr, cell.conditions);
    case 'scope':
      return joinParts(tr, [
        tr.t(cell.routes === 'all' ? 'claims.allRoutes' : 'claims.mainRoutes'),
        tr.t(cell.meeting ? 'claims.whereTheyMeet' : 'claims.wherePassing'),
      ]);
    case 'path':
      return formatPair(
        tr,
        joinParts(tr, [formatEstimate(tr, cell), cell.moreKm === undefined ? '' : formatDifference(tr, cell.moreKm, tr.km)]),
        joinParts(
          tr,
          cell.countries.map((code) => tr.country(code)),
          'dot',
        ),
      );
    case 'countries':
      return cell.codes.length > 0 ? countries(cell.codes) : tr.t('claims.noCountry');
    case 'others':
      return tr.t('claims.others', { countries: countries(cell.codes) });
    case 'figure':
      return writeFigureCell(source, cell);
    case 'text':
      return writeText(source, cell.text);
    default:
      return writePlainCell(source, cell);
  }
}

type Plain = Extract<Cell, { type: 'noPath' | 'offPath' | 'km' | 'n' | 'date' | 'open' | 'count' | 'name' | 'none' }>;

function writePlainCell({ tr }: Source, cell: Plain): string {
  switch (cell.type) {
    case 'km':
      return tr.km(cell.km);
    case 'n':
      return tr.number(cell.n, 0);
    case 'date':
      return tr.date(cell.date);
    case 'open':
      return tr.t(`mode.${cell.mode}`);
    case 'count':
      return tr.t(COUNT_KEYS[cell.what]);
    case 'name':
      return cell.name;
    case 'none':
      return '–';
    default:
      return tr.t(`claims.${cell.type}`);
  }
}

function writeFigureCell(source: Source, { figure }: Extract<Cell, { type: 'figure' }>): Markup {
  const { tr } = source;
  const value = formatFigure(tr, figure);
  const when = figure.when ? ` (${tr.date(figure.when.slice(0, 10).split('/')[0] ?? '')})` : '';
  return markup`${tr.t(`figure.${figure.kind}`)}${value && `: ${value}`}${when}${figure.text && markup` ${writeText(source, figure.text)}`}`;
}
