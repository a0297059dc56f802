/** Import issues in the reader's language: what, where, and what to do. */
import type { ImportIssue } from '../core/import/checks/issues.ts';
import { joinParts } from './punctuation.ts';
import type { Translator } from './translate.ts';

/** "Feature 3, “Name”, at features[2].geometry"; empty where the issue has no place. */
export function formatIssuePlace(tr: Translator, { file, feature, name, path, line, column }: ImportIssue): string {
  const parts = [
    file ?? '',
    feature === undefined
      ? (name ?? '')
      : name
        ? tr.t('import.atNamed', { n: feature, name })
        : tr.t('import.atFeature', { n: feature }),
    line === undefined ? '' : tr.t('import.atLine', { line }),
    column === undefined ? '' : tr.t('import.atColumn', { column }),
    path ? tr.t('import.atPath', { path }) : '',
  ];
  return joinParts(tr, parts);
}

/** The sentence of a kind of issue, with the values of one of them. */
export const formatIssue = (tr: Translator, { code, params }: ImportIssue): string => tr.t(`issue.${code}`, params);
