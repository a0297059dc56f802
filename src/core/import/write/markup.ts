import { escapeText } from '../../url/escape.ts';

/** Characters that XML does not have. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** An element of XML with its content, which is markup already. */
export function writeElement(name: string, content: string, attributes: Readonly<Record<string, string>> = {}): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

/** Text for the inside of an element or an attribute. */
export const escapeXml = (text: string): string => escapeText(text.replace(FORBIDDEN, ''));
