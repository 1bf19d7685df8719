import { NO_CALENDAR } from '../../../src/calendar/working-days.ts';
import { readText } from '../../../src/files/read-text.ts';
import { compile } from '../../../src/policy/compile/compile.ts';
import type { CompiledPack } from '../../../src/policy/compile/compiled.ts';
import { type Join, rulebook } from '../../../src/policy/folder/rulebook.ts';
import { type ReadPack, type ReadVocabulary, readPack, readVocabulary } from '../../../src/policy/pack/read-pack.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import type { ReadResult } from '../../../src/yaml/read-result.ts';

const FOLDER = 'test/policy/packs';

/** The small vocabulary, and the small pack without a fault. */
export const SOUND = readText(`${FOLDER}/sound.yaml`);

export const vocabulary: ReadVocabulary = (() => {
  const { data } = readVocabulary(readYaml(readText(`${FOLDER}/facts.yaml`)));
  if (!data) throw new Error('the vocabulary of the tests cannot be read');
  return data;
})();

/** Joins packs of these tests; nothing is counted in working days. */
export const join: Join = (packs) => rulebook(vocabulary, packs, NO_CALENDAR);

/** A change of the sound pack: what is written there, and what is to be there instead. */
export type Edit = readonly [from: string, to: string];

/** The text of the sound pack, broken in some places. */
export function broken(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`not there once: ${from}`);
    return text.replace(from, () => to);
  }, SOUND);
}

export const read = (text: string): ReadResult<ReadPack> => readPack(readYaml(text), vocabulary.vocabulary);

/** Compiles a pack that can be read. @throws with the reasons where it cannot */
export function compiled(text: string, limit?: number): CompiledPack {
  const { data, diagnostics } = read(text);
  if (!data) throw new Error(diagnostics.map((d) => `${d.line}: ${d.says}`).join('\n'));
  return compile(data, limit);
}
