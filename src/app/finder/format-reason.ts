/** Why there is no way, in the reader's words. */
import { findSectionAround } from '../../core/routing/sections.ts';
import type { Lift, Reason } from '../../core/routing/no-path-reasons.ts';
import type { Viewer } from '../state/viewer.svelte.ts';

/** The section that is closed with a link, by its ends. */
export function sectionName(viewer: Viewer, link: string): string {
  const ends = findSectionAround(viewer.atlas, link);
  return ends ? `${viewer.getName(ends.from)} – ${viewer.getName(ends.to)}` : link;
}

/** One sentence with the remedy; `from` and `to` are node ids. */
export function reasonWords(
  viewer: Viewer,
  reason: Reason | { code: 'fewer-paths' },
  { from, to }: { from: string; to: string },
): string {
  const { tr } = viewer;
  const names = { from: viewer.getName(from), to: viewer.getName(to) };
  if (reason.code === 'no-path' && !reason.connected) return tr.t('find.unconnected', names);
  return tr.t(`reason.${reason.code}`, {
    ...names,
    name: 'id' in reason ? viewer.getName(reason.id) : '',
    country: 'country' in reason ? tr.country(reason.country) : '',
  });
}

/** What taking back one condition would give. */
export function liftWords(viewer: Viewer, { condition, km }: Lift): string {
  const { tr } = viewer;
  return tr.t(`lift.${condition.kind}`, { km: tr.km(km), name: getName() });

  function getName(): string {
    switch (condition.kind) {
      case 'country':
        return tr.country(condition.code);
      case 'mode':
        return tr.t(`mode.${condition.mode}`);
      case 'year':
        return String(condition.year);
      case 'closed':
        return sectionName(viewer, condition.link);
      case 'via':
        return viewer.getName(condition.node);
      case 'status':
        return '';
    }
  }
}
