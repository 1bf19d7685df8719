import { harmless } from './wrap.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that HTML can take for nothing but text, in an element or an attribute. */
export const escapeHtml = (text: string): string =>
  harmless(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
