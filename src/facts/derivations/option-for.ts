import { type Knowledge, options } from '../knowledge.ts';

/** The option of a choice that a code or value of a record stands for; undefined where it stands for none. */
export function optionFor(
  value: string,
  means: Readonly<Record<string, string>> | undefined,
  optionsOfFact: readonly string[],
): Knowledge | undefined {
  const place = optionsOfFact.indexOf(means ? (means[value] ?? '') : value);
  return place < 0 ? undefined : options(1 << place);
}
