/** Faults in the reader's language: what, where, and what to do. */
import type { ImportIssue } from '../../core/import/checks/issues.ts';
import type { Translator } from '../../i18n/translate.ts';

/** "Feature 3, “Name”, at features[2].geometry"; empty where the fault has no place. */
export function placeOf(tr: Translator, { feature, name, path, line }: ImportIssue): string {
  const parts = [
    feature === undefined ? '' : name ? tr.t('own.atNamed', { n: feature, name }) : tr.t('own.atFeature', { n: feature }),
    line === undefined ? '' : tr.t('own.atLine', { line }),
    path ? tr.t('own.atPath', { path }) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The sentence of a kind of fault, with the values of one of them. */
export const sentenceOf = (tr: Translator, { code, params }: ImportIssue): string => tr.t(`fault.${code}`, params);
