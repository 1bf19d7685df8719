/** What the day has tried and found, by command and system call. */
export class Tally {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #found = new Set<string>();
  readonly #pairs = new Map<string, Map<string, number>>();

  /** Something that was done, such as a kill, to a command. */
  did(what: string, command: string): void {
    add(this.#counts, what, command);
  }

  /** A program that was killed in the middle of a call. */
  killed(command: string, call: string): void {
    add(this.#pairs, command, call);
  }

  found(faults: readonly string[], step: string): void {
    for (const fault of faults) this.#found.add(`${fault} (${step})`);
  }

  get faults(): readonly string[] {
    return [...this.#found];
  }

  /** The counts as two tables in Markdown: kills by command and call, and everything that was done. */
  tables(): string {
    return `${table(this.#pairs, 'killed in')}\n\n${table(this.#counts, 'what was done')}\n`;
  }
}

function add(counts: Map<string, Map<string, number>>, row: string, column: string): void {
  const inner = counts.get(row) ?? new Map<string, number>();
  inner.set(column, (inner.get(column) ?? 0) + 1);
  counts.set(row, inner);
}

function table(counts: ReadonlyMap<string, ReadonlyMap<string, number>>, corner: string): string {
  const columns = [...new Set([...counts.values()].flatMap((row) => [...row.keys()]))].sort();
  const sum = (row: ReadonlyMap<string, number>): number => [...row.values()].reduce((a, b) => a + b, 0);
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    line([corner, ...columns, 'all']),
    line(['---', ...columns.map(() => '---'), '---']),
    ...[...counts].map(([name, row]) => line([name, ...columns.map((column) => row.get(column) ?? ''), sum(row)])),
    line([
      'all',
      ...columns.map((column) => sum(new Map([...counts].map(([name, row]) => [name, row.get(column) ?? 0])))),
      [...counts.values()].reduce((total, row) => total + sum(row), 0),
    ]),
  ].join('\n');
}
