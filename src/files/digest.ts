import type { Hash } from 'node:crypto';

/** Loading it takes longer than most answers, and many need no digest. */
const sha256 = (text: string): Hash => process.getBuiltinModule('node:crypto').createHash('sha256').update(text);

/** SHA-256 of a text. */
export const digestText = (text: string): string => sha256(text).digest('hex');

/** The digest that stands in notes. */
export const shortDigest = (text: string): string => digestText(text).slice(0, 16);

/** SHA-256 of a text, as a browser wants it for a script that it is to run. */
export const sha256Base64 = (text: string): string => sha256(text).digest('base64');
