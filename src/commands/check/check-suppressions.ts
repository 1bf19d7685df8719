import { type Level, reaches } from '../../assess/case/concern.ts';
import { type Day, parseDate, plusMonths } from '../../calendar/dates.ts';
import type { Accepted } from '../../check/suppress.ts';
import type { SuppressionText } from '../../check/suppressions-schema.ts';
import type { Runner } from '../../files/write/lock-case.ts';
import { addSuppressions, pruneSuppressions } from '../../files/write/tidy-suppressions.ts';
import { UserError } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';
import type { CheckOptions } from './check-options.ts';

/** Months for which a first list of findings is accepted where nobody says how long. */
const MONTHS = 3;

/** Gathers what a first run accepts. */
export class Adoption {
  readonly #entries = new Map<string, SuppressionText>();
  readonly #owner: string;
  readonly #expires: Day;
  /** How many findings are accepted: one entry can speak of several. */
  findings = 0;

  /** @throws UserError where the options do not say who answers for the entries */
  constructor(
    options: CheckOptions,
    today: Day,
    readonly failOn: Level,
  ) {
    const { owner = '', until = plusMonths(today, MONTHS) } = options;
    if (!/^[a-z][a-z0-9_]*$/.test(owner)) {
      throw new UserError(
        '--write-suppressions needs --owner with the role that answers for the entries, such as `team_manager`.',
      );
    }
    const day = parseDate(until);
    if (!day || day.from !== day.to) throw new UserError(`--until ${until}: write a whole date, such as 2027-01-31.`);
    this.#owner = owner;
    this.#expires = until;
  }

  /** An error is never accepted: the file cannot be relied on. */
  note = (caseId: string, rule: string, level: Level): void => {
    if (level === 'error' || !reaches(level, this.failOn)) return;
    this.findings++;
    const reason = 'Found when checking began.';
    this.#entries.set(`${caseId} ${rule}`, { rule, case: caseId, reason, owner: this.#owner, expires: this.#expires });
  };

  /** Writes what was gathered, and says so. */
  write(path: string, runner: Runner): string {
    const entries = [...this.#entries.values()];
    if (entries.length > 0) addSuppressions(path, entries, runner);
    return `${entries.length} findings accepted until ${this.#expires}: ${fileName(path)}. Give each a reason of its own.\n`;
  }
}

/** Takes out what has expired or is not needed, and says so; an entry with a misspelt rule is for a person to mend. */
export async function prune(path: string, accepted: Accepted, runner: Runner): Promise<string> {
  const needless = accepted.staleInList().filter(({ why }) => why !== 'unknown');
  const lines = new Set(needless.map(({ line }) => line));
  const { all } = accepted.list;
  const stale = all.filter(({ line }) => lines.has(line));
  const taken = stale.length > 0 ? await pruneSuppressions(path, stale, runner) : 0;
  return `${taken} of ${all.length} suppressions taken out: ${fileName(path)}.\n`;
}
