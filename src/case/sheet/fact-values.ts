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
    const value = entryValue(entry);
    return (
      knownValue(fact, value) ?? wrong(fact, value, typeof entry === 'object' ? [...path, 'value'] : path, diagnostics)
    );
  }
  const accounts = (entry.accounts ?? []).map(
    ({ value }, i) => knownValue(fact, value) ?? wrong(fact, value, [...path, 'accounts', i, 'value'], diagnostics),
  );
  return accounts.length > 0 && accounts.every((known) => known !== undefined) ? accounts.reduce(join) : undefined;
}

/** What a value tells of a fact; undefined where the fact cannot have it. */
function knownValue(fact: Fact, value: unknown): Knowledge | undefined {
  if (fact.type === 'date') {
    const range = typeof value === 'string' || typeof value === 'number' ? parseDate(value) : undefined;
    return range && days(range);
  }
  const place = optionsOf(fact).indexOf(plain(value));
  if (place >= 0) return options(1 << place);
  const test = parseTest(fact, [value]);
  return 'spans' in test ? { kind: 'span', span: test.spans[0] as Span } : undefined;
}

/** Says that a fact cannot have a value, so that nothing is known of it. */
function wrong(fact: Fact, value: unknown, path: Path, diagnostics: Diagnostic[]): undefined {
  const test = fact.type !== 'date' && parseTest(fact, [value]);
  diagnostics.push(
    test && 'wrong' in test
      ? error('wrong_value', safe`\`${known(String(path[1]))}\` ${known(test.expects)}`, path, {
          shown: quoted(test.wrong, optionsOf(fact)),
        })
      : error('wrong_date', known(NO_DATE), path, { shown: quoted(String(value)) + dateMeant(value) }),
  );
}
