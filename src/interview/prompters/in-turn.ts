import { isUnticked } from './form-state.ts';
import type { Form, Left, Reply, Row, Value } from './prompter.ts';

/** What comes back for one question of a form: an answer, nothing, the question before once more, or a way out of the form. */
export type Turn = Reply<Value> | 'next' | 'passed' | 'all' | 'before' | Exclude<Left, 'done'>;

const yes = ({ options = [] }: Row): Reply<Value> => ({
  value: options.find(({ letter }) => letter === 'y')?.value ?? '',
});

/**
 * Puts the questions of a form one after the other, those that an answer brings up among them; each is put once, unless
 * the person goes back to it.
 * @param put told whether a question of this form was put before; one that it does not ask is `passed`
 * @param taken told each question with the answer that was taken
 */
export async function inTurn(
  form: Form,
  put: (row: Row, isFirst: boolean) => Promise<Turn>,
  taken: (row: Row) => void = () => undefined,
): Promise<Left> {
  const seen = new Set<string>();
  const trail: string[] = [];
  let ticksAll = false;
  for (;;) {
    const row = form.rows().find(({ key }) => !seen.has(key));
    if (!row) return 'done';
    seen.add(row.key);
    const turn = ticksAll && isUnticked(row) ? yes(row) : await put(row, trail.length === 0);
    if (turn === 'before') for (const key of [row.key, trail.pop() ?? row.key]) seen.delete(key);
    if (turn === 'before' || turn === 'passed') continue;
    trail.push(row.key);
    if (turn === 'back' || turn === 'list') return turn;
    if (turn === 'all') ticksAll = true;
    const reply = turn === 'all' ? yes(row) : turn;
    if (reply === 'next') continue;
    row.take(reply);
    taken(form.rows().find(({ key }) => key === row.key) ?? row);
  }
}
