import type { Assessment } from '../../assess/case/assessment.ts';
import { dayInWords, rangeInWords } from '../../calendar/date-words.ts';
import { parseDate } from '../../calendar/dates.ts';
import type { PreviousPlan } from '../../case/file/case-schema.ts';
import type { Entry } from '../../case/file/entry.ts';
import { childDate, isNotKnown, provenanceOf } from '../../case/file/entry-value.ts';
import { openOn } from '../../case/sheet/unconfirmed.ts';
import { CATEGORIES } from '../../facts/categories.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { type Audience, mayShow } from '../case/audience.ts';
import { outcomeInWords } from '../case/decision-view.ts';
import { typedLines } from '../words/markdown.ts';
import { factInWords, type Titles } from '../words/titles.ts';
import type { Field, Fields } from './fields.ts';

/** Every fact of the packs of a case, by id: what is known of it and where that is from; null where nothing is. */
export function factFields({ packs, sheet }: Assessment, title: Titles, audience: Audience): Fields {
  const fields: Record<string, Field> = {};
  for (const [id, fact] of new Map(packs.flatMap((pack) => [...pack.facts]))) {
    const state = sheet.states.get(id);
    const value = factInWords(fact, state);
    put(fields, id.split('.'), oneFact(fact, value ?? null, state?.entry, title, audience));
  }
  return fields;
}

function oneFact(
  fact: Fact,
  value: string | null,
  entry: Entry | undefined,
  title: Titles,
  audience: Audience,
): Fields {
  const marks = typeof entry === 'object' ? entry : {};
  const shown = mayShow(marks, audience);
  const { source, date, by, post } = shown ? provenanceOf(entry) : {};
  const when = date === undefined ? undefined : parseDate(date);
  return {
    label: fact.label,
    value: shown && !isNotKnown(entry) ? value : null,
    note: shown && typeof entry === 'object' && entry.note ? typedLines(entry.note) : null,
    source: source ?? null,
    date: when ? rangeInWords(when) : null,
    by: by ? title(by) : null,
    post: post ?? null,
  };
}

/** The items of a list stand under its id. */
function put(fields: Record<string, Field>, [name = '', ...rest]: readonly string[], value: Fields): void {
  const here = (fields[name] ?? {}) as Record<string, Field>;
  if (rest.length > 0) put(here, rest, value);
  else Object.assign(here, value);
  fields[name] = here;
}

const orNull = (text: string | undefined): string | null => text?.trim() || null;

const inWords = (date: string | number | undefined): string | null => {
  const range = date === undefined || date === 'open' ? undefined : parseDate(date);
  return range ? rangeInWords(range) : null;
};

/** Earlier plans as they are listed in the case file. */
export function planFields({ file }: Assessment, title: Titles): Field {
  return (file.previous_plans?.plans ?? []).map((plan: PreviousPlan, i) => ({
    number: i + 1,
    authority: orNull(plan.authority),
    began: inWords(plan.began),
    ended: plan.ended === 'open' ? 'still open' : inWords(plan.ended),
    category: plan.category ? CATEGORIES[plan.category] : null,
    ended_by: orNull(plan.ended_by),
    stepped_down_by: plan.stepped_down_by ? title(plan.stepped_down_by) : null,
    outstanding: plan.outstanding?.trim() ? typedLines(plan.outstanding.trim()) : null,
  }));
}

/** The plan that the child is on today. */
export function currentPlanFields({ file: { current_plan: plan }, asAt }: Assessment): Fields {
  const { authority, began, category } = typeof plan === 'object' ? plan : {};
  const last = typeof plan === 'object' ? openOn(plan, asAt) : undefined;
  const since = inWords(began);
  return {
    authority: orNull(authority),
    began: since && last ? `${since} (open on ${dayInWords(last)}: confirm)` : since,
    category: category ? CATEGORIES[category] : null,
  };
}

/** What is known of the child, without a name. */
export function childFields({ file }: Assessment): Fields {
  return { born: inWords(childDate(file.child?.born)), expected: inWords(childDate(file.child?.expected)) };
}

/** The last decision that people recorded on each question; why it departs is not for the family. */
export function decisionFields({ file, questions }: Assessment, title: Titles, { whom }: Audience): Fields {
  return Object.fromEntries(
    (file.decisions ?? []).map((decision) => {
      const { question, by, post, date, agrees, reason } = decision;
      const fields = {
        outcome: outcomeInWords(decision, questions),
        by: title(by),
        post: orNull(post),
        date: dayInWords(String(date)),
        agrees,
        reason: whom === 'family' || !reason?.trim() ? null : typedLines(reason.trim()),
      };
      return [question, fields];
    }),
  );
}
