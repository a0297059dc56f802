/** Fills what other sites read of a page into pages of the bundle, whose own step knows no address of the site. */
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Markup } from '../../src/core/markup.ts';
import { FIRST_LANG, getEmbedPath } from '../../src/core/url/paths.ts';
import { describeSite, describeSubject, writePreview, writeShortPreview } from '../../src/pages/preview.ts';
import type { Source, Subject } from '../../src/pages/subject.ts';
import { DIST } from './site.ts';

/** Where it goes, and what an earlier run has put there. */
const PLACE = /<!--preview-->(?:[\s\S]*?<!--\/preview-->)?/;

function fillHead(path: string, head: Markup): void {
  const file = join(DIST, path);
  const text = readFileSync(file, 'utf8');
  if (!PLACE.test(text)) throw new Error(`${file} has no place for its preview.`);
  const { atime, mtime } = statSync(file);
  writeFileSync(
    file,
    text.replace(PLACE, () => `<!--preview-->${head.text}<!--/preview-->`),
  );
  // `tools/dev/freshness.ts` judges the bundle by its time; the packed copy is made again.
  utimesSync(file, atime, mtime);
  rmSync(`${file}.gz`, { force: true });
}

/** The first page and the embed pages of one language. */
export function fillHeads(source: Source, subjects: readonly Subject[]): void {
  const { lang } = source.tr;
  const site = describeSite(source);
  if (lang === FIRST_LANG) fillHead('index.html', writePreview(source, site));
  fillHead(getEmbedPath(null, lang), writeShortPreview(source, site));
  for (const subject of subjects) {
    if (subject.kind !== 'claim' && subject.kind !== 'comparison')
      fillHead(getEmbedPath(subject.id, lang), writeShortPreview(source, describeSubject(source, subject)));
  }
}
