import type { PackStamp } from '../case/json.ts';

/** What a note says of itself, for machines: what it was made from and what it said. */
export interface Stamp {
  readonly case: string;
  /** For whom and which form, such as `file/full`; `own` for a template of one's own. */
  readonly form: string;
  /** The recipient, where it was written for one. */
  readonly to?: string | undefined;
  /** The one question that it is on, where it is on one alone. */
  readonly question?: string | undefined;
  readonly asAt: string;
  readonly tool: string;
  readonly packs: readonly PackStamp[];
  /** Per question that arose the outcome, or those between which it was undecided. */
  readonly outcomes: Readonly<Record<string, readonly string[]>>;
  /** Digests of the templates it was made by, of what it shows, and of everything that a template can name. */
  readonly template: string;
  readonly facts: string;
  readonly fields: string;
}

/** A note as it was found: its stamp, and whether its words are still those that were stamped. */
export interface Stamped {
  readonly stamp: Stamp;
  readonly isAsMade: boolean;
  /** Whether it is a web page. */
  readonly isPage: boolean;
}

/** Gives the digest of a text: short enough to stand in a line. */
export type Digest = (text: string) => string;

const NO_DIGEST = '0'.repeat(16);

/** The line that closes a note, before the digest of the text is known. */
export function stampLine({ case: id, form, to, question, asAt, tool, packs, outcomes, ...grounds }: Stamp): string {
  const ends = Object.entries(outcomes).map(([name, possible]) => `${name}:${possible.join('+')}`);
  const parts = [
    `case=${id}`,
    `form=${form}`,
    ...(to ? [`to=${to}`] : []),
    ...(question ? [`question=${question}`] : []),
    `as_at=${asAt}`,
    `tool=${tool}`,
    ...packs.map((pack) => `pack=${pack.id}/${pack.version}/${pack.digest.slice(0, 12)}`),
    ...ends.map((end) => `outcome=${end}`),
    `template=${grounds.template}`,
    `facts=${grounds.facts}`,
    `fields=${grounds.fields}`,
    `text=${NO_DIGEST}`,
  ];
  return `Stamp: cpplan-note/2 ${parts.join(' ')}`;
}

/** Notes of the first kind say less of themselves, and are notes all the same. */
const STAMP = /Stamp:\s+cpplan-note\/[12]((?:\s+[a-z_]+=[^\s<]+)*?)\s+text=([0-9a-f]{16})/g;

/** The stamp is the last thing in a note: what looks like one before it is somebody's words. */
const lastStamp = (text: string): RegExpExecArray | undefined => [...text.matchAll(STAMP)].at(-1);

/** A finished text with the digest of its words in its stamp; the breaking of lines does not count. */
export function sealed(text: string, digest: Digest): string {
  const found = lastStamp(text);
  if (!found) return text;
  const [stamp] = found;
  const whole = stamp.replace(NO_DIGEST, digest(wordsAround(found, text)));
  return text.slice(0, found.index) + whole + text.slice(found.index + stamp.length);
}

function wordsAround({ 0: stamp, index }: RegExpExecArray, text: string): string {
  return `${text.slice(0, index)} ${text.slice(index + stamp.length)}`.replace(/\s+/g, ' ').trim();
}

/** Reads the stamp of a note in any of its forms; undefined where there is none. */
export function readStamp(text: string, digest: Digest): Stamped | undefined {
  const found = lastStamp(text);
  if (!found) return undefined;
  const [, inner = '', of] = found;
  const parts = inner
    .trim()
    .split(/\s+/)
    .map((part) => part.split('=', 2) as [string, string]);
  const all = (key: string): string[] => parts.filter(([name]) => name === key).map(([, value]) => value);
  const one = (key: string): string | undefined => all(key)[0];
  const packs = all('pack').map((pack) => {
    const [id = '', version = '', packDigest = ''] = pack.split('/');
    return { id, version, digest: packDigest };
  });
  const outcomes = all('outcome').map((end): [string, string[]] => {
    const [name = '', possible = ''] = end.split(':');
    return [name, possible.split('+')];
  });
  return {
    stamp: {
      case: one('case') ?? '',
      form: one('form') ?? '',
      to: one('to'),
      question: one('question'),
      asAt: one('as_at') ?? '',
      tool: one('tool') ?? '',
      packs,
      outcomes: Object.fromEntries(outcomes),
      template: one('template') ?? '',
      facts: one('facts') ?? '',
      fields: one('fields') ?? '',
    },
    isAsMade: digest(wordsAround(found, text)) === of,
    isPage: /^\s*<!doctype html>/i.test(text),
  };
}
