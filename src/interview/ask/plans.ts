import { CATEGORIES, type CaseFile, type PreviousPlan } from '../../case/schema.ts';
import type { Path } from '../../diagnostic.ts';
import { capital } from '../../report/titles.ts';
import type { Edit } from '../../yaml/write.ts';
import type { PlansItem } from '../item.ts';
import type { Option, Read, Reply } from '../prompter.ts';
import { type Ended, explained, type Scene, say, waysOut } from '../scene.ts';
import { DATE_FORMS, readTypedDate, type StoredDate, storedInWords } from '../typed-date.ts';
import { clauseLines, whyAsked } from '../why.ts';

const LIST: Path = ['previous_plans', 'plans'];

/** Takes back that the list was whole. */
const REOPENED: Edit = { path: ['previous_plans', 'complete'], value: undefined };

const SCOPE = 'Every earlier plan of this child alone, in any authority. Not the plan in force now.';

type Step = 'none' | 'all' | 'add' | 'more' | 'count' | `correct ${number}` | `remove ${number}`;

/** The earlier plans, as a list that is added to, corrected and closed. */
export async function askPreviousPlans(item: PlansItem, scene: Scene): Promise<Ended> {
  const why = whyAsked(item, scene.session.view, scene.width);
  for (;;) {
    const { session } = scene;
    const plans = session.file.previous_plans?.plans ?? [];
    for (const [i, plan] of plans.entries()) say(scene, `${i + 1}. ${planInWords(plan)}`, '  ');
    const reply = await explained(scene, why, () =>
      scene.prompter.choose<Step>({
        key: 'previous_plans',
        question:
          plans.length === 0
            ? 'Did this child have a child protection plan before?'
            : 'Are these all the earlier plans?',
        beside: [SCOPE, ...clauseLines(item)],
        options: steps(plans),
        asides: waysOut(scene, 'not_known'),
      }),
    );
    if ('aside' in reply) return reply.aside === 'back' ? 'back' : 'answered';
    if (await isOver(reply.value, scene)) return 'answered';
  }
}

function steps(plans: readonly PreviousPlan[]): Option<Step>[] {
  if (plans.length === 0) {
    return [
      { value: 'none', name: 'No, there was none' },
      { value: 'add', name: 'Yes: enter the first of them' },
      { value: 'count', name: 'Yes, but only how many is known' },
    ];
  }
  return [
    { value: 'all', name: 'Yes, that is all of them' },
    { value: 'add', name: 'No: enter another' },
    { value: 'more', name: 'There may be more; their dates are not known' },
    ...plans.flatMap((_, i): Option<Step>[] => [
      { value: `correct ${i}`, name: `Correct plan ${i + 1}` },
      { value: `remove ${i}`, name: `Remove plan ${i + 1}` },
    ]),
  ];
}

/** Takes one step on the list; true where the list is closed by it. */
async function isOver(step: Step, scene: Scene): Promise<boolean> {
  const { session } = scene;
  const plans = session.file.previous_plans?.plans ?? [];
  const [verb, place] = step.split(' ');
  if ((verb === 'add' || verb === 'remove') && session.file.previous_plans?.complete) session.accept([REOPENED]);
  if (verb === 'add' || verb === 'correct') {
    await askPlan([...LIST, place === undefined ? plans.length : Number(place)], scene, true);
    return false;
  }
  if (verb === 'remove') {
    session.accept([{ path: [...LIST, Number(place)], value: undefined }]);
    return false;
  }
  if (verb === 'count') return await askCount(scene);
  session.accept([
    { path: ['previous_plans', 'complete'], value: verb === 'more' ? 'no' : 'yes' },
    ...(verb === 'none' ? [{ path: LIST, value: [] }] : []),
    ...(verb === 'more' ? [] : [{ path: ['previous_plans', 'count'], value: undefined }]),
  ]);
  return true;
}

async function askCount({ prompter, session }: Scene): Promise<boolean> {
  const reply = await prompter.line<number>({
    key: 'previous_plans.count',
    question: 'How many earlier plans were there?',
    asides: ['back'],
    read: (typed) =>
      /^([1-9]|[1-4]\d|50)$/.test(typed) ? { value: Number(typed) } : { problem: 'Type a number from 1 to 50.' },
  });
  if ('aside' in reply) return false;
  const listed = session.file.previous_plans?.plans?.length ?? 0;
  session.accept([
    { path: ['previous_plans', 'count'], value: reply.value },
    REOPENED,
    ...(listed === 0 ? [{ path: LIST, value: undefined }] : []),
  ]);
  return true;
}

/** The plan that the child is on today. */
export async function askCurrentPlan(item: PlansItem, scene: Scene): Promise<Ended> {
  const { session, prompter, width } = scene;
  const { current_plan: plan } = session.file;
  const reply = await explained(scene, whyAsked(item, session.view, width), () =>
    prompter.choose<'yes' | 'none'>({
      key: 'current_plan',
      question: 'Is the child on a child protection plan today?',
      beside: ['A plan that is open, in any authority.', ...clauseLines(item)],
      options: [
        { value: 'yes', name: 'Yes' },
        { value: 'none', name: 'No' },
      ],
      now: plan === undefined ? undefined : plan === 'none' ? 'none' : 'yes',
      asides: waysOut(scene, 'not_known'),
    }),
  );
  if ('aside' in reply) return reply.aside === 'back' ? 'back' : 'answered';
  if (reply.value === 'none') session.accept([{ path: ['current_plan'], value: 'none' }]);
  else {
    if (plan === undefined || plan === 'none') session.accept([{ path: ['current_plan'], value: {} }]);
    await askPlan(['current_plan'], scene, false);
  }
  return 'answered';
}

async function askPlan(path: Path, scene: Scene, over: boolean): Promise<void> {
  const date = readDate(scene);
  const end = (typed: string): Read<StoredDate> => (typed === 'open' ? { value: typed } : date(typed));
  await askField([...path, 'authority'], 'Which local authority held the plan?', readName, scene);
  await askField([...path, 'began'], `When did it begin? ${DATE_FORMS}`, date, scene);
  if (over) await askField([...path, 'ended'], `When did it end? ${DATE_FORMS}; or \`open\``, end, scene);
  await askCategory([...path, 'category'], scene);
}

async function askCategory(path: Path, { prompter, session }: Scene): Promise<void> {
  const reply = await prompter.choose<string>({
    key: path.join('.'),
    question: 'Under which category?',
    options: Object.entries(CATEGORIES).map(([value, name]) => ({ value, name: capital(name) })),
    now: session.at(path) as string | undefined,
    asides: ['not_known'],
  });
  if ('value' in reply) session.accept([{ path, value: reply.value }]);
}

async function askField(path: Path, question: string, read: (typed: string) => Read<StoredDate>, scene: Scene) {
  const before = scene.session.at(path);
  const reply: Reply<StoredDate> = await scene.prompter.line({
    key: path.join('.'),
    question,
    read,
    asides: ['not_known'],
    now: before === undefined ? undefined : String(before),
  });
  if ('aside' in reply) return;
  if (path.at(-1) !== 'authority') say(scene, `That is ${storedInWords(reply.value)}.`, '  ');
  scene.session.accept([{ path, value: reply.value }]);
}

const readName = (typed: string): Read<string> =>
  typed ? { value: typed } : { problem: 'Type the name of the authority, or `not known`.' };

const readDate =
  ({ session }: Scene) =>
  (typed: string): Read<StoredDate> => {
    const date = readTypedDate(typed, session.asAt);
    return typeof date === 'object' ? date : { value: date };
  };

type Plan = NonNullable<Exclude<CaseFile['current_plan'], 'none'>>;

/** A plan in one line; one that is over has an end, known or not. */
export function planInWords(plan: PreviousPlan | Plan, over = true): string {
  const ended = 'ended' in plan ? plan.ended : undefined;
  const end = ended === undefined ? 'end not known' : ended === 'open' ? 'still open' : `ended ${storedInWords(ended)}`;
  return [
    plan.authority ?? 'authority not known',
    plan.began === undefined ? 'start not known' : `began ${storedInWords(plan.began)}`,
    ...(over ? [end] : []),
    plan.category ? CATEGORIES[plan.category] : 'category not known',
  ].join('; ');
}
