// What the tests call of the form's own code.
export { inWords, isoDate } from "../../form/calendar.js";
export { withLists } from "../../form/pasted.js";
export { personal, sightings } from "../../form/personal.js";
export { alike, entryText, fileName, passage, recordName, recordText, unlistedService } from "../../form/record.js";
export { mail, newFile, newIssue } from "../../form/ways.js";
export { hasParts, mistakeInPassage, mistakes } from "../../form/words.js";
export { fold, scalar } from "../../form/writing.js";
