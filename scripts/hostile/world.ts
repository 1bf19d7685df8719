import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything of one day: the folder of the cases, and places where nothing may ever appear. */
export class World {
  readonly folder: string;
  readonly outside: string;
  readonly logs: string;
  readonly editor: string;
  readonly env: Readonly<Record<string, string>>;
  readonly #base: string;
  readonly #others = new Map<string, string>();

  constructor(base: string) {
    this.#base = base;
    const made = (name: string): string => {
      mkdirSync(join(base, name), { recursive: true });
      return join(base, name);
    };
    this.folder = made('disk/cases');
    this.outside = made('outside');
    this.logs = made('logs');
    this.editor = join(made('bin'), 'editor.sh');
    // an editor that writes what the day has laid out for it, and a copy beside it as editors do
    writeFileSync(
      this.editor,
      '#!/bin/sh\ncat "$CPPLAN_WORDS" >> "$1" && cp "$1" "$1~" && : > "$CPPLAN_WORDS.written"\n',
      { mode: 0o700 },
    );
    const places = {
      TMPDIR: made('tmp'),
      HOME: made('home'),
      XDG_CONFIG_HOME: made('config'),
      XDG_CACHE_HOME: made('cache'),
    };
    const { NODE_COMPILE_CACHE: _, NODE_EXTRA_CA_CERTS: __, ...inherited } = process.env;
    this.env = { ...(inherited as Record<string, string>), ...places, NO_COLOR: '1' };
    for (const [name, text] of Object.entries(OTHERS)) this.#keep(join(this.folder, name), text);
  }

  /** A file that no command of the day may change. */
  #keep(path: string, text: string): void {
    writeFileSync(path, text);
    chmodSync(path, 0o640);
    this.#others.set(path, stateOf(path));
  }

  /** A file outside the folder, to which a link will lead. */
  outer(name: string, text: string): string {
    const path = join(this.outside, name);
    this.#keep(path, text);
    return path;
  }

  /** Files of others that changed, and whatever stands where nothing may. */
  faults(): string[] {
    const changed = [...this.#others].filter(([path, state]) => stateOf(path) !== state).map(([path]) => path);
    for (const path of changed) this.#others.set(path, stateOf(path));
    const strays = ['tmp', 'home', 'config', 'cache'].flatMap((name) =>
      readdirSync(join(this.#base, name)).map((one) => `${name}/${one}`),
    );
    return [
      ...changed.map((path) => `${path}: a file of others was changed`),
      ...strays.map((path) => `${path}: something was left outside the folder`),
    ];
  }
}

const OTHERS: Readonly<Record<string, string>> = {
  'bystander.yaml': 'version: 1\ncase: EX-0001 # of somebody else\npacks: [repeat-plans]\n',
  'words.txt': 'Words of somebody that no program knows.\n',
  'picture.png': '\u0089PNG\r\n\u001a\n',
  '.hidden.yaml.tmp': 'Ends as a half-written file of ours does, and is none.\n',
  'pack.yaml': 'pack: somebody\nversion: 1.0.0\n',
};

function stateOf(path: string): string {
  try {
    const { mode, uid, gid } = lstatSync(path);
    return `${mode} ${uid} ${gid} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
  } catch {
    return 'nothing';
  }
}
