import { type Day, isExact } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Decision } from '../../case/file/decision-schema.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import type { Decider } from '../../policy/pack/pack.ts';
import type { Decided, Finding, QuestionResult, Standing } from '../case/assessment.ts';
import { daysOf } from '../case/due.ts';
import { deciderOf, neededOf } from './deciders.ts';

/** What of a case tells who has decided. */
export interface Recorded {
  readonly file: CaseFile;
  readonly sheet: FactSheet;
  readonly asAt: Day;
}

/** A decision that was made, or the roles that have agreed where too few of them have. */
type Made = Pick<Standing, 'decided' | 'partly'>;

const NOTHING: Made = { decided: undefined };

/**
 * What people decided by the day: as they recorded it under `decisions`, the last of several; else as the records show
 * it. Where several must decide together, each counts once, whether they are named in one entry or in several.
 */
export function madeOn(
  result: QuestionResult,
  decider: Decider | undefined,
  approvals: readonly Finding[],
  recorded: Recorded,
): Made {
  const entries = entriesOn(result, recorded);
  const last = entries.at(-1);
  if (!last) {
    const decided = shownDecision(result, recorded.sheet);
    return decided ? { decided } : byApprovals(approvals, decider);
  }
  const deciding = deciderOf(result, last.outcome) ?? decider;
  const how = last.outcome === 'declined' ? 'declined' : last.agrees ? 'agrees' : 'departs';
  const decided: Decided = { how, by: last.by, date: String(last.date), outcome: last.outcome };
  if (!deciding || neededOf(deciding) === 1) return { decided };
  const same = entries.filter(({ outcome, agrees }) => outcome === last.outcome && agrees === last.agrees);
  if (how === 'declined') return isBarred(rolesIn(same, deciding), deciding) ? { decided } : NOTHING;
  const roles = rolesIn(same, deciding, standInsOf(approvals));
  return roles.length >= neededOf(deciding)
    ? { decided: { ...decided, together: once(roles) } }
    : { partly: once(roles) };
}

function entriesOn({ id, pack }: QuestionResult, { file, asAt }: Recorded): readonly Decision[] {
  const isOfPack = ({ recommended }: Decision): boolean =>
    recommended === undefined || recommended.pack.split(' ')[0] === pack.pack.pack;
  return (file.decisions ?? []).filter(
    (decision) => decision.question === id && String(decision.date) <= asAt && isOfPack(decision),
  );
}

/** The roles of a decider that stand in some entries, and those that approved in the place of one of them. */
export function rolesIn(
  entries: readonly Pick<Decision, 'by' | 'with'>[],
  { who }: Pick<Decider, 'who'>,
  standIns: StandIns = new Map(),
): string[] {
  const named = new Set(entries.flatMap(({ by, with: others = [] }) => [by, ...others]));
  return who.flatMap((role) => (named.has(role) ? role : (standIns.get(role) ?? [])));
}

/** The role that approved another way, by the role whose approval was asked for. */
export type StandIns = ReadonlyMap<string, string>;

/** Who approved a departure from some approvals: they stand in the place of those who would have given them. */
export const standInsOf = (approvals: readonly Finding[]): StandIns =>
  new Map(
    approvals.flatMap(({ state, who, variation }) => {
      const by = state === 'varied' ? variation?.by : undefined;
      return by === undefined ? [] : who.map((role): [string, string] => [role, by]);
    }),
  );

/** Whether an approval is given, or is not needed since another way was approved. */
const isGiven = ({ state, variation }: Finding): boolean =>
  state === 'met' || state === 'done_late' || (state === 'varied' && variation?.by !== undefined);

const givenOn = ({ done, variation }: Finding): Day | undefined => (done ?? variation?.on)?.to;

const once = (roles: readonly string[]): string[] => [...new Set(roles)];

/** Whether so many did not agree that too few are left. */
const isBarred = (against: readonly string[], decider: Decider): boolean =>
  decider.who.length - against.length < neededOf(decider);

/** What the deciders' own records show, where no decision is recorded as such: approvals given, or declined. */
function byApprovals(approvals: readonly Finding[], decider: Decider | undefined): Made {
  if (approvals.length === 0) return NOTHING;
  const ofRole = (role: string): Finding | undefined => approvals.find(({ who }) => who.some((one) => one === role));
  const asked = (decider?.who ?? []).flatMap((role) => {
    const finding = ofRole(role);
    return finding ? [{ role, finding }] : [];
  });
  const [first] = asked;
  if (!decider || !first) return NOTHING;
  const against = asked.filter(({ finding }) => finding.state === 'declined');
  if (neededOf(decider) === 1) return oneApproval(first.finding, decider);
  if (
    against[0] &&
    isBarred(
      against.map(({ role }) => role),
      decider,
    )
  )
    return { decided: { how: 'declined', by: against[0].role } };
  const given = asked.filter(({ finding }) => isGiven(finding));
  const roles = once(given.map(({ role, finding }) => finding.variation?.by ?? role));
  if (new Set(given.map(({ role }) => role)).size < neededOf(decider))
    return roles.length > 0 ? { partly: roles } : NOTHING;
  const days = given.map(({ finding }) => givenOn(finding));
  const date = days.every((day) => day !== undefined) ? [...days].sort().at(-1) : undefined;
  return { decided: { how: howOf(decider), by: roles[0] as string, date, together: roles } };
}

const howOf = ({ approval_departs: departs }: Decider): Decided['how'] => (departs ? 'departs' : 'agrees');

function oneApproval(finding: Finding, decider: Decider): Made {
  const by = finding.variation?.by ?? finding.who[0];
  if (by === undefined) return NOTHING;
  if (finding.state === 'declined') return { decided: { how: 'declined', by } };
  return isGiven(finding) ? { decided: { how: howOf(decider), by, date: givenOn(finding) } } : NOTHING;
}

/** A decision that no entry under `decisions` tells, and the records do: by the rules that hold. */
function shownDecision({ compiled, rules }: QuestionResult, sheet: FactSheet): Decided | undefined {
  const shown = compiled.rules.find(({ id, rule }) => rules.includes(id) && rule.decided)?.rule.decided;
  if (!shown) return undefined;
  const { how, by, on } = shown;
  const day = on === undefined ? undefined : daysOf(sheet, on);
  return { how, by, ...(day && isExact(day) && { date: day.from }) };
}
