import type { Day } from '../../calendar/dates.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { rulebook } from '../../policy/folder/rulebook.ts';
import { assess } from '../case/assess.ts';
import { type Assessment, type Finding, isUrgent, type QuestionResult } from '../case/assessment.ts';
import type { Side } from './pack-diff.ts';

/** Something about one case that two packs say otherwise. */
export interface CaseChange {
  readonly what: 'question' | 'finding' | 'diagnostic';
  readonly id: string;
  /** What is said before, with those details that differ. */
  readonly from: string;
  readonly to: string;
  /** What speaks under the second pack; where nothing does, under the first. */
  readonly rules: readonly string[];
  readonly clauses: readonly string[];
}

/** What a case is looked at with: a file, a day, and the bank holidays of its own folder. */
export interface Looked {
  readonly file: CaseFile;
  readonly asAt: Day;
  readonly calendar: Calendar;
}

/** What a case file would be told otherwise under the second of two packs; a pack that is not there says nothing. */
export function changesOf(looked: Looked, old: Side | undefined, now: Side | undefined): CaseChange[] {
  const [before, after] = [toldBy(looked, old), toldBy(looked, now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const [from, to] = inWords(was?.says ?? NOTHING, is?.says ?? NOTHING);
    if (from === to) return [];
    const [what, id] = key.split(' ') as [CaseChange['what'], string];
    const { rules = [], clauses = [] } = is ?? was ?? {};
    return [{ what, id, from, to, rules, clauses }];
  });
}

/** What is said of one thing: in a word, and its details by name. */
interface Says {
  readonly says: string;
  readonly [detail: string]: string;
}

const LAST_DAY = 'last day';
const NOTHING: Says = { says: 'nothing' };

interface Told {
  readonly says: Says;
  readonly rules: readonly string[];
  readonly clauses: readonly string[];
}

/** Both sides with those of their details that differ; where the word itself differs, the last day is enough. */
function inWords(was: Says, is: Says): [string, string] {
  const details = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => name !== 'says');
  const shown = was.says === is.says ? details : details.filter((name) => name === LAST_DAY);
  const differ = was === NOTHING || is === NOTHING ? [] : shown.filter((name) => was[name] !== is[name]);
  const side = (one: Says): string => [one.says, ...differ.map((name) => `${name}: ${one[name] || 'none'}`)].join(', ');
  return [side(was), side(is)];
}

function toldBy({ file, asAt, calendar: own }: Looked, side: Side | undefined): ReadonlyMap<string, Told> {
  if (!side) return new Map();
  // A pack that stands alone has no bank holidays beside it
  const calendar = side.calendar.years.size > 0 ? side.calendar : own;
  return told(assess(file, rulebook(side.vocabulary, [side.pack], calendar), asAt));
}

function told(assessment: Assessment): ReadonlyMap<string, Told> {
  const { questions, findings, diagnostics } = assessment;
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  return new Map<string, Told>([
    ...questions.map((question) => [`question ${question.id}`, ofQuestion(question, assessment)] as const),
    ...findings
      .filter(({ state }) => state !== 'not_applicable')
      .map(
        (finding) => [`finding ${finding.rule} ${finding.instance?.path.join('.') ?? ''}`, ofFinding(finding)] as const,
      ),
    ...codes.map((code) => {
      const says = { says: `told ${diagnostics.filter((one) => one.code === code).length} times` };
      return [`diagnostic ${code}`, { says, rules: [], clauses: [] }] as const;
    }),
  ]);
}

const listed = (words: readonly string[]): string => [...words].sort().join(' and ');

function ofQuestion(question: QuestionResult, { standings }: Assessment): Told {
  const { possible, rules, clauses, hangsOn } = question;
  const standing = standings.get(question);
  const says: Says = {
    says: possible.join(' or '),
    clauses: listed(clauses),
    'hangs on': listed(hangsOn),
    urgent: isUrgent(question) ? 'yes' : 'no',
    stands: standing?.at ?? '',
    'decided by': listed(standing?.decider?.who ?? []),
    needs: String(standing?.decider?.needs ?? ''),
    'decided before': standing?.decider?.before ?? '',
    decided: standing?.decided?.how ?? '',
  };
  return { says, rules, clauses };
}

function ofFinding(finding: Finding): Told {
  const { rule, state, clauses, kind, who, due, counted, done, unsure, items, caveat, hangsOn, points } = finding;
  const { strength, waitsFor } = finding;
  const days = (range: Finding['due']): string => (range ? [...new Set([range.from, range.to])].join(' to ') : '');
  const says: Says = {
    says: state,
    [LAST_DAY]: days(due),
    counted: due ? '' : (counted ?? ''),
    done: days(done),
    kind,
    who: listed(who),
    clauses: listed(clauses),
    'not known': unsure ?? '',
    'hangs on': listed(hangsOn),
    items: listed((items ?? []).map((item) => `${item.says} (${item.state})`)),
    points: points ?? '',
    caveat: caveat ?? '',
    strength,
    'waits for': waitsFor ?? '',
  };
  return { says, rules: [rule], clauses };
}
