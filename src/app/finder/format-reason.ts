/** Why no path was found, in the language of the page. */
import { findSectionAround } from '../../core/routing/sections.ts';
import { estimatePath } from '../../core/routing/estimate-path.ts';
import type { Lift, Reason } from '../../core/routing/no-path-reasons.ts';
import type { AppState } from '../state/app-state.ts';
import { joinEnds } from '../../core/dataset/feature-name.ts';
import { writeDigits } from '../../i18n/punctuation.ts';

type Words = Pick<AppState, 'dataset' | 'language' | 'getName'>;

/** Name of the section that a closed link interrupts, by its ends; of what else is closed its own name. */
export function formatSectionName(app: Words, link: string): string {
  const ends = findSectionAround(app.dataset.atlas, link);
  return ends ? joinEnds(app.language.tr.lang, app.getName(ends.from), app.getName(ends.to)) : app.getName(link);
}

/** One sentence with the remedy; `from` and `to` are node ids. */
export function formatReason(
  app: Words,
  reason: Reason | { code: 'fewer-paths' },
  { from, to }: { from: string; to: string },
): string {
  const { tr } = app.language;
  const names = { from: app.getName(from), to: app.getName(to) };
  if (reason.code === 'no-path' && !reason.connected) return tr.t('find.unconnected', names);
  return tr.t(`reason.${reason.code}`, {
    ...names,
    name: 'id' in reason ? app.getName(reason.id) : '',
    country: 'country' in reason ? tr.country(reason.country) : '',
  });
}

/** What lifting one condition would give, with the length to quote. */
export function formatLift(app: Words, { condition, path }: Lift): string {
  const { tr } = app.language;
  return tr.t(`lift.${condition.kind}`, { km: tr.km(estimatePath(app.dataset.atlas, path).km), name: getConditionName() });

  function getConditionName(): string {
    switch (condition.kind) {
      case 'country':
        return tr.country(condition.code);
      case 'mode':
        return tr.t(`mode.${condition.mode}`);
      case 'year':
        return writeDigits(tr, condition.year);
      case 'closed':
        return formatSectionName(app, condition.link);
      case 'via':
        return app.getName(condition.node);
      case 'disrupted':
      case 'status':
        return '';
    }
  }
}
