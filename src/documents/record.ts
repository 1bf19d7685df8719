import type { Assessment, QuestionResult } from '../assess/case/assessment.ts';
import type { Decision } from '../case/file/case-schema.ts';
import { DEPARTURES, type Departure } from '../case/file/departures.ts';

/** What people say about a decision they made; what is left out is asked for. */
export interface Said {
  readonly question?: string | undefined;
  readonly outcome?: string | undefined;
  readonly by?: string | undefined;
  readonly post?: string | undefined;
  readonly date?: string | undefined;
  readonly agrees?: boolean | undefined;
  readonly reasonCode?: string | undefined;
  readonly reason?: string | undefined;
}

/** A decision of which everything needed has been said. */
export interface Whole extends Said {
  readonly outcome: string;
  readonly by: string;
  readonly date: string;
  readonly agrees: boolean;
}

/** Questions on which people can decide: those that arise here. */
export const openQuestions = ({ questions }: Assessment): QuestionResult[] =>
  questions.filter((question) => question.state !== 'not_in_play');

/** Whether a decision agrees with what the procedure asks; undefined where only people can say. */
export function agreesWith({ state, outcome, compiled }: QuestionResult, decided: string): boolean | undefined {
  if (state !== 'settled' || !(decided in compiled.question.outcomes)) return undefined;
  return decided === outcome;
}

/** The codes of departure, with their words. */
export const departures = Object.entries(DEPARTURES) as readonly (readonly [Departure, string])[];

type Written = Record<string, unknown>;

/** A decision as it is written into a case file, with what the procedure asked when it was made. */
export function recorded(said: Whole, question: QuestionResult, asAt: string): Written {
  const { outcome, by, post, date, agrees, reasonCode, reason } = said;
  const { pack, possible, clauses } = question;
  const recommended: NonNullable<Decision['recommended']> = {
    as_at: asAt,
    possible: [...possible],
    ...(clauses.length > 0 && { clauses: [...clauses] }),
    pack: `${pack.pack.pack} ${pack.pack.version}`,
  };
  return {
    question: question.id,
    outcome,
    by,
    ...(post && { post }),
    date,
    agrees: agrees ? 'yes' : 'no',
    ...(!agrees && { reason_code: reasonCode, reason }),
    recommended,
  };
}
