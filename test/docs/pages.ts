import { readdirSync, readFileSync } from 'node:fs';

/** A block of code in a page. */
export interface Block {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** The file that the sentence before says it stands in. */
  readonly file: string | undefined;
}

/** Every page that people write or `npm run docs` makes. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'docs/examples/exampleshire/document.md',
];

export const textOf = (page: string): string => readFileSync(page, 'utf8');

/** The blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const text = textOf(page);
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((found) => ({
    page,
    line: text.slice(0, found.index).split('\n').length,
    language: found[1] ?? '',
    text: found[2] ?? '',
    file: fileNamed(text.slice(0, found.index)),
  }));
}

/** "In `x.yaml`, beside the pack:" names a file; the paragraph has to end in a colon. */
function fileNamed(before: string): string | undefined {
  const paragraph = /(?:^|\n\n)([^\n]*(?:\n[^\n]+)*):\n\n$/.exec(before)?.[1] ?? '';
  return [...paragraph.matchAll(/`([\w./-]+\.(?:ya?ml|ts))`/g)].at(-1)?.[1];
}

/** A page without its blocks of code. */
export const proseOf = (page: string): string => textOf(page).replace(/^```[\s\S]*?^```$/gm, '');

/** Programs that a line of `sh` runs, without its comment; a line that ends in `\` goes on. */
export const commandsIn = (text: string): string[] =>
  text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s+)#.*$/, '').trim())
    .filter(Boolean)
    .flatMap((line) => line.split(' && '));
