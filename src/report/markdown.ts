import { Liquid } from 'liquidjs';
import { harmless } from './wrap.ts';

/** What could open or close markup anywhere in a line, and what a renderer could turn into a link. */
const INLINE = /[\\`*_[\]<|~@]|!(?=\[)|&(?=#?\w+;)|:(?=\/\/)|(?<=\bwww)\.(?=\S)/gi;

/** What could open a block at the beginning of a line: a heading, list, quotation, rule or underline. */
const OPENING = /^(?:[-+#>=]|\d{1,9}(?=[.)]))/;

/** Text on one line that Markdown can take for nothing but text; ordinary prose comes out as it went in. */
export function escapeMarkdown(value: unknown): string {
  return harmless(String(value ?? ''))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(INLINE, '\\$&')
    .replace(OPENING, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** A fault in a template, with its place where the engine knows it. */
export class TemplateError extends Error {}

/**
 * Fills a Liquid template; every value is escaped for Markdown, unknown names are errors, nothing can run code
 * or read a file. @throws TemplateError with line and column
 */
export function fill(template: string, data: Record<string, unknown>): string {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: escapeMarkdown,
    parseLimit: 1_000_000,
    renderLimit: 5_000,
    memoryLimit: 50_000_000,
  });
  for (const filter of ['raw']) delete engine.filters[filter];
  for (const tag of ['include', 'render', 'layout', 'block']) delete engine.tags[tag];
  try {
    return tidy(engine.parseAndRenderSync(template, data));
  } catch (error) {
    throw new TemplateError((error as Error).message.replace(/, file:.*?(?=, line|$)/, ''));
  }
}

/** At most one empty line in a row, none at the end but a line break. */
const tidy = (text: string): string =>
  `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
