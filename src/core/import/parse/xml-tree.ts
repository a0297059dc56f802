/**
 * A tree of XML with the part of the DOM that togeojson asks for. Workers have no DOM, and the ones in packages take time that grows
 * with the square of the file.
 */

export interface XmlAttribute {
  name: string;
  value: string;
}

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

export class XmlElement {
  readonly nodeType = 1;
  readonly childNodes = new XmlNodeList();

  constructor(
    /** With its prefix, unless that is the prefix of the format itself. */
    public tagName: string,
    readonly namespaceURI: string,
    public attributes: XmlAttribute[],
    public parentNode: XmlElement | null,
    /** Line of the file, from 1. */
    readonly line: number,
  ) {}

  get nodeName(): string {
    return this.tagName;
  }

  get localName(): string {
    return this.tagName.slice(this.tagName.indexOf(':') + 1);
  }

  get textContent(): string {
    const [first] = this.childNodes;
    if (this.childNodes.length === 1 && first instanceof XmlText) return first.textContent;
    let text = '';
    for (const child of this.childNodes) text += child.textContent;
    return text;
  }

  /** Elements right below. */
  get children(): XmlElement[] {
    return this.childNodes.filter((child) => child instanceof XmlElement);
  }

  getAttribute(name: string): string | null {
    return this.attributes.find((attribute) => attribute.name === name)?.value ?? null;
  }

  setAttribute(name: string, value: string): void {
    this.attributes = [...this.attributes.filter((attribute) => attribute.name !== name), { name, value }];
  }

  getElementsByTagName(name: string): XmlElement[] {
    return this.#collect([], (element) => name === '*' || element.tagName === name);
  }

  getElementsByTagNameNS(uri: string, name: string): XmlElement[] {
    return this.#collect(
      [],
      (element) => (uri === '*' || element.namespaceURI === uri) && (name === '*' || element.localName === name),
    );
  }

  /** Calls itself once a level: files with deep ones have been refused. */
  #collect(found: XmlElement[], fits: (element: XmlElement) => boolean): XmlElement[] {
    for (const child of this.childNodes) {
      if (!(child instanceof XmlElement)) continue;
      if (fits(child)) found.push(child);
      if (child.childNodes.length > 0) child.#collect(found, fits);
    }
    return found;
  }

  replaceChildren(children: readonly XmlNode[]): void {
    this.childNodes.length = 0;
    for (const child of children) {
      this.childNodes.push(child);
      if (child instanceof XmlElement) child.parentNode = this;
    }
  }

  setText(text: string): void {
    this.replaceChildren([new XmlText(text, 3)]);
  }

  /** Has nothing to do, as texts are whole. */
  normalize(): void {}
}

/** The first element of that name right below, not deeper. */
export const findChild = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find(({ tagName }) => tagName === name);

/** Trimmed text of the first element of that name right below; empty where there is none. */
export const getChildText = (element: XmlElement, name: string): string => findChild(element, name)?.textContent.trim() ?? '';
