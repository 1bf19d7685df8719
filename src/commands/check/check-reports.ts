import { reaches } from '../../assess/case/concern.ts';
import { dayOfRun } from '../../cases/day.ts';
import type { CheckedFile, Looked, Report, RunHead, RunSummary } from '../../check/checked.ts';
import type { Settings } from '../../check/settings.ts';
import type { ReportRoot } from '../../files/report-root.ts';
import type { Io } from '../../io.ts';
import { FORMS, type FormName, showOf } from '../../report/run/forms.ts';
import { VERSION } from '../../version.ts';
import { styleFor } from '../style.ts';
import { type CheckOptions, wishes } from './check-options.ts';

/** Where a report goes, piece by piece. */
interface Sink {
  readonly write: (text: string) => void;
  readonly finish: () => void;
  readonly abandon: () => void;
}

/** All reports of a run, written as it goes. */
export interface Reports {
  readonly file: (looked: Looked) => void;
  /** Files take their names only at the end of a run that was not stopped. */
  readonly end: (summary: RunSummary) => void;
  /** Leaves what was there before. */
  readonly abandon: () => void;
}

/** Opens the report on the screen and those that go to files. @throws UserError where one cannot be written */
export async function openReports(
  options: CheckOptions,
  settings: Settings,
  root: ReportRoot,
  io: Io,
): Promise<Reports> {
  const asAt = dayOfRun(options, io);
  const style = await styleFor(options, io);
  const open = async (form: FormName, sink: Sink) => {
    const show = showOf(form, settings.show, settings.failOn);
    const { report: make } = await FORMS[form].load();
    const head: RunHead = { version: VERSION, root: () => root.uri, asAt, failOn: settings.failOn, show };
    const report: Report = make(head, style);
    sink.write(report.begin());
    const shown = (file: CheckedFile): CheckedFile =>
      show === 'note' ? file : { ...file, items: file.items.filter(({ level }) => reaches(level, show)) };
    const text = ({ file, reader }: Looked): string =>
      reader && report.forReader ? report.forReader(shown(file), reader) : report.file(shown(file));
    return { sink, file: (looked: Looked) => sink.write(text(looked)), end: report.end };
  };
  const all = [await open(options.format ?? 'text', screenSink(io))];
  for (const { form, sink } of await openFiles(options)) all.push(await open(form, sink));
  return {
    file: (looked) => {
      for (const report of all) report.file(looked);
    },
    end: (summary) => {
      for (const { sink, end } of all) {
        sink.write(end(summary));
        if (summary.stoppedOf === undefined) sink.finish();
        else sink.abandon();
      }
    },
    abandon: () => {
      for (const { sink } of all.slice(1)) sink.abandon();
    },
  };
}

/** The files that reports go to: all of them, or none where one cannot be written. */
async function openFiles(options: CheckOptions): Promise<{ readonly form: FormName; readonly sink: Sink }[]> {
  const wished = wishes(options);
  if (wished.length === 0) return [];
  const { openOutput, refuseTwice } = await import('../../files/write/output.ts');
  refuseTwice(wished.map(({ path }) => path));
  const opened: { form: FormName; sink: Sink }[] = [];
  try {
    for (const { form, path } of wished)
      opened.push({ form, sink: openOutput(path, { report: form }, options.force === true) });
    return opened;
  } catch (error) {
    for (const { sink } of opened) sink.abandon();
    throw error;
  }
}

const PIECE = 16 * 1024;

/** The screen gets what was gathered even where the run was stopped. */
function screenSink({ out, progress }: Io): Sink {
  let waiting = '';
  const flush = (): void => {
    progress?.('');
    if (waiting !== '') out(waiting);
    waiting = '';
  };
  const write = (text: string): void => {
    waiting += text;
    if (waiting.length >= PIECE) flush();
  };
  return { write, finish: flush, abandon: flush };
}
