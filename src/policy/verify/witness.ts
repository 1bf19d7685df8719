import { stringify } from 'yaml';
import type { ShownBy } from '../../facts/derivations/form.ts';
import { formOf } from '../../facts/derivations/table.ts';
import { grainOf, optionsOf, sectionOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { type Branch, type Diagram, type Diagrams, isLeaf } from '../../logic/diagram.ts';
import { parseSpan, type Span, spanInWords } from '../../logic/span.ts';
import type { Witness } from '../../logic/walks.ts';
import type { CompiledPack } from '../compile/compiled.ts';

/** A case file written by the program: no child's, only the facts that show something about a pack. */
export interface WitnessCase {
  /** Facts and the values they have in it, in the order of the pack. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** The case file as YAML. */
  readonly text: string;
}

/**
 * The fewest facts that make a condition certain; undefined where it can never hold. At each fact either one of
 * its values is fixed, or none, and then the rest must hold whatever the value.
 */
export function smallest(diagrams: Diagrams, condition: Diagram): Witness | undefined {
  const best = new Map<Diagram, Witness | undefined>();
  const walk = (node: Diagram): Witness | undefined => {
    if (isLeaf(node)) return node.leaf === true ? new Map() : undefined;
    if (!best.has(node)) best.set(node, fewest(node));
    return best.get(node);
  };
  const fewest = (node: Branch): Witness | undefined => {
    const fixed = node.children.map((child, region) => {
      const rest = walk(child);
      return rest && new Map([[node.variable, region], ...rest]);
    });
    return [walk(diagrams.all(node.children)), ...fixed].reduce((a, b) => (a && (!b || a.size <= b.size) ? a : b));
  };
  return walk(condition);
}

/** What a case is called and what it is to show. */
export interface Heading {
  readonly id: string;
  readonly about: string;
  readonly expect?: Readonly<Record<string, unknown>>;
  /** Packs by which it is looked at; the pack itself where none are named. */
  readonly packs?: readonly string[];
  /** The day on which it is looked at, and dates by fact; most cases need neither. */
  readonly asAt?: string;
  readonly dates?: Readonly<Record<string, string>>;
  /** When what is recorded was done. */
  readonly done?: string;
  /** Facts that are not among those a condition looks at. */
  readonly also?: Readonly<Record<string, string>>;
  readonly decisions?: readonly Readonly<Record<string, unknown>>[];
}

/** Writes a witness as a case file that holds exactly these facts. */
export function witnessCase(pack: CompiledPack, witness: Witness, heading: Heading): WitnessCase {
  const { id, about, expect, packs, asAt, dates, done, also, decisions } = heading;
  const facts = Object.fromEntries([...witness].map(([v, region]) => valueAt(pack, v, region)));
  const file = {
    version: 1,
    case: id,
    about,
    packs: packs ?? [pack.pack.pack],
    ...(asAt && { as_at: asAt }),
    ...(dates && { dates }),
    ...sections(pack, { ...facts, ...also }, done),
    ...(decisions && { decisions }),
    ...(expect && { expect }),
  };
  return { facts, text: stringify(file, { lineWidth: 0 }) };
}

function valueAt({ variables, facts }: CompiledPack, v: number, region: number): [string, string | number] {
  const { fact, spans } = variables[v] as CompiledPack['variables'][number];
  const definition = facts.get(fact);
  if (!definition) throw new Error(`unread fact ${fact}`);
  const span = spans?.[region];
  return [fact, span ? spanAsWritten(span, grainOf(definition)) : (optionsOf(definition)[region] as string)];
}

/** A value or range, as it is written in a case file, that lies wholly within a span. */
export function spanAsWritten(span: Span, grain: 'whole' | 'between'): string | number {
  const [low, high] = [Math.ceil(span.lo / 2), Math.floor(span.hi / 2)];
  const words = spanInWords(span);
  const forms = [...(grain === 'whole' ? [low, words] : [words, low]), `${low} to ${high}`];
  const fits = (form: string | number): boolean => {
    const read = parseSpan(form, grain);
    return read !== undefined && span.lo <= read.lo && read.hi <= span.hi;
  };
  return forms.find(fits) ?? words;
}

type Sections = Record<string, Record<string, unknown>>;

function sections(pack: CompiledPack, values: WitnessCase['facts'], done?: string): Sections {
  const file: Sections = {};
  for (const [fact, value] of Object.entries(values)) {
    const definition = pack.facts.get(fact);
    const shown = definition && shownBy(definition);
    if (shown && value === 'yes') show(pack, file, shown, values);
    if (!shown) put(pack, file, fact, value, definition?.record ? done : undefined);
  }
  return file;
}

/** Writes a fact where it stands in a case file: in its section, as an item of a list, or as covered by a text. */
function put({ pack, facts }: CompiledPack, file: Sections, fact: string, value: string | number, done?: string): void {
  const [list, item] = fact.split('.') as [string, string?];
  const definition = facts.get(fact);
  const dated = done === undefined ? value : { value, date: done };
  if (item === undefined) set(file, definition ? sectionOf(definition) : 'checklists', fact, dated);
  else if (pack.analyses?.[list]) cover(file, list, item, value);
  else set(file, 'checklists', list, { ...(file.checklists?.[list] as object), [item]: dated });
}

function set(file: Sections, section: string, key: string, value: unknown): void {
  (file[section] ??= {})[key] = value;
}

const shownBy = ({ derive }: Fact): ShownBy | undefined => derive && formOf(derive).shownBy?.(derive);

/** What the file itself shows, so that no answer can stand beside it. */
function show(
  pack: CompiledPack,
  file: Sections,
  { child = {}, facts = {} }: ShownBy,
  values: WitnessCase['facts'],
): void {
  for (const [key, date] of Object.entries(child)) set(file, 'child', key, date);
  for (const [id, value] of Object.entries(facts)) {
    if (pack.facts.has(id) && !(id in values)) put(pack, file, id, value);
  }
}

/** A matter is covered by being ticked off in a text; one that is not covered is left out. */
function cover(file: Sections, list: string, matter: string, value: string | number): void {
  if (value !== 'yes') return;
  const before = file.analysis?.[list] as { covers: string[] } | undefined;
  const text = `The text of ${list} is invented for this worked case, so that each matter ticked here counts as covered by it.`;
  set(file, 'analysis', list, { text, covers: [...(before?.covers ?? []), matter] });
}
