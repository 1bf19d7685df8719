/** What is wrong, in general, where a file breaks one of the rules that do not come from a pack. */
export const FILE_RULES: Readonly<Record<string, string>> = {
  answer_contradicts_record: 'An answer and the dates or records in the same file cannot both be right.',
  bad_suppression: 'A comment that is to accept a finding does not have its form.',
  beyond_bank_holidays: 'A deadline in working days lies beyond the years whose bank holidays are known.',
  conference_at_weekend: 'A conference falls on a Saturday or Sunday.',
  duplicate_key: 'A key stands twice in the same place, so that one of the two would be lost.',
  impossible_combination: 'Answers exclude one another, by what the document takes to be impossible.',
  not_as_expected: 'A worked case does not give what it says it is to give.',
  overlapping_plans: 'Two plans of one child overlap.',
  packs: 'The case does not name packs that are there.',
  plan_count: 'The number of earlier plans is not the number of those listed.',
  plan_ends_before_start: 'A plan ends before it begins.',
  plan_in_future: 'A plan begins or ends after the day at which the case is looked at.',
  plan_of_no_length: 'A plan begins and ends on the same day.',
  previous_plan_open: 'An earlier plan is marked open.',
  two_open_plans: 'Two plans of one child are open at the same time.',
  unknown_fact: 'A name is no fact, analysis or matter that the packs of the case know.',
  unknown_key: 'A key is not known in a case file.',
  unknown_meeting: 'A kind of meeting is not known to the packs of the case.',
  unreadable: 'The file could not be read.',
  wrong_date: 'A date is not in the calendar.',
  wrong_section: 'A fact stands in another part of the file than it belongs to.',
  wrong_type: 'A value has another form than is needed there.',
  wrong_value: 'A value is none of those that are allowed there.',
  yaml_alias: 'The file uses anchors or aliases, which can hide something from a reader.',
  yaml_documents: 'The file holds more than one document.',
  yaml_key: 'A key is not a plain word.',
  yaml_syntax: 'The file is not well-formed YAML.',
  yaml_tag: 'The file uses tags, which can hide something from a reader.',
};

/** What a rule that does not come from a pack is about; the vocabulary of facts adds rules of its own. */
export const helpOf = (rule: string): string => FILE_RULES[rule] ?? 'Facts in the file do not go together.';
