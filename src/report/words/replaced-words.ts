import type { Assessment } from '../../assess/case/assessment.ts';
import type { Replacement } from '../../policy/folder/replaceable.ts';
import { usedBy } from '../../policy/folder/touched.ts';
import type { Titles } from './titles.ts';

/** What an authority's own folder puts in the place of something that this case rests on, each with the reason. */
export function replacedInWords(assessment: Assessment, title: Titles): string[] {
  return assessment.replaced.flatMap((one) => {
    const what = subject(one, assessment, title);
    return what === undefined ? [] : [`The authority's own folder replaces ${what}. Reason: ${one.reason}`];
  });
}

/** What is replaced, in words; undefined where nothing in this case rests on it. */
function subject({ kind, id }: Replacement, { packs, file }: Assessment, title: Titles): string | undefined {
  const named = (words: string | undefined): string | undefined => words && `“${words}”`;
  switch (kind) {
    case 'fact': {
      const pack = packs.find((one) => usedBy(one).includes(id));
      return named(pack?.facts.get(id)?.label);
    }
    case 'pack':
      return named(packs.find(({ pack }) => pack.pack === id)?.pack.source.title);
    case 'profile':
      return file.authority === id ? 'the list of its documents' : undefined;
    case 'role':
      return `the title “${title(id)}”`;
    case 'meeting':
      return 'the name of a kind of meeting';
    case 'occasion':
      return 'the words for what is happening';
    case 'event':
    case 'contradiction':
      return 'a shared rule on what can happen in a case';
    case 'document':
    case 'note':
    case 'template':
      return 'the words or the layout of a note or a letter';
    case 'call':
      return 'a number to call';
  }
}
