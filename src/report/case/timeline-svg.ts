import { rangeInWords } from '../../calendar/date-words.ts';
import { type Day, daysBetween } from '../../calendar/dates.ts';
import { escapeHtml } from '../words/html-text.ts';
import type { Mark, Stretch, Timeline } from './timeline.ts';

const WIDTH = 680;
const MARGIN = 58;
/** Two marks stand at least so far apart, or their words would run into one another. */
const APART = 62;

/** The picture of time: plans as bars, what was and is due as marks above and below the line. Empty without a date. */
export function timelineSvg(timeline: Timeline, words: string): string {
  const { stretches, marks } = timeline;
  const days = [...stretches.flatMap((s) => [s.from.from, s.to.from]), ...marks.map((m) => m.at.from)].sort();
  if (stretches.length === 0 || days.length < 2) return '';
  const at = placesOf([...new Set(days)]);
  const points = pointsOf(timeline);
  const axis = 22 + LINE * most(points.filter((_, i) => i % 2 === 0));
  const height = axis + 26 + LINE * most(points.filter((_, i) => i % 2 === 1));
  return [
    `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(words)}" xmlns="http://www.w3.org/2000/svg">`,
    `<line x1="${MARGIN / 2}" y1="${axis}" x2="${WIDTH - MARGIN / 2}" y2="${axis}" class="axis"/>`,
    ...stretches.map((stretch) => stretchSvg(stretch, at, axis)),
    ...points.map((point, i) => pointSvg(point, at, axis, i % 2 === 0)),
    '</svg>',
  ].join('\n');
}

const most = (points: readonly Point[]): number => Math.max(0, ...points.map(({ lines }) => lines.length));

type Places = ReadonlyMap<Day, number>;

/** In proportion to time, except that days close together are drawn apart. */
function placesOf(days: readonly Day[]): Places {
  const [first, last] = [days[0] as Day, days.at(-1) as Day];
  const room = WIDTH - 2 * MARGIN;
  const apart = Math.min(APART, room / Math.max(1, days.length - 1));
  const whole = Math.max(1, daysBetween(first, last));
  const places = days.map((day) => (room * daysBetween(first, day)) / whole);
  for (let i = 1; i < places.length; i++) places[i] = Math.max(places[i] as number, (places[i - 1] as number) + apart);
  for (let i = places.length - 1; i >= 0; i--) {
    const limit = i === places.length - 1 ? room : (places[i + 1] as number) - apart;
    places[i] = Math.min(places[i] as number, limit);
  }
  return new Map(days.map((day, i) => [day, MARGIN + Math.round(places[i] as number)]));
}

function stretchSvg({ kind, label, from, to, open }: Stretch, at: Places, axis: number): string {
  const [x1, x2] = [at.get(from.from) ?? 0, at.get(to.from) ?? 0];
  const middle = (x1 + x2) / 2;
  if (kind === 'gap') return `<text x="${middle}" y="${axis - 5}" class="gap">${escapeHtml(label)}</text>`;
  return (
    `<rect x="${x1}" y="${axis - 8}" width="${x2 - x1}" height="16" class="${open ? 'plan open' : 'plan'}"/>` +
    `<text x="${middle}" y="${axis + 4}" class="in-plan">${escapeHtml(label)}</text>`
  );
}

/** What stands at one day: the ends of plans and all marks of that day together. */
interface Point {
  readonly day: Day;
  readonly kind: Mark['kind'];
  readonly lines: readonly string[];
}

function pointsOf({ stretches, marks }: Timeline): Point[] {
  const ends = stretches
    .filter((s) => s.kind === 'plan')
    .flatMap(({ label, from, to, open }) => [
      { kind: 'event' as const, label: `Start of ${label}`, at: from },
      ...(open ? [] : [{ kind: 'event' as const, label: `End of ${label}`, at: to }]),
    ]);
  const byDay = new Map<Day, Mark[]>();
  for (const mark of [...ends, ...marks]) byDay.set(mark.at.from, [...(byDay.get(mark.at.from) ?? []), mark]);
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) => ({
      day,
      kind: own.some((m) => m.kind === 'due') ? 'due' : (own[0] as Mark).kind,
      lines: [...own.flatMap((m) => broken(m.label)), rangeInWords((own[0] as Mark).at)],
    }));
}

/** Lines of some sixteen letters, so that neighbours on the same side do not touch. */
function broken(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 18) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const LINE = 11;

function pointSvg({ day, kind, lines }: Point, at: Places, axis: number, above: boolean): string {
  const x = at.get(day) ?? 0;
  const first = above ? axis - 20 - LINE * (lines.length - 1) : axis + 28;
  const text = lines.map((line, i) => `<tspan x="${x}" y="${first + LINE * i}">${escapeHtml(line)}</tspan>`).join('');
  const [y1, y2] = above ? [axis - 16, axis] : [axis, axis + 16];
  return (
    `<line x1="${x}" y1="${y1}" x2="${x}" y2="${y2}" class="${kind}"/>` + `<text class="mark ${kind}">${text}</text>`
  );
}
