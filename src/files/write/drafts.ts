import { spawnSync } from 'node:child_process';
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EXIT, UserError } from '../../messages/errors.ts';
import { readText } from '../read-text.ts';
import { standingAt } from './standing.ts';
import { notWritten } from './why-not.ts';

/** A text that is not in the case file, and where it is kept. */
interface Left {
  readonly key: string;
  readonly text: string;
  readonly path: string;
}

/** Where a text is written: an editor needs somebody at the terminal. */
interface Place {
  readonly interactive: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Texts of a case that are written outside its file. Each lies in a folder of its own beside the case file, with
 * whatever the editor puts beside it, until it is in the case file or nobody wants it: after a lost window it is the
 * only copy.
 */
export class DraftFolder {
  readonly #folder: string;
  /** Opens a text in the person's own editor, where the environment names one. */
  readonly edit: ((key: string, text: string) => string) | undefined;

  constructor(casePath: string, { interactive, env }: Place) {
    const path = standingAt(casePath).path;
    this.#folder = join(dirname(path), `.${basename(path)}.texts`);
    const command = interactive ? env.VISUAL || env.EDITOR : undefined;
    this.edit = command ? (key, text) => this.#edit(command, key, text) : undefined;
  }

  /** What earlier sittings left, in a fixed order. */
  left = (): readonly Left[] =>
    namesIn(this.#folder).flatMap((name) => {
      const key = /^(.*)\.txt$/.exec(name)?.[1];
      const path = join(this.#folder, name);
      const text = key === undefined ? '' : textAt(path);
      return key === undefined || text.trim() === '' ? [] : [{ key, text, path }];
    });

  keep = (key: string, text: string): void => this.#put(key, text);

  /** With the last text goes the folder, and whatever an editor left in it. */
  drop = (key: string): void => {
    // Something else that has the name of the folder is not ours
    if (lstatSync(this.#folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
    rmSync(this.#pathOf(key), { force: true });
    const isLast = !namesIn(this.#folder).some((name) => name.endsWith('.txt'));
    if (isLast) rmSync(this.#folder, { recursive: true, force: true });
  };

  /** Gives what stands in the file when the editor ends, however it ends. @throws UserError where it cannot be started */
  #edit(command: string, key: string, text: string): string {
    const path = this.#pathOf(key);
    this.#put(key, textAt(path) || text);
    const [program = '', ...options] = command.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? [];
    const { error } = spawnSync(program, [...options, path], { stdio: 'inherit' });
    if (error) {
      this.drop(key);
      throw new UserError(
        `${program}: this editor could not be started. VISUAL and EDITOR say which one.`,
        EXIT.failed,
      );
    }
    return plain(readText(path));
  }

  #put(key: string, text: string): void {
    const path = this.#pathOf(key);
    try {
      this.#makeFolder();
      const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);
      // A text is kept with every key: at whatever moment the program is killed, the one before or this one is whole
      const file = openSync(`${path}.tmp`, flags, 0o600);
      try {
        writeFileSync(file, text === '' ? '' : `${text}\n`);
      } finally {
        closeSync(file);
      }
      renameSync(`${path}.tmp`, path);
    } catch (error) {
      throw notWritten(path, error);
    }
  }

  /** @throws UserError where something else has the name of the folder */
  #makeFolder(): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    if (lstatSync(this.#folder).isDirectory()) return;
    throw new UserError(`${this.#folder}: this is a link, and no text is written through it.`, EXIT.failed);
  }

  #pathOf(key: string): string {
    return join(this.#folder, `${key.replace(/[^A-Za-z0-9_-]/g, '_')}.txt`);
  }
}

function namesIn(folder: string): string[] {
  try {
    return lstatSync(folder).isDirectory() ? readdirSync(folder).sort() : [];
  } catch {
    return [];
  }
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

/** The text of a file; nothing where it cannot be read as one. */
function textAt(path: string): string {
  try {
    return lstatSync(path).isFile() ? plain(readText(path)) : '';
  } catch {
    return '';
  }
}
