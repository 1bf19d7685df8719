import { parseDate } from '../../calendar/dates.ts';
import { dateMeant, NO_DATE } from '../../calendar/typed-date.ts';
import { optionsOf } from '../../facts/fact.ts';
import { days, join, type Knowledge, options } from '../../facts/knowledge.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import type { Span } from '../../logic/span.ts';
import { type Diagnostic, error, type Path } from '../../messages/diagnostic.ts';
import { known, safe } from '../../messages/safe.ts';
import { quoted } from '../../messages/suggest.ts';
import { parseTest, plain } from '../../policy/pack/condition.ts';
import type { Entry } from '../file/entry.ts';
import { entryValue, isNotKnown } from '../file/entry-value.ts';

/** What an entry tells of a fact; accounts that differ leave it open between them. What is wrong goes to `diagnostics`. */
export function knowledgeOf(fact: Fact, entry: Entry, path: Path, diagnostics: Diagnostic[]): Knowledge | undefined {
  if (!isNotKnown(entry)) {
    return knownValue(fact, entryValue(entry), typeof entry === 'object' ? [...path, 'value'] : path, diagnostics);
  }
  const accounts = (entry.accounts ?? []).map((account, i) =>
    knownValue(fact, account.value, [...path, 'accounts', i, 'value'], diagnostics),
  );
  return accounts.length > 0 && accounts.every((known) => known !== undefined) ? accounts.reduce(join) : undefined;
}

function knownValue(fact: Fact, value: unknown, path: Path, diagnostics: Diagnostic[]): Knowledge | undefined {
  if (fact.type === 'date') return knownDate(value, path, diagnostics);
  const place = optionsOf(fact).indexOf(plain(value));
  if (place >= 0) return options(1 << place);
  const test = parseTest(fact, [value]);
  if ('options' in test) return options(1 << (test.options[0] as number));
  if ('spans' in test) return { kind: 'span', span: test.spans[0] as Span };
  const shown = quoted(test.wrong, optionsOf(fact));
  diagnostics.push(error('wrong_value', safe`\`${known(String(path[1]))}\` ${known(test.expects)}`, path, { shown }));
  return undefined;
}

function knownDate(value: unknown, path: Path, diagnostics: Diagnostic[]): Knowledge | undefined {
  const range = typeof value === 'string' || typeof value === 'number' ? parseDate(value) : undefined;
  if (range) return days(range);
  const shown = quoted(String(value)) + dateMeant(value);
  diagnostics.push(error('wrong_date', known(NO_DATE), path, { shown }));
  return undefined;
}
