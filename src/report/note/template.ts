import { Liquid, type Template } from 'liquidjs';
import { fileName } from '../../messages/safe.ts';
import { didYouMean, oneOf } from '../../messages/suggest.ts';
import { BLANK, escapeLines } from '../words/markdown.ts';
import type { Field, Fields } from './fields.ts';
import { filled, LeftToEngine, type ReadyTemplates } from './ready.ts';

/** Templates by name: the one that is filled, and the shared parts that it may include. */
export type TemplateSet = Readonly<Record<string, string>>;

/** A fault in a template, with its place. */
export class TemplateError extends Error {
  constructor(
    readonly says: string,
    readonly template: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(`${fileName(template)}:${line}:${column}: ${says}`);
  }
}

const TAGS = 'assign for capture case comment include render if raw unless break continue #'.split(' ');
const FILTERS =
  'join first last size map where reject sort uniq compact concat reverse slice split append prepend upcase downcase capitalize strip replace remove default plus minus'.split(
    ' ',
  );

/** A template that has been read, and the names that it uses, wherever they stand. */
interface Read {
  readonly parsed: Template[];
  readonly names: ReturnType<Liquid['analyzeSync']>['globals'][string];
}

/** An engine with what it has read: a template is read once, however many notes are made. */
interface PreparedTemplates {
  readonly engine: Liquid;
  readonly read: Map<string, Read>;
}

const prepared = new WeakMap<TemplateSet, PreparedTemplates>();

function preparedFrom(templates: TemplateSet): PreparedTemplates {
  let found = prepared.get(templates);
  if (!found) prepared.set(templates, (found = { engine: engineFor(templates), read: new Map() }));
  return found;
}

/** A template as the engine reads it, with the names that it uses. @throws where it cannot be read */
export function readTemplate(name: string, templates: TemplateSet): Read {
  const { engine, read } = preparedFrom(templates);
  const known = read.get(name);
  if (known) return known;
  const parsed = engine.parse(templates[name] ?? '', name);
  const whole = { parsed, names: Object.values(engine.analyzeSync(parsed).globals).flat() };
  read.set(name, whole);
  return whole;
}

/** An engine that can neither run code nor read a file nor look at a clock; every value is escaped for Markdown. */
function engineFor(templates: TemplateSet): Liquid {
  const engine = new Liquid({
    templates: { ...templates },
    cache: true,
    // It would ask the system for one, which takes longer than to fill a note; nothing here depends on it
    locale: 'en-GB',
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: escaped,
    parseLimit: 100_000,
    renderLimit: 1_000,
    memoryLimit: 3_000_000,
  });
  for (const filter of Object.keys(engine.filters)) if (!FILTERS.includes(filter)) delete engine.filters[filter];
  for (const tag of Object.keys(engine.tags)) if (!TAGS.includes(tag)) delete engine.tags[tag];
  return engine;
}

const escaped = (value: unknown): string => escapeLines(value) || BLANK;

/** Most letters of a text that a template makes: somewhat more than a case file can hold. */
const LONGEST = 1_200_000;

const TOO_LONG = `This template makes a text of more than ${LONGEST / 1_000_000} million letters.`;

/** Fills a template. @throws TemplateError with line and column */
export function fill(name: string, templates: TemplateSet, fields: Fields): string {
  try {
    const text = filledReady(name, templates, fields) ?? filledByEngine(name, templates, fields);
    if (text.length > LONGEST) throw new TemplateError(TOO_LONG, name, 1, 1);
    return tidy(text);
  } catch (error) {
    throw error instanceof TemplateError ? error : faultOf(error as Error, name, templates);
  }
}

function filledByEngine(name: string, templates: TemplateSet, fields: Fields): string {
  const { parsed, names } = readTemplate(name, templates);
  checkNames(names, fields, name);
  return preparedFrom(templates).engine.renderSync(parsed, fields);
}

const ready = new WeakMap<TemplateSet, ReadyTemplates>();

/** Takes templates that were read before: the engine takes longer to read one than to fill it. */
export const keepReady = (templates: TemplateSet, made: ReadyTemplates): unknown => ready.set(templates, made);

/** The text of a template that is ready; undefined where the engine has to fill it, or to tell what is wrong. */
export function filledReady(name: string, templates: TemplateSet, fields: Fields): string | undefined {
  const made = ready.get(templates);
  const names = made?.names[name];
  if (!made || !names || names.some((segments) => wrongName(segments, fields) !== undefined)) return undefined;
  try {
    return filled(name, made, fields, escaped);
  } catch (error) {
    if (error instanceof LeftToEngine) return undefined;
    throw error;
  }
}

/** Names that stand for nothing are found wherever they stand, also where this case would not come to them. */
function checkNames(names: Read['names'], fields: Fields, name: string): void {
  for (const { segments, location } of names) {
    const fault = wrongName(segments, fields);
    if (fault) throw new TemplateError(fault, location.file ?? name, location.row, location.col);
  }
}

function wrongName(segments: readonly unknown[], fields: Fields): string | undefined {
  let at: Field = fields;
  for (const [depth, segment] of segments.entries()) {
    if (typeof segment !== 'string' || typeof at !== 'object' || at === null || Array.isArray(at)) return undefined;
    const here = at as Fields;
    if (!Object.hasOwn(here, segment)) {
      const known = Object.keys(here);
      const whole = segments.slice(0, depth + 1).join('.');
      return `There is no field \`${whole}\`.${didYouMean(segment, known)} Known here: ${oneOf(known, 20)}.`;
    }
    at = here[segment] as Field;
  }
  return undefined;
}

const PLACE = /^(?<says>.*?)(?:, file:(?<file>.*?))?, line:(?<line>\d+), col:(?<column>\d+)$/s;

function faultOf(error: Error, name: string, templates: TemplateSet): TemplateError {
  const place = PLACE.exec(error.message)?.groups;
  const part = MISSING.exec(error.message)?.[1];
  if (!place && part) return missingPart(part, name, templates);
  const { says = error.message, file = name, line = '1', column = '1' } = place ?? {};
  return new TemplateError(inOurWords(says), file, Number(line), Number(column));
}

const MISSING = /Failed to lookup "(.*?)"/;

/** The engine does not say where a part is asked for that is not there: it is looked for by its name. */
function missingPart(part: string, name: string, templates: TemplateSet): TemplateError {
  const asking = [name, ...Object.keys(templates)].find((other) => templates[other]?.includes(part)) ?? name;
  const before = (templates[asking] ?? '').split(part, 1)[0]?.split('\n') ?? [''];
  const column = (before.at(-1)?.lastIndexOf('{%') ?? 0) + 1;
  return new TemplateError(`There is no part \`${part}\` to include.`, asking, before.length, Math.max(1, column));
}

function inOurWords(says: string): string {
  const unknown = /^undefined variable: (.*)$/.exec(says)?.[1];
  if (unknown) return `There is no field \`${unknown}\`.`;
  const filter = /^undefined filter: (.*)$/.exec(says)?.[1];
  if (filter) return `There is no filter \`${filter}\`.${didYouMean(filter, FILTERS)} Known: ${oneOf(FILTERS, 30)}.`;
  const tag = /^tag "(.*)" not found$/.exec(says)?.[1];
  if (tag) return `There is no tag \`${tag}\`.${didYouMean(tag, TAGS)} Known: ${oneOf(TAGS, 20)}.`;
  const part = MISSING.exec(says)?.[1];
  if (part) return `There is no part \`${part}\` to include.`;
  return `This template cannot be read: ${says}.`;
}

/** At most one empty line in a row, none at the end but a line break; no line ends in a space. */
const tidy = (text: string): string =>
  `${text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
