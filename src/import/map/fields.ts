import { type Safe, safe } from '../../messages/safe.ts';

/** What a value of a return is read as. */
export type FieldType = 'id' | 'day' | 'category' | 'status' | 'placement' | 'code' | 'flag' | 'count';

interface Field {
  readonly type: FieldType;
  /** What it is called in a sentence. */
  readonly called: Safe;
}

const field = (type: FieldType, called: Safe): Field => ({ type, called });

const child = field('id', safe`id of the child`);
const id = field('id', safe`id of the row`);
const plan = field('id', safe`id of the plan`);
const purge = field('flag', safe`mark that it must be forgotten`);

/** The tables that every return is brought to, and their columns: the maps name them as `plan.start`. */
export const FIELDS = {
  return: {
    date: field('day', safe`date of the data`),
    year: field('count', safe`year of the return`),
    collection: field('code', safe`name of the collection`),
  },
  child: {
    id: child,
    born: field('day', safe`date of birth`),
    expected: field('day', safe`expected date of birth`),
    died: field('day', safe`date of death`),
    purge,
  },
  plan: {
    child,
    id,
    start: field('day', safe`start of the plan`),
    end: field('day', safe`end of the plan`),
    initial: field('category', safe`initial category of abuse`),
    latest: field('category', safe`latest category of abuse`),
    elsewhere: field('flag', safe`mark that another authority held the plan`),
    before: field('count', safe`number of earlier plans`),
    review: field('day', safe`date of the latest review conference`),
    purge,
  },
  review: {
    child,
    plan,
    day: field('day', safe`date of the review conference`),
    quorate: field('flag', safe`mark that the conference was quorate`),
    continues: field('flag', safe`mark that the plan continues`),
  },
  enquiry: {
    child,
    id,
    start: field('day', safe`start of the enquiry`),
    end: field('day', safe`end of the enquiry`),
    conference: field('day', safe`date of the initial conference`),
    unneeded: field('flag', safe`mark that no conference was needed`),
    target: field('day', safe`target day of the initial conference`),
    purge,
  },
  conference: {
    child,
    plan,
    enquiry: field('id', safe`id of the enquiry`),
    day: field('day', safe`date of the initial conference`),
    target: field('day', safe`target day of the initial conference`),
    transfer: field('flag', safe`mark of a transfer-in conference`),
  },
  care_review: {
    child,
    care: field('id', safe`id of the time in care`),
    day: field('day', safe`date of the looked-after review`),
    cancelled: field('flag', safe`mark that the review was cancelled`),
  },
  episode: {
    child,
    start: field('day', safe`start of the episode`),
    end: field('day', safe`end of the episode`),
    status: field('status', safe`legal status`),
    placement: field('placement', safe`placement`),
    new: field('code', safe`reason for the new episode`),
    ends: field('code', safe`reason that the episode ended`),
    care: field('id', safe`id of the time in care`),
    placed: field('id', safe`id of the placement`),
    care_began: field('day', safe`day on which care began`),
    status_start: field('day', safe`start of the legal status`),
    placement_start: field('day', safe`start of the placement`),
    review: field('day', safe`date of the latest looked-after review`),
    visit: field('day', safe`date of the last visit`),
    purge,
  },
  legal: {
    child,
    status: field('status', safe`legal status`),
    start: field('day', safe`start of the legal status`),
    end: field('day', safe`end of the legal status`),
  },
  placement: {
    child,
    id,
    kind: field('placement', safe`placement`),
    start: field('day', safe`start of the placement`),
    end: field('day', safe`end of the placement`),
  },
  visit: {
    child,
    plan,
    day: field('day', safe`date of the visit`),
    seen: field('flag', safe`mark that the child was seen`),
    alone: field('flag', safe`mark that the child was seen alone`),
  },
  steps: {
    child,
    started: field('day', safe`start of pre-proceedings`),
    letter_before_proceedings: field('day', safe`date of the letter before proceedings`),
    initial_meeting: field('day', safe`date of the first pre-proceedings meeting`),
    step_decision: field('day', safe`date of the decision on the next step`),
    court_application: field('day', safe`date of the court application`),
    care_proceedings_letter: field('day', safe`date of the letter about care proceedings`),
  },
  referral: {
    child,
    closed: field('day', safe`date on which the case closed`),
    reason: field('code', safe`reason for closing the case`),
    conference: field('day', safe`date of an initial conference`),
    case_status: field('code', safe`status of the case`),
    purge,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field>>>>;

export type TableName = keyof typeof FIELDS;

/** A table and a column of it, such as `plan.start`. */
export interface Target {
  readonly table: TableName;
  readonly field: string;
}

/** Whether a text names a column of ours. */
export function targetOf(text: string): Target | undefined {
  const [table = '', name = '', more] = text.split('.');
  if (more !== undefined || !Object.hasOwn(FIELDS, table)) return undefined;
  const fields: Readonly<Record<string, Field>> = FIELDS[table as TableName];
  return Object.hasOwn(fields, name) ? { table: table as TableName, field: name } : undefined;
}

/** What a column of ours is read as, and called. */
export function fieldOf(table: TableName, name: string): Field {
  const fields: Readonly<Record<string, Field>> = FIELDS[table];
  return fields[name] as Field;
}
