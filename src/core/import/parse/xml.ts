/** XML as a tree, read piece by piece: well-formed or refused with its line, without entities of its own, not too deep. */
import type { SaxesParser } from 'saxes';
import { ImportError } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import type { Pause } from '../formats/format.ts';
import { XmlElement, XmlText } from './xml-tree.ts';

/** Characters that are read between two pauses. */
const PIECE = 65_536;

/** Most elements have no attributes: they share these. */
const NO_VALUES: Record<string, string> = Object.freeze({});

/** Prefixes that readers ask for, whatever prefix a file gives to these namespaces. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.google.com/kml/ext/2.2': 'gx',
  'http://www.garmin.com/xmlschemas/GpxExtensions/v3': 'gpxx',
  'http://www.garmin.com/xmlschemas/TrackPointExtension/v1': 'gpxtpx',
  'http://www.garmin.com/xmlschemas/TrackPointExtension/v2': 'gpxtpx',
};

/** Whether an element, by its name without prefix, is of no use inside another. */
type IsUseless = (name: string, inside: string) => boolean;

/**
 * The document as an element without a name that holds the root. Elements that are of no use are checked, but not kept: what watches
 * record at each point is most of many files. Throws `bad-xml`, `xml-entities` or `too-deep`.
 */
export async function parseXml(text: string, pause: Pause, isUseless: IsUseless = () => false): Promise<XmlElement> {
  // Many files begin with blanks before the declaration, which the standard forbids and every reader forgives.
  const start = text.search(/\S/);
  const skipped = text.slice(0, start).split('\n').length - 1;
  const { SaxesParser: Parser } = await import('saxes');
  const builder = new TreeBuilder(new Parser({ position: true }), skipped, isUseless);
  for (let at = Math.max(0, start); at < text.length; at += PIECE) {
    builder.parser.write(text.slice(at, at + PIECE));
    await pause(at / text.length);
  }
  builder.parser.close();
  return builder.document;
}

class TreeBuilder {
  readonly document = new XmlElement('', '', {}, null, 1);
  readonly #uris = new Map<string, string>();
  /** One text for each name, not one for each element. */
  readonly #names = new Map<string, string>();
  readonly #skippedLines: number;
  #open = this.document;
  #defaults: string[] = [''];
  #main = { prefix: '', uri: '' };
  #depth = 0;
  /** How many elements are open that are not kept. */
  #useless = 0;

  constructor(
    readonly parser: SaxesParser,
    skippedLines: number,
    isUseless: IsUseless,
  ) {
    this.#skippedLines = skippedLines;
    parser.on('error', (error) => {
      throw new ImportError({ code: 'bad-xml', line: this.#line }, error);
    });
    // Entities that a file defines itself can unfold to any size; no format of routes needs them.
    parser.on('doctype', () => {
      throw new ImportError({ code: 'xml-entities', line: this.#line });
    });
    parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
      if (this.#useless > 0 || isUseless(name.slice(name.indexOf(':') + 1), this.#open.localName)) this.#useless++;
      else this.#openElement(name, attributes);
      if (isSelfClosing) return;
      this.#depth++;
      if (this.#depth > LIMITS.depth)
        throw new ImportError({ code: 'too-deep', line: this.#line, params: { most: LIMITS.depth } });
    });
    parser.on('closetag', ({ isSelfClosing }) => {
      if (!isSelfClosing) this.#depth--;
      if (this.#useless > 0) {
        this.#useless--;
        return;
      }
      this.#defaults.pop();
      this.#open = this.#open.parentNode ?? this.document;
    });
    parser.on('text', (content) => {
      // Blanks between elements are most of many files.
      if (this.#useless === 0 && /\S/.test(content)) this.#open.appendText(content);
    });
    parser.on('cdata', (content) => {
      if (this.#useless === 0) this.#open.append(new XmlText(content, 4));
    });
  }

  get #line(): number {
    return this.parser.line + this.#skippedLines;
  }

  #openElement(name: string, attributes: Record<string, string>): void {
    let own = this.#defaults.at(-1) ?? '';
    let values = NO_VALUES;
    for (const key in attributes) {
      const value = attributes[key] ?? '';
      if (key === 'xmlns') own = value;
      else if (key.startsWith('xmlns:')) this.#uris.set(key.slice(6), value);
      // A plain copy: what the parser gives is an object of a kind that takes many times the memory.
      if (values === NO_VALUES) values = {};
      values[key] = value;
    }
    this.#defaults.push(own);
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const uri = colon < 0 ? own : (this.#uris.get(prefix) ?? '');
    if (this.#open === this.document) {
      this.#main = { prefix, uri };
      // togeojson takes each namespace that the root declares for an extension: its own is none.
      const { [`xmlns:${prefix}`]: _, ...rest } = attributes;
      values = rest;
    }
    const tagName = this.#intern(this.#nameElement(name, prefix, uri));
    const element = new XmlElement(tagName, uri, values, this.#open, this.#line);
    this.#open.append(element);
    this.#open = element;
  }

  #intern(name: string): string {
    const known = this.#names.get(name);
    if (known === undefined) this.#names.set(name, name);
    return known ?? name;
  }

  #nameElement(name: string, prefix: string, uri: string): string {
    const isMain = prefix === this.#main.prefix || (uri !== '' && uri === this.#main.uri);
    const known = PREFIXES[uri] ?? prefix;
    if (known === prefix && !isMain) return name;
    const local = prefix === '' ? name : name.slice(prefix.length + 1);
    return isMain || known === '' ? local : `${known}:${local}`;
  }
}
