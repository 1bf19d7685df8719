import { type DayRange, isExact } from '../../calendar/dates.ts';
import type { CompiledPack, CompiledRequirement } from '../../policy/compile/compiled.ts';
import { isWithin, periodInWords } from '../../policy/editions/period.ts';
import type { ForEach } from '../../policy/pack/pack-schema.ts';
import { inSentence } from '../case/act-words.ts';
import { bare, findingOf } from '../case/assessed-finding.ts';
import type { Finding } from '../case/assessment.ts';
import { countedFrom, type DueDate, daysOf } from '../case/due.ts';
import { asStrongAs, barOn, type FactView, stateOf, variationIn } from '../case/judge.ts';
import { hangsOn, project, truthOf } from '../case/project.ts';
import { type ReadyRequirement, ready } from '../case/ready.ts';
import { type Instance, type Instances, instancesOf } from './instances.ts';

/** A duty for each of several, as one text of a document has it. */
interface Duty {
  readonly asked: ReadyRequirement;
  readonly each: ForEach;
  readonly view: FactView;
}

/** One finding for each meeting or occurrence for which something is asked, by the text in force when its time began. */
export function eachFindings(id: string, view: FactView): Finding[] {
  const duties = dutiesOf(id, view);
  const found = duties.flatMap(instanceFindings);
  const open = duties.find((duty) => appliesIn(duty) === undefined && isAsked(duty, view));
  if (open) found.push(unknown(open));
  if (found.length > 0) return found.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  const own = duties.find((duty) => duty.view === view);
  if (!own) return [];
  return appliesIn(own) === false || instancesBy(own)?.isWhole ? [bare(own.asked, 'not_applicable')] : [unknown(own)];
}

const dayOf = ({ instance }: Finding): string => instance?.on?.from ?? '';

const appliesIn = ({ asked, view }: Duty): boolean | undefined => truthOf(asked.applies, view.masks);

/** Whether the text of a duty is the one that applies to the case, or something on record falls under it. */
const isAsked = (duty: Duty, view: FactView): boolean =>
  duty.view === view || (instancesBy(duty)?.list.length ?? 0) > 0;

/** What only other texts of a document ask for each: it stays asked for those whose time began under them. */
export function formerFindings(view: FactView): Finding[] {
  const { pack } = view;
  if (!pack.editions) return [];
  const own = new Set(pack.requirements.map(({ id }) => id));
  const others = textsOf(pack).flatMap(({ requirements }) =>
    requirements.filter(({ id, requirement }) => requirement.for_each && !own.has(id)).map(({ id }) => id),
  );
  return [...new Set(others)].flatMap((id) => eachFindings(id, view));
}

/** The texts of a document: the one that applies to the case first. Where an event decides on the text, it decides for all. */
const textsOf = (pack: CompiledPack): CompiledPack[] =>
  pack.pack.in_force_by
    ? [pack]
    : [pack, ...(pack.editions ?? []).filter(({ period }) => period?.from !== pack.period?.from)];

/** A duty by each text that has it, with what is known seen through that text. */
function dutiesOf(id: string, view: FactView): Duty[] {
  return textsOf(view.pack).flatMap((pack) => {
    const asked = ready(pack).requirements.find((one) => one.id === id);
    const each = asked?.requirement.for_each;
    if (!each) return [];
    const isOwn = pack === view.pack;
    return [{ asked, each, view: isOwn ? view : { ...view, pack, masks: project(pack, view.sheet) } }];
  });
}

/** Those for which the duty is asked by this text; undefined where it is not known whether there are any. */
function instancesBy({ asked: { id }, each, view }: Duty): Instances | undefined {
  const { sheet, asAt, file, pack } = view;
  const since = each.since === undefined ? undefined : (daysOf(sheet, each.since) ?? 'unknown');
  const found = file && instancesOf({ each, id }, file, asAt, since);
  const { period } = pack;
  if (!found || !period || pack.pack.in_force_by) return found;
  const isBy = ({ on }: Instance): boolean => isWithin(on?.to ?? asAt, period);
  return { ...found, list: found.list.filter(isBy) };
}

/** A finding for each for which it is surely asked. */
const instanceFindings = (duty: Duty): Finding[] =>
  appliesIn(duty) ? (instancesBy(duty)?.list ?? []).map((one) => instanceFinding(one, duty)) : [];

function instanceFinding({ on, isDone: shown, done, path, kind }: Instance, { asked, view }: Duty): Finding {
  const { requirement } = asked;
  const last = on && lastDay(on, asked.compiled, view);
  const judged = stateOf({ requirement, applies: true, shown, due: last?.range, done, view, isLate: false });
  const variation = variationIn(asked, view);
  const { state, unsure } = asStrongAs(requirement, variation, judged);
  const waitsFor = barOn(asked, state, view);
  const instance = { on, path, what: nameOf(kind, view) };
  return findingOf(asked, state, {
    last,
    done,
    unsure,
    waitsFor,
    instance,
    ...(state === 'varied' && { variation }),
  });
}

/** The last day by the text in force when the time began. Where that day is not exact, by each text that may have been. */
function lastDay(
  on: DayRange,
  { id, requirement }: CompiledRequirement,
  { pack, calendar, asAt }: FactView,
): DueDate | undefined {
  const { due } = requirement;
  const last = due && countedFrom(due, on, calendar);
  const { period } = pack;
  if (!last || !period) return last;
  const others = textsOf(pack).filter(({ period: other }) => other !== period && !isExact(on) && meet(on, other));
  const ranges = others.flatMap((text) => {
    const other = text.requirements.find((one) => one.id === id)?.requirement.due;
    return (other && countedFrom(other, on, calendar).range) ?? [];
  });
  const isNow = isWithin(asAt, period);
  const counted = (): string | undefined => {
    const words = last.counted();
    return words && !isNow ? `${words}, by the text in force ${periodInWords(period)}` : words;
  };
  return { range: last.range && hull([last.range, ...ranges]), counted };
}

const meet = ({ from, to }: DayRange, period: CompiledPack['period'] = {}): boolean =>
  (period.from === undefined || period.from <= to) && (period.until === undefined || from <= period.until);

const hull = (ranges: readonly [DayRange, ...DayRange[]]): DayRange => ({
  from: ranges.map(({ from }) => from).sort()[0] as string,
  to: ranges
    .map(({ to }) => to)
    .sort()
    .at(-1) as string,
});

/** It is not known whether it is asked for, or for which. */
const unknown = ({ asked, view: { pack, masks } }: Duty): Finding =>
  findingOf(asked, 'unknown', { unsure: 'applies', hanging: () => hangsOn(pack, asked.compiled.applies, masks) });

/** What one of them is called, without an article. */
function nameOf(kind: string, { pack: { pack }, meetings }: FactView): string {
  const name =
    pack.occurrences?.[kind]?.says ?? pack.meetings?.[kind] ?? meetings?.get(kind) ?? kind.replaceAll('_', ' ');
  return inSentence(name.replace(/^an? /, ''));
}
