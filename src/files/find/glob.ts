import picomatch from 'picomatch';
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

/** Whether a path is one of those that a pattern stands for. */
export type Matches = (path: string) => boolean;

/**
 * `*` and `?` match within a name, `**` over folders, `[a-c]` one of some letters, `{a,b}` a choice.
 * However many there are, telling takes time in proportion to the path and the pattern.
 * @throws UserError for a pattern that cannot be read
 */
export const globMatcher = (pattern: string): Matches => matcherOf(formsOf(pattern, pattern.replace(/^\.\//, '')));

/**
 * Whether a path is passed over: a pattern with a slash counts from the top, another at any depth; folders take all below.
 * @throws UserError for a pattern that cannot be read
 */
export function ignoreMatcher(patterns: readonly string[]): Matches {
  return matcherOf(
    patterns.flatMap((pattern) => {
      const whole = pattern.replace(/\/$/, '');
      const above: Form = whole.includes('/') ? [] : [FOLDERS];
      return formsOf(pattern, whole.replace(/^\.?\//, '')).map((form) => [...above, ...form, FOLDERS]);
    }),
  );
}

/** Any number of folders. */
const FOLDERS = '**' as const;

/** What a pattern asks of each name of a path. */
type Form = readonly (RegExp | typeof FOLDERS)[];

const matcherOf =
  (forms: readonly Form[]): Matches =>
  (path) => {
    const names = path.split('/');
    return forms.some((form) => fits(names, form));
  };

/** Of several `**` only the last has to be tried again further on: what fits before it fits there as well as anywhere. */
function fits(names: readonly string[], form: Form): boolean {
  let [name, part, again, folders] = [0, 0, 0, -1];
  while (name < names.length) {
    const wanted = form[part];
    if (wanted === FOLDERS) [folders, again] = [part++, name];
    else if (wanted?.test(names[name] as string)) [name, part] = [name + 1, part + 1];
    else if (folders >= 0) [name, part] = [++again, folders + 1];
    else return false;
  }
  return form.slice(part).every((wanted) => wanted === FOLDERS);
}

/** Longest pattern, and most ways to choose in its braces. */
const [LONGEST, MOST_CHOICES] = [1000, 100];

/** The forms of each way to choose in the braces of a pattern. @throws UserError */
function formsOf(pattern: string, whole: string): Form[] {
  const refused = (why: string) => new UserError(`\`${beginning(pattern)}\`: ${why}`);
  if (pattern.length > LONGEST) throw refused(`this pattern has more than ${LONGEST} characters.`);
  let choices = [whole];
  while (choices[0]?.match(CHOICE)) {
    choices = choices.flatMap((one) => chosen(one));
    if (choices.length > MOST_CHOICES) throw refused(`this pattern has more than ${MOST_CHOICES} choices in braces.`);
  }
  try {
    return choices.map((one) => one.split('/').map(partForm));
  } catch {
    throw refused('this pattern cannot be read. In brackets write letters in their order, as in [a-c].');
  }
}

const CHOICE = /\{([^{}]*)\}/;

const chosen = (pattern: string): string[] =>
  CHOICE.exec(pattern)?.[1]
    ?.split(',')
    .map((one) => pattern.replace(CHOICE, () => one)) ?? [pattern];

const OPTIONS: picomatch.PicomatchOptions = {
  ...{ dot: true, nonegate: true, noextglob: true, nobrace: true, posix: true, fastpaths: false },
  ...{ keepQuotes: true, literalBrackets: false, strictSlashes: true },
};

const partForm = (part: string): Form[number] => (part === FOLDERS ? FOLDERS : nameForm(part));

/** How picomatch writes `*`. */
const STAR = '[^/]*?';

/**
 * The names that a part without slashes stands for, as picomatch reads it. What stands between two stars has a fixed
 * length, so each star may take the first place that fits and give nothing back: else a name of 250 letters would take
 * a second at four stars, and a minute at five.
 */
function nameForm(part: string): RegExp {
  if (part === '') return /^$/;
  // picomatch would take these for its own: quotes, groups of a regular expression
  const plain = part.replace(/\*+/g, '*').replace(/["\\(){}|+]/g, '\\$&');
  const [first = '', ...pieces] = picomatch.parse(plain, OPTIONS).output.replaceAll('\\"', '"').split(STAR);
  const last = pieces.pop();
  const between = pieces.map((piece, i) => `(?=(${STAR}${piece}))\\${i + 1}`);
  return new RegExp(`^${first}${between.join('')}${last === undefined ? '' : `[^/]*${last}`}$`, 'su');
}
