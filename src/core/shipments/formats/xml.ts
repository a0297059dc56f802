import { type Document as XmlDocument, DOMParser, ParseError } from '@xmldom/xmldom';
import { ShipmentError } from '../events/issues.ts';

/**
 * XML of a stranger's file.
 *
 * @throws ShipmentError `doctype-refused`, `truncated`, `bad-xml`
 */
export function parseXml(text: string, format: string): XmlDocument {
  // Neither spreadsheets nor EPCIS need a document type, and its entities can unfold to any size.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ShipmentError({ code: 'doctype-refused' }, format);
  const fail = (cause: unknown): never => {
    const isCut = !/<\/[\w:.-]+\s*>\s*$/.test(text);
    throw new ShipmentError({ code: isCut ? 'truncated' : 'bad-xml' }, format, cause);
  };
  try {
    const onError = (level: string, message: string) => {
      if (level !== 'warning') throw new ParseError(message);
    };
    return new DOMParser({ onError }).parseFromString(text, 'text/xml');
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return fail(error);
  }
}
