/** Why a text is in none of the formats. */
import { ImportError } from '../checks/issues.ts';
import type { FileContent } from './content.ts';

/** Name of the first element in small letters, without its prefix; null where the text is no XML. */
export function findXmlRoot(content: FileContent): string | null {
  const head = content.head();
  if (!head.startsWith('<')) return null;
  const plain = head.replace(/<!--[^]*?-->/g, '');
  return /<(?![?!])\s*(?:[\w.-]+:)?([\w.-]+)/.exec(plain)?.[1]?.toLowerCase() ?? '';
}

export function explainUnknown(content: FileContent): ImportError {
  const root = findXmlRoot(content);
  const head = content.head();
  if (root === 'html' || /^<!doctype\s+html/i.test(head)) return new ImportError({ code: 'html-page' });
  if (root === '') return new ImportError({ code: 'bad-xml', line: 1 });
  // Numbers, words and the like that JSON allows as well.
  if (/^(?:null|true|false|-?\d+(?:\.\d+)?|"[^"]*")\s*$/.test(head)) return new ImportError({ code: 'not-geojson' });
  return new ImportError({ code: 'unknown-format' });
}
