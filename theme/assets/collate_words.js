// Written by `make generate` from macros/collate/. What is changed here is lost.

/** @type {Record<string, string>} */
export const REFUSALS = {"empty": "It is empty. Download the answers again.", "no-answers": "It has questions and no answers. Check that people have answered, and download it again.", "too-wide": "It has more than {most} columns, so it cannot be the answers to a survey.", "too-long": "It has more than {most} rows, so it cannot be the answers to a survey.", "too-large": "It is far too large for the answers to a survey. Download it again.", "far-cell": "It has something in cell {cell}, far below or beside the answers. Delete the empty rows and columns, and save it again.", "formula": "It has a formula in cell {cell}. Survey programs write none, so someone has added it. Delete what was added, and save it again.", "damaged": "It is damaged. Download it again, or open it in Excel and save it under another name.", "password": "It is protected by a password. Open it in Excel, choose File, Info, Protect Workbook, and take the password out. Then save it.", "old-workbook": "It is an old workbook (.xls). Open it in Excel and save it as an Excel workbook (.xlsx).", "binary-workbook": "It is a binary workbook (.xlsb). Open it in Excel and save it as an Excel workbook (.xlsx).", "open-document": "It is an OpenDocument file (.ods). Open it and save it as an Excel workbook (.xlsx).", "word": "It is a Word document. Choose the file with the answers.", "presentation": "It is a PowerPoint presentation. Choose the file with the answers.", "zip": "It is a ZIP file. Unpack it, and choose the file with the answers.", "web-page": "It is a web page. Download the answers as an Excel workbook (.xlsx) or as CSV.", "not-a-table": "It is not a table. Download the answers as an Excel workbook (.xlsx) or as CSV.", "not-answers": "\"{name}\" is not a file of answers. Take it out of the folder.", "other-questions": "\"{name}\" has the answers to \"{other}\", not to \"{wanted}\". Take it out of the folder.", "no-questions": "None of its columns is a question of \"{title}\". The first row has to have the questions. Check that this is the right file and the right question set.", "one-question-twice": "Columns {first} and {second} both have the answers to \u201c{question}\u201d. Delete the one that you do not want.", "reworded": "Column {column}, \u201c{heading}\u201d, is nearly \u201c{question}\u201d. Say whether it is the same question in other words, or another one to leave out.", "no-service": "It does not say which service each person works in. Say which service the whole file is from.", "no-one-named": "No one in it named a service of the network. Say which service the whole file is from.", "unknown-service": "It names a service that this site does not list: {where}. If the name is right, the service needs a page first: \u201cRun a survey\u201d says how to propose one. If it is wrong, correct a copy of the file and choose that. Or choose to leave these people out.", "unknown-answers": "In column {column}, {number} to \u201c{question}\u201d {are} not among the answers to choose from: {where}. Correct a copy of the file and choose that, or choose to count this as blank.", "day-or-month": "The dates in column {column} could have the day or the month first, as in 03/04. Say which.", "no-one-left": "No one in it answered between {opened} and {closed}. Check the dates of the survey.", "round-exists": "\u201c{title}\u201d has the same questions and some of the same days. Choose days after it. If people answered it late, leave them out: the difference between two tables would show what they said.", "no-file": "There is no such file. Check its name and its folder.", "no-question-set": "There is no question set \"{name}\" with questions. There are: {known}.", "no-question": "The question set has no question \"{name}\". It has: {known}.", "no-such-service": "The network has no service \"{name}\". It has: {known}.", "not-a-number": "Write how many people were asked as SERVICE=NUMBER, such as north=52, not \"{text}\".", "no-one-asked": "Someone answered in {service}, but you have not said how many people you asked there. Fill in the number.", "too-many": "In {service}, {answered} people answered, but you said that you asked only {asked}. Check both numbers: has a file been given twice?"};

/** @type {Record<string, string>} */
export const NOTES = {"people": "{people} answered.", "left-out": "Left out, because they are not in the question set: {columns}.", "dropped": "Never read, because they could say who answered: {columns}.", "missing": "Not asked in this file: {questions}.", "former-words": "\u201c{heading}\u201d was counted as \u201c{question}\u201d.", "blank-rows": "{people} left every question blank and {are} not counted.", "not-finished": "{people} did not finish the survey and {are} not counted.", "out-of-time": "{people} answered before {opened} or after {closed} and {are} not counted.", "no-time": "The file does not say when people answered, so everyone in it is counted.", "counted-as-blank": "In column {column}, {number} {are} not among the answers to choose from, and counted as blank.", "unnamed": "{people} did not name a service of the network, and {are} not counted."};

/** @type {Record<string, string>} */
export const REASONS = {"SMALL_GROUP": "the group has fewer people than may be shown", "SMALL_COUNT": "the count is smaller than may be shown", "HARDLY_ANY_SHOWN": "fewer than two counts of the group could be shown", "WORKED_OUT": "another hidden number could be worked out from it", "EARLIER_RELEASE": "a hidden number could be worked out from it and what was published before"};

/** @type {string[]} */
export const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** @type {string[]} */
export const PERSONAL = ["_submitted_by", "deviceid", "e-mail", "email", "email address", "first name", "firstname", "full name", "ip address", "ipaddr", "ipaddress", "last name", "lastname", "name", "phone number", "phonenumber", "referrer url", "refurl", "seed", "token", "user", "user name", "username"];

/** @type {string[]} */
export const TECHNICAL = ["__version__", "_attachments", "_geolocation", "_id", "_index", "_notes", "_status", "_tags", "_uuid", "_validation_status", "date started", "formhub/uuid", "id", "language", "last modified time", "last page", "lastpage", "meta/instanceid", "quiz feedback", "response id", "start", "start language", "start time", "startdate", "startlanguage", "today", "total points"];

/** @type {string[]} */
export const SENT = ["_submission_time", "completion time", "date last action", "date submitted", "datestamp", "end", "submitdate", "timestamp"];

/** @type {string[]} */
export const FINISHED = ["date submitted", "submitdate"];

/** @type {string} */
export const HIDDEN = "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ud81b\udfe4\ud82f\udca0-\ud82f\udca3\ud834\udd59\ud834\udd73-\ud834\udd7a\udb40\udc00-\udb43\udfff\ue000-\uf8ff\udb80\udc00-\udbbf\udffd\udbc0\udc00-\udbff\udffd]";

/** @type {Record<string, string>} */
export const KINDS_OF = {"'": "\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u055a\ua78c", "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043", "\"": "\u201c\u201d\u201e"};

/** @type {{ rows: number, columns: number }} */
export const LIMITS = {"rows": 20000, "columns": 500};

/** @type {string} */
export const SERVICE = "service";

/** @type {string} */
export const NOT_SAID = "not-said";
