import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The person's own editor, as the environment names it; undefined where it names none. */
export function editorFrom(env: Readonly<Record<string, string | undefined>>): ((text: string) => string) | undefined {
  const command = env.VISUAL || env.EDITOR;
  return command ? (text) => editText(command, text) : undefined;
}

/** Opens a text in an editor and gives back what was saved there; the text as it was, where the editor fails. */
function editText(command: string, text: string): string {
  const [program = '', ...options] = command.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'cpplan-'));
  const path = join(folder, 'text.txt');
  try {
    writeFileSync(path, text === '' ? '' : `${text}\n`, { mode: 0o600 });
    const { status } = spawnSync(program, [...options, path], { stdio: 'inherit' });
    return status === 0 ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trimEnd() : text;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
