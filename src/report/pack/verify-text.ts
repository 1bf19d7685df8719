import { fileName } from '../../messages/safe.ts';
import type { PolicyFinding } from '../../policy/verify/verify.ts';
import { LOOKED_FOR } from '../../policy/verify/verify.ts';
import type { Style } from '../words/style.ts';
import { wrap } from '../words/wrap.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { counted, type VerifiedPack, type VerifyReport } from './verify-json.ts';

/** The result of `policy verify` as text: per pack the verdict, what it rests on, and each finding with its case. */
export function verifyText({ packs, waivers, files, left }: VerifyReport, style: Style): string {
  const faulty = [...files, ...waivers].filter(({ faults }) => faults.length > 0);
  const faults = faulty.map(({ file, faults: found }) => diagnosticsText(file, found, style));
  const others = left.length > 0 ? [leftText(left, style)] : [];
  return [...packs.map((pack) => packText(pack, style)), ...faults, ...others].join('\n');
}

/** A folder that extends another is answerable for its own packs, and for those that it changes. */
const leftText = (left: readonly string[], style: Style): string =>
  `${wrap(`Not gone through: ${left.join(', ')}. Nothing in this folder changes what they mean.`, style.width)}\n`;

function packText(verified: VerifiedPack, style: Style): string {
  const { file, open, waived, written } = verified;
  const problems = counted(open);
  const notes = open.filter(({ severity }) => severity === 'note');
  const lines = [verdict(verified, problems.length, style), wrap(grounds(verified), style.width, '  ')];
  for (const finding of problems) lines.push('', findingText(file, finding, written.get(finding.id), style));
  if (waived.length > 0) {
    lines.push('', style.quiet('  Accepted for now:'));
    for (const { finding, waiver } of waived) {
      lines.push(style.quiet(wrap(`${finding.id}, until ${waiver.until}: ${waiver.reason}`, style.width, '    ')));
    }
  }
  if (notes.length > 0) {
    lines.push('', style.quiet('  For a second look (they change nothing, and do not count):'));
    for (const note of notes) lines.push(style.quiet(findingText(file, note, undefined, style)));
  }
  return `${lines.join('\n')}\n`;
}

function verdict({ verification }: VerifiedPack, problems: number, style: Style): string {
  const { pack, notChecked } = verification;
  const name = `${pack.pack.pack} ${pack.pack.version}`;
  const found = many(problems, 'problem');
  if (notChecked.length > 0)
    return style.alarm(`${name}: NOT FULLY CHECKED; ${problems === 0 ? 'nothing' : found} found in what was.`);
  return problems === 0 ? style.good(`${name}: no problems.`) : style.alarm(`${name}: ${found}.`);
}

const many = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** What was gone through, what could not be, and what every claim takes for granted. */
function grounds({ verification }: VerifiedPack): string {
  const { pack, notChecked, assumptions } = verification;
  const rules = pack.questions.reduce((sum, question) => sum + question.rules.length, 0);
  const counts = [
    many(pack.questions.length, 'question'),
    many(rules, 'rule'),
    many(pack.requirements.length, 'requirement'),
    many(pack.indicators.length, 'indicator'),
    many(pack.contradictions.length, 'contradiction'),
  ];
  const what = `${counts.join(', ')}, over every combination of ${many(pack.variables.length, 'fact')}`;
  const checked = LOOKED_FOR.filter((name) => !notChecked.includes(name));
  const left =
    notChecked.length > 0
      ? ` The decision space is too large to look for ${notChecked.join('; ')}: nothing is claimed about these.`
      : '';
  const granted =
    assumptions.length > 0
      ? ` Taken to be impossible, so that no claim covers it: ${assumptions.join(' ')}`
      : ' Nothing is taken to be impossible.';
  return `Gone through: ${what}. Looked for: ${checked.join('; ')}.${left}${granted}${endsInWords(pack)}`;
}

/** With which events the pack lets duties end that nobody met; the page on clauses lists each with its ground. */
function endsInWords({ pack }: VerifiedPack['verification']['pack']): string {
  const owners = [pack, ...Object.values(pack.questions), ...Object.values(pack.requirements)];
  const events = owners.flatMap((owner) => (owner.ends_with ?? []).map(({ event }) => event));
  if (events.length === 0) return '';
  const counts = [...new Set(events)].map((id) => `${id} (${events.filter((event) => event === id).length})`);
  return ` Duties end unmet, by a clause or a named reading, with: ${counts.join(', ')}.`;
}

function findingText(file: string, finding: PolicyFinding, written: string | undefined, style: Style): string {
  const { line, column, severity, says, id, clauses, shows } = finding;
  const cites = clauses.length > 0 ? ` (${clauses.join(', ')})` : '';
  const word = severity === 'error' ? style.alarm('error') : severity;
  const head = `  ${fileName(file)}:${line}:${column}: ${word}: ${says}${cites} [${id}]`;
  if (!shows) return head;
  if (written) return `${head}\n    Case: ${fileName(written)}`;
  return `${head}\n${shows.text.trimEnd().replace(/^/gm, '    | ')}`;
}
