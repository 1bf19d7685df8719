import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readCase } from '../../src/case/file/read-case.ts';

type CaseFile = NonNullable<ReturnType<typeof readCase>['file']>;

/** Something that a case file has to hold from the moment at which the screen said so. */
export interface Claim {
  readonly what: string;
  readonly holds: (file: CaseFile, text: string) => boolean;
}

/** One case file, what was acknowledged of it, and the words that people wrote for it. */
export class Ledger {
  readonly #claims: Claim[] = [];
  /** Texts that an editor has written, and that stand in the case file or wait beside it. */
  readonly #written: string[] = [];

  constructor(
    readonly path: string,
    readonly mode: number,
  ) {}

  acknowledge(...claims: readonly Claim[]): void {
    this.#claims.push(...claims);
  }

  wrote(words: string): void {
    this.#written.push(words);
  }

  /** What does not hold; each is told once. */
  faults(): string[] {
    const text = readFileSync(this.path, 'utf8');
    const { file } = readCase(text);
    if (!file) return [`${this.path}: it cannot be read`];
    const lost = this.#claims.filter(({ holds }) => !holds(file, text));
    for (const claim of lost) this.#claims.splice(this.#claims.indexOf(claim), 1);
    const gone = this.#written.filter((words) => !text.includes(words) && !this.#waiting().includes(words));
    for (const words of gone) this.#written.splice(this.#written.indexOf(words), 1);
    const mode = lstatSync(this.path).mode & 0o777;
    return [
      ...lost.map(({ what }) => `${this.path}: ${what} was acknowledged, and is not there`),
      ...gone.map((words) => `${this.path}: the text ${words} from an editor is nowhere`),
      ...(mode === this.mode
        ? []
        : [`${this.path}: its mode was ${this.mode.toString(8)}, and is ${mode.toString(8)}`]),
    ];
  }

  /** Files of ours beside the case file that the next command has to take away. */
  leftovers(): string[] {
    return leftFor(this.path);
  }

  #waiting(): string {
    const folder = join(dirname(this.path), `.${basename(this.path)}.texts`);
    return namesIn(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  }
}

/** Locks and half-written files of one file. */
export function leftFor(path: string): string[] {
  const name = basename(path);
  const ours = [`.${name}.`, `..${name}.`];
  return namesIn(dirname(path)).filter((one) => ours.some((start) => one.startsWith(start)) && !one.endsWith('.texts'));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
