import { UserError } from '../../messages/errors.ts';
import { beginning } from '../../messages/suggest.ts';

const SPECIAL = /[*?[{]/;

/** Whether a path is a pattern for several. */
export const isGlob = (path: string): boolean => SPECIAL.test(path);

/** The folder below which everything that a pattern can match lies. */
export function globRoot(pattern: string): string {
  const parts = pattern.split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => isGlob(part)),
  );
  return fixed.join('/') || (pattern.startsWith('/') ? '/' : '.');
}

/** Whether a path matches: `*` and `?` within a name, `**` over folders, `[a-c]` one of some letters, `{a,b}` a choice. */
export const globMatcher = (pattern: string): RegExp => form(pattern, `^${source(pattern.replace(/^\.\//, ''))}$`);

/** Most wildcards of one pattern: with each of them, a name that nearly matches takes longer to tell. */
const MOST_WILDCARDS = 10;

/** @throws UserError for a pattern that cannot be meant */
function form(pattern: string, regular: string): RegExp {
  if ((pattern.match(/\*+|\{/g) ?? []).length > MOST_WILDCARDS || pattern.length > 1000) {
    throw new UserError(
      `\`${beginning(pattern)}\`: this pattern is too long, or has more than ${MOST_WILDCARDS} wildcards.`,
    );
  }
  try {
    return new RegExp(regular, 'u');
  } catch {
    throw new UserError(
      `\`${pattern}\`: this pattern cannot be read. In brackets write letters in their order, as in [a-c].`,
    );
  }
}

/** Whether a path is passed over: a pattern with a slash counts from the top, another at any depth; folders take all below. */
export function ignoreMatcher(patterns: readonly string[]): (path: string) => boolean {
  const forms = patterns.map((pattern) => {
    const bare = pattern.replace(/^\.?\//, '').replace(/\/$/, '');
    const anywhere = pattern.replace(/\/$/, '').includes('/') ? '' : '(?:.*/)?';
    return form(pattern, `^${anywhere}${source(bare)}(?:/.*)?$`);
  });
  return (path) => forms.some((form) => form.test(path));
}

const TOKEN = /\*\*\/|\*\*|\*|\?|\[!?[^\]/]+\]|\{[^{}]*\}|[^*?[{]+|[[{]/gu;

function source(pattern: string): string {
  return (pattern.match(TOKEN) ?? []).map(token).join('');
}

function token(text: string): string {
  if (text === '**/') return '(?:[^/]+/)*';
  if (text === '**') return '.*';
  if (text === '*') return '[^/]*';
  if (text === '?') return '[^/]';
  if (text.startsWith('[') && text.length > 1) return text.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
  if (text.startsWith('{') && text.length > 1) return `(?:${text.slice(1, -1).split(',').map(source).join('|')})`;
  return text.replace(/[\\^$.|+()[\]{}/-]/g, '\\$&').replaceAll('\\-', '-');
}
