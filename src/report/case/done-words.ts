import { inSentence } from '../../assess/case/act-words.ts';
import type { Assessment, Finding } from '../../assess/case/assessment.ts';
import { rangeInWords } from '../../calendar/date-words.ts';
import type { Titles } from '../words/titles.ts';

/** What one person or group did, told in the past. */
export interface DoneBy {
  /** `The Service Manager`: the subject of every act. */
  readonly who: string;
  readonly acts: readonly DoneAct[];
}

interface DoneAct {
  /** `recorded the reasons for asking for another plan, 17 November 2026`. */
  readonly says: string;
  /** Clauses of which nothing else is open. */
  readonly clauses: string;
}

const isDone = ({ kind, state }: Finding): boolean =>
  kind !== 'indicator' && (state === 'met' || state === 'done_late');

/** Everything that is in place but analysis, by who did it, in the order in which each comes first. */
export function doneBy({ findings }: Assessment, title: Titles): DoneBy[] {
  const people = new Map<string, DoneAct[]>();
  const open = openClauses(findings);
  for (const finding of findings.filter((f) => (isDone(f) && f.kind !== 'analysis') || f.state === 'varied')) {
    const who = `The ${actorsOf(finding)
      .map((role) => inSentence(title(role, finding.pack)))
      .join(finding.state === 'varied' ? ' or the ' : ' and the ')}`;
    const act = { says: actDone(finding), clauses: finding.clauses.filter((c) => !open.has(c)).join(', ') };
    people.set(who, [...(people.get(who) ?? []), act]);
  }
  return [...people].map(([who, acts]) => ({ who, acts }));
}

/** Those who did it; of a departure that is approved, those who may have approved it. */
const actorsOf = ({ state, who, variation, pack, rule }: Finding): readonly string[] =>
  state === 'varied' ? (variation?.by ? [variation.by] : (pack.pack.requirements[rule]?.variation?.who ?? who)) : who;

/** A clause is named with what is in place only once all that it asks for here is. */
const openClauses = (findings: readonly Finding[]): Set<string> =>
  new Set(
    findings
      .filter((f) => f.kind !== 'indicator' && f.state !== 'not_applicable' && f.state !== 'varied' && !isDone(f))
      .flatMap(({ clauses }) => clauses),
  );

/** The act in the past, what it came to, and when it was done. A pack without words for that is quoted. */
function actDone(finding: Finding): string {
  const { pack, rule, says, items = [], done, state, caveat, variation } = finding;
  if (state === 'varied')
    return `approved another way than this: “${says}”${variation?.on ? `, ${rangeInWords(variation.on)}` : ''}`;
  const past = pack.pack.requirements[rule]?.past;
  const matters = items.map((item) => item.says).join('; ');
  const act = past ?? `did what is asked: “${says}”`;
  const whole = act.endsWith(':') || (past === undefined && matters) ? `${act} ${matters}` : act;
  const late = state === 'done_late' ? 'late' : '';
  const when = [late, done && rangeInWords(done)].filter((part) => part).join(', on ');
  return `${whole}${when ? `, ${when}` : ''}${caveat ? ` (${caveat})` : ''}`;
}

/** A text of analysis that covers all that it has to, with author and day. */
export interface WrittenText {
  readonly title: string;
  readonly by: string;
  readonly clauses: string;
  /** What has to be said with it, such as that it is very short. */
  readonly caveat: string;
}

/** The texts of analysis of which nothing is open. */
export function writtenTexts(
  { findings, file }: Assessment,
  title: Titles,
  dayOf: (day: string) => string,
): WrittenText[] {
  const texts = new Map<string, Finding[]>();
  for (const finding of findings.filter((f) => f.kind === 'analysis' && f.state !== 'not_applicable')) {
    const id = finding.pack.pack.requirements[finding.rule]?.in ?? '';
    texts.set(id, [...(texts.get(id) ?? []), finding]);
  }
  const whole = [...texts].filter(([, own]) => own.every(isDone));
  return whole.map(([id, own]) => {
    const [{ pack }] = own as [Finding];
    const { by, post, date } = file.analysis?.[id] ?? {};
    const who = [by && inSentence(title(by, pack)), post, date && dayOf(String(date))].filter((part) => part);
    return {
      title: pack.pack.analyses?.[id]?.title ?? id,
      by: who.join(', '),
      clauses: [...new Set(own.flatMap(({ clauses }) => clauses))].join(', '),
      caveat: [...new Set(own.flatMap(({ caveat }) => caveat ?? []))].join('; '),
    };
  });
}
