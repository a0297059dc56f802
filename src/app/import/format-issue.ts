/** Faults in the reader's language: what, where, and what to do. */
import type { ImportIssue } from '../../core/import/checks/issues.ts';
import type { Translator } from '../../i18n/translate.ts';

/** "Feature 3, “Name”, at features[2].geometry"; empty where the issue has no place. */
export function placeOf(tr: Translator, { feature, name, path, line }: ImportIssue): string {
  const parts = [
    feature === undefined ? '' : name ? tr.t('import.atNamed', { n: feature, name }) : tr.t('import.atFeature', { n: feature }),
    line === undefined ? '' : tr.t('import.atLine', { line }),
    path ? tr.t('import.atPath', { path }) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The sentence of a kind of issue, with the values of one of them. */
export const sentenceOf = (tr: Translator, { code, params }: ImportIssue): string => tr.t(`issue.${code}`, params);
