/** A command line that can be typed as it stands, and what it does. */
export interface Example {
  readonly line: string;
  readonly does: string;
}

const of = (...pairs: readonly (readonly [line: string, does: string])[]): readonly Example[] =>
  pairs.map(([line, does]) => ({ line: `cpplan ${line}`, does }));

/** Examples by command; each is run by a test. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  '': of(
    ['new case.yaml', 'begin a case file'],
    ['screen case.yaml', 'answer what is missing, and see what the procedure asks next'],
    ['check cases', 'check a folder of case files'],
    ['help check', 'the options of a command, with examples'],
  ),
  screen: of(
    ['screen case.yaml', 'ask what is missing; each answer is saved at once'],
    ['screen case.yaml sister.yaml', 'two children of one family: what can be the same is asked once'],
    ['screen case.yaml --no-input --question plan_before', 'name what is happening'],
    ['screen case.yaml --no-input', 'ask nothing, and show what the file gives'],
    ['screen case.yaml --no-input --as-at 2027-01-31', 'look at the case on a later day'],
    ['screen case.yaml --no-input --format json', 'the same for another program'],
  ),
  new: of(
    ['new case.yaml', 'ask whose procedures apply, what is happening, and little else'],
    ['new sister.yaml --from case.yaml', 'a sister of a child who has a file'],
    ['new children --family', 'a file for each child of one family, in a folder'],
  ),
  family: of(
    ['family case.yaml sister.yaml', 'one page on both children'],
    ['family case.yaml sister.yaml -o family.html', 'the same to print'],
  ),
  worksheet: of(['worksheet case.yaml -o sheet.html', 'a sheet to print, take to a meeting and fill in by hand']),
  rationale: of(
    ['rationale case.yaml -o note.md', "the note for the child's file"],
    ['rationale case.yaml --form full -o note.docx', 'the whole note for Word'],
    ['rationale case.yaml --block actions --max 4000', 'who does what by when, to paste into one box'],
    ['rationale case.yaml --form short', 'the same in short, on the screen'],
    ['rationale case.yaml --for family --to parent -o parent.html', 'the form for a parent'],
  ),
  write: of(
    ['write case.yaml', 'the documents that follow, and what each one lacks'],
    ['write case.yaml --format json', 'the same for another program'],
  ),
  decide: of(
    ['decide case.yaml', 'ask for the decision, and record it'],
    [
      'decide case.yaml --question further_plan --outcome second_plan --by team_manager --post "TM North" --date 2026-11-20 --agrees',
      'record it without being asked',
    ],
  ),
  import: of(
    ['import cin-2026.xml --into cases --dry-run', 'show what a return would make of each case, and write nothing'],
    ['import cin-2025.xml cin-2026.xml --into cases --authority stoke-on-trent', 'two years of the census together'],
    [
      'import episodes.csv header.csv --into cases --data-date 2026-03-31 --same-ids --report import.csv',
      'a return that holds no date of its own, with a report as a table',
    ],
  ),
  check: of(
    ['check cases', 'fail on errors in the files'],
    ['check cases --fail-on outstanding', 'fail if something that must exist is missing'],
    ['check "cases/**/second-*.yaml" --show note', 'only some of them, with every finding'],
    ['check cases --against cin-2026.xml --same-ids', 'what a return says otherwise than the case files'],
    ['check cases -o sarif=cpplan.sarif -o junit=cpplan.xml', 'with reports for other programs'],
  ),
  overview: of(
    ['overview cases', 'who must do what now and this week, and whom cases wait for'],
    ['overview cases -o overview.html', 'the same as a page to sort, filter and print'],
    ['overview cases -o cases.csv', 'a row for each case, for a spreadsheet'],
    ['overview cases --cohort --share', 'counts of the whole service that can leave it'],
  ),
  agenda: of(
    ['agenda cases --worker "SW 12"', 'the cases of one worker, for supervision'],
    ['agenda cases --team East -o east.html', 'those of a team, to print'],
  ),
  calendar: of(
    ['calendar case.yaml -o case.ics', 'the days of one case'],
    ['calendar cases --worker "SW 12" -o sw12.ics', 'what one worker has to do, and by when'],
  ),
  explain: of(
    ['explain case.yaml', 'everything: why, why not, and what would change it'],
    ['explain case.yaml RP-5.1', 'what became of one clause'],
  ),
  compare: of(
    ['compare case.yaml', 'the same facts under each authority'],
    ['compare case.yaml --authorities leicester,stoke-on-trent', 'under two of them'],
  ),
  schema: of(['schema case', 'for an editor that knows JSON Schema']),
  policy: of(['policy list', 'which documents there are'], ['policy verify', 'check them for gaps and contradictions']),
  'policy list': of(['policy list', 'the packs, with their sources'], ['policy list --format json', 'with digests']),
  'policy show': of(
    ['policy show repeat-plans', 'one pack in words'],
    ['policy show repeat-plans --clauses', 'clause by clause'],
  ),
  'policy verify': of(
    ['policy verify', 'all packs'],
    ['policy verify own-pack --policies own', 'one pack of your own folder'],
  ),
  'policy test': of(
    ['policy test repeat-plans legal-planning', 'two packs, with the cases in the folder `cases`'],
    ['policy test legal-planning --min 20', 'fail if cases show less than 20 % of the pack'],
  ),
  'policy mutate': of([
    'policy mutate own-pack --policies own --cases own-cases --min 0',
    'how many small mistakes the cases would notice; any number passes',
  ]),
  'policy diff': of(
    ['policy diff old-pack.yaml new-pack.yaml', 'what changes in meaning'],
    ['policy diff old-pack.yaml new-pack.yaml --cases cases', 'and which cases get a different result'],
  ),
  'policy watch': of(['policy watch own --cases own-cases', 'beside your editor, while you write a pack']),
  'policy proof': of(
    ['policy proof legal-planning -o proof.html', 'a page to read beside the document, and to sign'],
    ['policy proof own-pack --policies own --cases own-cases --no-slips -o own.html', 'quickly, while you write'],
  ),
  'policy schema': of(['policy schema own', 'for an editor, with the ids of the folder `own`']),
  'policy new': of(['policy new my-authority-panel --policies own', 'a starter pack in the folder `own`']),
  licences: of(['licences', 'the licences of everything in the program']),
  completion: of(
    ['completion bash', 'the script; in ~/.bashrc: source <(cpplan completion bash)'],
    ['completion powershell', 'in $PROFILE: cpplan completion powershell | Out-String | Invoke-Expression'],
  ),
  help: of(['help policy verify', 'what a command does, its options, and examples']),
};

/** The examples of a command as its help shows them. */
export function examplesText(path: string): string {
  const examples = EXAMPLES[path] ?? [];
  if (examples.length === 0) return '';
  return `\nExamples:\n${examples.map(({ line, does }) => `  ${line}\n      ${does}\n`).join('')}`;
}
