import { assess } from '../../src/assess/case/assess.ts';
import type { CaseFile } from '../../src/case/file/case-schema.ts';
import { readFacts } from '../../src/case/sheet/read-facts.ts';
import { optionsOf, sectionOf } from '../../src/facts/fact.ts';
import { type Catalogue, catalogue } from '../../src/interview/agenda/catalogue.ts';
import type { Rulebook } from '../../src/policy/folder/rulebook.ts';

/** A repeatable source of chance (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

const two = (n: number): string => String(n).padStart(2, '0');
/** A day in the years before the assessment, or the one after. */
const dayNear = (asAt: string, random: () => number): string =>
  `${Number(asAt.slice(0, 4)) - 6 + Math.floor(random() * 8)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;

function plans(asAt: string, random: () => number): CaseFile['previous_plans'] {
  const list = Array.from({ length: Math.floor(random() * 4) }, () => {
    const [began, ended] = [dayNear(asAt, random), dayNear(asAt, random)].sort();
    return { began, ended, category: pick(['NEG', 'PHY'] as const, random) };
  });
  return { complete: true, plans: list };
}

/** A value that could be answered, for one key of the catalogue. */
function anyValue(file: CaseFile, key: string, items: Catalogue, asAt: string, random: () => number): CaseFile {
  const item = items.get(key);
  if (!item) return file;
  switch (item.kind) {
    case 'previous_plans':
      return { ...file, previous_plans: plans(asAt, random) };
    case 'current_plan':
      return { ...file, current_plan: random() < 0.5 ? 'none' : { began: dayNear(asAt, random), category: 'NEG' } };
    case 'child': {
      const year = Number(asAt.slice(0, 4)) - Math.floor(random() * 20);
      return { ...file, child: random() < 0.2 ? { expected: dayNear(asAt, random) } : { born: `${year}-03-04` } };
    }
    case 'still':
    case 'difference':
    case 'looked_after':
    case 'meetings':
    case 'occurrences':
      return file;
    case 'analysis': {
      const covers = item.matters.filter(() => random() < 0.5).map(({ id }) => id);
      return {
        ...file,
        analysis: {
          ...file.analysis,
          [key]: { text: 'The work of the last year changed how the parents act.', covers },
        },
      };
    }
    case 'checklist': {
      const all = Object.keys(item.requirement.requirement.items ?? {});
      const entries = Object.fromEntries(all.map((id) => [id, random() < 0.5 ? 'yes' : 'no']));
      return { ...file, checklists: { ...file.checklists, [key]: entries } };
    }
    case 'variation': {
      const { id } = item.requirement;
      const entries = { ...file.checklists?.[id], variation: random() < 0.5 ? 'yes' : 'no' };
      return { ...file, checklists: { ...file.checklists, [id]: entries } };
    }
    case 'fact': {
      const section = sectionOf(item.fact);
      if (item.fact.type === 'date' && random() < 0.3) return file;
      const options = optionsOf(item.fact);
      const number = pick([0, 1, 2, 3, 6, 11, 12, 18, 24], random);
      const value =
        options.length > 0 ? pick(options, random) : item.fact.type === 'date' ? dayNear(asAt, random) : number;
      return { ...file, [section]: { ...file[section], [key]: value } };
    }
  }
}

function outcome(file: CaseFile, book: Rulebook, asAt: string): string {
  const { questions, findings, diagnostics } = assess(file, book, asAt);
  return JSON.stringify([
    questions.map(({ state, possible }) => [state, possible]),
    findings.map(({ rule, state, due, items }) => [rule, state, due, items]),
    diagnostics.map(({ code }) => code),
  ]);
}

/** What stands in the file for a key of the catalogue: it is answered already. */
function has(file: CaseFile, key: string): boolean {
  const groups = [file.dates, file.answers, file.records, file.analysis, file.checklists];
  return key in file || groups.some((group) => group && key in group);
}

/** Facts that the records of a case settle: a completion does not contradict them. */
function workedOut(file: CaseFile, book: Rulebook, asAt: string): Set<string> {
  const { states } = readFacts(file, book.scope, asAt);
  const isWorkedOut = (id: string): boolean => {
    const state = states.get(id);
    return state?.known !== undefined && state.derived === true;
  };
  return new Set([...book.scope.facts.keys()].filter(isWorkedOut));
}

/**
 * Whether some way of completing a case makes two answers to one question lead to different results: found by
 * trying, without the engine's own account of what matters.
 */
export function couldMatter(file: CaseFile, key: string, book: Rulebook, asAt: string): boolean {
  const random = chance(key.length * 7919 + file.case.length);
  const items = catalogue(book);
  const settled = workedOut(file, book, asAt);
  for (let attempt = 0; attempt < 6000; attempt++) {
    const open = [...items.keys()].filter(
      (other) => other !== key && !has(file, other) && !settled.has(other) && random() < 0.7,
    );
    const base = open.reduce((filled, other) => anyValue(filled, other, items, asAt, random), file);
    const first = outcome(anyValue(base, key, items, asAt, random), book, asAt);
    for (let other = 1; other < 4; other++) {
      if (outcome(anyValue(base, key, items, asAt, random), book, asAt) !== first) return true;
    }
  }
  return false;
}
