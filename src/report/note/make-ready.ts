import {
  isFilter,
  isOperator,
  type Operand,
  type ReadyBranch,
  type ReadyPiece,
  type ReadyValue,
  type Way,
} from './ready.ts';
import { readTemplate, type TemplateSet } from './template.ts';

/** Whatever of the engine's own is asked for here, with what it holds. */
type Part = Readonly<Record<string, unknown>>;

/** A template that has a part which only the engine can fill. */
class NotSimple extends Error {}

/** The pieces of a template, and the names that it uses anywhere; undefined where only the engine can fill it. */
export function madeReady(templates: TemplateSet, name: string) {
  const { parsed, names } = readTemplate(name, templates);
  try {
    const ways = names.map(({ segments }) => beginning(segments));
    return {
      pieces: (parsed as unknown as Part[]).map(piece),
      names: [...new Map(ways.map((way) => [way.join('.'), way])).values()],
    };
  } catch (error) {
    if (error instanceof NotSimple) return undefined;
    throw error;
  }
}

/** The names with which a way begins: what stands in brackets may be anything. */
function beginning(segments: readonly unknown[]): string[] {
  const end = segments.findIndex((segment) => typeof segment !== 'string');
  return (end < 0 ? segments : segments.slice(0, end)) as string[];
}

const pieces = (list: unknown): ReadyPiece[] => ((list ?? []) as Part[]).map(piece);

function piece(part: Part): ReadyPiece {
  if (typeof part.str === 'string') return part.str;
  const make = PIECES[String(part.name ?? 'output')];
  if (!make) throw new NotSimple();
  return make(part);
}

const PIECES: Readonly<Record<string, (part: Part) => ReadyPiece>> = {
  output: ({ value }) => ({ say: readyValue(value as Part) }),
  if: ({ branches, elseTemplates }) => branching(branches, elseTemplates, 'if'),
  unless: ({ branches, elseTemplates }) => branching(branches, elseTemplates, 'unless'),
  for: ({ variable, collection, hash, templates, elseTemplates }) => {
    const { limit, ...others } = (hash as { hash: Part }).hash;
    if (Object.keys(others).length > 0 || (elseTemplates as unknown[]).length > 0) throw new NotSimple();
    const most = limit === undefined ? null : numberOf(limit as Part);
    return { each: variable as string, of: wayOf(collection as Part), most, pieces: pieces(templates) };
  },
  assign: ({ key, value }) => ({ let: key as string, be: readyValue(value as Part) }),
  include: ({ file, withVar, hash }) => {
    if (withVar !== undefined || Object.keys((hash as { hash: Part }).hash).length > 0) throw new NotSimple();
    return { part: typeof file === 'string' ? file : wayOf(file as Part) };
  },
};

/** The first branch of `unless` is taken where its condition does not hold. */
function branching(branches: unknown, otherwise: unknown, first: 'if' | 'unless'): ReadyPiece {
  const when = (branches as Part[]).map(({ value, templates }, i): ReadyBranch => {
    return { [i === 0 ? first : 'if']: readyValue(value as Part), pieces: pieces(templates) };
  });
  return { when: [...when, { pieces: pieces(otherwise) }] };
}

function readyValue({ initial, filters }: Part): ReadyValue {
  const { postfix } = initial as { postfix: readonly Part[] };
  return {
    of: postfix.map((token, i) => {
      // Nothing is a thing of its own of the engine's, but for what is compared with it
      if (isNothing(token) && isComparison(postfix[i + 1])) return { is: null };
      if (token.operator === undefined) return operand(token);
      if (isOperator(token.operator)) return token.operator;
      throw new NotSimple();
    }),
    // What escapes a value for Markdown is a filter without a name of its own, and stands last
    through: (filters as Part[])
      .filter(({ name }) => /^\w+$/.test(String(name)))
      .map(({ name, args }) => {
        if (!isFilter(name as string)) throw new NotSimple();
        return [name as never, ...(args as Part[]).map(operand)];
      }),
  };
}

const isNothing = ({ literal }: Part): boolean => literal === 'null' || literal === 'nil';

const isComparison = (token: Part | undefined): boolean => token?.operator === '==' || token?.operator === '!=';

function operand(token: Part): Operand {
  if (token.props !== undefined) return wayOf(token);
  const { content } = token;
  if (!['string', 'number', 'boolean'].includes(typeof content)) throw new NotSimple();
  return { is: content as string };
}

function numberOf({ content }: Part): number {
  if (typeof content !== 'number') throw new NotSimple();
  return content;
}

/** First and last are values of their own of a loop; of a list they are reckoned, which nothing here does. */
function wayOf({ variable, props }: Part): Way {
  if (variable !== undefined || props === undefined) throw new NotSimple();
  const way = (props as Part[]).map((prop) => (prop.props === undefined ? (prop.content as string) : wayOf(prop)));
  if (way[0] !== 'forloop' && way.some((name) => name === 'first' || name === 'last')) throw new NotSimple();
  return way;
}
