import { parseDate } from '../../calendar/dates.ts';
import { optionsOf } from '../../facts/fact.ts';
import { days, join, type Knowledge, options } from '../../facts/knowledge.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import type { Span } from '../../logic/span.ts';
import type { Path, Remark } from '../../messages/diagnostic.ts';
import { quoted } from '../../messages/suggest.ts';
import { parseTest, plain } from '../../policy/pack/condition.ts';
import type { Entry } from '../file/entry.ts';
import { entryValue, isNotKnown } from '../file/entry-value.ts';

/** What an entry tells of a fact; accounts that differ leave it open between them. What is wrong goes to `remarks`. */
export function knowledgeOf(fact: Fact, entry: Entry, path: Path, remarks: Remark[]): Knowledge | undefined {
  if (!isNotKnown(entry)) {
    return knownValue(fact, entryValue(entry), typeof entry === 'object' ? [...path, 'value'] : path, remarks);
  }
  const accounts = (entry.accounts ?? []).map((account, i) =>
    knownValue(fact, account.value, [...path, 'accounts', i, 'value'], remarks),
  );
  return accounts.length > 0 && accounts.every((known) => known !== undefined) ? accounts.reduce(join) : undefined;
}

function knownValue(fact: Fact, value: unknown, path: Path, remarks: Remark[]): Knowledge | undefined {
  if (fact.type === 'date') return knownDate(value, path, remarks);
  const place = optionsOf(fact).indexOf(plain(value));
  if (place >= 0) return options(1 << place);
  const test = parseTest(fact, [value]);
  if ('options' in test) return options(1 << (test.options[0] as number));
  if ('spans' in test) return { kind: 'span', span: test.spans[0] as Span };
  const found = quoted(test.wrong, optionsOf(fact));
  const says = `\`${String(path[1])}\` ${test.expects}`;
  remarks.push({ code: 'wrong_value', severity: 'error', says, found, path });
  return undefined;
}

function knownDate(value: unknown, path: Path, remarks: Remark[]): Knowledge | undefined {
  const range = typeof value === 'string' || typeof value === 'number' ? parseDate(value) : undefined;
  if (range) return days(range);
  const says = 'This is not a date in the calendar: write 2024-02-03, 2024-02 or 2024.';
  remarks.push({ code: 'wrong_date', severity: 'error', says, found: quoted(String(value)), path });
  return undefined;
}
