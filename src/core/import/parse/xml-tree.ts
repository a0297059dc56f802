/**
 * A tree of XML with the part of the DOM that togeojson asks for. Workers have no DOM, and the ones in packages take time that grows
 * with the square of the file.
 */

export class XmlText {
  readonly localName = '';
  readonly tagName = '';

  constructor(
    readonly textContent: string,
    /** 3 for text, 4 for a CDATA section, as in the DOM. */
    readonly nodeType: 3 | 4,
  ) {}

  get nodeName(): string {
    return this.nodeType === 3 ? '#text' : '#cdata-section';
  }

  /** Texts are whole from the start. */
  normalize(): void {}
}

export type XmlNode = XmlElement | XmlText;

class XmlNodeList extends Array<XmlNode> {
  item(index: number): XmlNode | null {
    return this[index] ?? null;
  }
}

/** Most elements are points without anything inside: they share this list. */
const NOTHING: XmlNode[] = [];

export class XmlElement {
  #nodes = NOTHING;
  /** The only thing inside, as with most elements: not a node of its own until it is asked for. */
  #text: string | null = null;

  /** What is inside is not found from above: a search of a track need not go through each of its points. */
  isClosed = false;

  constructor(
    /** With its prefix, unless that is the prefix of the format itself. */
    public tagName: string,
    readonly namespaceURI: string,
    public values: Record<string, string>,
    public parentNode: XmlElement | null,
    /** Line of the file, from 1. */
    readonly line: number,
  ) {}

  get nodeType(): 1 {
    return 1;
  }

  get nodeName(): string {
    return this.tagName;
  }

  get localName(): string {
    return this.tagName.slice(this.tagName.indexOf(':') + 1);
  }

  /** A copy, as the DOM has it. */
  get childNodes(): XmlNodeList {
    const list = new XmlNodeList();
    for (const node of this.#listNodes()) list.push(node);
    return list;
  }

  get attributes(): { name: string; value: string }[] {
    return Object.entries(this.values).map(([name, value]) => ({ name, value }));
  }

  get textContent(): string {
    if (this.#text !== null) return this.#text;
    let text = '';
    for (const child of this.#nodes) text += child.textContent;
    return text;
  }

  /** Elements right below. */
  get children(): XmlElement[] {
    return this.#nodes.filter((child) => child instanceof XmlElement);
  }

  getAttribute(name: string): string | null {
    return Object.hasOwn(this.values, name) ? (this.values[name] ?? null) : null;
  }

  setAttribute(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
  }

  getElementsByTagName(name: string): XmlElement[] {
    const found: XmlElement[] = [];
    this.#collect(found, name);
    return found;
  }

  getElementsByTagNameNS(uri: string, name: string): XmlElement[] {
    const found: XmlElement[] = [];
    this.#collect(found, '*');
    return found.filter(
      (element) => (uri === '*' || element.namespaceURI === uri) && (name === '*' || element.localName === name),
    );
  }

  /** Calls itself once a level: files with deep ones have been refused. */
  #collect(found: XmlElement[], tagName: string): void {
    for (const child of this.#nodes) {
      if (!(child instanceof XmlElement)) continue;
      if (tagName === '*' || child.tagName === tagName) found.push(child);
      if (child.#nodes !== NOTHING && !child.isClosed) child.#collect(found, tagName);
    }
  }

  #listNodes(): XmlNode[] {
    return this.#text === null ? this.#nodes : [new XmlText(this.#text, 3)];
  }

  appendText(text: string): void {
    if (this.#nodes === NOTHING && this.#text === null) this.#text = text;
    else this.append(new XmlText(text, 3));
  }

  append(node: XmlNode): void {
    if (this.#text !== null) {
      this.#nodes = this.#listNodes();
      this.#text = null;
    }
    if (this.#nodes === NOTHING) this.#nodes = [node];
    else this.#nodes.push(node);
  }

  replaceChildren(children: readonly XmlNode[]): void {
    this.#text = null;
    this.#nodes = [...children];
    for (const child of children) if (child instanceof XmlElement) child.parentNode = this;
  }

  setText(text: string): void {
    this.#nodes = NOTHING;
    this.#text = text;
  }

  /** Has nothing to do, as texts are whole. */
  normalize(): void {}
}

/** The first element of that name right below, not deeper. */
export const findChild = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find(({ tagName }) => tagName === name);

/** Trimmed text of the first element of that name right below; empty where there is none. */
export const getChildText = (element: XmlElement, name: string): string => findChild(element, name)?.textContent.trim() ?? '';
