import { createHash } from 'node:crypto';

/** SHA-256 of a text. */
export const digestText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The digest that stands in notes. */
export const shortDigest = (text: string): string => digestText(text).slice(0, 16);
