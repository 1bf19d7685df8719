/** Whatever no XML document may hold: most control characters, and halves of characters. */
const FORBIDDEN = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const STEERING = /[\t\n\r\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|(?<=#)#/g;

/** Text without what no XML document may hold. */
export const legalXml = (text: string): string => text.replace(FORBIDDEN, '\ufffd');

/** Text as it may stand in an XML element or attribute. */
export const xmlText = (text: string): string =>
  legalXml(text)
    .replace(/[&<>"]/g, (sign) => NAMED[sign] as string)
    .replace(STEERING, (sign) => `&#${sign.charCodeAt(0)};`);

/** An element without content, or with some. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
