// Written by `make generate` from macros/kinds/. What is changed here is lost.

/**
 * The kinds by their names in the address, as the index has them.
 *
 * @type {Record<string, string>}
 */
export const KINDS = {
  initiative: "Initiatives",
  evidence: "Evidence",
  survey_round: "Survey rounds",
  workforce_figures: "Workforce figures",
  meeting: "Meetings",
  question_set: "Question sets",
  service: "Services",
  theme: "Themes",
  page: "Pages",
};
