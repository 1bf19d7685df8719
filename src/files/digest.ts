import { createHash } from 'node:crypto';

/** SHA-256 of a text. */
export const digestText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The digest that stands in notes. */
export const shortDigest = (text: string): string => digestText(text).slice(0, 16);

/** SHA-256 of a text, as a browser wants it for a script that it is to run. */
export const sha256Base64 = (text: string): string => createHash('sha256').update(text).digest('base64');
