import { templates } from '../notes.ts';
import { policies } from '../packs/policies.ts';

const spaced = (id: string): string => id.replaceAll('_', ' ');

/** Every id of the packs that is no plain word: of rules, outcomes, questions, facts, roles and requirements. */
function idsOfPacks(): Set<string> {
  const { vocabulary } = policies.vocabulary();
  const ids = policies.names().flatMap((name) => {
    const { pack, facts } = policies.pack(name);
    const questions = Object.values(pack.questions);
    return [
      ...Object.keys(pack.roles ?? {}),
      ...Object.keys(pack.requirements),
      ...Object.keys(pack.indicators),
      ...Object.keys(pack.terms),
      ...Object.keys(pack.analyses ?? {}),
      ...facts.keys(),
      ...questions.flatMap((q) => [q.id, ...Object.keys(q.outcomes), ...q.stages.flatMap((s) => Object.keys(s.rules))]),
    ];
  });
  return new Set([...ids, ...Object.keys(vocabulary.roles)].filter((id) => id.includes('_')));
}

/** Every sentence that a pack or a template holds, and who is to decide: an id whose words stand there together reads as plain words. */
function wordsOfPacks(): string {
  const strings: string[] = [];
  const collect = (value: unknown, depth = 0): void => {
    if (typeof value === 'string') strings.push(value);
    else if (value instanceof Map) for (const inner of value.values()) collect(inner, depth + 1);
    else if (value && typeof value === 'object' && depth < 9)
      for (const one of Object.values(value)) collect(one, depth + 1);
  };
  for (const name of policies.names()) {
    const { pack, facts } = policies.pack(name);
    collect([pack, facts]);
  }
  collect([policies.vocabulary(), templates]);
  strings.push(...strings.filter((words) => words.length < 60).map((words) => `ready for the ${words} to decide`));
  return strings.join('\n').toLowerCase();
}

const IDS = idsOfPacks();
const WORDS = wordsOfPacks();
const SPACED = new Map(
  [...IDS].map((id) => [spaced(id), id]).filter(([words]) => !WORDS.includes(words as string)) as [string, string][],
);

/** Ids in a text for people, as they are or with spaces; commands to copy and the stamp are left out, by what a plan ended is in the file's own words, and each condition of an explanation stands on its line. */
export function idsIn(text: string): string[] {
  const prose = text
    .replace(/^Stamp: .*$/m, '')
    .replace(/`[^`]*`/g, '')
    .replace(/cpplan .*$/gm, '')
    .replace(/, ended by /g, ', ended: ')
    .replace(/^\s*(?:true|false|open) /gm, '; ')
    .replaceAll('\\', '');
  const found = [...prose.matchAll(/\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/g)].map(([id]) => id);
  return [...new Set([...found.filter((id) => IDS.has(id)), ...spacedIn(prose)])];
}

/** The ids as words, by the first of them. */
const BY_FIRST = new Map<string, string[][]>();
for (const words of [...SPACED.keys()].map((id) => id.split(' '))) {
  const [first = ''] = words;
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), words]);
}

/** The ids that stand in a text as a run of words that nothing but space parts. */
function spacedIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9\s]+/)
    .flatMap((part) => {
      const words = part.split(/\s+/);
      return words.flatMap((first, from) =>
        (BY_FIRST.get(first) ?? []).filter((id) => id.every((word, i) => words[from + i] === word)),
      );
    })
    .map((id) => id.join(' '));
}
