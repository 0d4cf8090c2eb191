"""What people are told about a file of answers. The page that collates in a browser has the same words."""

# Why a file cannot be used, or what has to be decided first.
REFUSALS = {
    "empty": "It is empty. Download the answers again.",
    "no-answers": "It has questions and no answers. Check that people have answered, and download it again.",
    "too-wide": "It has more than {most} columns, so it cannot be the answers to a survey.",
    "too-long": "It has more than {most} rows, so it cannot be the answers to a survey.",
    "too-large": "It is far too large for the answers to a survey. Download it again.",
    "far-cell": "It has something in cell {cell}, far below or beside the answers. Delete the empty rows and columns, and save it again.",
    "formula": "It has a formula in cell {cell}. Survey programs write none, so someone has added it. Delete what was added, and save it "
    "again.",
    "damaged": "It is damaged. Download it again, or open it in Excel and save it under another name.",
    "password": "It is protected by a password. Open it in Excel, choose File, Info, Protect Workbook, and take the password out. "
    "Then save it.",
    "old-workbook": "It is an old workbook (.xls). Open it in Excel and save it as an Excel workbook (.xlsx).",
    "binary-workbook": "It is a binary workbook (.xlsb). Open it in Excel and save it as an Excel workbook (.xlsx).",
    "open-document": "It is an OpenDocument file (.ods). Open it and save it as an Excel workbook (.xlsx).",
    "word": "It is a Word document. Choose the file with the answers.",
    "presentation": "It is a PowerPoint presentation. Choose the file with the answers.",
    "zip": "It is a ZIP file. Unpack it, and choose the file with the answers.",
    "web-page": "It is a web page. Download the answers as an Excel workbook (.xlsx) or as CSV.",
    "not-a-table": "It is not a table. Download the answers as an Excel workbook (.xlsx) or as CSV.",
    "not-answers": '"{name}" is not a file of answers. Take it out of the folder.',
    "other-questions": '"{name}" has the answers to "{other}", not to "{wanted}". Take it out of the folder.',
    "no-questions": 'None of its columns is a question of "{title}". The first row has to have the questions. Check that this is the '
    "right file and the right question set.",
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
    "no-one-left": "No one in it answered between {opened} and {closed}. Check the dates of the survey.",
    "round-exists": "“{title}” has the same questions and some of the same days. Choose days after it. If people answered it late, "
    "leave them out: the difference between two tables would show what they said.",
    "no-file": "There is no such file. Check its name and its folder.",
    "no-question-set": 'There is no question set "{name}" with questions. There are: {known}.',
    "no-question": 'The question set has no question "{name}". It has: {known}.',
    "no-such-service": 'The network has no service "{name}". It has: {known}.',
    "not-a-number": 'Write how many people were asked as SERVICE=NUMBER, such as north=52, not "{text}".',
    "no-one-asked": "Someone answered in {service}, but you have not said how many people you asked there. Fill in the number.",
    "too-many": "In {service}, {answered} people answered, but you said that you asked only {asked}. Check both numbers: has a file been "
    "given twice?",
}

# What was done with a file, for the report.
NOTES = {
    "people": "{people} answered.",
    "left-out": "Left out, because they are not in the question set: {columns}.",
    "dropped": "Never read, because they could say who answered: {columns}.",
    "missing": "Not asked in this file: {questions}.",
    "former-words": "“{heading}” was counted as “{question}”.",
    "blank-rows": "{people} left every question blank and {are} not counted.",
    "not-finished": "{people} did not finish the survey and {are} not counted.",
    "out-of-time": "{people} answered before {opened} or after {closed} and {are} not counted.",
    "no-time": "The file does not say when people answered, so everyone in it is counted.",
    "counted-as-blank": "In column {column}, {number} {are} not among the answers to choose from, and counted as blank.",
    "unnamed": "{people} did not name a service of the network, and {are} not counted.",
}
