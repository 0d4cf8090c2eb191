"""What people are told about a file of answers or counts. The pages that do this in a browser have the same words."""

# Why a file cannot be used, or what has to be decided first.
REFUSALS = {
    "empty": "It is empty. Check that it is the right file, and save or download it again.",
    "no-answers": "It has headings and nothing below them. Check that it is the right file, and save or download it again.",
    "too-wide": "It has more than {most} columns, so it cannot be the right file.",
    "too-long": "It has more than {most} rows, so it cannot be the right file.",
    "too-large": "It is far too large to be the right file. Save or download it again.",
    "far-cell": "It has something in cell {cell}, far below or beside the rest. Delete the empty rows and columns, and save it again.",
    "formula": "It has a formula in cell {cell}. Survey programs write none, so someone has added it. Delete what was added, and save it "
    "again.",
    "damaged": "It is damaged. Download it again, or open it in Excel and save it under another name.",
    "password": "It is protected by a password. Open it in Excel, choose File, Info, Protect Workbook, and take the password out. "
    "Then save it.",
    "old-workbook": "It is an old workbook (.xls). Open it in Excel and save it as an Excel workbook (.xlsx).",
    "binary-workbook": "It is a binary workbook (.xlsb). Open it in Excel and save it as an Excel workbook (.xlsx).",
    "open-document": "It is an OpenDocument file (.ods). Open it and save it as an Excel workbook (.xlsx).",
    "word": "It is a Word document. Choose a workbook (.xlsx) or a CSV file.",
    "presentation": "It is a PowerPoint presentation. Choose a workbook (.xlsx) or a CSV file.",
    "zip": "It is a ZIP file. Unpack it, and choose the file inside.",
    "web-page": "It is a web page. Save or download an Excel workbook (.xlsx) or CSV instead.",
    "not-a-table": "It is not a table. Save or download an Excel workbook (.xlsx) or CSV instead.",
    "not-answers": '"{name}" is not a file of answers. Take it out of the folder.',
    "other-questions": '"{name}" has the answers to "{other}", not to "{wanted}". Take it out of the folder.',
    "no-questions": 'None of its columns is a question of "{title}". The first row of the first sheet has to have the questions. Check '
    "that this is the right file and the right question set.",
    "one-question-twice": "Columns {first} and {second} both have the answers to “{question}”. Delete the one that you do not want.",
    "reworded": "Column {column}, “{heading}”, is nearly “{question}”. Say whether it is the same question in other words, or "
    "another one to leave out.",
    "no-service": "It does not say which service each person works in. Say which service the whole file is from.",
    "no-one-named": "No one in it named a service of the network. Say which service the whole file is from.",
    "unknown-service": "It names a service that this site does not list: {where}. If the name is right, the service needs a page first: "
    "“Run a survey” says how to propose one. If it is wrong, correct a copy of the file and choose that. Or choose to leave "
    "these people out.",
    "unknown-answers": "In column {column}, {number} to “{question}” {are} not among the answers to choose from: {where}. Correct a copy "
    "of the file and choose that, or choose to count this as blank.",
    "day-or-month": "The dates in column {column} could have the day or the month first, as in 03/04. Say which.",
    "days-and-months": "The dates in column {column} have the day first in some rows and the month first in others. Download the file "
    "again, and choose it as it is: Excel may have changed some of them when it saved it.",
    "no-one-left": "No one in it answered between {opened} and {closed}. Check the dates of the survey.",
    "round-exists": "“{title}” has the same questions and some of the same days. Choose days after it. If people answered it late, "
    "leave them out: the difference between two tables would show what they said.",
    "closed-first": "The survey closed before it opened. Check both dates.",
    "file-twice": "It has the same answers as another file, person by person. Take one of the two out.",
    "no-file": "There is no such file. Check its name and its folder.",
    "no-question-set": 'There is no question set "{name}" with questions. There are: {known}.',
    "no-question": 'The question set has no question "{name}". It has: {known}.',
    "no-such-service": 'The network has no service "{name}". It has: {known}.',
    "not-a-number": 'Write how many people were asked as SERVICE=NUMBER, such as north=52, not "{text}".',
    "no-one-asked": "Someone answered in {service}, but you have not said how many people you asked there. Fill in the number.",
    "too-many": "In {service}, {answered} people answered, but you said that you asked only {asked}. Check both numbers: has a file been "
    "given twice?",
    # A sheet of counts.
    "missing-counts": "It has no column for: {columns}. The first row has to have the headings of the blank sheet. If no one moved or "
    "left, write 0.",
    "column-twice": "Columns {first} and {second} are both “{heading}”. Delete the one that you do not want.",
    "no-counts": "It has no counts of a service of the network. Check that it is the right file.",
    "not-a-count": "Cell {cell} is not a number of people. Ask for the number itself: people, not posts or full-time equivalents, and not "
    "“fewer than 5”. A blank cell counts as 0.",
    "no-service-column": "It has no column “Service”. Say which service the whole file is from.",
    "unknown-service-row": "It has rows of services that this site does not list: {where}. Correct the names in a copy of the file and "
    "choose that, or choose to leave these rows out.",
    "unknown-role": "It has roles that the network does not know: {where}. The roles are: {known}. Correct the names in a copy of the file "
    "and choose that, or choose to count these people without a role.",
    "left-differs": "In row {row}, {left} people left, and the columns on where they went add up to {sum}. Correct one of them.",
    "service-twice": "The counts of {service} are in another file too. Take one of them out.",
    "no-balance": "The counts of {service} do not add up: {start} at the start and {came} who came, less {went} who went, make {makes}, "
    "not {end}. Ask the service which number is wrong.",
    "moves-differ": "In all services together, {came} came from another service of the network and {went} went to one. Everyone who moves "
    "within the network is counted by both services. Only services in these files are the network.",
    "still-to-come": "These twelve months end on {ends}, which is still to come. Choose twelve months that are over.",
    "year-exists": "“{title}” covers some of the same days. Choose twelve months that begin after it.",
    "start-differs": "{group} has {number} people at the start, and “{title}” has about {before} at its end, one day before. They are the "
    "same people, so one number is wrong. If a service has joined the network since, it starts with 0, and all its people have joined. If "
    "one has left the network, count all its people as left, and 0 at the end.",
}

# What was done with a file, for the report.
NOTES = {
    "people": "{people} answered.",
    "left-out": "Left out, because they are not asked for: {columns}.",
    "dropped": "Never read, because they could say who answered: {columns}.",
    "missing": "Not asked in this file: {questions}.",
    "former-words": "“{heading}” was counted as “{question}”.",
    "blank-rows": "{people} left every question blank and {are} not counted.",
    "not-finished": "{people} did not finish the survey and {are} not counted.",
    "out-of-time": "{people} answered before {opened} or after {closed} and {are} not counted.",
    "no-time": "The file does not say when people answered, so answers from any day are counted.",
    "counted-as-blank": "In column {column}, {number} {are} not among the answers to choose from, and counted as blank.",
    # A sheet of counts.
    "rows": "{rows} counted.",
    "totals": "Rows left out, because they add up others: {rows}.",
    "other-services": "Rows left out, because this site does not list their services: {rows}.",
    "without-role": "Rows counted without a role: {rows}.",
    "blank-counts": "Blank, and counted as 0: {cells}.",
    "nowhere": "It does not say where people went, so everyone who left is counted as “not known”.",
    "roles-of-one-service": "Not shown, because only one service has them: {roles}.",
    "unnamed": "{people} did not name a service of the network, and {are} not counted.",
}
