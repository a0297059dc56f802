/** Published times of a route on its page to share, each with its kind, year and sources. */
import type { PlacedTime, TimeDistance } from '../core/compare/time-distance.ts';
import { type Markup, markup, type Part } from '../core/markup.ts';
import { formatUnknown } from '../i18n/times/time-chart.ts';
import { formatTime, formatTimeBasis, formatTimePlace } from '../i18n/times/times.ts';
import { getNameFrom, type TableCell, writeSection, writeSourceNames, writeTable, writeText } from './sections.ts';
import type { Source } from './subject.ts';

export function writeTimes(source: Source, charts: readonly TimeDistance[]): Part {
  const { tr } = source;
  const getName = (id: string) => getNameFrom(source, id);
  const buildRow = (one: Pick<PlacedTime, 'time' | 'reversed'>): TableCell[] => {
    const { time } = one;
    const note = time.note && markup`<br><span class="small">${writeText(source, time.note)}</span>`;
    return [
      {
        content: markup`${tr.t(`time.kind.${time.kind}`)}<br><span class="small">${formatTimePlace(tr, time, getName)}</span>`,
        isHead: true,
      },
      { content: formatTime(tr, time) },
      { content: markup`${formatTimeBasis(tr, one)}${note}<br>${writeSourceNames(source, time.sources)}` },
    ];
  };
  const tables = charts.flatMap((chart): Markup[] => {
    const { series, whole, unplaced } = chart;
    const times = [...series.flatMap((one) => one.times), ...whole, ...unplaced.map((time) => ({ time, reversed: false }))];
    if (times.length === 0) return [];
    const heads = [tr.t('time.where'), tr.t('time.time'), tr.t('time.what')];
    const unknown = formatUnknown(tr, chart, getName).map((words) => markup`<p class="small">${words}</p>\n`);
    return [markup`${writeTable(tr.t('compare.times'), heads, times.map(buildRow))}${unknown}`];
  });
  return tables.length > 0 && writeSection(tr.t('compare.times'), markup`${tables}`);
}
