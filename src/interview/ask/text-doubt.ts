/** Fewest words that can be an analysis of anything. */
const FEWEST = 8;

const PLACEHOLDERS = new Set(
  'n/a|na|none|nil|nothing|tbc|tbd|todo|to do|to follow|to be confirmed|to be completed|as above|see above|as before|see below|ditto|same|same as above|same as before|not applicable|not known|unknown|test|xxx|yes|no'.split(
    '|',
  ),
);

/**
 * Why a text may be no analysis: it is empty, a placeholder, very short, or the same as another text or as the
 * question. Undefined where nothing speaks against it. A doubt is put to the worker; it never bars the text.
 */
export function doubtAbout(text: string, others: readonly string[], asked: readonly string[]): string | undefined {
  const bare = normal(text);
  if (bare === '') return 'Nothing is written.';
  if (PLACEHOLDERS.has(bare.replace(/[.\s-]+$/, ''))) return 'This stands in for a text; it says nothing yet.';
  if (others.some((other) => normal(other) === bare)) return 'The same text stands under another point.';
  if (asked.some((words) => normal(words) === bare)) return 'This repeats the question.';
  const words = bare.split(' ').length;
  return words < FEWEST ? `This is very short: ${words} word${words === 1 ? '' : 's'}.` : undefined;
}

const normal = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
